/**
 * Chinese names: a surname, and one or two characters of which names are made, weighed against what stands around them. A role before, a title or a deed
 * behind, a place in a list and a number beside speak for a name; a common word, or one that runs across its end, against it.
 */
import { isChance } from './chance.ts';
import type { Folded } from './fold.ts';
import type { Masks } from './masks.ts';
import type { Word } from './tagger.ts';
import { GIVEN_FIRST, GIVEN_LAST } from './words/given-names.ts';
import { NO_NAMES } from './words/no-names.ts';
import { AFTER_NAMES, ROLES, WEAK_ROLES } from './words/roles.ts';
import { COMPOUND_SURNAMES, OTHER_SURNAMES, SURE_SURNAMES, WORDS_TOO } from './words/surnames.ts';

const HAN = /\p{Script=Han}/u;

/** The word that each unit belongs to. */
class Words {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly #of: Word[] = [];

  constructor(text: string, words: readonly Word[]) {
    this.start = new Int32Array(text.length + 1);
    this.end = new Int32Array(text.length + 1);
    let at = 0;
    for (const word of words) {
      const end = at + word.word.length;
      for (let unit = at; unit < end; unit += 1) {
        this.start[unit] = at;
        this.end[unit] = end;
        this.#of[unit] = word;
      }
      at = end;
    }
    this.start[text.length] = text.length;
    this.end[text.length] = text.length;
  }

  tag(unit: number): string {
    return this.#of[unit]?.tag ?? '';
  }

  begins(unit: number): boolean {
    return this.start[unit] === unit;
  }
}

export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

interface Around {
  readonly text: string;
  readonly words: Words;
  readonly masks: Masks;
  /** Units inside names of organizations and laws. */
  readonly closed: Uint8Array;
}

function surnameScore(surname: string): number {
  if (surname.length > 1) return 3;
  if (SURE_SURNAMES.has(surname)) return 1.5;
  if (WORDS_TOO.has(surname)) return -1.5;
  return OTHER_SURNAMES.has(surname) ? 0 : -3;
}

const isSurname = (character: string): boolean =>
  SURE_SURNAMES.has(character) || OTHER_SURNAMES.has(character) || WORDS_TOO.has(character);

function givenScore(given: string): number {
  const points = [...given];
  const [first, last] = points;
  if (first === undefined) return -9;
  if (last === undefined || points.length === 1) return Math.max(-4, Math.min(3, GIVEN_LAST.get(first) ?? 0)) - 0.5;
  return Math.max(-3, Math.min(3, GIVEN_FIRST.get(first) ?? 0)) + Math.max(-4, Math.min(3, GIVEN_LAST.get(last) ?? 0));
}

/** How the words of the tagger lie to it. */
function wordScore({ text, words }: Around, start: number, end: number): number {
  const written = text.slice(start, end);
  if (NO_NAMES.has(written)) return -8;
  let score = 0;
  const first = words.start[start] ?? start;
  const firstEnd = words.end[start] ?? start;
  const firstTag = words.tag(start);
  const named = /^(?:nr|x)/.test(firstTag);
  if (first < start) score -= named ? 0.5 : 4;
  else if (firstEnd === end) score += named ? (firstTag === 'nr' && end - start > 2 ? 2 : 1.5) : /^nz/.test(firstTag) ? 0 : /^ns/.test(firstTag) ? -3 : -2;
  else if (firstEnd > end) score -= named ? 1 : 5;
  else if (firstEnd - start >= 2 && !named) score -= 5;
  if (score > -4 && (NO_NAMES.has(text.slice(start, start + 2)) || NO_NAMES.has(text.slice(start, start + 3)))) score -= 5;
  if (firstEnd < end) {
    // The last word that it touches ends with it, or runs on.
    const last = words.end[end - 1] ?? end;
    const lastTag = words.tag(end - 1);
    const rest = words.start[end - 1] ?? start;
    // 王/建国 and 孙/浩然 are names, 于/提交 is none.
    if (last === end && end - rest >= 2 && rest > start && /^(?:v|p|c|d|r|m|q|f|u)/.test(lastTag)) score -= /^v/.test(lastTag) ? 1.5 : 3;
    else if (last === end) score += 1;
    else score -= /^(?:nr|x)/.test(lastTag) ? 0.5 : 4;
  }
  return score;
}

