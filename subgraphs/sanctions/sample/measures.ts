/**
 * Sample standards of designation and lists of measures, after the kinds of the Regulations and the classes of the national basic list. They are no
 * official edition.
 */

import { ACTIVITIES, type Activity } from '../../../schema/law/facts.ts';
import type { Ground } from '../../../schema/law/measures/designations.ts';
import { MEASURE_SCOPES, type MeasureScope } from '../../../schema/law/measures/measures.ts';
import type { MeasureRow, StandardRow } from '../rows.ts';
import { REMEDIES, SAMPLE_LISTS, WORDING } from './designations.ts';

const EDITION = '2026-1';
const PUBLISHED = { publishedOn: '2026-01-01', effectiveFrom: '2026-01-01' } as const;

const CITATIONS: Readonly<Record<string, string>> = {
  DEFAULTER: '最高人民法院关于公布失信被执行人名单信息的若干规定（示例引用）',
  WAGE: '拖欠农民工工资失信联合惩戒对象名单管理暂行办法（示例引用）',
  FOOD: '市场监督管理严重违法失信名单管理办法（示例引用）',
  TAX: '重大税收违法失信主体信息公布管理办法（示例引用）',
  SAFETY: '安全生产严重失信主体名单管理办法（示例引用）',
  'TAX-A': '纳税缴费信用管理办法（示例引用）',
  MODEL: '黑龙江省诚信典型认定标准（示例）',
};

const isSerious = (code: string): code is keyof typeof WORDING => code in WORDING;

export const SAMPLE_STANDARDS: readonly StandardRow[] = SAMPLE_LISTS.map((list) => {
  const wording = isSerious(list.code) ? WORDING[list.code] : undefined;
  return {
    list: list.code,
    edition: EDITION,
    citation: CITATIONS[list.code] ?? '',
    grounds: wording === undefined ? [] : [wording.ground],
    designatingUnits: [list.designatingUnit],
    maximumMonths: list.maximumMonths,
    removalConditions: wording?.removalConditions ?? null,
    remedies: wording === undefined ? null : REMEDIES,
    publicationReference: '示例：认定标准（2026年第1版），参照国家有关规定，非正式版本',
    ...PUBLISHED,
  };
});

interface Terms {
  readonly grounds?: readonly Ground[];
  readonly lists?: readonly string[];
  readonly months?: number;
  readonly extent?: number;
}

const [MANAGEMENT, PROCUREMENT, FUNDING, AWARD, OTHER] = ACTIVITIES;

const EVERY_GROUND: readonly Ground[] = [...new Set(Object.values(WORDING).map(({ ground }) => ground))];
const DEFAULT: Ground = 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION';
const DANGER: Ground = 'ENDANGERING_HEALTH_OR_SAFETY';
const DISORDER: Ground = 'DISRUPTING_MARKET_OR_SOCIAL_ORDER';

const REFERENCES = {
  REWARD: '示例：黑龙江省守信激励措施清单（2026年第1版），非正式版本',
  RESTRAINT: '示例：黑龙江省失信约束措施清单（2026年第1版），非正式版本',
  PUNISHMENT: '示例：黑龙江省失信惩戒措施补充清单（2026年第1版），非正式版本',
  NATIONAL: '示例：参照全国失信惩戒措施基础清单，非正式版本',
} as const;

function measure(
  code: string,
  scope: MeasureScope,
  name: string,
  nameEn: string,
  activities: readonly Activity[],
  { grounds = EVERY_GROUND, lists, months, extent }: Terms = {},
  legalBasis = '黑龙江省社会信用条例',
): MeasureRow {
  const { kind, clause } = MEASURE_SCOPES[scope];
  const source = scope === 'NATIONAL_BASIC' ? 'NATIONAL' : 'PROVINCIAL';
  return {
    code,
    edition: EDITION,
    name,
    nameEn,
    kind,
    scope,
    source,
    article: clause,
    legalBasis,
    grounds: kind === 'REWARD' ? null : grounds,
    lists: lists ?? null,
    activities,
    maximumMonths: months ?? null,
    maximumExtent: extent ?? null,
    publicationReference: REFERENCES[source === 'NATIONAL' ? 'NATIONAL' : kind],
    effectiveUntil: null,
    ...PUBLISHED,
  };
}

const national = (
  code: string,
  name: string,
  nameEn: string,
  activities: readonly Activity[],
  terms: Terms,
  legalBasis: string,
): MeasureRow => measure(`NATIONAL-${code}`, 'NATIONAL_BASIC', name, nameEn, activities, terms, legalBasis);

