/** Numbers that name nobody, and how a text shows it: what stands before or behind them, or their own shape. */

import { checkIdentifier } from '../../records/identifiers.ts';
import type { Folded } from '../fold.ts';
import { isOfOrganization } from '../names/organizations.ts';
import { DIGIT, matchesOf, type Rule, ruleOf, type Sign } from '../reading/matches.ts';
import { OPEN_PHONE } from '../words/labels.ts';
import type { Cluster } from './clusters.ts';
import type { DateFound } from './dates.ts';
import { isOfSomething, labelBefore } from './labels.ts';

const UNITS =
  '万?亿?(?:多|余|来)?(?:美?元|角|公斤|千克|毫克|微克|克|吨|斤|两|平方|立方|千?米|公里|里|亩|公顷|毫?升|[箱盒袋瓶件台套辆艘头只羽株棵户人名次份张册本家个批天日时分秒年月度倍股点条处间层块片根支桶包粒枚尾匹节车单笔期万亿字页盘卷筐捆罐听碗码级岁吋种项道起座组串副双对床排]|' +
  '小时|千瓦|马力|转/|摄氏度|[kK]N|千牛|kW|KW|kV|kg|KG|Kg|mg|km|mm|cm|mL|ml|MPa|kPa|Pa|dB|ppm|CFU|cfu|IU|[mgtLl](?![A-Za-z])|[%‰℃°]|HP|CC|cc|bp)';

const CODE = ruleOf(/(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])/gu, /[0-9A-Z]{18}/);

