/** Chinese names that nothing but themselves and what stands around them tells. */

import { SURE_SURNAMES, WORDS_TOO } from '../words/surnames.ts';
import { WORD_NAMES } from '../words/word-names.ts';
import { maskAgain, maskFields, maskNicknames, maskQuoted, maskSpaced, maskSpacedOn } from './name-forms.ts';
import { frameScore } from './name-frames.ts';
import { maskListed } from './name-lists.ts';
import { maskPairs } from './name-pairs.ts';
import {
  type Around,
  afterScore,
  againstIt,
  beforeScore,
  besideScore,
  compoundAt,
  givenScore,
  isHan,
  isListOfThings,
  isSurname,
  plainness,
  surnameScore,
} from './name-score.ts';
import { wordScore } from './name-words.ts';

interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly before: number;
}

/** With something around it that says a name stands here, and without. */
const THRESHOLD = 4.5;
const THRESHOLD_ROLE = 4;
const THRESHOLD_ALONE = 6.2;
const THRESHOLD_FRAME = 4.6;
/** So much must speak for a name before it is asked whose surname it has. */
const STRONG = 4;
const EASE = 1;

/** Words of grammar that are nobody's surname. */
const NO_SURNAME = new Set(
  '由经当后所将已未也即对与及被把给让在是的了其之这该各每均皆都还又再不没无以从自相因为并而且或如若',
);

type Try = readonly [surname: string, given: number];

function triesAt(around: Around, start: number): { readonly tries: readonly Try[]; readonly before: number } {
  const { text } = around;
  const unit = text.charAt(start);
  const tries: Try[] = [];
  const compound = compoundAt(text, start);
  if (compound !== '') tries.push([compound, 2], [compound, 1]);
  if (isSurname(unit)) {
    tries.push([unit, 2], [unit, 1]);
    const next = text.charAt(start + 1);
    if (SURE_SURNAMES.has(unit) && isSurname(next) && next !== unit) tries.push([unit + next, 2]);
  }
  if (tries.length > 0) {
    const before = beforeScore(around, start);
    // 由 and 经 begin a name where hardly anything else can stand.
    return { tries: NO_SURNAME.has(unit) && before < STRONG ? [] : tries, before };
  }
  // A surname that stands in no list, where hardly anything but a name can stand.
  const before = beforeScore(around, start);
  if (NO_SURNAME.has(unit)) return { tries, before: 0 };
  const isName = around.words.isNamed(start) || !/^[pcudrvfmqy]/.test(around.words.tag(start));
  // 朴银珠、南哲分别陈述.
  const isOneMore =
    text.charAt(start - 1) === '、' &&
    before >= STRONG &&
    around.words.isNamed(start) &&
    around.words.begins(start + 2) &&
    afterScore(around, start + 2) >= 0.5;
  return {
    tries:
      before >= STRONG && isName
        ? isOneMore
          ? [
              [unit, 2],
              [unit, 1],
            ]
          : [[unit, 2]]
        : [],
    before,
  };
}

/** A cell of a table holds a name and nothing else. */
function cellScore(text: string, start: number, end: number): number {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (before === '' || after === '') return 0;
  if ('|-/"'.includes(before) && '|-/"'.includes(after)) return 1.5;
  if (!' \n'.includes(before)) return 0;
  return ' \n'.includes(after) ? 1 : ';,、。'.includes(after) ? 0.8 : 0;
}

/** A word of every day, which is no given name with a surname before it either: 空缺. */
const isKnownWord = ({ text, words }: Around, start: number, end: number): boolean =>
  words.begins(start) &&
  words.end[start] === end &&
  !words.isNamed(start) &&
  !WORD_NAMES.has(text.slice(start, end)) &&
  !WORD_NAMES.has(text.slice(start + 1, end));

/** Right behind a post, and nothing of the sentence right behind it. */
const isBounded = (text: string, start: number, end: number): boolean =>
  (isHan(text.charAt(start - 1)) || text.charAt(start - 1) === ':') &&
  (end >= text.length || ',。;、(\n|/'.includes(text.charAt(end)));

/** The value of a field that a post or a deed names: 签字：施洁。 */
const fieldScore = (text: string, start: number, end: number, before: number): number =>
  before >= 1.5 && before < STRONG && text.charAt(start - 1) === ':' && ',;。)\n |、'.includes(text.charAt(end))
    ? 2.5
    : 0;

