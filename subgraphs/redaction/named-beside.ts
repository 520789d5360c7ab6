/**
 * Who is named anywhere in a delivery, and which names of organizations stay: a row about a company may tell in its text of a person who has a row of its own (Article 23). One pass over each text,
 * however many are named.
 */
import { personsIn } from '../../schema/law/desensitize/name.ts';
import type { Known, KnownValue } from '../../schema/law/redact/facts.ts';
import { fold } from '../../schema/law/redact/fold.ts';
import { looksLikeFirm } from '../../schema/law/redact/known.ts';

/** A name of two characters is too often a word of every day. Those are found where the row itself, or its subject, names them. */
const NAME_MIN = 3;
const OTHER_MIN = 6;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}·•・‧.-]/gu, '');

/** A row of a delivery: what it says of persons, and its texts. */
export interface Saying {
  readonly subjectId: string;
  readonly known: Known;
  readonly texts: readonly string[];
}

/** What each row says of persons, with what another row says of them and stands in its texts. */
export function withBeside(rows: readonly Saying[]): { readonly subjectId: string; readonly known: Known }[] {
  const beside = rows.length > 1 ? saidBeside(rows) : () => [];
  return rows.map(({ subjectId, known, texts }) => ({
    subjectId,
    known: { personal: [...known.personal, ...beside(texts)], open: known.open },
  }));
}

/** What of the values of all rows stands in the texts of one of them. */
function saidBeside(rows: readonly Saying[]): (texts: readonly string[]) => readonly KnownValue[] {
  const byStart = new Map<string, { readonly text: string; readonly value: KnownValue }[]>();
  const kept = new Set<string>();
  for (const row of rows)
    for (const value of row.known.personal) {
      const text = folded(value.value);
      if ([...text].length < (value.kind === 'NAME' ? NAME_MIN : OTHER_MIN) || kept.has(text)) continue;
      kept.add(text);
      const start = text.slice(0, 2);
      byStart.set(start, [...(byStart.get(start) ?? []), { text, value }]);
    }
  const inText = (text: string, found: Set<KnownValue>): void => {
    const plain = folded(text);
    for (let at = 0; at + 1 < plain.length; at += 1)
      for (const one of byStart.get(plain.slice(at, at + 2)) ?? [])
        if (plain.startsWith(one.text, at)) found.add(one.value);
  };
  return (texts) => {
    const found = new Set<KnownValue>();
    if (byStart.size > 0) for (const part of texts) if (part.length >= NAME_MIN) inText(part, found);
    return [...found];
  };
}

const bare = (text: string): string =>
  fold(text)
    .text.replace(/[\s·.]/gu, '')
    .toLowerCase();

const namesOf = (values: readonly KnownValue[]): string[] =>
  values.filter(({ kind }) => kind === 'NAME').flatMap(({ value }) => [value, ...personsIn(value)].map(bare));

/**
 * Which names and seats of organizations stay in texts: one that a delivery calls after a person opens that person nowhere.
 * `personal` is said by columns, `found` stood in texts. A name that is no firm's and holds a known person's, or is a part of one, does not stay; what was found in texts
 * may be a part of a firm's name, so that only the same name counts.
 */
export function staysOpen(
  open: readonly string[],
  personal: readonly KnownValue[],
  found: readonly KnownValue[],
): string[] {
  const [said, told] = [namesOf(personal), namesOf(found)];
  if (said.length === 0 && told.length === 0) return [...open];
  return open.filter((one) => {
    const name = bare(one);
    if (said.some((person) => person.includes(name)) || told.some((person) => person.includes(name))) return false;
    return looksLikeFirm(one) || !said.some((person) => person.length > 1 && name.includes(person));
  });
}
