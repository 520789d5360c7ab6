/** Homes: what stands behind a word for one, what has flat and house, and what is nothing but an address beside a person. */
import { divisionPrefix } from '../desensitize/address.ts';
import type { Folded } from './fold.ts';
import type { Masks } from './masks.ts';
import { isOfOrganization, SPOKEN_OF } from './organizations.ts';
import { HOME_WORDS, OPEN_PLACE_BEFORE } from './words/homes.ts';

const DIVISION = '(?:省|自治区|特别行政区|市|地区|自治州|盟|自治县|县|自治旗|旗|区)';
const NAMED =
  '(?:街道办?|镇|苏木|乡|社区|嘎查|村|屯|庄|堡|窝棚|大街|小区|大道|公路|路|街|巷|胡同|弄|里弄|花园|家园|嘉园|公寓|新村|新城|新区|雅居|国际|雅苑|花苑|名苑|佳苑|苑|府|湾|庭|郡|阁|轩|林场|农场|牧场|渔场|经营所|管理区|管理站|分场|作业区|作业站|生产队|家属区|家属院|大院|广场|大厦|棚户区|院|楼|厂区|城|居|园|墅|片|山庄|坊|营子|岗|沟|堡子|委|里|道|段|条)';
const COUNT = '[0-9一二三四五六七八九十百〇零甲乙丙丁戊A-Za-z#]';
const NUMBERED = '(?:号楼|号院|号门|号|委|组|队|连|栋|幢|座|栋楼|楼|单元|门洞|门|室|户|层|弄|区|段|间|排|院|舍|房)';
const TAIL =
  '(?:商服|门市|商铺|底商|渔房|网房|第[一二三四五六七八九十0-9]{1,3}[趟排]房|[路道][东西南北]|[前后]?[一二三四五六]?[趟排]房|村部后身|后身|对过|对面|[一二三四五六]楼|平房|瓦房|楼房|院内|院|东头|西头|南头|北头|中间|东厢房?|西厢房?|正房|东屋|西屋|后楼|前楼|东侧|西侧|楼上|楼下|东门|西门|第[一二三四五六七八九十0-9]{1,3}[家户排趟]|[最靠]?[东西南北][边面头侧]?第?[一二三四五六七八九十0-9]{1,3}[家户排趟]|[最靠][东西南北][边面头]?(?:那家|一家|一户)?|那家|末户|中门|左手|右手|[左右]侧|原[\\p{Script=Han}]{2,5}[东西南北]侧|[东西南北][一二三四五六七八九十]趟|家属房|家属楼|宿舍|车库|仓房|东数|西数)';

const DIVISIONS = new RegExp(` ?\\p{Script=Han}{1,5}?${DIVISION}`, 'uy');
const PLACE = new RegExp(` ?[\\p{Script=Han}A-Za-z0-9]{1,9}?${NAMED}`, 'uy');
const PLACE_ON = new RegExp(` ?[\\p{Script=Han}A-Za-z0-9]{0,9}?${NAMED}`, 'uy');
const HOUSE = new RegExp(`[ -]?(?:副|附|第|[东西南北前后中])?${COUNT}{1,7}(?:-${COUNT}{1,5}){0,3} ?${NUMBERED}?`, 'uy');
const END = new RegExp(` ?${TAIL}`, 'uy');