export const SAMPLE_MEASURES: readonly MeasureRow[] = [
  measure(
    'REWARD-GREEN-CHANNEL',
    'FACILITATED_SERVICE',
    '绿色通道、容缺受理',
    'Fast track; incomplete files are taken',
    [MANAGEMENT],
  ),
  measure(
    'REWARD-TENDER-POINTS',
    'PROCUREMENT_PREFERENCE',
    '政府采购、招标投标信用加分',
    'Points in procurement and tendering',
    [PROCUREMENT],
    { extent: 5 },
  ),
  measure(
    'REWARD-FUND-PRIORITY',
    'FUNDING_PRIORITY',
    '同等条件下优先安排财政资金',
    'Priority in government funds where all else is equal',
    [FUNDING],
  ),
  measure(
    'REWARD-AWARD-PRIORITY',
    'AWARD_PRIORITY',
    '同等条件下优先评先评优',
    'Priority in awards where all else is equal',
    [AWARD],
  ),
  measure('REWARD-PUBLICITY', 'PUBLICITY', '在信用网站宣传推介', 'Publicity on credit websites', [OTHER]),
  measure('REWARD-FEWER-INSPECTIONS', 'OTHER_REWARD', '合理降低抽查比例和频次', 'Fewer spot checks', [OTHER]),
  measure(
    'RESTRAINT-NO-FACILITATION',
    'FACILITATION_WITHHELD',
    '不适用告知承诺、容缺受理等便利服务',
    'No facilitated services',
    [MANAGEMENT],
  ),
  measure(
    'RESTRAINT-CANCEL-FACILITATION',
    'FACILITATION_CANCELLED',
    '取消已享受的便利服务',
    'Facilitated services are cancelled',
    [MANAGEMENT],
  ),
  measure('RESTRAINT-SUPERVISION', 'OTHER_RESTRAINT', '列为重点监管对象', 'Closer supervision', [OTHER]),
  measure('PUNISH-TALK', 'ADMONITORY_TALK', '约谈主要负责人', 'Formal admonitory talk', [OTHER], { months: 12 }),
  measure(
    'PUNISH-PROCUREMENT',
    'PROCUREMENT_RESTRICTED',
    '限制参加政府采购、政府投资项目招标投标',
    'No part in procurement and tendering',
    [PROCUREMENT],
    { months: 24 },
  ),
  measure(
    'PUNISH-TENDER-POINTS',
    'PROCUREMENT_RESTRICTED',
    '招标投标信用减分',
    'Points off in tendering',
    [PROCUREMENT],
    { months: 12, extent: 5 },
  ),
  measure(
    'PUNISH-FUNDING',
    'FUNDING_RESTRICTED',
    '限制获取财政性资金和政策支持',
    'No government funds and support',
    [FUNDING],
    { months: 24 },
  ),
  measure('PUNISH-AWARD', 'AWARD_RESTRICTED', '限制参加评先评优', 'No selection for awards', [AWARD], { months: 24 }),
  national(
    'MARKET',
    '限制市场或者行业准入',
    'Limits on entering a market or trade',
    [MANAGEMENT],
    { grounds: [DANGER], lists: ['FOOD', 'SAFETY'] },
    '中华人民共和国食品安全法第一百三十五条（示例引用）',
  ),
  national(
    'OFFICE',
    '限制任职',
    'Limits on holding posts',
    [OTHER],
    { grounds: [DANGER, DEFAULT] },
    '中华人民共和国公司法第一百七十八条（示例引用）',
  ),
  national(
    'CONSUMPTION',
    '限制消费',
    'Limits on consumption',
    [OTHER],
    { grounds: [DEFAULT], lists: ['DEFAULTER'] },
    '中华人民共和国民事诉讼法第二百六十六条（示例引用）',
  ),
  national(
    'EXIT',
    '限制出境',
    'Limits on leaving the country',
    [OTHER],
    { grounds: [DEFAULT, DISORDER], lists: ['DEFAULTER', 'TAX'] },
    '中华人民共和国出境入境管理法第十二条（示例引用）',
  ),
  national(
    'FUNDS',
    '限制申请财政性资金项目',
    'Limits on applying for public funds',
    [FUNDING],
    { grounds: [DISORDER, DEFAULT] },
    '全国失信惩戒措施基础清单（示例引用）',
  ),
  national('HONOURS', '限制参加评先评优', 'Limits on honours', [AWARD], {}, '全国失信惩戒措施基础清单（示例引用）'),
  national(
    'PREFERENCE',
    '限制享受优惠政策和便利措施',
    'Limits on preferential policies',
    [MANAGEMENT, FUNDING],
    {},
    '全国失信惩戒措施基础清单（示例引用）',
  ),
  national(
    'SUPERVISION',
    '纳入重点监管范围',
    'Closer supervision',
    [OTHER],
    {},
    '全国失信惩戒措施基础清单（示例引用）',
  ),
];
