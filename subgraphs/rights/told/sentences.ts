/** The sentence of a message, made when it is read: of codes and days, so that the table holds no word of a record (Article 23). */
import { todayIn } from '../../../schema/law/clocks/calendar.ts';
import type { Localized } from '../../../schema/localized.ts';
import { mandateTold } from '../../../schema/messages/acts/rights/mandates.ts';
import { type Told, toldMessages } from '../../../schema/messages/acts/rights/told.ts';
import type { Directory } from '../../request/directory.ts';
import type { Message, MessageKind } from '../tell-subjects.ts';

/** A message as it is stored. */
export interface TellingRow {
  readonly id: string;
  readonly kind: MessageKind;
  readonly at: string;
  readonly recordId: string | null;
  readonly said: NonNullable<Message['said']>;
}

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

/** What has no name here any more is called by its code. */
const nameOf = (named: Named | undefined, code: string): Localized => ({
  en: named?.nameEn ?? code,
  zh: named?.name ?? code,
});

const SENTENCES: Readonly<Record<MessageKind, (told: Told, said: TellingRow['said']) => Localized>> = {
  DESIGNATED: (told, said) =>
    said.incentive === true ? toldMessages.encouraged(told) : toldMessages.listed(told, said.account === true),
  CORRECTED: toldMessages.changed,
  WITHDRAWN: (told, said) => toldMessages.withdrawn(told, String(said.cause)),
  OBJECTED: toldMessages.objected,
  LABELLED: toldMessages.labelled,
  DECIDED: (told, said) => toldMessages.decided(told, String(said.status)),
  DISCLOSED: toldMessages.disclosed,
  AUTHORIZATION_ENDS: toldMessages.authorizationEnds,
  NEW_FACTS: toldMessages.newFacts,
  ADDED: toldMessages.added,
  CHANNEL_ENDED: toldMessages.channelEnded,
  COMPLAINT_ANSWERED: toldMessages.complaintAnswered,
  RESTORED: (told, said) => toldMessages.restored(told, said.account === true),
  RESTORATION_REFUSED: toldMessages.restorationRefused,
  MANDATE_REGISTERED: (told, said) => mandateTold.registered(told, said.acting === true),
  MANDATE_USED: (told, said) => mandateTold.used(told, String(said.mandate)),
  MANDATE_ENDED: (told) => mandateTold.ended(told),
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function sentenceOf({ kind, at, said }: TellingRow, directory: Directory): Localized {
  const { units, items, editions, purposeEditions } = directory;
  const [unit, item, purpose] = [text(said.unit), text(said.item), text(said.purpose)];
  const day = todayIn(new Date(at));
  const told: Told = {
    day: text(said.on) || day,
    unit: nameOf(units.get(unit), unit),
    item: nameOf(items.get(item) ?? editions.find(({ code }) => code === item), item),
    purpose:
      purpose === ''
        ? null
        : nameOf(
            purposeEditions.findLast(({ code }) => code === purpose),
            purpose,
          ),
    until: text(said.until) || text(said.decideBy) || day,
  };
  return SENTENCES[kind](told, said);
}
