/** Homes: what stands behind a word for one, what has flat and house, and what is nothing but an address beside a person. */

import { divisionPrefix } from '../../desensitize/address.ts';
import type { Folded } from '../fold.ts';
import type { Masks } from '../masks.ts';
import { isOfOrganization, SPOKEN_OF } from '../names/organizations.ts';
import type { WordStarts } from '../names/tagged-words.ts';
import { matchesOf, ruleOf } from '../reading/matches.ts';
import { HOME_WORDS, OPEN_PLACE_AFTER, OPEN_PLACE_BEFORE } from '../words/homes.ts';
import { addressAt, stopAfter } from './address-grammar.ts';
import { beginOf, endOf, maskPlaces } from './places.ts';

/** Behind a word for a home and no home: 地址不一致, 户籍信息, 住址变更, 现居地址邮寄. */
const NO_HOME =
  /^(?:法院|人民法院|管辖|[与和及不未无已有等或并也均由经被将以就若如]|变更|登记|信息|证明|邮寄|送达|进行|为准|一致|错误|不详|确认|查询|地址|所在|期间|的|管理|人员|老人|区|情况|条件|环境|费用|问题|[\p{Script=Han}]{0,3}(?:不详|不明))/u;
/** Words that need no more to be a home. */
const SURELY_HOME = /^(?:.*住|现居|租住.*|.*住于|.*住在|家在|老家.*|.*住址|家庭.*|户籍.*地.*|寄往)$/u;
/** Of persons and of organizations alike. */
const EITHER = /^(?:住所地?|地址|居?所地|所在地|邮寄至|寄往)$/u;
const OF_PERSON = /(?:家庭|送达|收件|联系|通[讯信]|户籍|身份证|本人|个人|邮寄|收货)$/u;

/** A deed that follows an address in the same clause. */
const DEED =
  /^ ?(?:的|在|内|处|与|和|以|因|自|于|将|对|从|经|为|已|被|未|无|私|擅|非法|加工|开|经营|生产|销售|存放|出租|居住|违|有|家|等|至|到|期间|查|发现|上门|邮寄|送达|[\p{Script=Han}]{2,})/u;

/** More of the address behind what was understood of it. */
const GOES_ON = /^[\p{Script=Han}0-9-]{1,16}(?:[村屯路街巷号室栋组委楼房屋院]|[0-9])$/u;

/** A list of persons has so many homes at most. */
const MOST_HOMES = 150;

