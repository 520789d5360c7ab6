/** The form of a record that other callers may read: personal elements desensitized, free text scanned (Article 23, last paragraph). */
import { desensitize, desensitizeText } from '../../../schema/law/desensitize.ts';
import type { WholeStatement } from '../../request/subjects/subject-rows.ts';
import type { CheckedRecord } from './check.ts';
import { formOf } from './element-forms.ts';

type Content = CheckedRecord['content'];

/** Personal elements that say something of the subject itself. In a company's record every other one is about somebody else, and is masked. */
const OWN_OF_ORGANIZATION: ReadonlySet<string> = new Set(['legalName']);

const text = (value: Content[string] | undefined): string | null => (typeof value === 'string' ? value : null);

const PERSON_KINDS = { USCC: null, CITIZEN_ID: 'CITIZEN_ID', OTHER_DOCUMENT: 'DOCUMENT_NUMBER' } as const;

/** Known values of a person, each with its masked form, to replace them in texts: numbers and addresses that a pattern would not find. */
function ownValues(subject: CheckedRecord['subject']): (readonly [value: string, masked: string])[] {
  if (!subject.personal) return [];
  const kinds = [
    ...(subject.type === 'USCC' ? [] : [[PERSON_KINDS[subject.type], subject.value] as const]),
    ['PHONE', subject.phone] as const,
    ['ADDRESS', subject.address] as const,
  ];
  return kinds.flatMap(([kind, value]) =>
    value !== null && value.length > 3 ? [[value, desensitize(kind, value) ?? ''] as const] : [],
  );
}

/** The content as other callers may read it. */
export function openContent({ item, subject, content }: Pick<CheckedRecord, 'item' | 'subject' | 'content'>): Content {
  const kinds = new Map(item.elements.map((element) => [element.name, element.personal]));
  // Names to mask in texts: the subject's own where it is a person, and the representative's.
  const names = [subject.personal ? subject.name : null, text(content.legalRepresentativeName)].filter(
    (name): name is string => name !== null && name.length > 1,
  );
  const own = ownValues(subject);
  const scanned = (part: string): string =>
    desensitizeText(
      own.reduce((text, [value, masked]) => text.replaceAll(value, masked), part),
      names,
    );
  const seen: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(content)) {
    const kind = kinds.get(name) ?? null;
    if (kind !== null && (subject.personal || !OWN_OF_ORGANIZATION.has(name))) {
      const masked = desensitize(kind, text(value));
      if (masked !== null) seen[name] = masked;
    } else if (kind !== null || formOf(item.recordType, name) !== undefined) seen[name] = value;
    else seen[name] = typeof value === 'string' ? scanned(value) : value.map(scanned);
  }
  return seen;
}

/** What a delivery says of its subject, as other callers may read it. The names are columns of the record's version. */
export const openStatement = ({ personal, name, address, phone }: CheckedRecord['subject']) => ({
  stated_name: personal ? (desensitize('NAME', name) ?? '*') : name,
  stated_address: personal ? desensitize('ADDRESS', address) : address,
  stated_phone: personal ? desensitize('PHONE', phone) : phone,
});

/** What a delivery says of a person, whole. */
export const wholeStatement = ({
  name,
  value,
  birthDate,
  address,
  phone,
}: CheckedRecord['subject']): WholeStatement => ({
  name,
  identifier: value,
  birthDate,
  address,
  phone,
});
