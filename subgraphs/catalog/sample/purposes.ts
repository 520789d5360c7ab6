/** Sample purposes of requests, and limits on authorizations for them. */
import type { Activity } from '../../../schema/law/facts.ts';

export interface SamplePurpose {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Activity of Article 44 that a department carries out; null where the purpose is a party's. */
  readonly activity: Activity | null;
  /** Article of the Regulations that the purpose rests on. */
  readonly article: string;
  /** Longest authorization for the purpose (Article 36); null where the purpose rests on a duty and cannot be authorized. */
  readonly authorizationMaximumMonths: number | null;
  /** Its service. A purpose of another service must not be bundled with it (Articles 36 (1) and 52). */
  readonly service: string;
  /** Items that the purpose needs; null where the subject chooses them. */
  readonly needs: readonly string[] | null;
  readonly effectiveFrom: string;
  readonly publicationReference: string;
}

const PUBLISHED = {
  effectiveFrom: '2022-07-01',
  publicationReference: '示例：公共信用信息查询用途清单（2026年第1版），非正式版本',
} as const;

/** What a lender needs to decide on a loan and to monitor it: debts, and court decisions. */
const FOR_LENDING = [
  'ARREARS-TAX',
  'ARREARS-SOCIAL',
  'ARREARS-FUND',
  'ARREARS-FEE',
  'UTILITY-WATER',
  'UTILITY-HEAT',
  'JUDGMENT-CIVIL',
  'ARBITRATION',
  'FALSE-MATERIALS',
  'NP-LOAN',
  'NP-GUARANTEE',
  'NP-UTILITY-BILL',
] as const;

export const SAMPLE_PURPOSES: readonly SamplePurpose[] = [
  {
    code: 'LOAN_ORIGINATION',
    name: '贷款审批',
    nameEn: 'Deciding on a loan',
    activity: null,
    article: '24',
    authorizationMaximumMonths: 3,
    service: 'LENDING',
    needs: FOR_LENDING,
    ...PUBLISHED,
  },
  {
    code: 'POST_LOAN_MONITORING',
    name: '贷后管理',
    nameEn: 'Monitoring a loan that runs',
    activity: null,
    article: '24',
    authorizationMaximumMonths: 36,
    service: 'LENDING',
    needs: FOR_LENDING,
    ...PUBLISHED,
  },
  {
    code: 'CREDIT_SERVICE',
    name: '信用服务',
    nameEn: 'Credit service ordered by the subject',
    activity: null,
    article: '23',
    authorizationMaximumMonths: 12,
    service: 'CREDIT_SERVICE',
    needs: null,
    ...PUBLISHED,
  },
  {
    code: 'PERMIT',
    name: '行政许可和证明事项办理',
    nameEn: 'Administrative permits and proof matters',
    activity: 'ADMINISTRATIVE_MANAGEMENT',
    article: '44(1)',
    authorizationMaximumMonths: null,
    service: 'PERMIT',
    needs: null,
    ...PUBLISHED,
  },
  {
    code: 'PROCUREMENT',
    name: '政府采购和招标投标',
    nameEn: 'Government procurement, bidding and tendering',
    activity: 'PUBLIC_PROCUREMENT',
    article: '44(2)',
    authorizationMaximumMonths: null,
    service: 'PROCUREMENT',
    needs: null,
    ...PUBLISHED,
  },
  {
    code: 'FUNDING',
    name: '财政资金和政策支持',
    nameEn: 'Government funds and policy support',
    activity: 'PUBLIC_FUNDING',
    article: '44(3)',
    authorizationMaximumMonths: null,
    service: 'FUNDING',
    needs: null,
    ...PUBLISHED,
  },
  {
    code: 'AWARD',
    name: '评先评优',
    nameEn: 'Selection for awards',
    activity: 'AWARD_SELECTION',
    article: '44(4)',
    authorizationMaximumMonths: null,
    service: 'AWARD',
    needs: null,
    ...PUBLISHED,
  },
  {
    code: 'OTHER_LAWFUL',
    name: '法律法规和国家规定的其他活动',
    nameEn: 'Other activities provided by law',
    activity: 'OTHER_LAWFUL_ACTIVITY',
    article: '44(5)',
    authorizationMaximumMonths: null,
    service: 'OTHER_LAWFUL',
    needs: null,
    ...PUBLISHED,
  },
];

/** Limits that are stricter than those of the purposes: household bills may be read only a few times. */
export const SAMPLE_CAPS = [
  {
    purpose: 'LOAN_ORIGINATION',
    item: 'NP-UTILITY-BILL',
    party: null,
    maximumMonths: 3,
    maximumUses: 12,
    effectiveFrom: '2026-11-01',
    publishedOn: '2026-10-15',
    publicationReference: PUBLISHED.publicationReference,
    article: '36',
  },
] as const;
