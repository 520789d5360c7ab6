/** Which names and seats of organizations stay in texts: one that a delivery calls after a person opens that person nowhere (Article 23). */
import { personsIn } from '../../schema/law/desensitize/name.ts';
import type { KnownValue } from '../../schema/law/redact/facts.ts';
import { fold } from '../../schema/law/redact/fold.ts';
import { looksLikeFirm } from '../../schema/law/redact/known.ts';

const bare = (text: string): string =>
  fold(text)
    .text.replace(/[\s·.]/gu, '')
    .toLowerCase();

const namesOf = (values: readonly KnownValue[]): string[] =>
  values.filter(({ kind }) => kind === 'NAME').flatMap(({ value }) => [value, ...personsIn(value)].map(bare));

/**
 * `personal` is said by columns, `found` stood in texts. A name that is no firm's and holds a known person's, or is a part of one, does not stay; what was found in texts
 * may be a part of a firm's name, so that only the same name counts.
 */
export function staysOpen(
  open: readonly string[],
  personal: readonly KnownValue[],
  found: readonly KnownValue[],
): string[] {
  const [said, told] = [namesOf(personal), namesOf(found)];
  return open.filter((one) => {
    const name = bare(one);
    if (said.some((person) => person.includes(name)) || told.some((person) => person.includes(name))) return false;
    return looksLikeFirm(one) || !said.some((person) => person.length > 1 && name.includes(person));
  });
}