const OPEN_SHAPES: readonly Rule[] = (
  [
    // Numbers of documents and cases: 黑交罚〔2026〕88号, （2026）黑0110执1187号.
    [
      /[〔[(（【] ?(?:19|20)\d{2} ?年?[〕\])）】][^，。；！？、\n〔[(（【]{0,14}?\d{1,9}(?:-\d{1,5})?(?:号|(?!\d))/gu,
      DIGIT,
    ],
    [/(?:19|20)\d{2}年?(?:第|字第)\d{1,9}号/gu, /第/],
    [/第 ?\d{1,12} ?(?:号|条|款|项|期|批|章|次|类|届|版|页)/gu, /第/],
    // Long numbers without a comma are counts of nothing but money.
    [
      new RegExp(
        `(?<![\\dA-Za-z*])(?:\\d{1,7}|\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12}\\.\\d{1,6})(?: ?[-~至到] ?\\d{1,7}(?:\\.\\d{1,6})?)? ?${UNITS}|(?<![\\dA-Za-z*])\\d[\\d,.]{0,20} ?万?亿?(?:元|美元)`,
        'gu',
      ),
      DIGIT,
    ],
    // Standards.
    [/(?<![A-Za-z])[A-Z]{1,6}\d{0,4}\/[A-Z]{1,6} ?\d{1,6}(?:\.\d{1,3})?(?:[-:]\d{2,4})?/gu, /\//],
    [
      /(?<![A-Za-z])(?:GB|DB|HJ|NY|SB|JGJ|CJJ|TSG|ISO|IEC|YY|YB|JB|LS|SN|SL|JTG|SH|SY|DL|AQ|GA|WS|QB|HG|MT|TB|CJ|JT|JC|FZ|LY|SC|XF|CECS|GBZ|GBJ|JJG|JJF)\d{0,4} ?\d{1,6}(?:\.\d{1,3})?[-:](?:19|20)?\d{2}(?!\d)/gu,
      /[A-Z]/,
    ],
    // Codes of the customs tariff, numbers with 号 in brackets or behind a word of an organ.
    [/(?<!\d)\d{4}\.\d{2}(?:\.\d{2,4})?(?![\d.])/gu, /\./],
    [/[（(]\d{1,9}[)）]号/gu, /[)）]号/],
    [/(?<=[\p{Script=Han})）~-])\d{1,18}号/gu, /号/],
    // Milestones, marks of roads, times.
    [/(?<![A-Za-z0-9])(?:[Kk]\d{1,4}\+\d{1,3}|[KGSXYC]\d{1,4}(?![0-9A-Za-z]))/gu, /[A-Za-z]/],
    [/(?<!\d)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/gu, /[:：]/],
    // Number plates.
    [/[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z] ?[·-]? ?[A-Z0-9]{4,6}[挂学警]?/gu, /[A-Z]/],
    // Kinds of hazardous waste, addresses of machines, amounts whose unit stands in brackets.
    [/(?<![0-9-])\d{3}-\d{3}-\d{2}(?![0-9-])/gu, /-/],
    [/(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}[-:]){5}[0-9A-Fa-f]{2}(?![0-9A-Fa-f])/gu, /[-:]/],
    [/(?<![\d.])\d[\d,.]{2,20} ?\((?:百|千)?[万亿]?(?:美|港|日|欧|韩)?元[^()]{0,6}\)/gu, /\(/],
    // Permits that begin with letters, and decimals.
    [/(?<![A-Za-z0-9])(?:SC|QS|XK|JY|JX|XC|CN|QHB|HDPE)[A-Z]{0,3}\d{6,}/gu, /[A-Z]/],
    [/(?<![\d.])\d{1,9}\.\d{1,8}(?![\d.])/gu, /\./],
  ] satisfies readonly (readonly [RegExp, RegExp | Sign])[]
).map(([pattern, sign]) => ruleOf(pattern, sign));

const LIKE_PASSPORT = /^[A-Za-z]{1,2}[ .]?\d{6,10}$/;
const MONEY_BEFORE = /(?:罚款|金额|价款|货值|所得|合计|共计|总计|人民币|标的|[¥￥]) ?[:：为计]? ?$/u;

/** Telephones of organs and firms, which they publish. */
const OFFICIAL_PHONE =
  /(?:咨询|监督|投诉|举报|服务|客服|报修|公示|游客|前台|值班室|中心|总机|抢修|报警|救援|预约|订餐|窗口|政务|本局|公司|单位|应急|值守|售后|监管)[\p{Script=Han}]{0,2}(?:电话|热线|专线|号码)[号码]{0,2}[ :：为是]{0,2}$/u;
/** An organ that tells where it is tells its telephones too. */
const OF_ORGAN = /(?:本局|我局|本机关|本院|本中心|本单位|本大队|本支队|办公地址)[^。;*先女男员人]{0,44}$/u;
const isOfficial = (text: string, start: number, digits: string): boolean =>
  (/^0\d{9,11}$/.test(digits) || /^[2-9]\d{6,7}$/.test(digits)) &&
  (OF_ORGAN.test(text.slice(Math.max(0, start - 48), start)) ||
    OFFICIAL_PHONE.test(text.slice(Math.max(0, start - 12), start)) ||
    isOfOrganization(text, labelBefore(text, start)?.start ?? start));

/** Letters before the digits may stand apart: 护照 G 0001. */
const labelled = (text: string, first: number): number => {
  let at = first;
  for (let step = 0; step < 3; step += 1)
    at -= /(?:[A-Za-z]{1,2}|\d{1,4}|No\.?) ?$/u.exec(text.slice(Math.max(0, at - 5), at))?.[0].length ?? 0;
  return at;
};

/** 发票代码123，号码456. */
const OF_PAPERS = /(?:发票|票据|合同|收据)[^。；;]{0,24}号码?[:：]?$/u;

/** Some characters between a label and its number: 审定编号黑审玉20260018. */
function hasLabelFurther(text: string, first: number): boolean {
  for (let back = 1; back <= 4; back += 1) {
    if (!/\p{Script=Han}/u.test(text.charAt(first - back))) return false;
    const found = labelBefore(text, first - back);
    if (found !== undefined) return found.label === 'OPEN';
  }
  return false;
}

/** Marks the units of a text that belong to a number that names nobody. */
export function explainedIn(folded: Folded, dates: readonly DateFound[], clusters: readonly Cluster[]): Uint8Array {
  const { text } = folded;
  const explained = new Uint8Array(text.length + 1);
  for (const { start, end } of dates) explained.fill(1, start, end);
  for (const pattern of OPEN_SHAPES)
    for (const match of matchesOf(text, pattern)) explained.fill(1, match.index, match.index + match[0].length);
  for (const match of matchesOf(text, CODE))
    if (checkIdentifier('USCC', match[0], { unassignedRegions: 'allow' }).ok)
      explained.fill(1, match.index, match.index + 18);
  let previous = -1;
  for (const { start, end, digits: joined } of clusters) {
    // 8023…0001至8023…9999: what a range begins, it ends.
    if (previous >= 0 && explained[previous] === 1 && /^ ?[至到~-] ?$/u.test(text.slice(previous + 1, start)))
      explained.fill(1, start, end);
    previous = end - 1;
    if (OPEN_PHONE.test(joined)) explained.fill(1, start, end);
    if (joined.length < 5) continue;
    const before = text.slice(Math.max(0, start - 8), start);
    if (MONEY_BEFORE.test(before) || OPEN_PHONE.test(joined) || isOfficial(text, start, joined))
      explained.fill(1, start, end);
    else {
      // Letters before the digits belong to the number: WT2026031500187.
      let first = start;
      while (first > 0 && /[A-Za-z0-9./()[\]-]/.test(text.charAt(first - 1)) && start - first < 24) first -= 1;
      const label = (labelBefore(text, first) ?? labelBefore(text, labelled(text, first)))?.label;
      const mixed = first < start && /[A-Za-z]/.test(text.slice(first, start)) && joined.length < 30;
      if (
        label === 'OPEN' ||
        (label === undefined && (isOfSomething(text, first) || (mixed && !LIKE_PASSPORT.test(text.slice(first, end)))))
      )
        explained.fill(1, first, end);
      else if (
        label === undefined &&
        (hasLabelFurther(text, first) || OF_PAPERS.test(text.slice(Math.max(0, first - 36), first)))
      )
        explained.fill(1, first, end);
      else if (
        label === undefined &&
        /^[)）]$/u.test(text.charAt(start - 1)) &&
        joined.length < 15 &&
        !/^1[3-9]/.test(joined)
      )
        explained.fill(1, start, end);
      // A permit number that begins with the short name of a place: nothing of a person has so many digits.
      else if (
        label === undefined &&
        /\p{Script=Han}/u.test(text.charAt(start - 1)) &&
        [9, 10, 12, 13, 14].includes(joined.length) &&
        !joined.startsWith('0')
      )
        explained.fill(1, start, end);
    }
  }
  return explained;
}
