/** How the words of the tagger lie to a name: one that is a name speaks for it, a common one, or one that runs across its end, against it. */

import { COMPOUND_SURNAMES } from '../../desensitize/surnames.ts';
import { NO_NAMES } from '../words/no-names.ts';
import { WORD_NAMES } from '../words/word-names.ts';
import { type Around, roleBefore } from './name-score.ts';
import type { Words } from './tagged-words.ts';

/** Where the word ends that a name touches. A word that is in no dictionary may hold the small word behind the name: 史月系, 陈城诉. */
function endOf(text: string, words: Words, unit: number, end: number): number {
  const last = words.end[unit] ?? end;
  return last === end + 1 && words.tag(unit) === 'x' && SMALL.has(text.charAt(end)) ? end : last;
}

const SMALL = new Set('诉系称因于在将向对与为被把给说从以用至及');
const MISFIT = /^[vpcdrmqfu]/;

/** How the words of the tagger lie to it. */
export function wordScore({ text, words }: Around, start: number, end: number, isSure = false): number {
  if (NO_NAMES.has(text.slice(start, end))) return isSure ? (WORD_NAMES.has(text.slice(start, end)) ? -2 : -3) : -8;
  // 同事祖国强的证言: a word of two characters that a surname begins, and the end of a given name.
  if (isSure && WORD_NAMES.has(text.slice(start + 1, end))) return -2;
  let score = 0;
  const first = words.start[start] ?? start;
  const firstEnd = endOf(text, words, start, end);
  const tag = words.tag(start);
  const named = words.isNamed(start) || COMPOUND_SURNAMES.has(text.slice(start, firstEnd));
  // 房东/经满仓 that is taken for 房/东经/满仓.
  const isRole = roleBefore(text, start).length > 1 && words.begins(start - roleBefore(text, start).length);
  if (first < start) score -= named ? 0.5 : isRole ? 2 : 4;
  else if (firstEnd === end) {
    if (named) score += tag === 'nr' && end - start > 2 ? 2 : 1.5;
    else if (tag !== 'nz') score -= end - start > 2 ? 7 : tag === 'ns' ? 2.5 : 2;
  } else if (firstEnd > end) score -= named ? 1 : 5;
  else if (firstEnd - start >= 2 && !named)
    score -= tag === 'ns' ? 7 : firstEnd - start === 2 && end - firstEnd === 1 ? 7 : 5;
  if (score > -4 && (NO_NAMES.has(text.slice(start, start + 2)) || NO_NAMES.has(text.slice(start, start + 3))))
    score -= 5;
  if (firstEnd < end) {
    // The last word that it touches ends with it, or runs on.
    const last = endOf(text, words, end - 1, end);
    const lastTag = words.tag(end - 1);
    const rest = words.start[end - 1] ?? start;
    // 王/建国 and 孙/浩然 are names, 于/提交 is none.
    if (
      last === end &&
      end - rest >= 2 &&
      rest > start &&
      text.charAt(end - 1) !== text.charAt(end - 2) &&
      MISFIT.test(lastTag)
    )
      score -= WORD_NAMES.has(text.slice(rest, end)) ? 0 : lastTag.startsWith('v') && !MISFIT.test(tag) ? 1.5 : 4;
    else if (last === end) score += 1;
    else score -= words.isNamed(end - 1) ? 0.5 : 4;
  }
  return score;
}
