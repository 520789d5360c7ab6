/**
 * New facts: a provider delivers again what fell, with the document that shows them (Article 38). The record is a new one, its subject is told, and reads the
 * document and the reason whole.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { badInput } from '../../../../schema/errors.ts';
import { newFactsMessages } from '../../../../schema/messages/acts/rights/fallen.ts';
import { newFactsTold } from '../../../clocks/kinds/new-facts.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import type { ClientRequest } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import type { CheckedRecord } from '../../intake/check.ts';
import type { Sorted } from './come-back.ts';

export interface NewFacts {
  readonly document: string;
  readonly reason: string;
}

const MOST = { document: 200, reason: 500 } as const;

/** Throws BAD_USER_INPUT for a certificate without a document, and without a reason. */
export function checkedNewFacts(sent: NewFacts): NewFacts {
  const part = (name: keyof NewFacts): string => {
    const text = sent[name].normalize('NFC').trim();
    if (text === '' || text.length > MOST[name] || text.includes('\0') || !text.isWellFormed())
      throw badInput('NEW_FACTS', newFactsMessages.incomplete(name, MOST[name]), '38');
    return text;
  };
  return { document: part('document'), reason: part('reason') };
}

/** Stores them for each record that they bring back, and tells its subject at once: five working days are met. */
export async function tellNewFacts(
  em: EntityManager,
  { request, directory }: { readonly request: ClientRequest; readonly directory: Directory },
  newFacts: NewFacts,
  { kept, anew, held }: Sorted,
  ids: ReadonlyMap<CheckedRecord, string>,
): Promise<void> {
  const back = kept.flatMap(({ record, subjectId }) => {
    const id = ids.get(record);
    const fall = anew.get(record);
    return fall === undefined || id === undefined ? [] : [{ record, subjectId, id, fall }];
  });
  await storeTexts(
    em,
    request.platform.secrets,
    back.map(({ subjectId, id }) => ({ subjectId, place: 'NEW_FACTS', id, texts: { ...newFacts } })),
  );
  const unit = request.caller.unit ?? '';
  // What is held is told when it is shown.
  const shown = back.filter(({ record }) => !held.has(record));
  await tellSubjects(
    em,
    shown.map(({ record, subjectId, id, fall }) => ({
      kind: 'NEW_FACTS',
      subject: subjectId,
      record: id,
      said: { unit, item: record.item.code, cause: fall.cause, fellOn: fall.fellOn },
    })),
  );
  await newFactsTold(em, { calendar: directory.calendar, today: request.today }, unit, shown);
}
