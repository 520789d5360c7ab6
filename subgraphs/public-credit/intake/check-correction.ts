/** Checks a correction before it becomes a version: the current record with the corrected parts, checked as a delivery is. */
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import type { Item } from '../../request/directory.ts';
import { type CheckedRecord, type CheckSetting, type Displaying, displayOf, natureOf } from './check.ts';
import { type Content, contentOf, fieldOf, nameOf } from './content.ts';
import { refused } from './refused.ts';

/** The current record with its whole content. */
export interface CurrentRecord extends Displaying {
  readonly item: Item;
  readonly subject: CheckedRecord['subject'];
  readonly occurredOn: string;
  readonly basisDocument: string | null;
  readonly content: Content;
}

/** What is not named stays as it is. Null takes an address or a telephone number away. */
export interface Correction {
  readonly subjectName?: string | null | undefined;
  readonly subjectAddress?: string | null | undefined;
  readonly subjectPhone?: string | null | undefined;
  readonly occurredOn?: string | null | undefined;
  readonly basisDocument?: string | null | undefined;
  readonly content?: unknown;
}

export type Corrected = Pick<
  CheckedRecord,
  'subject' | 'occurredOn' | 'nature' | 'basisDocument' | 'content' | keyof Displaying
>;

type Setting = Pick<CheckSetting, 'today' | 'displayEditions'>;

/** A display that has ended stays ended, whatever is corrected (Article 37 §2). */
function displayingOf(
  current: CurrentRecord,
  corrected: Omit<Corrected, keyof Displaying>,
  setting: Setting,
): Displaying {
  const { displayedUntil, displayClass, displayFrom, statedUntil } = current;
  const found = reckoned(current, corrected, setting);
  const ended = displayedUntil !== null && displayedUntil < setting.today;
  return ended ? { displayedUntil, displayClass, displayFrom, statedUntil } : found;
}

/** The display of a pledge that was not kept counts from the day when that was found. Later corrections keep its end. */
function reckoned(current: CurrentRecord, corrected: Omit<Corrected, keyof Displaying>, setting: Setting): Displaying {
  const { item } = current;
  const { occurredOn, content, nature } = corrected;
  if (item.recordType !== 'PledgeRecord' || nature !== 'UNTRUSTWORTHY')
    return displayOf(setting, item, occurredOn, content);
  return natureOf(item, current.content) === nature ? current : displayOf(setting, item, setting.today, content);
}

/** What the record says of its subject. Who it is about cannot be corrected: that is another record. */
function subjectOf({ subject }: CurrentRecord, correction: Correction): CheckedRecord['subject'] {
  const { subjectName, subjectAddress, subjectPhone } = correction;
  return {
    ...subject,
    name: subjectName === undefined || subjectName === null ? subject.name : nameOf(subjectName),
    address: subjectAddress === undefined ? subject.address : fieldOf('subjectAddress', subjectAddress),
    phone: subjectPhone === undefined ? subject.phone : fieldOf('subjectPhone', subjectPhone),
  };
}

/** Throws Refused with what is wrong. */
export function checkCorrection(current: CurrentRecord, correction: Correction, setting: Setting): Corrected {
  const { today } = setting;
  const { item } = current;
  const subject = subjectOf(current, correction);
  const occurredOn = correction.occurredOn ?? current.occurredOn;
  if (!isDate(occurredOn))
    throw refused('DATE', 'occurredOn is not a date of the form YYYY-MM-DD.', 'occurredOn不是YYYY-MM-DD形式的日期。');
  if (occurredOn > today)
    throw refused('DATE_FUTURE', `occurredOn ${occurredOn} lies in the future.`, `日期${occurredOn}晚于今天。`);
  const basisDocument =
    correction.basisDocument === undefined || correction.basisDocument === null
      ? current.basisDocument
      : fieldOf('basisDocument', correction.basisDocument);
  const sent = correction.content ?? {};
  if (typeof sent !== 'object' || Array.isArray(sent))
    throw refused('CONTENT', 'content is not an object of data elements.', 'content不是数据项的对象。');
  // Only the corrected parts are checked: the others were checked when they were delivered.
  const changes = contentOf(item, sent, subject.personal);
  const removed = new Set(
    Object.entries(sent).flatMap(([name, value]) => (value === null || value === '' ? [name] : [])),
  );
  const content = {
    ...Object.fromEntries(Object.entries(current.content).filter(([name]) => !removed.has(name))),
    ...changes,
  };
  const nature = natureOf(item, content);
  if (nature === 'UNTRUSTWORTHY' && basisDocument === null)
    throw refused(
      'BASIS_REQUIRED',
      'Untrustworthy conduct rests on an effective document (Article 27).',
      '失信信息须以生效文书为依据（第二十七条）。',
    );
  const corrected = { subject, occurredOn, nature, basisDocument, content };
  const { displayedUntil, displayClass, displayFrom, statedUntil } = displayingOf(current, corrected, setting);
  return { ...corrected, displayedUntil, displayClass, displayFrom, statedUntil };
}
