/** What the stories about lists share: who designates, a whole decision, and the questions. */
import type { Identifier } from '../kit.ts';

export const LABOUR = { role: 'department', unit: 'HLJ-HRSS' } as const;
export const COURT = { role: 'provider', unit: 'HLJ-COURT' } as const;
export const DESK = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '哈审批受〔2026〕701号' };
/** Synthetic, of the region that is not assigned; held by nobody's delivery. */
export const STRANGER: Identifier = { type: 'CITIZEN_ID', value: '239999198001012010' };
export const SECOND: Identifier = { type: 'CITIZEN_ID', value: '239999198001012037' };
export const ORGAN: Identifier = { type: 'USCC', value: '11239999000100001N' };

export const DESIGNATE = 'mutation ($input: DesignateInput!) { designate(input: $input) { id until standardEdition } }';
export const MAY_APPLY =
  'query ($id: SubjectIdentifierInput!, $measure: String!, $months: Int) { mayApply(subject: $id, measure: $measure, months: $months) { allowed reason listEdition article from until } }';

export const DECISION = {
  list: 'WAGE',
  ground: 'DISRUPTING_MARKET_OR_SOCIAL_ORDER',
  decisionNumber: '黑人社失信〔2026〕901号',
  reasons: '拖欠农民工工资，经责令限期支付逾期未支付。',
  basisDocument: '黑劳监处〔2026〕示例901号行政处理决定书',
  months: 12,
  removalConditions: '足额支付拖欠的工资。',
  remedies: '可以自收到决定之日起陈述申辩。',
};
