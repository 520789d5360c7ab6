/** Homes: what stands behind a word for one, what has flat and house, and what is nothing but an address beside a person. */
import type { Folded } from './fold.ts';
import type { Masks } from './masks.ts';
import { HOME_WORDS, OPEN_PLACE_BEFORE, ORGANIZATION_END } from './words/homes.ts';

const DIVISION = '(?:省|自治区|特别行政区|市|地区|自治州|盟|自治县|县|自治旗|旗|区)';
const NAMED =
  '(?:街道办?|镇|苏木|乡|社区|嘎查|村|屯|庄|堡|窝棚|大街|小区|大道|公路|路|街|巷|胡同|弄|里弄|花园|家园|嘉园|公寓|新村|新城|新区|雅居|国际|雅苑|花苑|名苑|佳苑|苑|府|湾|庭|郡|阁|轩|林场|农场|牧场|渔场|经营所|管理区|管理站|分场|作业区|作业站|生产队|家属区|家属院|大院|广场|大厦|棚户区|院|楼|厂区|城|居|园|墅|山庄|坊|营子|岗|沟|堡子|委|里|道|段|条)';
const COUNT = '[0-9一二三四五六七八九十百〇零甲乙丙丁戊A-Za-z]';
const NUMBERED = '(?:号楼|号院|号门|号|委|组|队|连|栋|幢|座|栋楼|楼|单元|门洞|门|室|户|层|弄|区|段|间|排|院|舍|房)';
const TAIL =
  '(?:平房|瓦房|楼房|院内|院|东头|西头|南头|北头|中间|东厢房?|西厢房?|正房|东屋|西屋|后楼|前楼|东侧|西侧|楼上|楼下|东门|西门|第[一二三四五六七八九十0-9]{1,3}[家户排趟]|家属房|家属楼|宿舍|车库|仓房|东数|西数)';

const DIVISIONS = new RegExp(` ?\\p{Script=Han}{1,8}?${DIVISION}`, 'uy');
const PLACE = new RegExp(` ?[\\p{Script=Han}A-Za-z0-9]{1,9}?${NAMED}`, 'uy');
const HOUSE = new RegExp(`[ -]?(?:副|附|第|[东西南北前后中])?${COUNT}{1,7}(?:-${COUNT}{1,5}){0,3} ?${NUMBERED}?`, 'uy');
const END = new RegExp(` ?${TAIL}`, 'uy');

const STOP = /[，。；;！？、（）()\n|"“”《》:：]|,/u;

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
  let at = 0;
  for (let step = 0; step < 4; step += 1) at = sticky(DIVISIONS, clause, at);
  const afterDivisions = at;
  let house = false;
  for (let step = 0; step < 6; step += 1) {
    const next = sticky(PLACE, clause, at);
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
      let next = sticky(HOUSE, clause, at);
      if (next === at) next = sticky(END, clause, at);
      else house = true;
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

/** What follows an address in the same clause: a deed of the person. */
const DEED =
  /^ ?(?:的|在|内|处|与|和|以|因|自|于|将|对|从|经|为|已|被|未|无|私自|擅自|非法|加工|开|经营|生产|销售|存放|出租|租|居住|违|有|家中|家里|等|至|到|期间|查获|查处|发现|[\p{Script=Han}]{2,})/u;

/** Masks every home. Gives back where they begin, because a name stands before them. */
export function maskAddresses({ text }: Folded, masks: Masks): void {
  for (const match of text.matchAll(HOME_WORDS)) {
    let start = match.index + match[0].length;
    while (/[ :：为是系在于"“]/u.test(text.charAt(start)) && start - match.index < 16) start += 1;
    const label = match[0];
    if (/^(?:住所|地址|所在地)/u.test(label) && isOfOrganization(text, match.index)) continue;
    const found = addressAt(text, start);
    const stop = stopAfter(text, start);
    let end = found.end;
    const rest = text.slice(end, stop);
    if (!found.specific || (!found.house && !DEED.test(rest)) || rest.trim().length <= 2) end = stop;
    if (end - start >= 2) masks.add('ADDRESS', start, end);
  }
  // Flats: 3号楼2单元1102室, whatever stands before.
  for (const match of text.matchAll(FLAT)) {
    if (masks.touches(match.index, match.index + match[0].length)) continue;
    const begin = beginOf(text, match.index);
    if (OPEN_PLACE_BEFORE.test(text.slice(Math.max(0, begin - 14), begin)) || isOfOrganization(text, begin)) continue;
    const found = addressAt(text, begin);
    masks.add('ADDRESS', begin, Math.max(found.end, match.index + match[0].length));
  }
  // A clause that is nothing but an address: 黄启明，哈尔滨市平房区锻锤街9-2-403，….
  for (const match of text.matchAll(
    /(?:^|[，,（(；; ])(?=[\p{Script=Han}]{2,12}(?:省|市|区|县|旗|镇|乡|村|屯|路|街))/gu,
  )) {
    const start = match.index + match[0].length;
    if (masks.touches(start, start + 2) || !/[\p{Script=Han}*]$/u.test(text.slice(0, match.index))) continue;
    const found = addressAt(text, start);
    const whole = stopAfter(text, start) === found.end;
    if (!whole || !found.specific || isOfOrganization(text, match.index)) continue;
    if (!found.house && !/[村屯]/u.test(text.slice(start, found.end))) continue;
    if (OPEN_PLACE_BEFORE.test(text.slice(Math.max(0, start - 14), start))) continue;
    masks.add('ADDRESS', start, found.end);
  }
}

const FLAT =
  /(?:[0-9一二三四五六七八九十]{1,4}|[A-Za-z]) ?(?:号楼|栋|幢|座|号) ?(?:[0-9一二三四五六七八九十]{1,3} ?单元 ?)?[0-9一二三四五六七八九十〇零]{1,5} ?(?:室|户|房|号|(?![0-9.年月元万号组]))|[0-9一二三四五六七八九十]{1,3} ?单元 ?[0-9一二三四五六七八九十〇零]{1,5} ?(?:室|户|房|号)?/gu;

/** Where an address begins that is found by its end: after the last stop or word that leads to a place. */
function beginOf(text: string, at: number): number {
  let start = at;
  while (
    start > 0 &&
    at - start < 30 &&
    !STOP.test(text.charAt(start - 1)) &&
    !/[在于到至从位往对向]/u.test(text.charAt(start - 1))
  )
    start -= 1;
  const lead = /^(?:租用|租住|承租|入住|前往|来到|进入|查获|对|位于|坐落|其|该)+/u.exec(text.slice(start, at));
  return start + (lead?.[0].length ?? 0);
}

/** Whether the last that is spoken of before is an organization, and no person since. */
function isOfOrganization(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  const last = [...before.matchAll(ORGANIZATION_END)].at(-1);
  if (last === undefined) return false;
  return !/(?:[男女][，,、]|\*|员工|负责人|代表人|经营者|投诉人|举报人|收件人|当事人|身份证|电话)/u.test(
    before.slice(last.index + last[0].length),
  );
}