const STOP = /[，。；;！？!?、（）()\n\t|"“”《》:：,]/u;

const sticky = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

export interface AddressFound {
  readonly start: number;
  readonly end: number;
  /** It goes further than the county. */
  readonly specific: boolean;
  /** It has a number. */
  readonly house: boolean;
}

/** The address that begins at `start`: divisions, then places by name, then houses by number, then what is told in words. Each step goes on, none goes back. */
export function addressAt(text: string, start: number): AddressFound {
  const stop = stopAfter(text, start);
  const clause = text.slice(start, stop);
  let at = divisionPrefix(clause);
  // Counties of other provinces stand in no list.
  if (!/[县旗区]$/u.test(clause.slice(0, at)))
    for (let step = 0; step < 2; step += 1) at = sticky(DIVISIONS, clause, at);
  const afterDivisions = at;
  let house = false;
  for (let step = 0; step < 6; step += 1) {
    const next = sticky(step === 0 ? PLACE : PLACE_ON, clause, at);
    if (next === at) break;
    at = next;
    const numbered = sticky(HOUSE, clause, at);
    if (numbered > at) {
      house = true;
      break;
    }
  }
  const named = at > afterDivisions || at > 0;
  if (named)
    for (let step = 0; step < 8; step += 1) {
      let next = sticky(END, clause, at);
      if (next === at) {
        next = sticky(HOUSE, clause, at);
        if (next > at) house = true;
      }
      if (next === at) break;
      at = next;
    }
  return { start, end: start + at, specific: at > afterDivisions, house };
}

export function stopAfter(text: string, start: number): number {
  let at = start;
  while (at < text.length && at - start < 60) {
    if (STOP.test(text.charAt(at))) break;
    // A blank before the next field: 住址：柏影街 18 号 事由：….
    if (text.charAt(at) === ' ' && /^ {1,3}[\p{Script=Han}]{2,6}[:：]/u.test(text.slice(at, at + 12))) break;
    at += 1;
  }
  return at;
}

/** Behind a word for a home and no home: 地址不一致, 户籍信息, 住址变更, 现居地址邮寄. */
const NO_HOME =
  /^(?:[与和及不未无已有等或并也均由经被将以就若如]|变更|登记|信息|证明|邮寄|送达|进行|为准|一致|错误|不详|确认|查询|地址|所在|期间|的|管理|人员|老人|区|情况|条件|环境|费用|问题|[\p{Script=Han}]{0,3}(?:不详|不明))/u;
/** Words that need no more to be a home. */
const SURELY_HOME = /^(?:.*住|现居|租住.*|.*住于|.*住在|家在|老家.*|.*住址|家庭.*|户籍.*地.*|寄往)$/u;
/** Of persons and of organizations alike. */
const EITHER = /^(?:住所地?|地址|居?所地|所在地|邮寄至|寄往)$/u;
const OF_PERSON = /(?:家庭|送达|收件|联系|通[讯信]|户籍|身份证|本人|个人|邮寄|收货)$/u;

/** A deed that follows an address in the same clause. */
const DEED =
  /^ ?(?:的|在|内|处|与|和|以|因|自|于|将|对|从|经|为|已|被|未|无|私|擅|非法|加工|开|经营|生产|销售|存放|出租|居住|违|有|家|等|至|到|期间|查|发现|上门|邮寄|送达|[\p{Script=Han}]{2,})/u;

/** More of the address behind what was understood of it. */
const GOES_ON = /^[\p{Script=Han}0-9-]{1,16}(?:[村屯路街巷号室栋组委楼]|[0-9])$/u;

function behindWords(text: string, masks: Masks, aboutPerson: boolean): void {
  for (const match of text.matchAll(HOME_WORDS)) {
    const label = match[0];
    let start = match.index + label.length;
    const from = start;
    start += /^(?:相同|一致|如下|均?为)?[:：]/u.exec(text.slice(start, start + 6))?.[0].length ?? 0;
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
    } else if ((!found.house && !DEED.test(rest)) || rest.trim().length <= 2 || (told && GOES_ON.test(rest))) end = stop;
    if (end - start >= 2) masks.add('ADDRESS', start, end);
  }
}

const NUMERAL = '[0-9一二三四五六七八九十〇零]';
const FLAT = new RegExp(
  `(?<![0-9A-Za-z备字第])(?:${NUMERAL}{1,4}|[A-Za-z]\\d?) ?(?:号楼|号院|栋|幢|座|(?<=[街路巷道同弄里村屯区段条] ?[0-9一二三四五六七八九十]{1,4} ?)号|#) ?-?(?:${NUMERAL}{1,3} ?(?:单元|-) ?)?${NUMERAL}{1,5}(?:-${NUMERAL}{1,4})? ?(?:室|房|号(?![0-9])|(?![0-9.年月元万号组个只件户至层]))|` +
    `${NUMERAL}{1,3} ?单元 ?${NUMERAL}{1,5} ?(?:室|户|房|号)?|(?<=[街区镇乡道办第村屯])${NUMERAL}{1,3}委(?:${NUMERAL}{1,3}组)?|(?<=[区园寓村居苑城府湾庭里国际])[A-Za-z]?\\d{1,3}(?:[-#]\\d{1,4}){1,3}(?!\\d)`,
  'gu',
);

