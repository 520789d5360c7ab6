/** Names that their form tells: the value of a field, one that hides too little, a nickname, and one that was found before in the same text. */

import { matchesOf, ruleOf } from '../reading/matches.ts';
import { GIVEN_LAST } from '../words/given-names.ts';
import { AFTER_NAMES, WEAK_ROLES } from '../words/roles.ts';
import { isChance } from './chance.ts';
import {
  type Around,
  afterScore,
  beforeScore,
  compoundAt,
  givenScore,
  isHan,
  isSurname,
  roleBefore,
} from './name-score.ts';

/** Words whose value is a name whatever it looks like: 曾用名：花花, 绰号“老歪”. */
const NAME_FIELDS = ruleOf(
  /(?:姓名|签名|署名|签字|登记名|曾用名|别名|又名|绰号|外号|诨名|网名|微信名|QQ名|抖音名|快手名|账号名|主播名|昵称|化名|小名|乳名|艺名|笔名|户名|本名|原名|真名|名叫|写作|误写|[Nn]ame|NAME|大名|真实姓名)(?:为|是|叫|栏)?[ =:："“'(（|】\]*]{1,3}([\p{Script=Han}A-Za-z·]{1,10})(?=["”'，。；、,;）)( \n\t|/【[]|$)/gu,
  /(?:[名字号称叫作写]|ame|AME)(?:为|是|叫|栏)?[ =:："“'(（|】\]*]/,
);
/** The same without anything between: 被收养人原名安安，现名…. */
const NAME_WORDS = ruleOf(
  /(?:曾用名|又名|别名|绰号|外号|网名|化名|小名|乳名|名叫|本名|真名|原名|现名|登记名)([\p{Script=Han}]{2,4})(?=["”'，。；、,;）)( \n]|$)/gu,
  /名|[绰外]号/,
);
/** “宋佳宁印”, a seal. */
const SEALS = ruleOf(/[“"「]([\p{Script=Han}]{2,4}?)(?:印|之印|印章|章|私印)[”"」]/gu, /[“"「]/);
const NO_VALUE =
  /^(?:无|不详|略|同上|空白|待查|未知|及|和|或|与|暂无|称.*|为.*|单.*|年龄|性别|民族|电话|职务|单位|住址|身份证.*|证件.*|出生.*|[\p{Script=Han}]{0,8}(?:公司|店|厂|社|局|部|中心|商行|超市|行|院|馆))$/u;
/** 宫某泉 hides too little. */
const HALF_TOLD = ruleOf(/([\p{Script=Han}])[某×xX＊○*][\p{Script=Han}]/gu, /[某×xX＊○*]/);

export function maskFields({ text, masks, words }: Around): void {
  for (const match of [...matchesOf(text, NAME_FIELDS), ...matchesOf(text, NAME_WORDS)]) {
    const value = match[1] ?? '';
    const start = match.index + match[0].length - value.length;
    // The head of a table: its names stand below.
    if (match[0].includes('|') && /^[^\n]*\n[^\n]*\|/u.test(text.slice(start))) continue;
    if (!NO_VALUE.test(value) && !masks.covers(start, start + value.length))
      masks.add('NAME', start, start + value.length);
  }
  for (const { index, 1: name = '' } of matchesOf(text, SEALS))
    if (isSurname(name.charAt(0)) && !masks.covers(index + 1, index + 1 + name.length))
      masks.add('NAME', index + 1, index + 1 + name.length);
  for (const match of matchesOf(text, HALF_TOLD)) {
    const [whole, surname = ''] = match;
    const end = match.index + whole.length;
    const last = whole.at(-1) ?? '';
    // 王*明确表示.
    if (words.begins(end - 1) && (words.end[end - 1] ?? 0) > end && !words.isNamed(end - 1)) continue;
    if (!isSurname(surname) || (GIVEN_LAST.get(last) ?? 0) < 1 || last === '某') continue;
    if (!AFTER_NAMES.has(text.slice(end - 1, end + 1)) && !AFTER_NAMES.has(last)) masks.add('NAME', match.index, end);
  }
}

/** Spaced out: 马 超 群, 杨　帆, and a line that breaks within. */
const SPACED = ruleOf(
  /(?<![\p{Script=Han}])(\p{Script=Han}(?:[ \n]{1,3}\p{Script=Han}|\/\p{Script=Han}){1,3})(?![\p{Script=Han}])/gu,
  /[ \n/]/,
);

export function maskSpaced(around: Around): void {
  for (const match of matchesOf(around.text, SPACED)) {
    const spaced = match[1] ?? '';
    const written = spaced.replace(/[ \n/]/gu, '');
    if (isSurname(written.charAt(0)) && beforeScore(around, match.index) >= 1 && givenScore(written.slice(1)) > -3)
      around.masks.add('NAME', match.index, match.index + spaced.length);
  }
}

/** 欧阳 静, 司马　文博三人. */
const SPACED_COMPOUND = ruleOf(/(?<!\p{Script=Han})(\p{Script=Han}{2})[ \n]{1,3}(\p{Script=Han}{1,2})/gu, /[ \n]/);

/** 卓 娅反映: a blank within, and a word right behind. */
const SPACED_ON = ruleOf(
  /(?<!\p{Script=Han}[ \n])(\p{Script=Han})[ \n]{1,3}(\p{Script=Han}{1,2})(?=\p{Script=Han})/gu,
  /[ \n]/,
);

export function maskSpacedOn(around: Around): void {
  const { text, masks, words } = around;
  for (const { index, 0: whole, 1: surname = '', 2: given = '' } of matchesOf(text, SPACED_COMPOUND)) {
    if (compoundAt(text, index) !== surname || beforeScore(around, index) < 0.5) continue;
    const end = index + whole.length;
    const isOne = given.length === 2 && words.begins(end - 1) && isHan(text.charAt(end));
    masks.add('NAME', index, isOne ? end - 1 : end);
  }
  for (const match of matchesOf(text, SPACED_ON)) {
    const [whole, surname = '', given = ''] = match;
    const start = match.index;
    const before = beforeScore(around, start);
    if (
      !isSurname(surname) ||
      masks.touches(start, start + whole.length) ||
      before < 2.5 ||
      !(words.begins(start) || words.isNamed(start))
    )
      continue;
    const end = start + whole.length;
    const isOne = given.length === 2 && afterScore(around, end - 1) > afterScore(around, end);
    masks.add('NAME', start, isOne ? end - 1 : end);
  }
}

/** What stands between the word for a person and the name in quotation marks: 收件人栏写明“竺可”. */
const QUOTED = ruleOf(/[“"「']([\p{Script=Han}·]{2,6}|[A-Za-z][A-Za-z .'-]{2,30})[”"」']/gu, /[“"「']/);
const SAYING =
  /(?:一?栏|处|姓名|名字|签名|信息|名称)?(?:写明|写有|写作|填写|填报|登记|记载|载明|显示|注明|标注|署名|签名|签署|录入|自称|改为|写|签|填|叫)?(?:为|是|成|系|有)?[:,]?$/u;

/** A name in quotation marks, behind the word for a person or a field. */
export function maskQuoted({ text, masks }: Around): void {
  for (const { index, 1: name = '' } of matchesOf(text, QUOTED)) {
    const before = text.slice(Math.max(0, index - 14), index);
    const said = before.replace(SAYING, '');
    const role = roleBefore(said, said.length);
    if (role.length < 2 || (WEAK_ROLES.has(role) && !FIELD_ROLES.has(role))) continue;
    const start = index + 1;
    const isName = /^[\p{Script=Han}]/u.test(name)
      ? isSurname(name.charAt(0)) && name.length <= 4
      : /^[A-Z]/.test(name);
    if (isName && !NO_VALUE.test(name) && !masks.covers(start, start + name.length))
      masks.add('NAME', start, start + name.length);
  }
}
const FIELD_ROLES = new Set('实名 实名认证 户名 签名 签字 署名 落款'.split(' '));

/** 老乔头, 小柱子 behind a role or another name. */
const NICKNAME = ruleOf(/[老小阿][\p{Script=Han}]{1,2}[头子哥姐叔婶弟妹爷嫂]/gu, /[老小阿]/);

/** 人称“宝哥”, “黑三”即…: what somebody is called. */
const CALLED = ruleOf(
  /(?:(?<=[称叫名号播友子客贩])[“"]([\p{Script=Han}]{2,4})[”"]|[“"]([\p{Script=Han}]{1,3}[哥姐嫂叔婶爷姨头二三四五六七八九]|[老小阿][\p{Script=Han}]{1,2})[”"](?=即|系|真|的|\())/gu,
  /[“"]/,
);
const NICK_END = /^(?:[老小阿大].{1,2}|.{1,3}[哥姐嫂叔婶爷姨头子儿一二三四五六七八九])$/u;

export function maskNicknames(around: Around): void {
  const { text, masks, words } = around;
  for (const match of matchesOf(text, CALLED)) {
    const name = match[1] ?? match[2] ?? '';
    const start = match.index + 1;
    if ((match[1] === undefined || NICK_END.test(name)) && !masks.covers(start, start + name.length))
      masks.add('NAME', start, start + name.length);
  }
  for (const match of matchesOf(text, NICKNAME)) {
    const start = match.index;
    const end = start + match[0].length;
    const common = (words.start[start] ?? 0) === start && (words.end[start] ?? 0) >= end && !words.isNamed(start);
    if (!masks.touches(start, end) && !common && beforeScore(around, start) >= 2.5) masks.add('NAME', start, end);
  }
}

/** A given name alone, before what a person does: 冬生当场承认. */
export function maskGivenAlone(around: Around, names: readonly string[]): void {
  const { text, masks, words } = around;
  for (const name of names) {
    const given = name.slice(1);
    for (let at = text.indexOf(given); at >= 0; at = text.indexOf(given, at + 1)) {
      const end = at + given.length;
      if (isHan(text.charAt(at - 1)) || afterScore(around, end) < 2 || words.isPart(at, end)) continue;
      if (!words.begins(at) || words.isNamed(at)) masks.add('NAME', at, end, name);
    }
  }
}

const PLACE_BEHIND = /^(?:广场|公园|小区|[路街桥镇乡村县区牌])/u;

const LATIN_WORD = ruleOf(/(?<![A-Za-z0-9])[A-Za-z]{2,}(?:[-'][A-Za-z]{2,})*(?![A-Za-z0-9])/gu, /[A-Za-z]/);
const lettersOf = (word: string): string => word.toLowerCase().replace(/[^a-z]/gu, '');

/** Parts of a Latin name that was found, in whatever case: ZHANG/WEIGUO. */
function maskLatinAgain({ text, masks }: Around): void {
  const parts = new Set(
    masks.found.flatMap(({ kind, value }) =>
      kind === 'NAME' && /^[A-Za-z][A-Za-z .,'/-]+$/u.test(value)
        ? value
            .split(/[ .,/]+/u)
            .map(lettersOf)
            .filter((part) => part.length >= 4)
        : [],
    ),
  );
  if (parts.size === 0) return;
  for (const { index, 0: word } of matchesOf(text, LATIN_WORD))
    if (parts.has(lettersOf(word)) && !masks.covers(index, index + word.length))
      masks.add('NAME', index, index + word.length);
}

/** Names that were found stand elsewhere in the same text too. */
export function maskAgain(around: Around): void {
  const { text, masks, words } = around;
  maskLatinAgain(around);
  const names = new Set(
    masks.found.flatMap(({ kind, value }) => (kind === 'NAME' && /^\p{Script=Han}{2,4}$/u.test(value) ? [value] : [])),
  );
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (masks.covers(at, end) || words.isPart(at, end) || isChance(text, at, end)) continue;
      // 解放广场, 对/方/园区.
      if (name.length === 2 && (words.straddles(at, end) || PLACE_BEHIND.test(text.slice(end, end + 2)))) continue;
      masks.add('NAME', at, end);
    }
}