/** The name that most speaks for, of those that could begin here. */
function bestAt(around: Around, start: number, ease = 0): Candidate | undefined {
  const { text, closed } = around;
  const found = triesAt(around, start);
  if (found.tries.length === 0) return undefined;
  const before = found.before - (closed[start] ?? 0);
  let best: Candidate | undefined;
  const isEased = !WORDS_TOO.has(text.charAt(start)) && (before >= 0 || around.words.begins(start));
  for (const [surname, length] of found.tries) {
    const from = start + surname.length;
    let end = from;
    for (let point = 0; point < length && end < text.length; point += 1)
      end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
    const given = text.slice(from, end);
    if (given.length < length || !/^\p{Script=Han}+$/u.test(given)) continue;
    // It is masked already.
    if (text.charAt(end) === '*') continue;
    const after = afterScore(around, end);
    const beside = besideScore(around, start, end);
    const frame = frameScore(around, start, end, before, after);
    const score =
      (isEased ? ease : 0) +
      Math.max(
        surnameScore(surname),
        before >= 5 && WORDS_TOO.has(surname) && !/^[cpdruv]/.test(around.words.tag(start)) ? -0.5 : -9,
      ) +
      givenScore(given, before >= STRONG ? -1 : -4) +
      wordScore(
        around,
        start,
        end,
        (before >= STRONG && after >= 3.5) ||
          (before >= 5 && after > 1 && WORD_NAMES.has(text.slice(start, end))) ||
          (ease > 0 && before >= 5 && isBounded(text, start, end)),
      ) +
      (before >= 5 && isBounded(text, start, end) && (ease > 0 || !isKnownWord(around, start, end)) ? 2 : 0) +
      before +
      after +
      beside +
      frame +
      cellScore(text, start, end) +
      fieldScore(text, start, end, before) -
      (isListOfThings(text, end) ? 4 : 0) -
      againstIt(text, start, end, given, before >= STRONG || (before >= 1.5 && after >= 1 && isHan(text.charAt(end))));
    // Where nothing says that a name stands here, the name itself must say it.
    const least =
      ease > 0 && isEased && SURE_SURNAMES.has(surname)
        ? THRESHOLD_FRAME
        : frame > 0
          ? THRESHOLD_FRAME
          : THRESHOLD_ALONE;
    if (before < 2 && after < 2 && beside === 0 && frame < 1 && score < least + plainness(surname)) continue;
    if (best === undefined || score > best.score) best = { start, end, score, before };
  }
  return best;
}

export function maskNames(around: Around): void {
  const { text, masks } = around;
  maskFields(around);
  maskQuoted(around);
  maskSpaced(around);
  maskSpacedOn(around);
  // In a text about persons, less speaks for one more.
  takeBest(around, 0);
  if (text.includes('*') || masks.found.some(({ kind }) => kind === 'NAME')) takeBest(around, EASE);
  maskListed(around);
  maskPairs(around);
  maskNicknames(around);
  maskAgain(around);
}

function takeBest(around: Around, ease: number): void {
  const { text, masks } = around;
  let next: Candidate | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (!isHan(text.charAt(at)) || masks.touches(at, at + 1) || masks.isValue(at)) continue;
    const best = next?.start === at ? next : bestAt(around, at, ease);
    next = undefined;
    if (best === undefined || best.score < (best.before >= STRONG ? THRESHOLD_ROLE : THRESHOLD)) continue;
    // A name that begins one further may be better: 人张德福, 由张三.
    next = bestAt(around, at + 1, ease);
    if (next !== undefined && NO_SURNAME.has(text.charAt(at)) && next.score >= THRESHOLD) continue;
    // 由 is a surname too, and more often the word before a name.
    const margin = WORDS_TOO.has(text.charAt(at)) ? -2 : 1.5;
    if (next !== undefined && next.score > best.score + margin) continue;
    masks.add('NAME', best.start, best.end);
    at = best.end - 1;
  }
}

/** What speaks for each name, for whoever mends the tables. */
export function explainNames(around: Around): readonly string[] {
  const { text } = around;
  return [...text].flatMap((_unit, at) => {
    const best = isHan(text.charAt(at)) ? bestAt(around, at) : undefined;
    return best === undefined ? [] : [`${text.slice(best.start, best.end)} ${best.score.toFixed(1)}`];
  });
}
