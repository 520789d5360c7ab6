/** Checks a record before it is stored (Articles 18, 19, 20 and 27). Pure: takes a row, returns the checked record or the reason of the rejection. */
import { repeated } from '../../../schema/errors.ts';
import { addMonths, addWorkingDays, type Calendar, isDate } from '../../../schema/law/clocks/calendar.ts';
import type { IdentifierType, Nature, SubjectKind } from '../../../schema/law/facts.ts';
import { isUnkept } from '../../../schema/law/matter/pledges.ts';
import { type DisplayClass, type DisplayEdition, displayEndBy } from '../../../schema/law/records/display-periods.ts';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';
import { editionOn, type Item, type Unit } from '../../request/directory.ts';
import { type Content, contentOf, fieldOf, nameOf } from './content.ts';
import { decidedElsewhere, providing } from './providing.ts';
import { type Fault, Faults, Refused, refused } from './refused.ts';

/** One record as it is delivered. */
export interface RecordInput {
  readonly subject: { readonly type: IdentifierType; readonly value: string };
  readonly subjectName: string;
  readonly subjectAddress?: string | null | undefined;
  readonly subjectPhone?: string | null | undefined;
  readonly occurredOn: string;
  readonly basisDocument?: string | null | undefined;
  readonly simplifiedProcedure?: boolean | null | undefined;
  readonly consent?: string | null | undefined;
  readonly content: unknown;
  /** What a file says beside the record: it is not stored, and texts of the record must not show it where it names a person. */
  readonly alsoSaid?: readonly string[];
}

/** A record with the item that it is delivered for. */
export interface Delivered {
  readonly item: string;
  readonly record: RecordInput;
}

/** How long a record is displayed, and by what that is reckoned again where the table of periods changes. */
export interface Displaying {
  readonly displayedUntil: string | null;
  /** Class and day by which the table says the end; null where the item has months of its own. */
  readonly displayClass: DisplayClass | null;
  readonly displayFrom: string | null;
  /** The end that the provider states. */
  readonly statedUntil: string | null;
}

export interface CheckedRecord extends Displaying {
  readonly row: number;
  readonly item: Item;
  readonly subject: {
    readonly type: IdentifierType;
    readonly value: string;
    readonly kind: SubjectKind;
    readonly personal: boolean;
    readonly birthDate: string | null;
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
  };
  readonly occurredOn: string;
  readonly nature: Nature;
  readonly basisDocument: string | null;
  readonly content: Readonly<Record<string, string | readonly string[]>>;
  readonly late: boolean;
  readonly alsoSaid: readonly string[];
  /** A later row of the same delivery about the same decision, under another item. */
  readonly later?: CheckedRecord | undefined;
}

export interface Rejection {
  readonly row: number;
  /** Code of the first fault. */
  readonly code: string;
  /** All of them, in English. */
  readonly message: string;
  readonly faults: readonly Fault[];
}

