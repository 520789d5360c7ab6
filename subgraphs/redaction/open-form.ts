/**
 * The form of a record that other callers may read (Article 23, last paragraph): personal elements desensitized, texts redacted; and what a record says of
 * natural persons, which no text of its subject shows.
 */

import { desensitize, NUMBER_KINDS } from '../../schema/law/desensitize/desensitize.ts';
import { personsIn } from '../../schema/law/desensitize/name.ts';
import { COMPOUND_SURNAMES, SURNAMES } from '../../schema/law/desensitize/surnames.ts';
import type { IdentifierType, PersonalKind, RecordType } from '../../schema/law/facts.ts';
import { formOf } from '../../schema/law/records/element-forms.ts';
import type { Known, KnownValue, Redacted, TextForm } from '../../schema/law/redact/facts.ts';
import { looksLikeFirm } from '../../schema/law/redact/known.ts';

/** The function for the texts of a subject. */
export type Redact = (text: string, form?: TextForm) => Redacted;

export type Content = Readonly<Record<string, string | readonly string[]>>;

/** What has to be known of the item of a record. */
export interface FormItem {
  readonly recordType: RecordType;
  readonly elements: readonly { readonly name: string; readonly personal: PersonalKind | null }[];
}

/** What a record says of its subject, whole. */
export interface SaidOf {
  readonly personal: boolean;
  readonly type: IdentifierType;
  readonly value: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly birthDate: string | null;
}

export interface Formed {
  readonly item: FormItem;
  readonly subject: SaidOf;
  readonly content: Content;
  /** Cells of the delivery that no element holds. */
  readonly alsoSaid?: readonly string[] | undefined;
}

/** Personal elements that say something of the subject itself. In a company's record every other one is about somebody else, and is masked. */
const OWN_OF_ORGANIZATION: ReadonlySet<string> = new Set(['legalName']);

/** Elements that name a person whatever an edition of the catalog forgets to say. */
const ALWAYS_PERSONAL: Readonly<Record<string, PersonalKind>> = {
  legalRepresentativeName: 'NAME',
  legalRepresentativeIdNumber: 'CITIZEN_ID',
};

const kindOf = ({ elements }: FormItem, element: string): PersonalKind | null =>
  elements.find(({ name }) => name === element)?.personal ?? ALWAYS_PERSONAL[element] ?? null;

/** Elements that are themselves numbers of a document. */
const NUMBERS: ReadonlySet<string> = new Set([
  'documentNumber',
  'permitNumber',
  'reference',
  'permitDocument',
  'basisDocument',
  'decisionNumber',
]);

export const textFormOf = (element: string): TextForm => (NUMBERS.has(element) ? 'NUMBER' : 'TEXT');

export const isMasked = (subject: Pick<SaidOf, 'personal'>, element: string): boolean =>
  subject.personal || !OWN_OF_ORGANIZATION.has(element);

/** Whether an element is a text: neither personal as a whole nor of a form of its own. */
export const isText = (item: FormItem, element: string): boolean =>
  kindOf(item, element) === null && formOf(item.recordType, element) === undefined;

const valuesOf = (said: readonly (readonly [PersonalKind, string | null])[]): KnownValue[] =>
  said.flatMap(([kind, held]) => (held === null || [...held.trim()].length < 2 ? [] : [{ kind, value: held }]));

/** What is said of a subject itself. */
export function knownOfSubject({ personal, type, value, name, address, phone, birthDate }: SaidOf): Known {
  if (!personal) return { personal: [], open: [name, address].filter((one) => one !== null) };
  const numberKind = NUMBER_KINDS[type];
  // Only a sole trader has a name of trade: a person may be called 阿市木呷.
  const isFirm = type === 'USCC' && name !== null && looksLikeFirm(name);
  return {
    personal: valuesOf([
      ...(isFirm ? [] : [['NAME', name] as const]),
      ...(numberKind === null ? [] : [[numberKind, value] as const]),
      ['ADDRESS', address],
      ['PHONE', phone],
      ['BIRTH_DATE', birthDate],
    ]),
    open: isFirm ? [name] : [],
  };
}

/** What a record says of natural persons, and of organizations. */
export function knownOf({ item, subject, content, alsoSaid = [] }: Formed): Known {
  const said: (readonly [PersonalKind, string | null])[] = [];
  for (const [element, held] of Object.entries(content)) {
    const kind = kindOf(item, element);
    if (kind !== null && typeof held === 'string' && isMasked(subject, element)) said.push([kind, held]);
  }
  for (const cell of alsoSaid) {
    const kind = kindOfCell(cell);
    if (kind !== undefined) said.push([kind, cell]);
  }
  const own = knownOfSubject(subject);
  return { personal: [...own.personal, ...valuesOf(said)], open: own.open };
}

/** A Chinese name begins with a surname; others are of several parts, or Latin. */
function isName(text: string): boolean {
  const points = [...text];
  if (/^\p{Script=Latin}[\p{Script=Latin}\s.'-]+$/u.test(text)) return text.includes(' ');
  if (!/^\p{Script=Han}+(?:[·•・‧]\p{Script=Han}+)*$/u.test(text)) return false;
  if (/[·•・‧]/u.test(text)) return true;
  return points.length <= 4 && (SURNAMES.has(points[0] ?? '') || COMPOUND_SURNAMES.has(points.slice(0, 2).join('')));
}

/** What a cell of an unknown column may be of a person. */
function kindOfCell(cell: string): PersonalKind | undefined {
  const text = cell.normalize('NFKC').trim();
  if (/^[\d\sXx-]{15,22}$/.test(text)) return 'CITIZEN_ID';
  if (/^\+?[\d\s-]{7,16}$/.test(text)) return 'PHONE';
  if (/^[A-Za-z]{1,3}\d{6,12}$/.test(text)) return 'DOCUMENT_NUMBER';
  if (/[路街巷村屯镇乡].{0,12}\d|[栋单元室组]/u.test(text)) return 'ADDRESS';
  return personsIn(text).some(isName) ? 'NAME' : undefined;
}

/** The content as other callers may read it. */
export function openContent({ item, subject, content }: Omit<Formed, 'alsoSaid'>, redact: Redact): Content {
  const seen: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(content)) {
    const kind = kindOf(item, name);
    if (kind !== null && isMasked(subject, name)) {
      const masked = desensitize(kind, typeof value === 'string' ? value : null);
      if (masked !== null) seen[name] = masked;
    } else if (!isText(item, name)) seen[name] = value;
    else {
      const form = textFormOf(name);
      seen[name] = typeof value === 'string' ? redact(value, form).text : value.map((part) => redact(part, form).text);
    }
  }
  return seen;
}

/** What a delivery says of its subject, as other callers may read it. These are columns of the record's version. */
export const openStatement = ({ personal, name, address, phone }: Omit<SaidOf, 'type' | 'value' | 'birthDate'>) => ({
  stated_name: personal && name !== null ? (desensitize('NAME', name) ?? '*') : name,
  stated_address: personal ? desensitize('ADDRESS', address) : address,
  stated_phone: personal ? desensitize('PHONE', phone) : phone,
});