export function longestRole(text: string, end: number): string {
  for (let length = Math.min(7, end); length >= 1; length -= 1) {
    const word = text.slice(end - length, end);
    if (ROLES.has(word)) return word;
  }
  return '';
}

/** Before a remark in brackets: 孟某（饶河县中心校）、. */
function beforeBracket(text: string, end: number): number {
  if (!/[)）]/u.test(text.charAt(end - 1))) return end;
  const open = Math.max(text.lastIndexOf('(', end), text.lastIndexOf('（', end));
  return open >= 0 && end - open < 40 ? open : end;
}

/** Any post: a word that ends like one. */
const POST = /\p{Script=Han}[员工师长者人户主生手]$/u;
/** Small words that a name may follow. */
const NEUTRAL = /[但而其另故且把使令请凡则若如因当据等是有]/u;
/** Small words that no given name ends with. */
const NO_LAST = /[均为系在于因未对向将被与和及并但已曾等称说即则也仍又的了是以从自经由现]$/u;

function beforeScore({ text, words, masks }: Around, start: number): number {
  let at = start;
  let bracket = false;
  while (at > 0 && /[ :：（("“”\n)-]/u.test(text.charAt(at - 1)) && start - at < 4) {
    at -= 1;
    bracket = true;
  }
  const cut = words.start[at - 1] !== at - 1 && words.end[at - 1] !== at && !/^(?:nr|x)/.test(words.tag(at - 1));
  const role = cut ? '' : longestRole(text, at);
  if (role !== '' && !(WEAK_ROLES.has(role) && bracket)) return WEAK_ROLES.has(role) ? 1.5 : 5;
  if (start === 0) return 1;
  const unit = text.charAt(start - 1);
  if ((unit === '、' || /[与和及，]/u.test(unit)) && masks.isPersonal(Math.max(0, start - 3), start - 1))
    return unit === '，' ? 1 : 3;
  if (!HAN.test(unit)) return unit === '、' || /[A-Za-z0-9]/.test(unit) ? 0.5 : 1;
  if (NEUTRAL.test(unit)) return 0;
  const before = words.start[start - 1] ?? 0;
  const word = text.slice(before, start);
  if (word.length >= 2 && POST.test(word) && words.end[start - 1] === start && /^n/.test(words.tag(start - 1)))
    return 3;
  return -1.5;
}

const startsWithRole = (text: string, start: number): boolean => {
  for (let length = 5; length >= 2; length -= 1) {
    const word = text.slice(start, start + length);
    if (ROLES.has(word) && !WEAK_ROLES.has(word)) return true;
  }
  return false;
};

/** 、…等乡镇: a list of something else. */
function isListOfThings(text: string, end: number): boolean {
  const rest = text.slice(end, end + 40);
  const stop = rest.search(/[，。；;,\n]/u);
  return rest.startsWith('、') && /等(?!人|[0-9一二三四五六七八九十两]*[名位人]|同志)[\p{Script=Han}]/u.test(stop < 0 ? rest : rest.slice(0, stop));
}

function afterScore({ text, masks }: Around, end: number): number {
  if (end >= text.length) return 1;
  const unit = text.charAt(end);
  if (/[，。；：:）)（( \n、,;|/"”]/u.test(unit)) {
    if (/^[（(](?:签名|签字|签章|收|男|女|经营者|负责人|店主|已|身份证|电话|手机)/u.test(text.slice(end, end + 6))) return 4;
    // 苍某，安全员。
    if (/[，,（(]/u.test(unit) && startsWithRole(text, end + 1)) return 2;
    return /[（(]/u.test(unit) ? 1.5 : 1;
  }
  if (/[0-9+]/.test(unit)) return masks.isPersonal(end, Math.min(text.length, end + 4)) ? 5 : 0;
  for (let length = 4; length >= 1; length -= 1)
    if (AFTER_NAMES.has(text.slice(end, end + length))) return length >= 2 ? 2 : 1;
  return HAN.test(unit) ? -1 : 0;
}

/** A number, birth, telephone or home of a person beside it: the name goes with it. */
const BETWEEN =
  /^[ ，,、：:；;（(|/]{0,3}(?:[男女][性]?[ ，,、|/]{1,3})?(?:[\p{Script=Han}]{1,4}族[ ，,、|/]{1,3})?(?:[\p{Script=Han}]{0,10})[ ：:；;（(|/，,]{0,3}$/u;

function besideScore({ text, masks }: Around, start: number, end: number): number {
  for (let at = end; at < Math.min(text.length, end + 18); at += 1)
    if (masks.isValue(at)) return BETWEEN.test(text.slice(end, at)) ? 3 : 0;
  const before = text.slice(Math.max(0, start - 2), start);
  return /[|/ ，]/u.test(before) && start > 1 && masks.isValue(start - 2) ? 2 : 0;
}

/** With something around it that says a name stands here, and without. */
const THRESHOLD = 4.5;
const THRESHOLD_ALONE = 6.2;

/** A street, a town, a clan, a sum. */
function againstIt(text: string, start: number, end: number, given: string): number {
  let score = 0;
  if (/氏/u.test(given)) score += 6;
  if (/[镇乡村县市区街路桥]$/u.test(given)) score += 3;
  if (/^(?:[镇乡村屯街路巷桥山河湖岛沟岭园里]|小区|胡同|阳台|大街|大桥)/u.test(text.slice(end, end + 2))) score += 3;
  if (/[0-9]/.test(text.charAt(start - 1)) && /[万千百元]/u.test(text.charAt(start))) score += 8;
  return score;
}

/** Tells how much speaks for each name that could begin here; the best. */
function bestAt(around: Around, start: number): Candidate | undefined {
  const { text, closed } = around;
  const unit = text.charAt(start);
  const two = text.slice(start, start + 2);
  let best: Candidate | undefined;
  const tries: (readonly [surname: string, given: number])[] = [];
  for (let length = 4; length >= 2; length -= 1)
    if (COMPOUND_SURNAMES.has(text.slice(start, start + length))) {
      const surname = text.slice(start, start + length);
      tries.push([surname, 2], [surname, 1]);
    }
  if (isSurname(unit)) {
    tries.push([unit, 2], [unit, 1]);
    if (SURE_SURNAMES.has(unit) && isSurname(two.charAt(1)) && two.charAt(1) !== unit) tries.push([two, 2]);
  }
  let before: number | undefined;
  for (const [surname, length] of tries) {
    const from = start + surname.length;
    let end = from;
    for (let point = 0; point < length; point += 1) {
      const code = text.codePointAt(end) ?? 0;
      end += code > 0xffff ? 2 : 1;
    }
    const given = text.slice(from, end);
    if (end > text.length || !/^\p{Script=Han}+$/u.test(given)) continue;
    const joined = surname.length === 2 && !COMPOUND_SURNAMES.has(surname);
    before ??= beforeScore(around, start) - (closed[start] ?? 0);
    const after = afterScore(around, end);
    const beside = besideScore(around, start, end);
    const score =
      (joined ? 0.5 : surnameScore(surname)) +
      givenScore(given) -
      (NO_LAST.test(given) ? 3 : 0) +
      wordScore(around, start, end) +
      before +
      after +
      beside -
      (isListOfThings(text, end) ? 4 : 0) -
      againstIt(text, start, end, given);
    // Where nothing says that a name stands here, the name itself must say it.
    if (before < 2 && after < 2 && beside === 0 && score < THRESHOLD_ALONE) continue;
    if (best === undefined || score > best.score) best = { start, end, score };
  }
  return best;
}

/** Spaced out: 马 超 群, 杨　帆, and a line that breaks within. */
const SPACED = /(?<![\p{Script=Han}])(\p{Script=Han}(?:[ \n]{1,3}\p{Script=Han}){1,3})(?![\p{Script=Han}])/gu;

export interface NamesFound {
  readonly names: readonly Candidate[];
  /** What could be a name and could be none. */
  readonly unsure: readonly Candidate[];
}

export function maskNames({ text }: Folded, tagged: readonly Word[], closed: Uint8Array, masks: Masks): void {
  const around: Around = { text, words: new Words(text, tagged), masks, closed };
  byForm(text, masks);
  for (const match of text.matchAll(SPACED)) {
    const spaced = match[1] ?? '';
    const written = spaced.replace(/[ \n]/gu, '');
    if (isSurname(written.charAt(0)) && beforeScore(around, match.index) >= 1 && givenScore(written.slice(1)) > -3)
      masks.add('NAME', match.index, match.index + spaced.length);
  }
  for (let at = 0; at < text.length; at += 1) {
      if (!HAN.test(text.charAt(at)) || masks.touches(at, at + 1)) continue;
      const best = bestAt(around, at);
      if (best === undefined || best.score < THRESHOLD) continue;
      // A name that begins one further may be better: 人张德福, 经查王某.
      const next = bestAt(around, at + 1);
      if (next !== undefined && next.score > best.score + 1.5 && next.start < best.end) continue;
      masks.add('NAME', best.start, best.end);
      at = best.end - 1;
    }
  nicknames(around);
  again(text, around.words, masks);
}

/** Words whose value is a name whatever it looks like: 曾用名：花花, 绰号“老歪”. */
const NAME_FIELDS =
  /(?:姓名|曾用名|别名|又名|绰号|外号|诨名|网名|昵称|化名|小名|乳名|艺名|笔名|户名|本名|原名|真名|名叫|又写作|误写作?|写作|[Nn]ame|NAME)(?:为|是|叫|栏)?[ :："“'(（]{1,3}([\p{Script=Han}A-Za-z·]{1,10})(?=["”'，。；、,;）)( \n\t|/]|$)/gu;
const NO_VALUE = /^(?:无|不详|略|同上|空白|待查|未知|及|和|或|与|暂无|年龄|性别|民族|电话|职务|单位|住址|身份证|出生|[\p{Script=Han}]{0,8}(?:公司|店|厂|社|局|部|中心|商行|超市|行|院|馆)$)/u;
/** 宫某泉 hides too little. */
const HALF_TOLD = /([\p{Script=Han}])(某|[×xX*＊○Oo])([\p{Script=Han}])/gu;

function byForm(text: string, masks: Masks): void {
  for (const match of text.matchAll(NAME_FIELDS)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].length - value.length;
    if (!NO_VALUE.test(value) && !masks.touches(start, start + value.length)) masks.add('NAME', start, start + value.length);
  }
  for (const match of text.matchAll(HALF_TOLD)) {
    const [whole, surname = '', , last = ''] = match;
    const end = match.index + whole.length;
    if (isSurname(surname) && (GIVEN_LAST.get(last) ?? 0) >= 1 && last !== '某' && !AFTER_NAMES.has(text.slice(end - 1, end + 1)) && !AFTER_NAMES.has(last))
      masks.add('NAME', match.index, end);
  }
}

/** Old man Qiao and little Zhu: nicknames behind a role or another name. */
const NICKNAME = /(?:老|小|阿)[\p{Script=Han}]{1,2}(?:头|子|哥|姐|叔|婶|弟|妹|爷)?(?=[、，,。；;）)”"与和及]|$|[\p{Script=Han}]{2})/gu;

function nicknames(around: Around): void {
  const { text, masks, words } = around;
  for (const match of text.matchAll(NICKNAME)) {
    const end = match.index + match[0].length;
    if (masks.touches(match.index, end) || (words.begins(match.index) && (words.end[match.index] ?? 0) >= end && !/^(?:nr|x)/.test(words.tag(match.index)))) continue;
    const { length } = match[0];
    if (/[头子哥姐叔婶弟妹爷]$/u.test(match[0]) && length >= 3 && beforeScore(around, match.index) >= 2.5) masks.add('NAME', match.index, end);
  }
}

/** Names that were found stand elsewhere in the same text too. */
function again(text: string, words: Words, masks: Masks): void {
  const names = new Set(masks.found.flatMap(({ kind, value }) => (kind === 'NAME' && /^\p{Script=Han}{2,4}$/u.test(value) ? [value] : [])));
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const longer = (words.start[at] ?? at) <= at && (words.end[at] ?? end) >= end && (words.end[at] ?? end) - (words.start[at] ?? at) > name.length;
      if (!masks.covers(at, end) && !(longer && !/^(?:nr|x)/.test(words.tag(at))) && !isChance(text, at, end)) masks.add('NAME', at, end);
    }
}

export const explainNames = (text: string, tagged: readonly Word[], masks: Masks): readonly string[] => {
  const around: Around = { text, words: new Words(text, tagged), masks, closed: new Uint8Array(text.length + 1) };
  const told: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const best = bestAt(around, at);
    if (best !== undefined && best.score > 0) told.push(`${text.slice(best.start, best.end)} ${best.score.toFixed(1)}`);
  }
  return told;
};