function behindWords(text: string, masks: Masks, aboutPerson: boolean, ends: number[]): void {
  let homes = 0;
  for (const match of matchesOf(text, HOME_WORDS)) {
    homes += 1;
    if (homes > MOST_HOMES) {
      masks.isTooMuch = true;
      return;
    }
    const label = match[0];
    let start = match.index + label.length;
    const from = start;
    start += /^(?:相同|一致|如下|均?为|确认书?)?[:：]/u.exec(text.slice(start, start + 6))?.[0].length ?? 0;
    while (/[ :：为是系在于"“]/u.test(text.charAt(start)) && start - from < 6) start += 1;
    const told = /[:：为是系在于]/u.test(text.slice(from, start));
    if (
      EITHER.test(label) &&
      !OF_PERSON.test(text.slice(0, match.index)) &&
      !isOfPerson(text, match.index, masks, aboutPerson)
    )
      continue;
    if (
      NO_HOME.test(text.slice(start, start + 12)) &&
      !/^(?:区|管理)/u.test(text.slice(start, start + 2)) &&
      !(told && /^(?:不|未|无|有|均|由|等|已)/u.test(text.slice(start)) === false)
    )
      continue;
    if (text.startsWith('*', start + divisionPrefix(text.slice(start, start + 40)))) continue;
    const found = addressAt(text, start);
    const stop = stopAfter(text, start);
    let end = found.end;
    const rest = text.slice(end, stop);
    if (!found.specific) {
      if (!(told || SURELY_HOME.test(label)) || (found.end === start && stop - start > 16)) continue;
      end = stop;
    } else if (
      (!found.house && !DEED.test(rest)) ||
      rest.trim().length <= 2 ||
      ((told || rest.length <= 8) && GOES_ON.test(rest))
    )
      end = stop;
    if (end - start < 2 || /(?:公司|集团|酒店|中心)/u.test(text.slice(start, end))) continue;
    if (found.specific) end = endOf(text, start, end);
    masks.add('ADDRESS', start, end);
    ends.push(end);
  }
}

const NUMERAL = '[0-9一二三四五六七八九十〇零]';
const FLAT = ruleOf(
  new RegExp(
    `(?<![0-9A-Za-z备字第])(?:${NUMERAL}{1,4}|[A-Za-z]\\d?) ?(?:号楼|号院|栋|幢|座|(?<=[街路巷道同弄里村屯区段条] ?[0-9一二三四五六七八九十]{1,4} ?)号|#) ?-?(?:${NUMERAL}{1,3} ?(?:单元|-) ?)?${NUMERAL}{1,5}(?:-${NUMERAL}{1,4})? ?(?:室|房|号(?![0-9])|(?![0-9.年月元万号组个只件户至层]))|` +
      `${NUMERAL}{1,3} ?单元 ?${NUMERAL}{1,5} ?(?:室|户|房|号)?|(?<=[街区镇乡道办第村屯])${NUMERAL}{1,3}委(?:${NUMERAL}{1,3}组)?|(?<=[区园寓村居苑城府湾庭里国际])[A-Za-z]?\\d{1,3}(?:[-#]\\d{1,4}){1,3}(?!\\d)`,
    'gu',
  ),
  /[号栋幢座#元委-]/,
);

/** Flats: 3号楼2单元1102室, whatever stands before. */
function flats(text: string, ofSomebody: boolean, masks: Masks, starts: WordStarts): void {
  for (const match of matchesOf(text, FLAT)) {
    const end = match.index + match[0].length;
    if (masks.touches(match.index, end)) continue;
    const begin = beginOf(text, match.index, starts);
    // 3号楼2单元 by itself is a part of works where nobody is spoken of.
    if (!ofSomebody && (begin === match.index || OPEN_PLACE_AFTER.test(text.slice(end, end + 8)))) continue;
    if (OPEN_PLACE_BEFORE.test(text.slice(Math.max(0, begin - 14), begin)) || isOfOrganization(text, begin)) continue;
    const found = addressAt(text, begin);
    masks.add('ADDRESS', begin, Math.max(found.end, end));
  }
}

/** A clause that is nothing but an address: 黄启明，哈尔滨市平房区锻锤街9-2-403，…; and one beside a number of a person. */
const CLAUSE = ruleOf(
  /(?:^|[，,（(；; |\n])(?=[\p{Script=Han}]{2,12}(?:省|市|区|县|旗|镇|乡|村|屯|路|街|里[0-9]|小区|家园|花园|公寓))/gu,
  /[省市区县旗镇乡村屯路街里园寓]/,
);

function clauses(text: string, masks: Masks, aboutPerson: boolean): void {
  for (const match of matchesOf(text, CLAUSE)) {
    const start = match.index + match[0].length;
    if (masks.touches(start, start + 2)) continue;
    const beside = masks.isValue(match.index - 1);
    if (!beside && !/[\p{Script=Han}*]$/u.test(text.slice(0, match.index))) continue;
    const found = addressAt(text, start);
    const stop = stopAfter(text, start);
    const whole = stop === found.end || (beside && /^ /u.test(text.slice(found.end)));
    if (!whole || !found.specific || isOfOrganization(text, match.index)) continue;
    const division = divisionPrefix(text.slice(start, start + 40)) > 0;
    const person = masks.isPersonal(Math.max(0, match.index - 2), match.index);
    const followed = found.house && masks.isValue(found.end + 1);
    if (!beside && !person && !followed && !(division && found.house && (masks.isAny() || aboutPerson))) continue;
    if (!found.house && !/[村屯]/u.test(text.slice(start, found.end))) continue;
    if (OPEN_PLACE_BEFORE.test(text.slice(Math.max(0, start - 14), start))) continue;
    masks.add('ADDRESS', start, found.end);
  }
}

/** 位于 and a house that a person lives in. */
const OWN_HOUSE = ruleOf(
  /(?:位于|坐落于?|在)([\p{Script=Han}0-9A-Za-z（）()-]{4,40}?)的?(?:自建房|自家|住房|住宅|房屋|自有房|宅基地|家中|家里|院落|平房|楼房|自宅|家门)/gu,
  /[房家宅院]/,
);

function ownHouses(text: string, masks: Masks): void {
  for (const match of matchesOf(text, OWN_HOUSE)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].indexOf(value);
    if (!masks.isPersonal(Math.max(0, match.index - 2), match.index)) continue;
    if (addressAt(text, start).specific) masks.add('ADDRESS', start, start + value.length);
  }
}

/** 系抚远市黑鱼泡渔业村村民. */
const RESIDENT = ruleOf(
  /(?:系|是|为|给|[，,、])([\p{Script=Han}]{4,20}?[村屯镇乡组](?:[\p{Script=Han}]{1,5}(?=人[，。；、,;]))?)(?:村民|居民|农民|人(?=[，。；、,;]))(?!委员会|小组|代表|会议)/gu,
  /[村屯镇乡组]/,
);

function residents(text: string, masks: Masks): void {
  for (const match of matchesOf(text, RESIDENT)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].indexOf(value);
    if (divisionPrefix(value) > 0) masks.add('ADDRESS', start, start + value.length);
  }
}

/** Masks every home. `starts`: where the words of the tagger begin. */
export function maskAddresses({ text }: Folded, starts: WordStarts, aboutPerson: boolean, masks: Masks): void {
  const ends: number[] = [];
  behindWords(text, masks, aboutPerson, ends);
  flats(text, aboutPerson || masks.isAny(), masks, starts);
  clauses(text, masks, aboutPerson);
  ownHouses(text, masks);
  residents(text, masks);
  // Where somebody is spoken of, what is left of places is of that person.
  if (aboutPerson || masks.isAny()) maskPlaces(text, starts, !aboutPerson, ends, masks);
}

/** Whether the last that is spoken of before is a person. */
function isOfPerson(text: string, at: number, masks: Masks, aboutPerson: boolean): boolean {
  if (isOfOrganization(text, at)) return false;
  for (let unit = at - 1; unit >= Math.max(0, at - SPOKEN_OF); unit -= 1)
    if (masks.isPersonal(unit, unit + 1)) return true;
  return aboutPerson;
}
