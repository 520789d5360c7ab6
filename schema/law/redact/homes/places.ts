/** Places that nothing introduces: whatever has the number of a house, flat, row or group, in a text that speaks of a person, with all that leads to it. */

import { divisionPrefix } from '../../desensitize/address.ts';
import type { Masks } from '../masks.ts';
import { isOfOrganization } from '../names/organizations.ts';
import type { WordStarts } from '../names/tagged-words.ts';
import { matchesOf, ruleOf, searched } from '../reading/matches.ts';
import { OPEN_PLACE_AFTER, OPEN_PLACE_BEFORE, PUBLISHED_PLACE } from '../words/homes.ts';
import { addressAt, STOP, stopAfter } from './address-grammar.ts';

const N = '[0-9一二三四五六七八九十百〇零两]';
const SIDE = '[东西南北左右中前后上下]';

/** What only a home or another single place has. */
const SPECIFIC = ruleOf(
  new RegExp(
    [
      `${N}{1,4} ?号(?:楼|院|门(?![店市])|车库|别墅|渔房|网房|趸船|平房|房(?![间产])|工棚|彩钢房|公寓|宿舍|地下室|泊位|码头|船位|船(?![员长舶])|铺位宿)`,
      `(?:${N}{1,4}|[A-Za-z]\\d{0,2}) ?(?:栋|幢|座(?=[0-9一二三四五六七八九]))`,
      `${N}{1,3} ?单元`,
      `(?<![0-9])[A-Za-z]?(?:\\d{3,4}|${N}{3,4}) ?(?:室(?![内外温])|房(?![间产屋租价款]))`,
      `(?<=[路街巷弄里屯村同甲乙副附付区队]) ?(?:[甲乙丙丁副附付内])?(?:${N}{1,4}(?:[-之]${N}{1,3})?|×{1,3}) ?号(?![线桥井段泵店公文])`,
      `(?<=[镇园寓村居苑城府湾庭里际街路巷同楼邸地片座栋期内院区舍厦]) ?[A-Za-z]?\\d{0,3}[#-]\\d{1,4}(?:[#-]\\d{1,4}){0,2}(?![0-9.年月日:%])`,
      `(?<=[(（,， 、:：;|/\\n“"])\\d{1,3}-\\d{1,2}-(?!(?:19|20)\\d\\d)\\d{3,4}(?![0-9-])`,
      `(?<![0-9A-Za-z])[A-Z]\\d{0,2}-\\d{1,2}-\\d{2,4}(?![0-9-])`,
      `(?<=[村屯委街镇乡区道办场]) ?第?${N}{1,3} ?[委组社队连](?!长|员|会|织)(?:第?${N}{1,3}组)?`,
      `第?${N}{1,3} ?[排趟](?:房|第?${N}{1,3} ?[户号家])`,
      `第 ?${N}{1,3} ?(?:排(?!名|放)|趟|户|个(?:大?铁?门|车库|院|胡同|单元|房)|间(?!隔)|栋|门|家(?![分店企公]))|${SIDE}(?:数|起)第? ?${N}{1,3}`,
      `房间号?(?:是|为)? ?\\d{2,4}(?!间)|${N}{1,2} ?[楼层] ?(?:${SIDE}[手户门侧屋]|靠)|${N}{1,3} ?舍 ?\\d{2,4}|地下室[A-Z]?\\d{1,2}(?:-\\d{1,4}|室)|${N}{1,2}门 ?\\d{3,4}|(?<![0-9])\\d{1,4}床(?!位)|(?<=[小层]楼) ?\\d{3}(?![0-9])|(?:房号|门牌号?)[:：为是]? ?[A-Z]?\\d{1,3}(?:-\\d{1,4}){1,3}`,
      `(?<=\\p{Script=Han})[A-Z]\\d{0,2}座?-?\\d{3,4}(?![0-9A-Za-z号])`,
    ].join('|'),
    'gu',
  ),
  /[号栋幢座元室房#委组社队连排趟户个间门家数起楼层舍床A-Z-]/,
);

const LEAD = /[在于到至从往对向将把的租住宿泊居以自]/u;
const LEADING =
  /^(?:租用|租住|承租|入住|前往|来到|进入|查获|对|位于|坐落|其|该|用|原|现|系|为|是|收|寄|家|自住房|自有|利用|见身份证|户籍)+/u;

/** Where an address begins that is found by its end: after the last stop or word that leads to a place, and at a division if there is one. */
export function beginOf(text: string, at: number, starts: WordStarts): number {
  let start = at;
  while (
    start > 0 &&
    at - start < 30 &&
    !STOP.test(text.charAt(start - 1)) &&
    text.charAt(start - 1) !== '*' &&
    !(LEAD.test(text.charAt(start - 1)) && starts.has(start))
  )
    start -= 1;
  const clause = text.slice(start, at);
  const lead = LEADING.exec(clause)?.[0].length ?? 0;
  for (let skip = lead; skip < clause.length; skip += 1)
    if (starts.has(start + skip) && /^[\p{Script=Han}]{2,4}?(?:省|市|区|县|旗)/u.test(clause.slice(skip)))
      return start + skip;
  return Math.min(start + lead, at);
}

/** Told in words, where an address is already under way. */
const TOLD = ruleOf(
  /(?:交叉?口|路口)?(?:[往向朝]?[东西南北]{1,2}[行走]? ?\d{1,4} ?米(?:处|路[东西南北])?|[东西南北]侧|交叉?口)|[红蓝绿白黑黄灰]色?[大小]?(?:铁门|瓦房|砖房|门)|(?:彩钢|平|瓦|砖瓦?)房|(?:[顶底]|[一二三四五六七八九十0-9]{1,2}) ?[层楼] ?[东西南北中左右]?[户门侧手]/gu,
);

/** So far behind an address the rest of it stands. */
const NEAR = 14;

/** The end of a place: as the grammar reads it, and the last mark of one that stands near behind in the same clause. */
export function endOf(text: string, start: number, least: number): number {
  const stop = stopAfter(text, start);
  let end = Math.min(Math.max(addressAt(text, start).end, least), Math.max(stop, least));
  const rest = text.slice(end, Math.min(stop, end + NEAR));
  const last = [...searched(rest, SPECIFIC.pattern), ...searched(rest, TOLD.pattern)]
    .sort((left, right) => left.index - right.index)
    .at(-1);
  if (last !== undefined) end += last.index + last[0].length;
  return /^(?:门牌|旁边?|北侧|南侧|东侧|西侧|楼上|楼下|隔壁|对面|附近|人|内)?$/u.test(text.slice(end, stop))
    ? stop
    : end;
}

const SEPARATES = /[ ,/\n()、|]/u;

/** An address goes on behind a separator: in brackets, in the next column or line. */
function onwards(text: string, from: number): number {
  let end = from;
  for (let step = 0; step < 6; step += 1) {
    let start = end;
    while (start - end < 3 && SEPARATES.test(text.charAt(start))) start += 1;
    if (start === end && !/[“"]/u.test(text.charAt(start))) return end;
    const stop = stopAfter(text, start);
    const quoted = /^[“"][^“”"]{0,6}[0-9][^“”"]{0,6}[”"]/u.exec(text.slice(end, end + 16))?.[0].length ?? 0;
    if (quoted > 0) {
      end += quoted;
      continue;
    }
    const house = /^(?:[0-9]{1,4}|[A-Z][0-9]{0,2}) ?(?:号楼?|栋|幢|座|区|单元|室|房|门|户)?(?=[ ,/\n)]|$)/u.exec(
      text.slice(start, start + 10),
    );
    const joined = text.charAt(start - 1) === ')' && /^[0-9]{1,4}号/u.exec(text.slice(start, start + 6));
    if (joined) end = start + joined[0].length;
    else if (house !== null && start - end > 0 && !/[)|]/u.test(text.slice(end, start))) {
      if (/^[0-9]+$/u.test(house[0]) && !/\//u.test(text.slice(end, start))) return end;
      end = start + house[0].length;
    } else {
      const found = addressAt(text, start);
      // Behind a comma the next clause may tell a deed: 开设私人影院.
      const apart = /[\n(/|]/u.test(text.slice(end, start));
      if (found.end !== stop || !(found.house || (apart && found.specific)) || stop - start < 3) return end;
      end = stop;
    }
  }
  return end;
}

/** What stands before it, set apart in lines or columns: 林口县\n榛岗镇二道桥\n教师公寓3-502. */
function backwards(text: string, from: number): number {
  let begin = from;
  for (let step = 0; step < 5; step += 1) {
    const end = /[ ,/\n]{1,3}$/u.exec(text.slice(Math.max(0, begin - 3), begin))?.index;
    if (end === undefined) return begin;
    const last = begin - Math.min(3, begin) + end;
    let start = last;
    while (start > 0 && last - start < 16 && !STOP.test(text.charAt(start - 1)) && text.charAt(start - 1) !== ' ')
      start -= 1;
    if (start === last || /[0-9*]/u.test(text.charAt(start - 1))) return begin;
    if (divisionPrefix(text.slice(start, last)) === last - start) return begin;
    const found = addressAt(text, start);
    const part =
      /^(?:[A-Z0-9]{1,4}(?:区|栋|幢|座|单元|号楼?|期)|[\p{Script=Han}]{1,6}(?:镇|乡|街道|村|屯)[\p{Script=Han}]{0,6})$/u;
    if (!part.test(text.slice(start, last)) && (found.end !== last || !found.specific)) return begin;
    begin = start;
  }
  return begin;
}

/** 家（南门外老火磨房胡同尽头）: what a bracket tells of a home. */
const IN_BRACKETS = ruleOf(
  /(?:家[门里中]?口?|住处|宿舍|住所|住房|住宅|车库|租住处|老宅|邮寄送达|邮寄|户籍所在地|户籍地|原籍)[(（](?=[^()（）]{0,30}[街路巷村屯院楼号门区弄苑园里舍])([^()（）]{4,40})[)）]/gu,
  /[(（]/,
);
/** NanGang District, Xuefu Road 74, Apt 5-601. */
const ENGLISH = ruleOf(
  /(?<![A-Za-z])[A-Z0-9][A-Za-z0-9 .'#-]{0,40} (?:Road|Rd|Street|St|Avenue|Ave|District|Village|Lane|Apt|Building)(?![a-z])[A-Za-z0-9 .,'#-]{0,60}/gu,
  / (?:Road|Rd|Street|St|Avenue|Ave|District|Village|Lane|Apt|Building)/,
);

/** A text has so many places at most. */
const MOST_PLACES = 400;

/** Masks what is left of places. `isPublished`: the text is about an organization, whose places of business, sites and works stay. */
export function maskPlaces(
  text: string,
  starts: WordStarts,
  isPublished: boolean,
  ends: readonly number[],
  masks: Masks,
): void {
  for (const end of ends) {
    const last = onwards(text, end);
    if (last > end) masks.add('ADDRESS', end, last);
  }
  for (const match of matchesOf(text, IN_BRACKETS)) {
    const start = match.index + match[0].length - (match[1] ?? '').length - 1;
    masks.add('ADDRESS', start, start + (match[1] ?? '').length);
  }
  for (const match of matchesOf(text, ENGLISH))
    if (!isPublished || masks.isPersonal(Math.max(0, match.index - 30), match.index + match[0].length + 12))
      masks.add('ADDRESS', match.index, match.index + match[0].trimEnd().length);
  let places = 0;
  for (const match of matchesOf(text, SPECIFIC)) {
    const least = match.index + match[0].length;
    if (masks.isOpen(match.index, least)) continue;
    places += 1;
    if (places > MOST_PLACES) return;
    const begin = beginOf(text, match.index, starts);
    if (masks.covers(match.index, least)) {
      const back = backwards(text, begin);
      if (back < begin) masks.add('ADDRESS', back, begin);
      continue;
    }
    const end = endOf(text, begin, least);
    if (
      /(?:宾馆|酒店|旅店|医院)$/u.test(text.slice(begin, match.index)) &&
      !/为家|居住|长住/u.test(text.slice(least, least + 4))
    )
      continue;
    if (least - begin < 4 && !/[室房舍]/u.test(match[0])) continue;
    const before = text.slice(Math.max(0, begin - 14), begin);
    if (isPublished && (OPEN_PLACE_AFTER.test(text.slice(least, least + 8)) || OPEN_PLACE_BEFORE.test(before)))
      continue;
    if (PUBLISHED_PLACE.test(before) || (isPublished && isOfOrganization(text, begin))) continue;
    masks.add('ADDRESS', backwards(text, begin), onwards(text, end));
  }
}
