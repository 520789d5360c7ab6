/** Checks a record before it is stored (Articles 18, 19, 20 and 27). Pure: takes a row, returns the checked record or the reason of the rejection. */
import { repeated } from '../../../schema/errors.ts';
import { TERMS } from '../../../schema/law/articles/terms.ts';
import { addMonths, addWorkingDays, type Calendar, isDate } from '../../../schema/law/clocks/calendar.ts';
import type { IdentifierType, Nature, SubjectKind } from '../../../schema/law/facts.ts';
import { isUnkept } from '../../../schema/law/matter/pledges.ts';
import { formOf, LISTS } from '../../../schema/law/records/element-forms.ts';
import { checkIdentifier } from '../../../schema/law/records/identifiers.ts';
import { editionOn, type Item } from '../../request/directory.ts';

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

export interface CheckedRecord {
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
  readonly displayedUntil: string | null;
  readonly basisDocument: string | null;
  readonly content: Readonly<Record<string, string | readonly string[]>>;
  readonly late: boolean;
  readonly alsoSaid: readonly string[];
  /** A later row of the same delivery about the same decision, under another item. */
  readonly later?: CheckedRecord | undefined;
}

export interface Rejection {
  readonly row: number;
  readonly code: string;
  readonly message: string;
}

export interface CheckSetting {
  readonly today: string;
  /** Unit that delivers the records. */
  readonly unit: string;
  readonly editions: readonly Item[];
  readonly unassignedRegions: 'allow' | 'refuse';
  readonly calendar: Calendar;
}

const TEXT_MAX = 20_000;
const FIELD_MAX = 1_000;

/** Article 20 §3: never accepted about a natural person or a sole trader, with or without consent. */
const PROHIBITED = /宗教信仰|血型|病史|患有疾病|指纹|基因信息|遗传信息/u;
const PROHIBITED_ELEMENTS = new Set(['religion', 'bloodType', 'illness', 'medicalHistory', 'fingerprint', 'genetics']);

/** Text that PostgreSQL cannot store: NUL, or lone surrogates. */
const unreadable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

export type Content = Record<string, string | readonly string[]>;

/** Ends the check of a row, with code and reason. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The name of a subject as it is stored. Throws Refused. */
export function nameOf(sent: string): string {
  const name = sent.normalize('NFC').trim();
  if (name === '' || name.length > 300 || unreadable(name))
    throw new Refused('NAME', 'subjectName is empty, too long or no text.');
  return name;
}

/** A short text as it is stored; null where nothing is said. Throws Refused. */
export function fieldOf(field: string, sent: string | null | undefined): string | null {
  const text = sent ?? '';
  if (text.length > FIELD_MAX || unreadable(text))
    throw new Refused('UNREADABLE', `${field} is longer than ${FIELD_MAX} characters or no text.`);
  return text.trim() || null;
}

/** Content by the elements of the item's edition. Throws Refused, naming the first element that is invalid. */
export function contentOf(item: Item, sent: unknown, personal: boolean): Content {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw new Refused('CONTENT', 'content is not an object of data elements.');
  const known = new Set(item.elements.map((element) => element.name));
  const content: Content = {};
  for (const [name, value] of Object.entries(sent)) {
    if (PROHIBITED_ELEMENTS.has(name))
      throw new Refused('PROHIBITED', `content.${name} must not be collected (Article 20 §3).`);
    if (!known.has(name))
      throw new Refused(
        'ELEMENT_UNKNOWN',
        `content.${repeated(name)} is no data element of ${item.code} ${item.edition}.`,
      );
    if (value === null || value === '') continue;
    if (Array.isArray(value) !== LISTS.has(name))
      throw new Refused('CONTENT', `content.${name} is not ${LISTS.has(name) ? 'a list of texts' : 'one text'}.`);
    const form = formOf(item.recordType, name);
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const part of parts) {
      if (typeof part !== 'string') throw new Refused('CONTENT', `content.${name} is not text.`);
      if (part.length > TEXT_MAX)
        throw new Refused('CONTENT', `content.${name} is longer than ${TEXT_MAX} characters.`);
      if (unreadable(part)) throw new Refused('CONTENT', `content.${name} holds characters that are no text.`);
      if (form !== undefined && !form.fits(part))
        throw new Refused('CONTENT', `content.${name} is not ${form.called}.`);
      if (personal && PROHIBITED.test(part))
        throw new Refused(
          'PROHIBITED',
          `content.${name} speaks of information that must not be collected (Article 20 §3).`,
        );
    }
    content[name] = Array.isArray(value) ? (parts as string[]) : (value as string);
  }
  return content;
}

