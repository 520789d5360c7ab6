/** Texts beside the records of a subject: of pledges under verification, and reasons of corrections (Articles 23, 35, 38 and 46). */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { TextForm } from '../../schema/law/redact/redact.ts';
import type { Secrets } from '../keys/secrets.ts';
import type { Redact, SubjectKnown } from './known-values.ts';
import { openTexts, type Texts } from './whole-texts.ts';

interface Row {
  readonly place: 'PLEDGE_CHECK' | 'CORRECTION';
  readonly subjectId: string;
  readonly record: string;
  readonly version: number;
  readonly texts: Texts;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

export interface PledgeTexts extends Record<string, string | null> {
  readonly matter: string;
  readonly permitDocument: string | null;
  readonly reasons: string | null;
  /** The document that its failure rests on: nobody reads it, so that it is kept whole alone. */
  readonly document: string | null;
}

/** What the unit reads of a pledge. */
export function openPledge(
  { matter, permitDocument, reasons }: PledgeTexts,
  redact: Redact,
): Omit<PledgeTexts, 'document'> {
  const open = (text: string | null, form: TextForm): string | null => text && redact(text, form).text;
  return {
    matter: redact(matter, 'TEXT').text,
    permitDocument: open(permitDocument, 'NUMBER'),
    reasons: open(reasons, 'TEXT'),
  };
}

/** Makes them anew from what they say whole. Rows of before are sealed here. */
export async function remakeSideTexts(
  em: EntityManager,
  secrets: Secrets,
  known: ReadonlyMap<string, SubjectKnown>,
): Promise<void> {
  const { rows } =
    await sql<Row>`select place, subject_id as "subjectId", record, version, texts, sealed, key_id as "keyId"
    from public_credit.side_texts_of(array(select jsonb_array_elements_text(${JSON.stringify([...known.keys()])}::jsonb)::uuid))`.execute(
      em.getKysely(),
    );
  const forms = rows.flatMap(({ place, subjectId, record, version, texts, sealed, keyId }) => {
    const one = known.get(subjectId);
    if (one === undefined) return [];
    const id = place === 'PLEDGE_CHECK' ? record : randomUUID();
    const whole = sealed === null ? texts : openTexts(secrets, id, sealed, keyId);
    const open = place === 'PLEDGE_CHECK' ? openPledge(whole as PledgeTexts, one.redact) : {};
    const form = { place, subjectId, record, version, id, ...open };
    if (sealed !== null) return [form];
    const fresh = secrets.seal(whole, id);
    return [{ ...form, sealed: fresh.sealed.toString('hex'), keyId: fresh.keyId }];
  });
  if (forms.length > 0)
    await sql`select public_credit.keep_side_texts(${JSON.stringify(forms)}::jsonb)`.execute(em.getKysely());
}
