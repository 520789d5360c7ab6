/** Where a person is spoken of, what stands in the place of a name and was left: nobody can say that it is none. */
import { matchesOf, ruleOf } from '../reading/matches.ts';
import { NO_NAMES } from '../words/no-names.ts';
import { ROLES, WEAK_ROLES } from '../words/roles.ts';
import { WORD_NAMES } from '../words/word-names.ts';
import { type Around, roleBefore } from './name-score.ts';

/** 姓名：, 经办人：, 签字：. */
const FIELD = ruleOf(
  /(?:姓名|签字人?|签名|联系人|经办人|负责人|当事人|收件人|证人|承办人|见证人|记录人)[:：] ?([\p{Script=Han}]{2,4})(?=[,，。；;、 \n)）]|$)/gu,
  /[:：]/,
);
/** Behind a place that is masked: 附3, a bracket that tells where it is. */
const REST_OF_PLACE =
  /\*{4}(?:附[0-9一二三四五六七八九十]{1,3}|[(（](?:原|村委会|旁|距)?[\p{Script=Han}0-9]{2,16}(?:房|[0-9]米[\p{Script=Han}]{0,4}|旁|对面|后身)[)）])/u;
const NONE = /(?:某|公司|店|厂|局|院|所|部|会|等|有限|人员|证|机关|单位)/u;

/** No word of the dictionary, and nothing of an organization. */
function isLeft({ text, words, masks, closed }: Around, start: number, end: number): boolean {
  const left = text.slice(start, end);
  return (
    !masks.isPersonal(start, end) &&
    !masks.isOpen(start, end) &&
    closed[start] === 0 &&
    !left.includes('*') &&
    text.charAt(end) !== '*' &&
    words.begins(start) &&
    words.end[start] === end &&
    words.isNamed(start) &&
    (!NO_NAMES.has(left) || WORD_NAMES.has(left)) &&
    !ROLES.has(left) &&
    !NONE.test(left)
  );
}

export function isUndecided(around: Around): boolean {
  const { text, words, masks } = around;
  if (REST_OF_PLACE.test(text)) return true;
  for (const match of matchesOf(text, FIELD)) {
    const value = match[1] ?? '';
    const end = match.index + match[0].length;
    if (isLeft(around, end - value.length, end)) return true;
  }
  for (let at = 1; at < text.length; at += 1) {
    const end = words.end[at] ?? at;
    if (!words.begins(at) || end - at < 2 || end - at > 4 || !/^[\p{Script=Han}]+$/u.test(text.slice(at, end)))
      continue;
    if (!isLeft(around, at, end)) continue;
    const isListed = text.charAt(at - 1) === '、' && masks.isPersonal(at - 2, at - 1) && !masks.isValue(at - 2);
    const role = roleBefore(text, at);
    const isPost = role.length > 1 && !WEAK_ROLES.has(role) && words.tag(at).startsWith('nr');
    const isBefore =
      text.charAt(end) === '、' &&
      masks.isPersonal(end + 1, end + 2) &&
      !masks.isValue(end + 1) &&
      text.charAt(at - 1) === '、';
    if (isListed || isBefore || isPost) return true;
  }
  return false;
}
