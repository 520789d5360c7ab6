/** Who appears in the examples: subjects and matters of the sample province. */

/** Day of the clock at which the examples are asked. */
export const TODAY = '2026-11-20';

export const MEI = { type: 'CITIZEN_ID', value: '239999199003070016' } as const;
export const MEI_TOKEN = `${MEI.type}:${MEI.value}`;
export const COMPANY = { type: 'USCC', value: '91239999MA1ABC019L' } as const;
export const COMPANY_NAME = '哈尔滨示例冰雪设备有限公司';
export const COMPANY_TOKEN = `${COMPANY.type}:${COMPANY.value}`;
/** On two lists. */
export const LISTED = { type: 'USCC', value: '91239999MA2ABC029U' } as const;
/** An organ of the state. */
export const ORGAN = { type: 'USCC', value: '11239999000100001N' } as const;
/** A person of whom nothing is held. */
export const STRANGER = { type: 'CITIZEN_ID', value: '239999198001012037' } as const;

export const LOAN = { 'Credit-Purpose': 'LOAN_ORIGINATION' };
export const MONITORING = { 'Credit-Purpose': 'POST_LOAN_MONITORING' };
/** Text that is not ASCII is sent as percent-encoded UTF-8. */
export const DESK = { 'Credit-Purpose': 'PERMIT', 'Credit-Case': encodeURIComponent('哈审批受〔2026〕1号') };
