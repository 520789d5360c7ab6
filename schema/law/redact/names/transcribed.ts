/** Names of minorities and foreigners: joined by a dot, in Latin or Cyrillic letters, or made of parts that are names alone. */

import type { Folded } from '../fold.ts';
import type { Masks } from '../masks.ts';
import { matchesOf, ruleOf } from '../reading/matches.ts';
import type { Word } from '../reading/tagger.ts';
import { WEAK_ROLES } from '../words/roles.ts';
import { NAME_PARTS, TRANSCRIBING } from '../words/transcribed.ts';
import { roleBefore } from './name-score.ts';
import type { WordStarts } from './tagged-words.ts';
import { beginningWith, endingWith } from './word-index.ts';

const HAN = /\p{Script=Han}/u;
const MOST = 8;

/** A word of the dictionary that is no name: a name ends before it. */
const isCommon = ({ word, tag }: Word): boolean => word.length >= 2 && !/^(?:nr|ns|nz|x)/.test(tag);

export const roleEndsAt = (text: string, end: number, weak = true): boolean => {
  const role = roleBefore(text, end);
  return role !== '' && (weak || !WEAK_ROLES.has(role));
};

/** Where a role within a part ends: 证人阿依. */
function roleIn(text: string, start: number, end: number): number | undefined {
  for (let at = end - 1; at > start; at -= 1) if (roleEndsAt(text, at)) return at;
  return undefined;
}

function partEnd(text: string, from: number, starts: WordStarts): number {
  let at = from;
  while (at < text.length && at - from < MOST && HAN.test(text.charAt(at))) {
    const word = starts.get(at);
    if (at - from >= 1 && word !== undefined && isCommon(word) && at > from) break;
    if (!TRANSCRIBING.has(text.charAt(at)) && at - from >= 1) break;
    at += 1;
  }
  return at;
}