/** Flats: 3号楼2单元1102室, whatever stands before. */
function flats(text: string, masks: Masks, starts: ReadonlyMap<number, unknown>): void {
  for (const match of text.matchAll(FLAT)) {
    const end = match.index + match[0].length;
    if (masks.touches(match.index, end)) continue;
    const begin = beginOf(text, match.index, starts);
    if (OPEN_PLACE_BEFORE.test(text.slice(Math.max(0, begin - 14), begin)) || isOfOrganization(text, begin)) continue;
    const found = addressAt(text, begin);
    masks.add('ADDRESS', begin, Math.max(found.end, end));
  }
}

/** A clause that is nothing but an address: 黄启明，哈尔滨市平房区锻锤街9-2-403，…; and one beside a number of a person. */
const CLAUSE = /(?:^|[，,（(；; |\n])(?=[\p{Script=Han}]{2,12}(?:省|市|区|县|旗|镇|乡|村|屯|路|街))/gu;

function clauses(text: string, masks: Masks): void {
  for (const match of text.matchAll(CLAUSE)) {
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
    if (!beside && !person && !(division && found.house)) continue;
    if (!found.house && !/[村屯]/u.test(text.slice(start, found.end))) continue;
    if (OPEN_PLACE_BEFORE.test(text.slice(Math.max(0, start - 14), start))) continue;
    masks.add('ADDRESS', start, found.end);
  }
}

/** 位于 and a house that a person lives in. */
const OWN_HOUSE =
  /(?:位于|坐落于?|在)([\p{Script=Han}0-9A-Za-z（）()-]{4,40}?)的?(?:自建房|自家|住房|住宅|房屋|自有房|宅基地|家中|家里|院落|平房|楼房|自宅|家门)/gu;

function ownHouses(text: string, masks: Masks): void {
  for (const match of text.matchAll(OWN_HOUSE)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].indexOf(value);
    if (!masks.isPersonal(Math.max(0, match.index - 2), match.index)) continue;
    if (addressAt(text, start).specific) masks.add('ADDRESS', start, start + value.length);
  }
}

/** Masks every home. `starts`: where the words of the tagger begin. */
export function maskAddresses(
  { text }: Folded,
  starts: ReadonlyMap<number, unknown>,
  aboutPerson: boolean,
  masks: Masks,
): void {
  behindWords(text, masks, aboutPerson);
  flats(text, masks, starts);
  clauses(text, masks);
  ownHouses(text, masks);
}

const LEAD = /[在于到至从位往对向将把的租住]/u;

/** Where an address begins that is found by its end: after the last stop or word that leads to a place, and at a division if there is one. */
function beginOf(text: string, at: number, starts: ReadonlyMap<number, unknown>): number {
  let start = at;
  while (
    start > 0 &&
    at - start < 30 &&
    !STOP.test(text.charAt(start - 1)) &&
    !(LEAD.test(text.charAt(start - 1)) && starts.has(start))
  )
    start -= 1;
  const clause = text.slice(start, at);
  const lead = /^(?:租用|租住|承租|入住|前往|来到|进入|查获|对|位于|坐落|其|该|用)+/u.exec(clause)?.[0].length ?? 0;
  for (let skip = lead; skip < clause.length; skip += 1)
    if (starts.has(start + skip) && /^[\p{Script=Han}]{2,4}?(?:省|市|区|县|旗)/u.test(clause.slice(skip)))
      return start + skip;
  return start + lead;
}

/** Whether the last that is spoken of before is a person. */
function isOfPerson(text: string, at: number, masks: Masks, aboutPerson: boolean): boolean {
  if (isOfOrganization(text, at)) return false;
  for (let unit = at - 1; unit >= Math.max(0, at - SPOKEN_OF); unit -= 1)
    if (masks.isPersonal(unit, unit + 1)) return true;
  return aboutPerson;
}
