/**
 * Units of the sample province. Their codes are short names of this project. Their credit codes are synthetic (region 239999), so that no answer can
 * be taken for data of a real unit.
 */
import type { UnitKind } from '../../../schema/law/facts.ts';

type UnitLevel = 'PROVINCE' | 'CITY' | 'COUNTY';

export interface SampleUnit {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** What it is first of all comes first. A bureau provides what it decided, and decides on what others provided. */
  readonly kinds: readonly [UnitKind, ...UnitKind[]];
  readonly level: UnitLevel;
  readonly uscc: string;
}

export const SAMPLE_UNITS: readonly SampleUnit[] = [
  {
    code: 'HLJ-AMR',
    name: '黑龙江省市场监督管理局',
    nameEn: 'Heilongjiang Administration for Market Regulation',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '11239999000100001N',
  },
  {
    code: 'HLJ-TAX',
    name: '国家税务总局黑龙江省税务局',
    nameEn: 'Heilongjiang Tax Service',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '11239999000200002C',
  },
  {
    code: 'HLJ-HRSS',
    name: '黑龙江省人力资源和社会保障厅',
    nameEn: 'Heilongjiang Department of Human Resources and Social Security',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '112399990003000032',
  },
  {
    code: 'HLJ-COURT',
    name: '黑龙江省高级人民法院',
    nameEn: "High People's Court of Heilongjiang",
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '11239999000400004P',
  },
  {
    code: 'HLJ-EEP',
    name: '黑龙江省生态环境厅',
    nameEn: 'Heilongjiang Department of Ecology and Environment',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '11239999000500005D',
  },
  {
    code: 'HLJ-HOUSING',
    name: '黑龙江省住房和城乡建设厅',
    nameEn: 'Heilongjiang Department of Housing and Urban-Rural Development',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '112399990006000063',
  },
  {
    code: 'HLJ-FUND',
    name: '黑龙江省住房公积金管理中心（示例）',
    nameEn: 'Heilongjiang Housing Provident Fund Center (sample)',
    kinds: ['PROVIDER'],
    level: 'PROVINCE',
    uscc: '12239999000700007M',
  },
  {
    code: 'HLJ-WATER',
    name: '黑龙江示例供水有限公司',
    nameEn: 'Heilongjiang Sample Water Supply Co., Ltd.',
    kinds: ['PROVIDER'],
    level: 'PROVINCE',
    uscc: '912399990008000086',
  },
  {
    code: 'HLJ-HEAT',
    name: '黑龙江示例供热有限公司',
    nameEn: 'Heilongjiang Sample Heating Co., Ltd.',
    kinds: ['PROVIDER'],
    level: 'PROVINCE',
    uscc: '91239999000900009U',
  },
  {
    code: 'HLJ-CIVIL',
    name: '黑龙江省民政厅',
    nameEn: 'Heilongjiang Department of Civil Affairs',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '11239999001000002D',
  },
  {
    code: 'HLJ-EMERGENCY',
    name: '黑龙江省应急管理厅',
    nameEn: 'Heilongjiang Department of Emergency Management',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '112399990011000033',
  },
  {
    code: 'HRB-AMR',
    name: '哈尔滨市市场监督管理局',
    nameEn: 'Harbin Administration for Market Regulation',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'CITY',
    uscc: '11239999001300005E',
  },
  {
    code: 'DQ-EEP',
    name: '大庆市生态环境局',
    nameEn: 'Daqing Bureau of Ecology and Environment',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'CITY',
    uscc: '112399990014000064',
  },
  {
    code: 'YL-AMR',
    name: '依兰县市场监督管理局',
    nameEn: 'Yilan County Administration for Market Regulation',
    kinds: ['PROVIDER', 'DEPARTMENT'],
    level: 'COUNTY',
    uscc: '11239999001500007R',
  },
  {
    code: 'HRB-PERMIT',
    name: '哈尔滨市行政审批局（示例）',
    nameEn: 'Harbin Administrative Approval Bureau (sample)',
    kinds: ['DEPARTMENT', 'PROVIDER'],
    level: 'CITY',
    uscc: '11239999001600008F',
  },
  {
    code: 'HLJ-PROCUREMENT',
    name: '黑龙江省政府采购中心（示例）',
    nameEn: 'Heilongjiang Government Procurement Center (sample)',
    kinds: ['DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '122399990017000092',
  },
  {
    code: 'HLJ-FINANCE',
    name: '黑龙江省财政厅',
    nameEn: 'Heilongjiang Department of Finance',
    kinds: ['DEPARTMENT'],
    level: 'PROVINCE',
    uscc: '1123999900180000XM',
  },
  {
    code: 'HRB-INSPECTION',
    name: '哈尔滨市市场监管综合行政执法支队（示例）',
    nameEn: 'Harbin Market Inspection Corps (sample)',
    kinds: ['DEPARTMENT'],
    level: 'CITY',
    uscc: '112399990025000096',
  },
  {
    code: 'HLJ-CREDIT',
    name: '黑龙江省公共信用工作机构（示例）',
    nameEn: 'Heilongjiang Public Credit Work Body (sample)',
    kinds: ['OPERATOR', 'PROVIDER'],
    level: 'PROVINCE',
    uscc: '12239999001200004M',
  },
  {
    code: 'HLJ-BIZENV',
    name: '黑龙江省营商环境建设监督局',
    nameEn: 'Heilongjiang Bureau for the Establishment and Oversight of the Business Environment',
    kinds: ['AUTHORITY'],
    level: 'PROVINCE',
    uscc: '11239999002400008G',
  },
  {
    code: 'BANK-A',
    name: '示例银行甲股份有限公司',
    nameEn: 'Sample Bank A',
    kinds: ['PARTY'],
    level: 'PROVINCE',
    uscc: '912399990019000006',
  },
  {
    code: 'BANK-B',
    name: '示例银行乙股份有限公司',
    nameEn: 'Sample Bank B',
    kinds: ['PARTY'],
    level: 'PROVINCE',
    uscc: '91239999002000004H',
  },
  {
    code: 'AGENCY-A',
    name: '示例信用服务有限公司',
    nameEn: 'Sample Credit Service Agency A',
    kinds: ['PARTY'],
    level: 'PROVINCE',
    uscc: '912399990021000057',
  },
  {
    code: 'COLLECTOR-A',
    name: '示例征信有限公司',
    nameEn: 'Sample Credit Reporting Collector A',
    kinds: ['COLLECTOR'],
    level: 'PROVINCE',
    uscc: '91239999002200006W',
  },
  {
    code: 'COLLECTOR-B',
    name: '示例小额贷款有限公司',
    nameEn: 'Sample Microloan Collector B',
    kinds: ['COLLECTOR'],
    level: 'CITY',
    uscc: '91239999002300007J',
  },
];