/** A part that a stop bounds: 阿不都·卡德尔 in a table. */
function boundedStart(text: string, to: number): number | undefined {
  let at = to;
  while (at > 0 && to - at < MOST && HAN.test(text.charAt(at - 1))) at -= 1;
  return to - at < 6 && (at === 0 || /[ |,、;(\n:]/u.test(text.charAt(at - 1))) ? at : undefined;
}

function partStart(text: string, to: number, starts: WordStarts): number {
  let at = to;
  while (at > 0 && to - at < MOST && HAN.test(text.charAt(at - 1))) {
    if (to - at >= 2 && roleEndsAt(text, at)) break;
    if (to - at >= 1 && !TRANSCRIBING.has(text.charAt(at - 1))) break;
    at -= 1;
    const word = starts.get(at);
    if (word !== undefined && isCommon(word) && at + word.word.length < to && to - at > word.word.length)
      return at + word.word.length;
  }
  return at;
}

/** Names of substances are joined by a dot too: 福·克悬浮种衣剂. */
const CHEMICAL = /[酯胺酮醚酸醇氯磷脲唑啉嗪剂苯烯烷]|霉素|悬浮/u;

const wordEndingAt = (starts: WordStarts, end: number): Word | undefined => {
  for (let length = 1; length <= 5; length += 1) {
    const word = starts.get(end - length);
    if (word !== undefined) return word.word.length === length ? word : undefined;
  }
  return undefined;
};

/** Two characters at least, most of which transcribe. */
const isTranscribed = (part: string): boolean => {
  const points = [...part].filter((point) => HAN.test(point));
  return points.length >= 2 && points.filter((point) => TRANSCRIBING.has(point)).length * 2 > points.length;
};

const partAt = beginningWith(NAME_PARTS);
const partBefore = endingWith(NAME_PARTS);
/** Whether a part that belongs to names alone stands on a side of a dash: 买买提-艾力. */
const isPartBeside = (text: string, dash: number): boolean =>
  partBefore(text, dash) !== '' || partAt(text, dash + 1) !== '';

const DOTS = ruleOf(/[·.-]/gu);

/** 阿依努尔·吐尔逊, 谢尔盖·伊万诺维奇·库兹涅佐夫; the dot may be one of a line of print. */
function dotted(text: string, starts: WordStarts, found: (start: number, end: number) => void): void {
  let done = 0;
  for (const { index: dot } of matchesOf(text, DOTS)) {
    if (dot < done) continue;
    const before = text.charAt(dot - 1);
    const after = text.charAt(dot + 1);
    if (
      HAN.test(before) &&
      HAN.test(after) &&
      (text.charAt(dot) === '·' ||
        (text.charAt(dot) === '.' && TRANSCRIBING.has(before) && TRANSCRIBING.has(after)) ||
        (text.charAt(dot) === '-' && isPartBeside(text, dot)))
    ) {
      const inner = partStart(text, dot, starts);
      const bounded = boundedStart(text, dot);
      const start =
        bounded !== undefined && bounded < inner && roleIn(text, bounded, dot) === undefined
          ? bounded
          : (roleIn(text, inner, dot) ?? inner);
      let end = partEnd(text, dot + 1, starts);
      while (
        (/[·.]/u.test(text.charAt(end)) ||
          (text.charAt(end) === '-' && (text.charAt(dot) === '-' || isPartBeside(text, end)))) &&
        HAN.test(text.charAt(end + 1))
      )
        end = partEnd(text, end + 1, starts);
      const places =
        /^(?:ns|nt)/.test(wordEndingAt(starts, dot)?.tag ?? '') && /^(?:ns|nt)/.test(starts.get(dot + 1)?.tag ?? '');
      if (
        isTranscribed(text.slice(start, dot)) &&
        isTranscribed(text.slice(dot + 1, end)) &&
        end - start >= 4 &&
        !places &&
        !CHEMICAL.test(text.slice(Math.max(0, start - 3), end + 8)) &&
        !/[“"「《]/u.test(text.charAt(start - 1)) &&
        !/^(?:中国|龙江|冰城|世界)/u.test(text.slice(start, start + 2))
      )
        found(start, end);
      done = end;
    }
  }
}

/** 扎西顿珠, 乌云其木格, 古丽娜尔艾合买提: two parts in a row, or one behind a role. */
function joined(text: string, starts: WordStarts, masks: Masks, found: (start: number, end: number) => void): void {
  let before: { start: number; end: number } | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const part = partAt(text, at);
    if (part === '') continue;
    let start = at;
    let end = start + part.length;
    if (before !== undefined && start < before.end) continue;
    const role = roleEndsAt(text, '“"\''.includes(text.charAt(start - 1)) ? start - 1 : start);
    // 多杰才让: parts in a row.
    for (let more = partAt(text, end); more !== '' && end - start < MOST; more = partAt(text, end)) end += more.length;
    const next = TRANSCRIBING.has(text.charAt(end)) ? partEnd(text, end, starts) : end;
    if (role && next > end && next - start <= 9) end = next;
    else if (
      before !== undefined &&
      start - before.end <= 1 &&
      (start === before.end || ' ·'.includes(text.charAt(start - 1)))
    )
      start = before.start;
    if ((end - start >= 4 && (role || start < at || end - at > part.length)) || (role && end - start >= 3))
      found(start, end);
    before = { start, end };
  }
  // Behind a role, four and more characters that all transcribe.
  for (let at = 1; at < text.length; at += 1) {
    if (!TRANSCRIBING.has(text.charAt(at))) continue;
    const isTaken = masks.isPersonal(Math.max(0, at - 3), at - 1) || text.charAt(at - 2) === '*';
    const listed = '、与和及'.includes(text.charAt(at - 1)) && isTaken;
    const cell = ' |\n\t/;,('.includes(text.charAt(at - 1));
    if (!listed && !cell && !roleEndsAt(text, at, false)) continue;
    const end = partEnd(text, at, starts);
    // A cell that a number of the person follows: 101房 娜塔莉亚/护照№….
    if (cell && !(end - at >= 4 && '/|, ('.includes(text.charAt(end)) && isBeside(end, masks))) continue;
    if (end - at >= 4) found(at, end);
    at = Math.max(at, end - 1);
  }
}

/** Whether a number of a person stands near behind. */
function isBeside(end: number, masks: Masks): boolean {
  for (let unit = end; unit < end + 8; unit += 1) if (masks.isValue(unit)) return true;
  return false;
}

/** Names in Kana or Hangul, behind a word for a person: 当事人さくら. */
const OTHER_SCRIPT = ruleOf(
  /[ぁ-ゖァ-ヺー]{2,8}(?:[ ·][ぁ-ゖァ-ヺー]{2,8})?|[가-힣]{2,5}(?: [가-힣]{1,3})?/gu,
  /[ぁ-ゖァ-ヺー가-힣]/,
);

function otherScripts(text: string, found: (start: number, end: number) => void): void {
  for (const { index, 0: name } of matchesOf(text, OTHER_SCRIPT)) {
    const opener = ' :("“'.includes(text.charAt(index - 1)) ? index - 1 : index;
    if (index > 0 && roleEndsAt(text, opener, false)) found(index, index + name.length);
  }
}

/** One part of such a name: Sergei, O'Brien, Min-ho, SMITH, МИХАИЛ. */
const PART = "(?:[A-Z]'[A-Z][a-z]+|[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?|[A-Z]{2,}(?:-[A-Z]+)?|[А-ЯЁ][а-яё]+|[А-ЯЁ]{2,})";
const BEFORE_LATIN = '(?<![A-Za-z0-9&@/.]|[A-Za-z0-9]-)';
const LATIN = ruleOf(
  new RegExp(
    `${BEFORE_LATIN}(?:${PART}|[A-ZА-ЯЁ]\\.)(?:(?:[ ,·]| ?, ?| (?:van|von|de|da|bin|al) |/)(?:${PART}|[A-ZА-ЯЁ]\\.?)(?![A-Za-z0-9])){1,4}(?![A-Za-z0-9&@])`,
    'gu',
  ),
);
const LATIN_ONE = ruleOf(new RegExp(`${BEFORE_LATIN}(?:[A-Z][a-z]{2,}|[А-ЯЁ][а-яё]{2,})(?![A-Za-z0-9&@])`, 'gu'));
const NOT_LATIN =
  /^(?:GB|ISO|VIN|SUV|LED|PVC|USB|APP|CO|LTD|LLC|INC|KTV|ATM|POS|GPS|PDF|WTO|CCC|HACCP|TM|SC|QS|NO|ID|PE|PP|PET|PPR|CNAS|CMA|PH|COD|BOD|DNA|PCR)$/i;
const BRAND_BEFORE = /[“"「《‘'牌]$|(?:品牌|商标|标识|型号|软件|系统|平台|网站|字样|标称|标注|规格)[“"「《]?$/u;

function latin(text: string, masks: Masks, found: (start: number, end: number) => void): void {
  for (const match of matchesOf(text, LATIN)) {
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    const opener = /[“"(]/u.test(text.charAt(match.index - 1)) ? match.index - 1 : match.index;
    const role =
      roleEndsAt(text, opener, opener === match.index) ||
      /[人员师者工生士家长教表方籍商客友手民童孩夫妻母父子女]$/u.test(before);
    if (BRAND_BEFORE.test(before) && !role) continue;
    const after = text.charAt(match.index + match[0].length);
    const listed = /[、和与及]$/u.test(before) && masks.isPersonal(Math.max(0, match.index - 2), match.index);
    // Without a role it begins a clause, and no number follows: Model LG-2026B is none.
    if (
      !role &&
      !listed &&
      (!/(?:^|[，。；：（(,;: \n籍|-])$/u.test(before) ||
        (/[0-9-]/.test(after) && !(after === '-' && before.endsWith('-'))))
    )
      continue;
    if (/\/[A-Z](?![A-Za-z])/u.test(match[0])) continue;
    if (/Model|Type|Series|ООО|ОАО|ЗАО|[«»]/u.test(match[0]) || /[«]$/u.test(before)) continue;
    if (match[0].split(/[^A-Za-zА-ЯЁа-яё]+/u).some((word) => NOT_LATIN.test(word))) continue;
    if (/^ ?(?:牌|品牌|系统|软件|公司|集团|酒店|Co|Ltd)/u.test(text.slice(match.index + match[0].length))) continue;
    found(match.index, match.index + match[0].trimEnd().length);
  }
  for (const match of matchesOf(text, LATIN_ONE)) {
    const before = text
      .slice(0, match.index)
      .trimEnd()
      .replace(/[:：]$/u, '');
    if (roleEndsAt(before, before.length, false) && !NOT_LATIN.test(match[0]))
      found(match.index, match.index + match[0].length);
  }
}

export function maskTranscribed({ text }: Folded, starts: WordStarts, masks: Masks): void {
  const found = (start: number, end: number): void => {
    if (!masks.covers(start, end)) masks.add('NAME', start, end);
  };
  dotted(text, starts, found);
  joined(text, starts, masks, found);
  otherScripts(text, found);
  if (/[A-ZА-ЯЁ]/u.test(text)) latin(text, masks, found);
}
