/** Names that a form of two parts tells: a nickname with the name in brackets, two spellings, a place with a name and a sum. */
import { DIGIT, matchesOf, ruleOf } from '../reading/matches.ts';
import { WEAK_ROLES } from '../words/roles.ts';
import { type Around, beforeScore, compoundAt, isHan, isSurname, roleBefore } from './name-score.ts';

/** “大眼儿”（侯永和）, LI QIANG（李墙）. */
const WITH_BRACKET = ruleOf(
  /(?:([“"「])([\p{Script=Han}]{2,5})[”"」]|([A-Z][A-Za-z ,.'-]{2,30}))[(（]([\p{Script=Han}]{2,4})[)）]/gu,
  /[(（]/,
);
/** 自称“你张哥”“张百万”者, “黑三”其人. */
const SO_CALLED = ruleOf(/[“"「]([\p{Script=Han}]{2,4})[”"」](?=者|其人|的(?:男|女|人|老板|经理)|本人)/gu, /[“"「]/);
/** 石头河子村滕百川18420元. */
const PLACE_SUM = ruleOf(
  /(?<=[村镇乡屯组社区户])([\p{Script=Han}]{2,3})(?=[:：]?[0-9][0-9,.]*(?:万?元|公?斤|吨|亩|头|只|户|人|口))/gu,
  DIGIT,
);
const OF_PERSONS = /(?:农户|村民|农民|户主|职工|员工|工人|人员|养殖户|种植户|贫困户|低保户|债权人|名单|业主|群众)/u;
/** 技师小翠、阿龙. */
const SHORT_NICK = ruleOf(/[小阿][\p{Script=Han}](?=[、，,。；;()（）和与及均在系已未到将使因]|$)/gu, /[小阿]/);

const isNameLike = ({ text, words }: Around, start: number, end: number): boolean => {
  const known = words.begins(start) && words.end[start] === end && !words.isNamed(start);
  return (compoundAt(text, start) !== '' || isSurname(text.charAt(start))) && !known;
};

export function maskPairs(around: Around): void {
  const { text, masks, words } = around;
  const add = (start: number, end: number): void => {
    if (!masks.covers(start, end)) masks.add('NAME', start, end);
  };
  for (const match of matchesOf(text, WITH_BRACKET)) {
    const [whole, , quoted, latin = '', name = ''] = match;
    const start = match.index + whole.length - name.length - 1;
    if (!isNameLike(around, start, start + name.length)) continue;
    const role = roleBefore(text, match.index);
    const isTold = (role.length > 1 && !WEAK_ROLES.has(role)) || masks.isPersonal(start, start + name.length);
    if (quoted !== undefined && isTold) {
      add(match.index + 1, match.index + 1 + quoted.length);
      add(start, start + name.length);
    } else if (latin !== '' && masks.isPersonal(match.index, match.index + latin.length))
      add(start, start + name.length);
  }
  for (const { index, 1: name = '' } of matchesOf(text, SO_CALLED))
    if (isNameLike(around, index + 1, index + 1 + name.length)) add(index + 1, index + 1 + name.length);
  sums(around, add);
  let last = -1;
  for (const { index, 0: name } of matchesOf(text, SHORT_NICK)) {
    const end = index + name.length;
    if (masks.touches(index, end)) continue;
    const common = !words.isNamed(index) && (words.end[index] ?? 0) >= end;
    const listed = text.charAt(index - 1) === '、' && (text.charAt(index - 2) === '*' || isNear(text, last, index));
    if (!common && (listed || beforeScore(around, index) >= 4)) {
      add(index, end);
      last = end;
    }
  }
}

/** Whether the nickname before stands just before, with a remark in brackets at most. */
const isNear = (text: string, last: number, start: number): boolean =>
  last >= 0 && (last === start - 1 || (text.charAt(last) === '(' && text.indexOf(')', last) === start - 2));

/** Entries that tell place, name and sum: one with a surname tells what the others are. */
function sums(around: Around, add: (start: number, end: number) => void): void {
  const { text, words } = around;
  const entries = matchesOf(text, PLACE_SUM).filter(({ index }) => isHan(text.charAt(index - 2)));
  if (entries.length < 2 || !OF_PERSONS.test(text)) return;
  const likely = entries.filter(({ index, 0: name }) => isNameLike(around, index, index + name.length));
  if (likely.length === 0 || likely.length * 3 < entries.length) return;
  for (const { index, 0: name } of entries) {
    const isNoun = /^(?:n|v)$/u.test(words.tag(index)) && (words.end[index] ?? 0) === index + name.length;
    if (isSurname(text.charAt(index)) || !isNoun) add(index, index + name.length);
  }
}
