/**
 * Keyed marks by which what fell is recognized when it is delivered again (Articles 37 to 40): of the decision, of who decided, and of single values that
 * were corrected. Keyed, because a plain hash of a document or a name could be guessed (Article 23).
 */
import { fallenNumber, fallenText } from '../../../schema/law/records/fallen-number.ts';
import type { Secrets } from '../../keys/secrets.ts';

type Keys = Pick<Secrets, 'fingerprint'>;
type Content = Readonly<Record<string, string | readonly string[]>>;

/** Hexadecimal. */
export interface FallMark {
  readonly mark: string;
  /** By its credit code and by its name; null where the number itself says who decided, and where the record does not. */
  readonly authorityCode: string | null;
  readonly authorityName: string | null;
}

/** What is marked of a record. */
export interface Marked {
  readonly type: string;
  readonly occurredOn: string;
  readonly basisDocument: string | null;
  readonly content: Content;
}

/** Elements that distinguish records without a document number. */
const ABOUT = ['permitNumber', 'title', 'service', 'period', 'matter', 'kind', 'court', 'actKind'];

/** A subject has one record of these types, which tells its present state: another state is no record that fell. */
export const STATES: ReadonlySet<string> = new Set(['Registration', 'AssessmentRecord']);

const text = (value: string | readonly string[] | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : value.join('\n');

const keyed = (secrets: Keys, kind: string, key: readonly string[]): string =>
  secrets.fingerprint(`fallen\n${JSON.stringify([kind, ...key])}`).toString('hex');

/** Under which display class a penalty is delivered tells no two apart: the kind is the type of the record, and not its item. */
export function fallMark(secrets: Keys, { type, occurredOn, basisDocument, content }: Marked): FallMark {
  const nobody = { authorityCode: null, authorityName: null };
  if (STATES.has(type)) {
    const state = Object.entries(content).map(([name, value]) => `${name} ${fallenText(text(value))}`);
    return { mark: keyed(secrets, type, ['STATE', ...state.sort()]), ...nobody };
  }
  const number = basisDocument ?? text(content.documentNumber);
  if (number === '') {
    const about = ABOUT.map((name) => fallenText(text(content[name])));
    return { mark: keyed(secrets, type, ['DAY', occurredOn, ...about]), ...nobody };
  }
  const { key, namesAuthority } = fallenNumber(number);
  const permit = text(content.permitNumber);
  const mark = keyed(secrets, type, ['NUMBER', key, permit === '' ? '' : fallenNumber(permit).key]);
  if (namesAuthority) return { mark, ...nobody };
  const authority = (element: 'authorityCode' | 'authorityName'): string | null => {
    const said = fallenText(text(content[element]));
    return said === '' ? null : keyed(secrets, element, [said]);
  };
  return { mark, authorityCode: authority('authorityCode'), authorityName: authority('authorityName') };
}

/** By what the values of a state are known: a state of another day may say again what was wrong of this one. Null for what is no state. */
export const stateMark = (secrets: Keys, { type, occurredOn }: Pick<Marked, 'type' | 'occurredOn'>): string | null =>
  STATES.has(type) ? keyed(secrets, type, ['VALUES', occurredOn]) : null;

/** The decision that a record names in its content beside its basis; null where that is the same, or none. */
export function namedMark(secrets: Keys, marked: Marked): FallMark | null {
  const number = text(marked.content.documentNumber);
  if (STATES.has(marked.type) || number === '' || marked.basisDocument === null) return null;
  if (fallenNumber(number).key === fallenNumber(marked.basisDocument).key) return null;
  return fallMark(secrets, { ...marked, basisDocument: number });
}

/** A designation is known by its list and its document. */
export const designationMark = (secrets: Keys, list: string, document: string): string =>
  keyed(secrets, `list ${list}`, [fallenNumber(document).key]);

/** What a record says besides its document: elements by their name, and of its subject. */
export type Values = Readonly<Record<string, string>>;

/** Whatever a version says, as it is compared. The order of a list says nothing. */
export function valuesOf(said: {
  readonly occurredOn: string;
  readonly content: Content;
  readonly subject: { readonly name: string; readonly address: string | null; readonly phone: string | null };
}): Values {
  const { name, address, phone } = said.subject;
  return {
    occurredOn: said.occurredOn,
    subjectName: name,
    subjectAddress: address ?? '',
    subjectPhone: phone ?? '',
    ...Object.fromEntries(
      Object.entries(said.content).map(([element, value]) => [
        `content.${element}`,
        text(typeof value === 'string' ? value : value.toSorted()),
      ]),
    ),
  };
}

const AMOUNT = /^-?[\d,]+(\.\d+)?$/;
/** 5,000.00 is 5000. */
const comparedValue = (value: string): string =>
  AMOUNT.test(value) ? String(Number(value.replaceAll(',', ''))) : fallenText(value);

/** Mark of a value that was wrong; an empty one where nothing was said, and something should have been. */
export const valueMark = (secrets: Keys, name: string, value: string): string =>
  keyed(secrets, 'value', [name, comparedValue(value)]);

/** Marks of the values that a correction took away, and of those that it says. */
export function correctedValues(secrets: Keys, before: Values, after: Values): { gone: string[]; said: string[] } {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => comparedValue(before[name] ?? '') !== comparedValue(after[name] ?? ''),
  );
  return {
    gone: changed.map((name) => valueMark(secrets, name, before[name] ?? '')),
    said: changed.map((name) => valueMark(secrets, name, after[name] ?? '')),
  };
}