export interface CheckSetting {
  readonly today: string;
  /** Unit that delivers the records. */
  readonly unit: string;
  readonly editions: readonly Item[];
  readonly displayEditions: readonly DisplayEdition[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly unassignedRegions: 'allow' | 'refuse';
  readonly calendar: Calendar;
}

/** Nature of a record: that of its item, except for a pledge that was not kept. */
export const natureOf = (item: Item, content: Content): Nature =>
  item.recordType === 'PledgeRecord' && isUnkept(content.performance) ? 'UNTRUSTWORTHY' : item.nature;

/** Class of a record; null where its item has months of its own. A pledge that was not kept is of the general one where its item says neither. */
const classOf = ({ displayClass, displayMaximumMonths, nature }: Item): DisplayClass | null =>
  displayClass ?? (displayMaximumMonths === null && nature !== 'UNTRUSTWORTHY' ? 'GENERAL' : null);

/** End of the display (Article 37 §2), counted from the date of the deciding document. The provider can only set an earlier end. */
export function displayOf(
  { displayEditions, today }: Pick<CheckSetting, 'displayEditions' | 'today'>,
  item: Item,
  decidedOn: string,
  content: Content,
): Displaying {
  const stated = content.displayUntil;
  const statedUntil = typeof stated === 'string' && isDate(stated) ? stated : null;
  const own = { displayedUntil: statedUntil, displayClass: null, displayFrom: null, statedUntil };
  if (natureOf(item, content) !== 'UNTRUSTWORTHY') return own;
  const displayClass = classOf(item);
  const { displayMaximumMonths: months } = item;
  const end =
    displayClass !== null
      ? displayEndBy(displayEditions, today, displayClass, decidedOn)
      : months === null
        ? undefined
        : addMonths(decidedOn, months);
  if (end === undefined) return own;
  const displayedUntil = statedUntil !== null && statedUntil < end ? statedUntil : end;
  return { displayedUntil, displayClass, displayFrom: displayClass === null ? null : decidedOn, statedUntil };
}

/** The edition that a record is checked against, and whether it states how things are today. */
function editionOf(setting: CheckSetting, code: string, { occurredOn }: RecordInput, faults: Faults) {
  const isDated = faults.attempt(() => {
    if (!isDate(occurredOn))
      throw refused(
        'DATE',
        'occurredOn is not a date of the form YYYY-MM-DD.',
        'occurredOn不是YYYY-MM-DD形式的日期。',
        'occurredOn',
      );
    if (occurredOn > setting.today)
      throw refused(
        'DATE_FUTURE',
        `occurredOn ${occurredOn} lies in the future.`,
        `日期${occurredOn}晚于今天。`,
        'occurredOn',
      );
    return true;
  }, false);
  // A registration may be older than any catalog. The delivery states how it is today, so that today's edition applies.
  const registration = setting.editions.some((known) => known.code === code && known.recordType === 'Registration');
  const date = registration || !isDated ? setting.today : occurredOn;
  const item = editionOn(setting.editions, code, date);
  if (item === undefined) {
    faults.add(
      'NO_ITEM_IN_FORCE',
      `No edition of ${repeated(code)} was in force on ${date} (Article 18).`,
      `${date}没有生效的${repeated(code)}目录版本（第十八条）。`,
      isDated ? 'occurredOn' : undefined,
    );
    throw new Refused(faults.found);
  }
  // The unit must provide the item today, or have provided it then and correct what it delivered (Articles 21 and 38).
  const editions = [item, editionOn(setting.editions, code, setting.today) ?? item];
  const found = providing(setting, editions, setting.unit);
  if ('said' in found) faults.add('NOT_PROVIDING_UNIT', found.said.en, found.said.zh);
  return { item, registration, ownRegion: 'said' in found ? false : found.by === 'OWN_REGION' };
}

/** Whom a record names, with its name. */
function subjectOf(setting: CheckSetting, item: Item, input: RecordInput, faults: Faults): CheckedRecord['subject'] {
  const { type, value } = input.subject;
  const { unassignedRegions, today } = setting;
  const checked = checkIdentifier(type, value, { unassignedRegions, today });
  const isPerson = type !== 'USCC';
  if (!checked.ok) {
    const { message: en, zh } = checked;
    faults.add(`IDENTIFIER_${checked.reason}`, `${en} (Article 19)`, `${zh}（第十九条）`, 'subject.value');
  }
  const kind: SubjectKind = isPerson ? 'NATURAL_PERSON' : (checked.ok && checked.subjectKind) || 'LEGAL_PERSON';
  if ((checked.ok || isPerson) && !item.subjectKinds.includes(kind))
    faults.add(
      'SUBJECT_KIND',
      `${item.code} does not concern subjects of kind ${kind}; it names ${item.subjectKinds.join(', ')}.`,
      `${item.code}不涉及${kind}类主体，只涉及${item.subjectKinds.join('、')}。`,
      'subject.value',
    );
  const name = faults.attempt(() => nameOf(input.subjectName), '');
  if (kind === 'NATURAL_PERSON' && item.displayRequiredBy === null && (input.consent ?? '').trim() === '')
    faults.add(
      'CONSENT_REQUIRED',
      'Information about a natural person needs a recorded consent, which the item does not spare (Article 20).',
      '采集自然人信息须有记录在案的同意，本条目不免除（第二十条）。',
    );
  return {
    type,
    value: checked.ok ? checked.value : '',
    kind,
    personal: checked.ok ? checked.personal : isPerson,
    birthDate: (checked.ok && checked.birthDate) || null,
    name,
    address: faults.attempt(() => fieldOf('subjectAddress', input.subjectAddress), null),
    phone: faults.attempt(() => fieldOf('subjectPhone', input.subjectPhone), null),
  };
}

/** Checks a row against the edition of its item that was in force on the row's date. Throws Refused with everything that is wrong. */
function check(setting: CheckSetting, code: string, row: number, input: RecordInput): CheckedRecord {
  const faults = new Faults();
  const { item, registration, ownRegion } = editionOf(setting, code, input, faults);
  if (input.simplifiedProcedure === true && item.recordType === 'AdministrativePenalty')
    faults.add(
      'SIMPLIFIED_PROCEDURE',
      'A penalty made by simplified procedure does not enter the catalog (Article 18, last paragraph).',
      '适用简易程序作出的行政处罚不纳入目录（第十八条末款）。',
    );
  const subject = subjectOf(setting, item, input, faults);
  const basisDocument = faults.attempt(() => fieldOf('basisDocument', input.basisDocument), null);
  const content = faults.attempt(() => contentOf(item, input.content, subject.personal), {});
  const elsewhere = ownRegion ? decidedElsewhere(setting, item, subject, content) : null;
  if (elsewhere !== null) faults.add('NOT_PROVIDING_UNIT', elsewhere.en, elsewhere.zh);
  const nature = natureOf(item, content);
  if (nature === 'UNTRUSTWORTHY' && basisDocument === null)
    faults.add(
      'BASIS_REQUIRED',
      'Untrustworthy conduct is recorded on an effective document only: basisDocument is missing (Article 27).',
      '失信信息须以生效文书为依据，缺少文书（第二十七条）。',
      'basisDocument',
    );
  faults.settle();
  return {
    row,
    item,
    subject,
    occurredOn: input.occurredOn,
    nature,
    ...displayOf(setting, item, input.occurredOn, content),
    basisDocument,
    content,
    // A registration is a state, not an event: its date does not say when it had to be delivered.
    late:
      !registration &&
      addWorkingDays(input.occurredOn, item.updateWithinWorkingDays, { calendar: setting.calendar }).date <
        setting.today,
    alsoSaid: input.alsoSaid ?? [],
  };
}

/** Checks one row. What is wrong is returned with the row's position, not thrown. */
export function checkRecord(
  setting: CheckSetting,
  code: string,
  row: number,
  input: RecordInput,
): CheckedRecord | Rejection {
  try {
    return check(setting, code, row, input);
  } catch (error) {
    if (error instanceof Refused) return { row, code: error.code, message: error.message, faults: error.faults };
    throw error;
  }
}
