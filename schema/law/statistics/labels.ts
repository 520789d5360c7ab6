/** Names of values in both languages, where a standard or the Regulations give them. Names of items, units, lists and purposes are those that were published. */
import type { TermKey } from '../articles/terms.ts';
import { PREFECTURES_OF_HEILONGJIANG } from '../desensitize/divisions.ts';
import type { Nature, UnitKind } from '../facts.ts';
import type { Ground } from '../measures/designations.ts';
import type { StatisticsKey } from './statistics.ts';
import { BEFORE, type OUTCOMES } from './values.ts';

interface Label {
  readonly en: string;
  readonly zh: string;
}

const PREFECTURES_EN: Readonly<Record<string, string>> = {
  2301: 'Harbin',
  2302: 'Qiqihar',
  2303: 'Jixi',
  2304: 'Hegang',
  2305: 'Shuangyashan',
  2306: 'Daqing',
  2307: 'Yichun',
  2308: 'Jiamusi',
  2309: 'Qitaihe',
  2310: 'Mudanjiang',
  2311: 'Heihe',
  2312: 'Suihua',
  2327: 'Daxinganling Prefecture',
};

/** Provinces by the first two digits of their codes (GB/T 2260). */
const PROVINCES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  11: ['北京市', 'Beijing'],
  12: ['天津市', 'Tianjin'],
  13: ['河北省', 'Hebei'],
  14: ['山西省', 'Shanxi'],
  15: ['内蒙古自治区', 'Inner Mongolia'],
  21: ['辽宁省', 'Liaoning'],
  22: ['吉林省', 'Jilin'],
  23: ['黑龙江省（市地不明）', 'Heilongjiang, prefecture unknown'],
  31: ['上海市', 'Shanghai'],
  32: ['江苏省', 'Jiangsu'],
  33: ['浙江省', 'Zhejiang'],
  34: ['安徽省', 'Anhui'],
  35: ['福建省', 'Fujian'],
  36: ['江西省', 'Jiangxi'],
  37: ['山东省', 'Shandong'],
  41: ['河南省', 'Henan'],
  42: ['湖北省', 'Hubei'],
  43: ['湖南省', 'Hunan'],
  44: ['广东省', 'Guangdong'],
  45: ['广西壮族自治区', 'Guangxi'],
  46: ['海南省', 'Hainan'],
  50: ['重庆市', 'Chongqing'],
  51: ['四川省', 'Sichuan'],
  52: ['贵州省', 'Guizhou'],
  53: ['云南省', 'Yunnan'],
  54: ['西藏自治区', 'Tibet'],
  61: ['陕西省', 'Shaanxi'],
  62: ['甘肃省', 'Gansu'],
  63: ['青海省', 'Qinghai'],
  64: ['宁夏回族自治区', 'Ningxia'],
  65: ['新疆维吾尔自治区', 'Xinjiang'],
  71: ['台湾省', 'Taiwan'],
  81: ['香港特别行政区', 'Hong Kong'],
  82: ['澳门特别行政区', 'Macao'],
  83: ['台湾地区（居住证号段）', 'Taiwan residents (series of residence permits)'],
  '00': ['地区不明', 'Region unknown'],
};

/** Sections of GB/T 4754-2017. */
const SECTIONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  A: ['农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'],
  B: ['采矿业', 'Mining'],
  C: ['制造业', 'Manufacturing'],
  D: ['电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'],
  E: ['建筑业', 'Construction'],
  F: ['批发和零售业', 'Wholesale and retail trade'],
  G: ['交通运输、仓储和邮政业', 'Transport, storage and post'],
  H: ['住宿和餐饮业', 'Hotels and catering'],
  I: ['信息传输、软件和信息技术服务业', 'Information transmission, software and IT services'],
  J: ['金融业', 'Finance'],
  K: ['房地产业', 'Real estate'],
  L: ['租赁和商务服务业', 'Leasing and business services'],
  M: ['科学研究和技术服务业', 'Scientific research and technical services'],
  N: ['水利、环境和公共设施管理业', 'Water, environment and public facilities'],
  O: ['居民服务、修理和其他服务业', 'Residential services, repair and other services'],
  P: ['教育', 'Education'],
  Q: ['卫生和社会工作', 'Health and social work'],
  R: ['文化、体育和娱乐业', 'Culture, sports and entertainment'],
  S: ['公共管理、社会保障和社会组织', 'Public administration, social security and social organizations'],
  T: ['国际组织', 'International organizations'],
  '-': ['行业不明', 'Industry unknown'],
};

const NATURES: Readonly<Record<Nature, Label>> = {
  TRUSTWORTHY: { zh: '守信', en: 'Trustworthy' },
  UNTRUSTWORTHY: { zh: '失信', en: 'Untrustworthy' },
  NEUTRAL: { zh: '中性', en: 'Neutral' },
};

const UNIT_KINDS: Readonly<Record<UnitKind, Label>> = {
  PROVIDER: { zh: '公共信用信息提供单位', en: 'Providing unit' },
  DEPARTMENT: { zh: '行政机关', en: 'Department' },
  PARTY: { zh: '协议方', en: 'Party to an agreement' },
  COLLECTOR: { zh: '非公共信用信息采集单位', en: 'Collecting unit' },
  OPERATOR: { zh: '公共信用工作机构', en: 'Public credit work body' },
  AUTHORITY: { zh: '社会信用主管部门', en: 'Department in charge of social credit' },
};

