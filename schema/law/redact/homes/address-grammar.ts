/** The grammar of an address: divisions, then places by name, then houses by number, then what is told in words. */
import { divisionPrefix } from '../../desensitize/address.ts';

const DIVISION = '(?:省|自治区|特别行政区|市|地区|自治州|盟|自治县|县|自治旗|旗|区)';
const NAMED =
  '(?:街道办?|[壹一]号(?![0-9楼院门栋])|道桥|镇|苏木|乡|社区|嘎查|村|屯|庄|堡|窝棚|大街|小区|大道|公路|路|街|巷|胡同|弄|里弄|花园|家园|嘉园|公寓|新村|新城|新区|雅居|国际|雅苑|花苑|名苑|佳苑|苑|府|湾|庭|郡|阁|轩|林场|农场|牧场|渔场|经营所|管理区|管理站|分场|作业区|作业站|生产队|家属区|家属院|大院|广场|大厦|棚户区|院|楼|厂区|城|居|园|墅|片|山庄|坊|营子|岗|沟|堡子|委|里|道|段|条)';
const COUNT = '[0-9一二三四五六七八九十百〇零甲乙丙丁戊A-Za-z#]';
const NUMBERED = '(?:号楼|号院|号门|号|委|组|队|连|栋|幢|座|栋楼|楼|单元|门洞|门|室|户|层|弄|区|段|间|排|院|舍|房)';
const TAIL =
  '(?:铁道[东西南北]|内|中门|叠拼[上下]户|[上下]户|地下室|半地下|阁楼|商服|门市|商铺|底商|渔房|网房|第[一二三四五六七八九十0-9]{1,3}[趟排]房?|第[一二三四五六七八九十0-9]{1,3}间|里间|外间|靠[\\p{Script=Han}]{1,3}第[一二三四五六七八九十]间|[一二三四五六七八九十]条街末户|[路道][东西南北]|[前后]?[一二三四五六]?[趟排]房|村部后身|后身|对过|对面|[一二三四五六]楼|平房|瓦房|楼房|院内|院|东头|西头|南头|北头|中间|东厢房?|西厢房?|正房|东屋|西屋|后楼|前楼|东侧|西侧|楼上|楼下|东门|西门|第[一二三四五六七八九十0-9]{1,3}[家户排趟]|[最靠]?[东西南北][边面头侧]?第?[一二三四五六七八九十0-9]{1,3}[家户排趟]|[最靠][东西南北][边面头]?(?:那家|一家|一户)?|那家|末户|中门|左手|右手|[左右]侧|原[\\p{Script=Han}]{2,5}[东西南北]侧|[东西南北][一二三四五六七八九十]趟|家属房|家属楼|宿舍|车库|仓房|东数|西数)';

const DIVISIONS = new RegExp(` ?\\p{Script=Han}{1,5}?${DIVISION}`, 'uy');
const PLACE = new RegExp(` ?[\\p{Script=Han}A-Za-z0-9]{1,9}?${NAMED}`, 'uy');
const PLACE_ON = new RegExp(` ?[\\p{Script=Han}A-Za-z0-9]{0,9}?${NAMED}`, 'uy');
const HAN_COUNT = '[一二三四五六七八九十百〇零甲乙丙丁戊壹贰叁肆伍陆柒捌玖拾]';
const HOUSE = new RegExp(
  `[ -]?(?:副|附|第|[东西南北前后中甲乙丙丁])?(?:[0-9A-Za-z#]{1,7}(?:-${COUNT}{1,5}){0,3} ?${NUMBERED}?|${HAN_COUNT}{1,6} ?${NUMBERED}|${HAN_COUNT}{3,4}(?!\\p{Script=Han}))`,
  'uy',
);
const END = new RegExp(` ?${TAIL}`, 'uy');

export const STOP = /[，。；;！？!?、（）()\n\t|"“”《》:：,]/u;

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
