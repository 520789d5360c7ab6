/**
 * Who is named anywhere in a delivery: a row about a company may tell in its text of a person who has a row of its own (Article 23). One pass over each text,
 * however many are named.
 */
import type { Known, KnownValue } from '../../schema/law/redact/facts.ts';
import { type Formed, knownOf } from './open-form.ts';

/** A name of two characters is too often a word of every day. Those are found where the row itself, or its subject, names them. */
const NAME_MIN = 3;
const OTHER_MIN = 6;

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}·•・‧.-]/gu, '');

/** A row of a delivery: what it says of persons, and its texts. */
interface Saying {
  readonly known: Known;
  readonly texts: readonly string[];
}

const sayingOf = (formed: Formed): Saying => ({ known: knownOf(formed), texts: Object.values(formed.content).flat() });

export function namedBeside(rows: readonly Formed[]): (row: Formed) => readonly KnownValue[] {
  const beside = saidBeside(rows.map(sayingOf));
  return (row) => beside(sayingOf(row));
}

/** What of the values of all rows stands in the texts of one of them. */
export function saidBeside(rows: readonly Saying[]): (row: Pick<Saying, 'texts'>) => readonly KnownValue[] {
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
  return ({ texts }) => {
    const found = new Set<KnownValue>();
    if (byStart.size > 0) for (const part of texts) if (part.length >= NAME_MIN) inText(part, found);
    return [...found];
  };
}
