/**
 * How much speaks for a Chinese name: a surname, and one or two characters of which names are made, weighed against what stands around them. A role before,
 * a title or a deed behind, a place in a list and a number beside speak for it; a common word, or one that runs across its end, against it.
 */

import { COMPOUND_SURNAMES } from '../../desensitize/surnames.ts';
import type { Masks } from '../masks.ts';
import { GIVEN_FIRST, GIVEN_LAST } from '../words/given-names.ts';
import { AFTER_NAMES, ROLES, WEAK_ROLES } from '../words/roles.ts';
import { OTHER_SURNAMES, SURE_SURNAMES, WORDS_TOO } from '../words/surnames.ts';
import { WORD_NAMES } from '../words/word-names.ts';
import type { Words } from './tagged-words.ts';
import { beginningWith, endingWith } from './word-index.ts';

export const isHan = (unit: string): boolean => {
  const code = unit.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xd840 && code <= 0xdfff);
};

export interface Around {
  readonly text: string;
  readonly words: Words;
  readonly masks: Masks;
  /** What speaks against a name at each unit: names of organizations, laws, quotation marks. */
  readonly closed: Uint8Array;
}

export const compoundAt = beginningWith(COMPOUND_SURNAMES);

const SURNAME_CODES = new Uint8Array(0x1_0000);
for (const surname of [...SURE_SURNAMES, ...OTHER_SURNAMES, ...WORDS_TOO])
  if (surname.length === 1) SURNAME_CODES[surname.charCodeAt(0)] = 1;

/** Whether one unit is a surname. */
export const isSurname = (unit: string): boolean => unit.length === 1 && SURNAME_CODES[unit.charCodeAt(0)] === 1;

export function surnameScore(surname: string): number {
  if (COMPOUND_SURNAMES.has(surname)) return 3;
  // Two surnames joined: 张陈.
  if (surname.length > 1) return 0.5;
  if (SURE_SURNAMES.has(surname)) return 1.5;
  if (surname === '于') return -0.5;
  if (WORDS_TOO.has(surname)) return -1.5;
  return OTHER_SURNAMES.has(surname) ? 0 : -3;
}

const within = (value: number | undefined, least: number): number => Math.max(least, Math.min(3, value ?? 0));

/** Small words that no given name ends with. */
const NO_LAST = new Set('均为系在于因未对向将被与和及并但已曾等称说即则也仍又的了是以从自经由现其');

const pointsOf = (given: string): readonly (string | undefined)[] => {
  const [first, second] = [given.charCodeAt(0), given.charCodeAt(1)];
  // Most are one or two units of two bytes.
  const isPlain = given.length <= 2 && !((first & 0xf800) === 0xd800) && !((second & 0xf800) === 0xd800);
  return isPlain ? [given[0], given[1]] : [...given];
};

export function givenScore(given: string, least = -4): number {
  const [first, last] = pointsOf(given);
  if (first === undefined) return -9;
  const ends = NO_LAST.has(last ?? first) ? 3 : 0;
  if (last === undefined) return within(GIVEN_LAST.get(first), least) - 0.5 - ends;
  if (WORD_NAMES.has(given)) return 2.5;
  // 宋老五.
  if (/^老[一二三四五六七八九大幺]$/u.test(given)) return 3;
  // 多多, 圆圆.
  if (first === last && last !== undefined && !NO_LAST.has(last)) return 2;
  return within(GIVEN_FIRST.get(first), -3) + within(GIVEN_LAST.get(last), least) - ends;
}

/** The word for a post or part of a person that ends here, or ''. */
export const roleBefore = endingWith(ROLES);

/** The word for a post that begins here, or ''. */
export const roleAfter = beginningWith([...ROLES].filter((role) => role.length > 1 && !WEAK_ROLES.has(role)));
const deedAfter = beginningWith(AFTER_NAMES);
const startsWithRole = (text: string, start: number): boolean => roleAfter(text, start) !== '';

/** Before a remark in brackets: 孟某（饶河县中心校）、. */
function beforeBracket(text: string, end: number): number {
  if (text.charAt(end - 1) !== ')') return end;
  const open = text.lastIndexOf('(', end);
  return open >= 0 && end - open < 40 ? open : end;
}

/** Any post: a word that ends like one. */
const POST = new Set('员工师长者人户主生手管');
/** Small words that a name may follow. */
const NEUTRAL = new Set('但而其另故且把使令请凡则若如因当据等是有同');
const OPENERS = new Set([...' :("“”\n)-\'|/'].map((opener) => opener.charCodeAt(0)));

