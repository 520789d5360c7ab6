/** What stands on both sides of a name at once: 由…驾驶, a clause that begins with it and goes on with what the person does. */

import { SURE_SURNAMES } from '../words/surnames.ts';
import { type Around, givenScore, isHan } from './name-score.ts';

const CLAUSE = ' ,。;:(\n“"';

/** Whether the tagger takes exactly this for a name of a person. */
const isTaggedName = ({ words }: Around, start: number, end: number): boolean =>
  words.begins(start) && words.end[start] === end && words.tag(start).startsWith('nr');

/** Whether a word ends where it ends, or nobody knows where words end there. */
export const endsWithWord = ({ words }: Around, end: number): boolean =>
  words.end[end - 1] === end || words.isNamed(end - 1);

/** What both sides together speak for it. `before` and `after`: what each side speaks alone. */
export function frameScore(around: Around, start: number, end: number, before: number, after: number): number {
  const { text } = around;
  if (after < 1) return 0;
  const sure = SURE_SURNAMES.has(text.charAt(start));
  const tagged = isTaggedName(around, start, end);
  const length = (around.words.end[start] ?? 0) - end;
  const unknown =
    !tagged && around.words.begins(start) && (length === 0 || length === 1) && around.words.isNamed(start);
  const begins = start === 0 || CLAUSE.includes(text.charAt(start - 1));
  if (!sure && !tagged && !unknown) {
    if (!endsWithWord(around, end) || givenScore(text.slice(start + 1, end)) < 1) return 0;
    return (before > 1 && before < 4) || (begins && end - start === 3 && isHan(text.charAt(end))) ? 0.7 : 0;
  }
  const both = (sure ? 0.5 : 0) + (tagged ? 1 : 0) + (unknown ? 0.5 : 0);
  // Behind a preposition, before a verb.
  if (before > 1 && before < 4) return 0.7 + both;
  if (!begins || !isHan(text.charAt(end)) || !endsWithWord(around, end)) return 0;
  return both;
}
