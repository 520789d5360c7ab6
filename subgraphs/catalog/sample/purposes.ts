import type { Activity } from '../../../schema/law/facts.ts';

/** How often a recipient may ask about one subject for a purpose. */
type InquiryFrequency = 'ONCE_A_CASE' | 'MONTHLY';

export interface SamplePurpose {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** The activity of Article 44 that a department carries out; null where the purpose is a party's. */
  readonly activity: Activity | null;
  /** Article of the Regulations that the purpose rests on. */
  readonly article: string;
  /** Longest authorization that a subject can give for it (Article 36); null where a duty, never an authorization, is the basis. */
  readonly authorizationMaximumMonths: number | null;
  readonly frequency?: InquiryFrequency;
  readonly effectiveFrom: string;
  readonly publicationReference: string;
}

const PUBLISHED = {
  effectiveFrom: '2022-07-01',
  publicationReference: '示例：公共信用信息查询用途清单（2026年第1版），非正式版本',
} as const;

export const SAMPLE_PURPOSES: readonly SamplePurpose[] = [
  {
    code: 'LOAN_ORIGINATION',
    name: '贷款审批',
    nameEn: 'Deciding on a loan',
    activity: null,
    article: '24',
    authorizationMaximumMonths: 3,
    frequency: 'ONCE_A_CASE',
    ...PUBLISHED,
  },
  {
    code: 'POST_LOAN_MONITORING',
    name: '贷后管理',
    nameEn: 'Monitoring a loan that runs',
    activity: null,
    article: '24',
    authorizationMaximumMonths: 36,
    frequency: 'MONTHLY',
    ...PUBLISHED,
  },
  {
    code: 'CREDIT_SERVICE',
    name: '信用服务',
    nameEn: 'Credit service ordered by the subject',
    activity: null,
    article: '23',
    authorizationMaximumMonths: 12,
    ...PUBLISHED,
  },
  {
    code: 'PERMIT',
    name: '行政许可和证明事项办理',
    nameEn: 'Administrative permits and proof matters',
    activity: 'ADMINISTRATIVE_MANAGEMENT',
    article: '44(1)',
    authorizationMaximumMonths: null,
    ...PUBLISHED,
  },
  {
    code: 'PROCUREMENT',
    name: '政府采购和招标投标',
    nameEn: 'Government procurement, bidding and tendering',
    activity: 'PUBLIC_PROCUREMENT',
    article: '44(2)',
    authorizationMaximumMonths: null,
    ...PUBLISHED,
  },
  {
    code: 'FUNDING',
    name: '财政资金和政策支持',
    nameEn: 'Government funds and policy support',
    activity: 'PUBLIC_FUNDING',
    article: '44(3)',
    authorizationMaximumMonths: null,
    ...PUBLISHED,
  },
  {
    code: 'AWARD',
    name: '评先评优',
    nameEn: 'Selection for awards',
    activity: 'AWARD_SELECTION',
    article: '44(4)',
    authorizationMaximumMonths: null,
    ...PUBLISHED,
  },
  {
    code: 'OTHER_LAWFUL',
    name: '法律法规和国家规定的其他活动',
    nameEn: 'Other activities provided by law',
    activity: 'OTHER_LAWFUL_ACTIVITY',
    article: '44(5)',
    authorizationMaximumMonths: null,
    ...PUBLISHED,
  },
];