export function beforeScore({ text, words, masks }: Around, start: number): number {
  let at = start;
  while (at > 0 && start - at < 4 && OPENERS.has(text.charCodeAt(at - 1))) at -= 1;
  // The last character of 护工 in 养护/工程 is no role.
  const longest = roleBefore(text, at);
  const cut =
    words.end[at - 1] !== at &&
    !words.isNamed(at - 1) &&
    (longest.length < 2 ||
      !words.begins(at - longest.length) ||
      WEAK_ROLES.has(longest) ||
      // 管道工程.
      longest.endsWith('工') ||
      // 总工程师 is one post.
      roleBefore(text, words.end[at - 1] ?? at).length > longest.length);
  const word = cut ? '' : longest;
  // 签 is a role and 标签 none.
  const role = word.length === 1 && words.start[at - 1] !== at - 1 && !words.isNamed(at - 1) ? '' : word;
  // 母 相小凤.
  if (at < start && '父母夫妻子女兄弟姐妹'.includes(text.charAt(at - 1)) && !isHan(text.charAt(at - 2))) return 4;
  if (role !== '') {
    if (!WEAK_ROLES.has(role)) return 5;
    // 现任站长为苗可心.
    if ('为是系叫'.includes(role) && at === start) {
      const post = roleBefore(text, at - 1);
      if (post.length > 1 && !WEAK_ROLES.has(post)) return 4;
    }
    if (at === start || role.length > 1) return role === '由' ? 2 : 1.5;
  }
  if (start === 0) return 1;
  const isTaken = (from: number, to: number): boolean =>
    masks.isPersonal(from, to) || text.slice(from, to).includes('*');
  let last = start;
  while (last > 1 && start - last < 3 && ' \n'.includes(text.charAt(last - 1))) last -= 1;
  const unit = text.charAt(last - 1);
  if ('、与和及,;'.includes(unit) && isTaken(Math.max(0, beforeBracket(text, last - 1) - 2), last - 1))
    return unit === ',' || unit === ';' ? 1.5 : 4;
  if (!isHan(unit)) return unit === '、' || /[A-Za-z0-9]/.test(unit) ? 0.5 : 1;
  if (NEUTRAL.has(unit)) return 0;
  // 押车人员, whatever they do.
  if (unit === '员' && text.charAt(last - 2) === '人' && last === start && words.end[start - 1] === start) return 5;
  const before = words.start[start - 1] ?? 0;
  // 鉴于牟青山认错.
  if (last === start && words.end[start - 1] === start && words.tag(start - 1) === 'p' && start - before > 1)
    return 1.5;
  if (
    POST.has(unit) &&
    ((start - before === 1 &&
      ('员工师者'.includes(unit) ||
        (unit === '人' &&
          start > 2 &&
          (words.end[start - 2] ?? 0) - (words.start[start - 2] ?? 0) > 1 &&
          words.end[start - 2] === start - 1))) ||
      (start - before > 1 && words.end[start - 1] === start) ||
      words.isNamed(start - 1))
  )
    return 2.5;
  return -1.5;
}

