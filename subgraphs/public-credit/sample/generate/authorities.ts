import type { Subject } from './subject.ts';

/** Units that decide on permits and penalties in the sample, with the codes that the catalog gives them. */

export interface Authority {
  readonly unit: string;
  readonly name: string;
  readonly uscc: string;
  /** Short form in document numbers. */
  readonly short: string;
  /** City that it is responsible for, and the unit that decides elsewhere; null for a provincial unit. */
  readonly local?: { readonly city: string; readonly elsewhere: Authority };
}

export const AMR: Authority = {
  unit: 'HLJ-AMR',
  name: '黑龙江省市场监督管理局',
  uscc: '11239999000100001N',
  short: '黑市监',
};
export const HARBIN_AMR: Authority = {
  unit: 'HRB-AMR',
  name: '哈尔滨市市场监督管理局',
  uscc: '11239999001300005E',
  short: '哈市监',
  local: { city: '哈尔滨', elsewhere: AMR },
};
export const YILAN_AMR: Authority = {
  unit: 'YL-AMR',
  name: '依兰县市场监督管理局',
  uscc: '11239999001500007R',
  short: '依市监',
  local: { city: '哈尔滨', elsewhere: AMR },
};
export const EEP: Authority = {
  unit: 'HLJ-EEP',
  name: '黑龙江省生态环境厅',
  uscc: '11239999000500005D',
  short: '黑环',
};
export const DAQING_EEP: Authority = {
  unit: 'DQ-EEP',
  name: '大庆市生态环境局',
  uscc: '112399990014000064',
  short: '庆环',
  local: { city: '大庆', elsewhere: EEP },
};
export const HARBIN_PERMIT: Authority = {
  unit: 'HRB-PERMIT',
  name: '哈尔滨市行政审批局（示例）',
  uscc: '11239999001600008F',
  short: '哈审批',
  local: { city: '哈尔滨', elsewhere: AMR },
};
export const EMERGENCY: Authority = {
  unit: 'HLJ-EMERGENCY',
  name: '黑龙江省应急管理厅',
  uscc: '112399990011000033',
  short: '黑应急',
};
export const TAX: Authority = {
  unit: 'HLJ-TAX',
  name: '国家税务总局黑龙江省税务局',
  uscc: '11239999000200002C',
  short: '黑税稽',
};
export const HOUSING: Authority = {
  unit: 'HLJ-HOUSING',
  name: '黑龙江省住房和城乡建设厅',
  uscc: '112399990006000063',
  short: '黑建',
};

export const AUTHORITIES: readonly Authority[] = [
  AMR,
  HARBIN_AMR,
  YILAN_AMR,
  EEP,
  DAQING_EEP,
  HARBIN_PERMIT,
  EMERGENCY,
  TAX,
  HOUSING,
];

/** The unit that decides about subjects in a city. */
export function competent(authority: Authority, subject: Subject): Authority {
  const place = subject.type === 'CITIZEN_ID' ? subject.address : subject.city;
  return !authority.local || place.includes(authority.local.city) ? authority : authority.local.elsewhere;
}