/** Nature of a record: that of its item, except for a pledge that was not kept. */
export const natureOf = (item: Item, content: Content): Nature =>
  item.recordType === 'PledgeRecord' && isUnkept(content.performance) ? 'UNTRUSTWORTHY' : item.nature;

/** Months for a pledge that was not kept, where its item sets none: those of general untrustworthiness. */
const UNKEPT_MONTHS = TERMS.find(({ key }) => key === 'display.general.maximum')?.value ?? null;

/** End of the display (Article 37 §2), counted from the date of the deciding document. The provider can only set an earlier end. */
export function displayEnd(item: Item, decidedOn: string, content: Content): string | null {
  const stated = content.displayUntil;
  const own = typeof stated === 'string' && isDate(stated) ? stated : null;
  if (natureOf(item, content) !== 'UNTRUSTWORTHY') return own;
  const months = item.displayMaximumMonths ?? (item.nature === 'UNTRUSTWORTHY' ? null : UNKEPT_MONTHS);
  if (months === null) return own;
  const end = addMonths(decidedOn, months);
  return own !== null && own < end ? own : end;
}

/** Checks a row against the edition of its item that was in force on the row's date. */
function check(setting: CheckSetting, code: string, row: number, input: RecordInput): CheckedRecord {
  if (!isDate(input.occurredOn)) throw new Refused('DATE', 'occurredOn is not a date of the form YYYY-MM-DD.');
  if (input.occurredOn > setting.today)
    throw new Refused('DATE_FUTURE', `occurredOn ${input.occurredOn} lies in the future.`);
  // A registration may be older than any catalog. The delivery states how it is today, so that today's edition applies.
  const registration = setting.editions.some((known) => known.code === code && known.recordType === 'Registration');
  const date = registration ? setting.today : input.occurredOn;
  const item = editionOn(setting.editions, code, date);
  if (item === undefined)
    throw new Refused('NO_ITEM_IN_FORCE', `No edition of ${repeated(code)} was in force on ${date} (Article 18).`);
  // The unit must provide the item today, or have provided it then and correct what it delivered (Articles 21 and 38).
  if (![item, editionOn(setting.editions, code, setting.today)].some((known) => known?.providingUnit === setting.unit))
    throw new Refused(
      'NOT_PROVIDING_UNIT',
      'The catalog names another unit as the provider of this item (Article 21).',
    );
  if (input.simplifiedProcedure === true && item.recordType === 'AdministrativePenalty')
    throw new Refused(
      'SIMPLIFIED_PROCEDURE',
      'A penalty made by simplified procedure does not enter the catalog (Article 18, last paragraph).',
    );
  const checked = checkIdentifier(input.subject.type, input.subject.value, {
    unassignedRegions: setting.unassignedRegions,
    today: setting.today,
  });
  if (!checked.ok) throw new Refused(`IDENTIFIER_${checked.reason}`, `${checked.message} (Article 19)`);
  const kind: SubjectKind = input.subject.type === 'USCC' ? (checked.subjectKind ?? 'LEGAL_PERSON') : 'NATURAL_PERSON';
  if (!item.subjectKinds.includes(kind))
    throw new Refused(
      'SUBJECT_KIND',
      `${item.code} does not concern subjects of kind ${kind}; it names ${item.subjectKinds.join(', ')}.`,
    );
  const name = nameOf(input.subjectName);
  if (kind === 'NATURAL_PERSON' && item.displayRequiredBy === null && (input.consent ?? '').trim() === '')
    throw new Refused(
      'CONSENT_REQUIRED',
      'Information about a natural person needs a recorded consent, which the item does not spare (Article 20).',
    );
  const basisDocument = fieldOf('basisDocument', input.basisDocument);
  const content = contentOf(item, input.content, checked.personal);
  const nature = natureOf(item, content);
  if (nature === 'UNTRUSTWORTHY' && basisDocument === null)
    throw new Refused(
      'BASIS_REQUIRED',
      'Untrustworthy conduct is recorded on an effective document only: basisDocument is missing (Article 27).',
    );
  return {
    row,
    item,
    subject: {
      type: input.subject.type,
      value: checked.value,
      kind,
      personal: checked.personal,
      birthDate: checked.birthDate ?? null,
      name,
      address: fieldOf('subjectAddress', input.subjectAddress),
      phone: fieldOf('subjectPhone', input.subjectPhone),
    },
    occurredOn: input.occurredOn,
    nature,
    displayedUntil: displayEnd(item, input.occurredOn, content),
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

/** Checks one row. A fault is returned with the row's position, not thrown. */
export function checkRecord(
  setting: CheckSetting,
  code: string,
  row: number,
  input: RecordInput,
): CheckedRecord | Rejection {
  try {
    return check(setting, code, row, input);
  } catch (error) {
    if (error instanceof Refused) return { row, code: error.code, message: error.message };
    throw error;
  }
}