const SIGNED = /^\((?:签名|签字|签章|收|男|女|经营者|负责人|店主|已|身份证|电话|手机|盖章)/u;

/** 、…等乡镇: a list of something else. */
export function isListOfThings(text: string, end: number): boolean {
  if (text.charAt(end) !== '、') return false;
  const rest = text.slice(end, end + 40);
  const stop = rest.search(/[。;,\n]/u);
  return /等(?!人|[0-9一二三四五六七八九十两]*[名位人]|同志)[\p{Script=Han}]/u.test(
    stop < 0 ? rest : rest.slice(0, stop),
  );
}

/** Words that the tagger knows, behind which the name ends: verbs, prepositions, adverbs. */
const BEHIND = /^(?:v|p|d|ul|uj|uz)/;
/** Two characters at least that begin a clause about who stands before. */
const isWordBehind = ({ text, words }: Around, end: number): boolean =>
  words.begins(end) &&
  BEHIND.test(words.tag(end)) &&
  ((words.end[end] ?? 0) - end > 1 || words.begins(end + 1)) &&
  isHan(text.charAt(end));

/** 等5名同志, 等防汛先进个人. */
const OTHERS =
  /^等(?:[0-9一二三四五六七八九十两]+[名位人]|[\p{Script=Han}0-9]{0,10}(?:同志|个人|人员|职工|教师|学生|员工|群众|村民|业主))/u;

/** What only a person has: 同事祖国强的证言. */
const OF_PERSON =
  /^的(?:证言|证词|陈述|供述|签[名字]|笔[迹录]|询问|身份|账[户号]|银行|手机|电话|妻|丈夫|父|母|儿|女儿|家属|请求|申请|委托|授权|指纹|住[处所址])/u;

export function afterScore(around: Around, end: number): number {
  const { text, masks } = around;
  if (end >= text.length) return 1;
  const unit = text.charAt(end);
  // The next of a list is a name.
  if (
    '、和与及'.includes(unit) &&
    (masks.isPersonal(end + 1, Math.min(text.length, end + 3)) || text.slice(end + 1, end + 3).includes('*'))
  )
    return unit === '、' ? 3.5 : 2.5;
  if (',。;:)( \n、|/"”\t\'-'.includes(unit)) {
    if (unit === '(') return SIGNED.test(text.slice(end, end + 6)) ? 4 : startsWithRole(text, end + 1) ? 2 : 1.5;
    // 苍某，安全员。
    return unit === ',' && startsWithRole(text, end + 1) ? 2 : 1;
  }
  if (/[0-9+]/.test(unit)) return masks.isPersonal(end, Math.min(text.length, end + 4)) ? 5 : 0;
  if (/^[二两三四五六七八九十0-9]+人/u.test(text.slice(end, end + 4))) return 3;
  if (unit === '等' && OTHERS.test(text.slice(end, end + 16))) return 3.5;
  if (OF_PERSON.test(text.slice(end, end + 4))) return 3.5;
  const deed = deedAfter(text, end);
  if (deed !== '') return deed.length >= 2 ? 2 : 1;
  if (isWordBehind(around, end)) return (around.words.end[end] ?? 0) - end > 1 ? 1.2 : 0.5;
  return isHan(unit) ? -1 : 0;
}

/** What may stand between a name and a number, birth, telephone or home of the person. */
const BETWEEN =
  /^[ ,、:;(|/"-]{0,3}(?:[男女]性?[ ,、|/]{1,3})?(?:[\p{Script=Han}]{1,4}族[ ,、|/]{1,3})?(?:[\p{Script=Han}]{0,10})[ :;(|/,"]{0,3}$/u;

export function besideScore({ text, masks }: Around, start: number, end: number): number {
  const last = Math.min(text.length, end + 18);
  for (let at = end; at < last; at += 1) if (masks.isValue(at)) return BETWEEN.test(text.slice(end, at)) ? 3 : 0;
  return start > 1 && '|/ ,'.includes(text.charAt(start - 1)) && masks.isValue(start - 2) ? 2 : 0;
}

/** Ends of names of goods that end no given name. */
const GOODS = new Set(
  '烯醇酸酯烷苯酮醛胺剂粉料材膏矿糖酒菜菌菇虾蟹鸟猪鸡鸭鹅籽仁枣豆械具架板管网泵阀窗布品纸皮药肉汤饼糕酱醋盐碱肥煤铁铝锌胶漆砖瓦砂浆箱罐瓶袋盒克浴机器厂店站场所',
);

/** How unlike a name a surname alone is: most words that begin with 高 are none. */
export const plainness = (surname: string): number =>
  WORDS_TOO.has(surname) ? 3 : OTHER_SURNAMES.has(surname) ? 0.8 : 0;

/** A street, a town, a clan, a sum. */
export function againstIt(text: string, start: number, end: number, given: string, isIntroduced: boolean): number {
  let score = 0;
  // 王某 and 李某某 tell nothing more.
  if (/[某×]|^(?:女士|先生|小姐|太太|同志|老师|师傅|经理|主任|老板)/u.test(given)) score += 9;
  // 共七人.
  if (/[0-9一二三四五六七八九十两几多数][人名位]$/u.test(given)) score += 6;
  // 由县长兼任.
  if (ROLES.has(given) && given.length > 1) score += 6;
  // 李氏香肠, but 阮氏兰.
  if (given.includes('氏')) score += given.startsWith('氏') && given.length === 2 ? 2 : 6;
  if (GOODS.has(given.at(-1) ?? ' ')) score += isIntroduced ? 1 : 4;
  if ('镇乡村县市区街路桥'.includes(given.at(-1) ?? ' ')) score += 3;
  if ('河湖沟岭湾岛滩泡屯营堡铺庄寨'.includes(given.at(-1) ?? ' ')) score += 1.5;
  if (/^(?:[镇乡村屯街路巷桥山河湖岛沟岭园里]|小区|胡同|阳台)/u.test(text.slice(end, end + 2))) score += 3;
  if ('万千百元'.includes(text.charAt(start)) && /[0-9]$/.test(text.slice(0, start).slice(-1))) score += 8;
  return score;
}