/** Article 29, in its words. */
const GROUNDS: Readonly<Record<Ground, Label>> = {
  GOVERNMENT_BREACH_OF_DUTY_OR_CONTRACT: {
    zh: '行政机关不履行法定职责或者合同义务',
    en: 'Organ that does not perform duties or contracts',
  },
  DEFAULT_ON_PAYMENTS_TO_SMALL_ENTERPRISES: {
    zh: '拖欠中小微企业账款',
    en: 'Failure to pay small and medium-sized enterprises',
  },
  ENDANGERING_HEALTH_OR_SAFETY: {
    zh: '严重危害人民群众身体健康和生命安全',
    en: 'Serious danger to health or life',
  },
  DISRUPTING_MARKET_OR_SOCIAL_ORDER: {
    zh: '严重破坏市场公平竞争秩序和社会正常秩序',
    en: 'Serious disruption of fair competition or social order',
  },
  REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION: {
    zh: '有履行能力拒不履行',
    en: 'Refusal to perform a judgment or ruling despite ability',
  },
  REFUSING_NATIONAL_DEFENSE_OBLIGATIONS: { zh: '拒不履行国防义务', en: 'Refusal of national defense obligations' },
  RESEARCH_MISCONDUCT: { zh: '科研严重失信', en: 'Serious misconduct in research' },
  OTHER_PROVIDED_BY_LAW: { zh: '其他严重失信行为', en: 'Other serious conduct provided for by law' },
};

/** A figure that is no period which somebody has to keep. */
type NoPeriod = `display.${string}` | 'non-public.free-inquiries' | `authorization.${string}`;

/** Kinds of statutory periods. */
const PERIODS: Readonly<Record<Exclude<TermKey, NoPeriod>, Label>> = {
  'platform.forward': { zh: '转送信息（第二十一条）', en: 'Forwarding of information (Article 21)' },
  'error.correct': { zh: '更正错误（第三十八条）', en: 'Correction of an error (Article 38)' },
  'basis.tell': { zh: '报告依据失效（第三十八条）', en: 'Report of a fallen basis (Article 38)' },
  'basis.amend': { zh: '依据失效后修改（第三十八条）', en: 'Amendment after a fallen basis (Article 38)' },
  'objection.label': { zh: '标注异议（第三十九条）', en: 'Label of an objection (Article 39)' },
  'objection.decide': { zh: '处理异议（第三十九条）', en: 'Decision on an objection (Article 39)' },
  'objection.decide-with-help': {
    zh: '协助核查后处理异议（第三十九条）',
    en: 'Decision on an objection with help (Article 39)',
  },
  'objection.help': { zh: '协助核查（第三十九条）', en: 'Help with an objection (Article 39)' },
  'objection.deliver': {
    zh: '补报异议指出的缺漏（第三十八条）',
    en: 'Delivery of what an objection found missing (Article 38)',
  },
  'correction.act': { zh: '按更正处理（第三十九条）', en: 'Acting on a correction (Article 39)' },
  'reexamination.decide': { zh: '复核认定（第三十五条）', en: 'Re-examination (Article 35)' },
  'held.decide': {
    zh: '决定再次报送的信息（第三十七至四十条）',
    en: 'Decision on what was delivered again (Articles 37 to 40)',
  },
  'new-facts.tell': { zh: '告知新的事实（第三十五条）', en: 'Telling of new facts (Article 35)' },
  'restoration.decide': { zh: '信用修复决定（第四十条）', en: 'Decision on restoration (Article 40)' },
  'complaint.answer': { zh: '答复投诉（第四十一条）', en: 'Answer to a complaint (Article 41)' },
  'organ.correct': { zh: '责令改正（第三十二条）', en: 'Ordered correction of an organ (Article 32)' },
  'pledge.correct': { zh: '责令履行承诺（第四十六条）', en: 'Ordered performance of a pledge (Article 46)' },
  'pledge.verify': { zh: '核查承诺（第四十六条）', en: 'Verification of a pledge (Article 46)' },
};
export const PERIOD_KINDS: readonly string[] = Object.keys(PERIODS);

const OUTCOME_LABELS: Readonly<Record<(typeof OUTCOMES)[number], Label>> = {
  MET: { zh: '按期完成', en: 'Met in time' },
  BREACHED: { zh: '逾期', en: 'Breached' },
};

const pair = (found: readonly [zh: string, en: string] | undefined): Label | undefined =>
  found === undefined ? undefined : { zh: found[0], en: found[1] };

const at = (labels: Readonly<Record<string, Label>>, value: string): Label | undefined =>
  Object.hasOwn(labels, value) ? labels[value] : undefined;

function monthLabel(value: string): Label {
  if (value === BEFORE) return { zh: '2022年6月及以前', en: 'Until June 2022' };
  const [year, month] = value.split('-').map(Number);
  const name = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1)).toLocaleString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  return { zh: `${year}年${month}月`, en: `${name} ${year}` };
}

/** The name of a value; undefined where no standard gives one. */
export function labelOf(key: StatisticsKey, value: string): Label | undefined {
  switch (key) {
    case 'REGION': {
      const city = PREFECTURES_OF_HEILONGJIANG[value];
      return city === undefined ? pair(PROVINCES[value]) : { zh: city, en: PREFECTURES_EN[value] ?? city };
    }
    case 'INDUSTRY':
      return pair(SECTIONS[value]);
    case 'MONTH':
      return monthLabel(value);
    case 'NATURE':
      return at(NATURES, value);
    case 'UNIT_KIND':
      return at(UNIT_KINDS, value);
    case 'GROUND':
      return at(GROUNDS, value);
    case 'PERIOD':
      return at(PERIODS, value);
    case 'OUTCOME':
      return at(OUTCOME_LABELS, value);
    default:
      return undefined;
  }
}
