/** The form of a record that other callers may read: personal elements desensitized, free text scanned (Article 23, last paragraph). */
import { desensitize, desensitizeText, NUMBER_KINDS } from '../../../schema/law/desensitize.ts';
import type { WholeStatement } from '../../request/subjects/subject-rows.ts';
import type { CheckedRecord } from './check.ts';
import { formOf } from './element-forms.ts';

type Content = CheckedRecord['content'];

/** Personal elements that say something of the subject itself. In a company's record every other one is about somebody else, and is masked. */
const OWN_OF_ORGANIZATION: ReadonlySet<string> = new Set(['legalName']);

const text = (value: Content[string] | undefined): string | null => (typeof value === 'string' ? value : null);

/** What a version of a record says that its texts may repeat. */
export interface SaidByVersion {
  /** Of the subject; undefined where it is no person. */
  readonly subject: Pick<CheckedRecord['subject'], 'name' | 'address' | 'phone'> | undefined;
  readonly representative: string | null;
}

export const saidByVersion = ({ subject, content }: Pick<CheckedRecord, 'subject' | 'content'>): SaidByVersion => ({
  subject: subject.personal ? subject : undefined,
  representative: text(content.legalRepresentativeName),
});

/** The longer one first: one that contains another is found whole. */
const byLength = (left: string, right: string): number => right.length - left.length;

/** Known values of a person, each with its masked form, to replace them in texts: numbers and addresses that a pattern would not find. */
function ownValues(
  { personal, type, value: number }: CheckedRecord['subject'],
  said: readonly SaidByVersion[],
): (readonly [value: string, masked: string])[] {
  if (!personal) return [];
  const kinds = [
    ...(type === 'USCC' ? [] : [[NUMBER_KINDS[type], number] as const]),
    ...said.flatMap(({ subject }) => [
      ['PHONE', subject?.phone ?? null] as const,
      ['ADDRESS', subject?.address ?? null] as const,
    ]),
  ];
  return kinds
    .flatMap(([kind, value]) =>
      value !== null && value.length > 3 ? [[value, desensitize(kind, value) ?? ''] as const] : [],
    )
    .sort(([left], [right]) => byLength(left, right));
}

/**
 * The content as other callers may read it. `before`: what earlier versions said. A text may still say it when it was corrected, and what was masked
 * stays masked (Article 23).
 */
export function openContent(
  { item, subject, content }: Pick<CheckedRecord, 'item' | 'subject' | 'content'>,
  before: readonly SaidByVersion[] = [],
): Content {
  const kinds = new Map(item.elements.map((element) => [element.name, element.personal]));
  const said = [saidByVersion({ subject, content }), ...before];
  // Names to mask in texts: the subject's own where it is a person, and the representative's.
  const names = [...new Set(said.flatMap(({ subject: person, representative }) => [person?.name, representative]))]
    .filter((name): name is string => name != null && name.length > 1)
    .sort(byLength);
  const own = ownValues(subject, said);
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
