/** Sample agreements of parties, duties of departments, and authorizations of subjects. */
import type { Activity, IdentifierType } from '../../../schema/law/facts.ts';

export interface SampleAgreement {
  readonly party: string;
  readonly items: readonly string[];
  readonly purposes: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly dailyQuota: number;
  /** Set where the agreement ended early. */
  readonly ended?: { readonly on: string; readonly reason: string };
}

export interface SampleDuty {
  readonly department: string;
  readonly matter: string;
  readonly name: string;
  readonly nameEn: string;
  readonly activity: Activity;
  readonly purpose: string;
  readonly items: readonly string[];
  /** Whether the duty needs unmasked persons, where the item's sharing attribute allows it. */
  readonly identified: boolean;
}

export interface SampleAuthorization {
  readonly subject: { readonly type: IdentifierType; readonly value: string };
  readonly party: string;
  readonly purposes: readonly string[];
  readonly items: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly maximumUses: number | null;
  readonly grantedAt: string;
  readonly revokedAt: string | null;
}

const ARREARS = ['ARREARS-TAX', 'ARREARS-SOCIAL', 'ARREARS-FUND', 'ARREARS-FEE'];
const UTILITIES = ['UTILITY-WATER', 'UTILITY-HEAT'];
const LENT = ['NP-LOAN', 'NP-GUARANTEE', 'NP-UTILITY-BILL'];

export const SAMPLE_AGREEMENTS: readonly SampleAgreement[] = [
  {
    party: 'BANK-A',
    items: [...ARREARS, ...UTILITIES, 'JUDGMENT-CIVIL', 'ARBITRATION', 'FALSE-MATERIALS', 'ASSESSMENT-PUBLIC', ...LENT],
    purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'],
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
    dailyQuota: 10_000,
  },
  {
    party: 'BANK-B',
    items: [...ARREARS, ...UTILITIES],
    purposes: ['LOAN_ORIGINATION'],
    validFrom: '2025-07-01',
    validUntil: '2027-06-30',
    dailyQuota: 2_000,
    ended: { on: '2026-11-01', reason: '超出约定用途使用信息，协议提前终止（示例）' },
  },
  {
    party: 'AGENCY-A',
    items: ['CHARITY', 'JUDGMENT-CIVIL', 'ARREARS-TAX'],
    purposes: ['CREDIT_SERVICE'],
    validFrom: '2026-03-01',
    validUntil: '2027-02-28',
    dailyQuota: 500,
  },
];

const LISTS = ['LIST-DEFAULTER', 'LIST-WAGE', 'LIST-FOOD', 'LIST-TAX', 'LIST-SAFETY'];
const PENALTIES = ['PENALTY-GENERAL', 'PENALTY-SERIOUS'];
const PLEDGES = ['PLEDGE-PERMIT', 'PLEDGE-VOLUNTARY', 'FALSE-MATERIALS'];

export const SAMPLE_DUTIES: readonly SampleDuty[] = [
  {
    department: 'HRB-PERMIT',
    matter: 'FOOD-PERMIT',
    name: '食品经营许可',
    nameEn: 'Food business permit',
    activity: 'ADMINISTRATIVE_MANAGEMENT',
    purpose: 'PERMIT',
    items: [
      'REG-ENTERPRISE',
      'REG-SOLE-TRADER',
      'PERMIT-GENERAL',
      ...PENALTIES,
      ...PLEDGES,
      'UNPERFORMED-JUDGMENT',
      ...LISTS,
      'INCENTIVE-TAX-A',
      'INCENTIVE-MODEL',
      'ASSESSMENT-PUBLIC',
    ],
    identified: false,
  },
  {
    department: 'HRB-PERMIT',
    matter: 'SPECIAL-OPERATION-PERMIT',
    name: '特种作业操作资格许可',
    nameEn: 'Permit for special operations, of natural persons',
    activity: 'ADMINISTRATIVE_MANAGEMENT',
    purpose: 'PERMIT',
    items: ['PERMIT-GENERAL', ...PENALTIES, 'FALSE-MATERIALS', 'UNPERFORMED-JUDGMENT', 'LIST-DEFAULTER', 'LIST-SAFETY'],
    identified: true,
  },
  {
    department: 'HLJ-PROCUREMENT',
    matter: 'TENDER',
    name: '政府采购供应商资格审查',
    nameEn: 'Qualification of suppliers in government procurement',
    activity: 'PUBLIC_PROCUREMENT',
    purpose: 'PROCUREMENT',
    items: [
      'REG-ENTERPRISE',
      ...PENALTIES,
      'FALSE-BID',
      'ARREARS-TAX',
      'ARREARS-SOCIAL',
      'UNPERFORMED-JUDGMENT',
      ...LISTS,
    ],
    identified: false,
  },
  {
    department: 'HLJ-FINANCE',
    matter: 'GRANT',
    name: '财政资金项目申报审核',
    nameEn: 'Review of applications for government funds',
    activity: 'PUBLIC_FUNDING',
    purpose: 'FUNDING',
    items: [
      'REG-ENTERPRISE',
      'REG-ORG',
      ...PENALTIES,
      'ARREARS-TAX',
      'UNPERFORMED-JUDGMENT',
      ...LISTS,
      'INCENTIVE-TAX-A',
    ],
    identified: false,
  },
  {
    department: 'HLJ-FINANCE',
    matter: 'AWARD',
    name: '先进集体和先进个人推荐审核',
    nameEn: 'Review of nominations for awards',
    activity: 'AWARD_SELECTION',
    purpose: 'AWARD',
    items: ['COMMENDATION-GOV', ...PENALTIES, 'UNPERFORMED-JUDGMENT', ...LISTS, 'INCENTIVE-MODEL'],
    identified: true,
  },
  {
    department: 'HRB-INSPECTION',
    matter: 'SPOT-CHECK',
    name: '双随机抽查对象分类',
    nameEn: 'Choosing whom to inspect by credit risk',
    activity: 'OTHER_LAWFUL_ACTIVITY',
    purpose: 'OTHER_LAWFUL',
    items: [
      'REG-ENTERPRISE',
      'REG-SOLE-TRADER',
      'INSPECTION',
      ...PENALTIES,
      ...LISTS,
      'INCENTIVE-TAX-A',
      'INCENTIVE-MODEL',
      'ASSESSMENT-PUBLIC',
    ],
    identified: false,
  },
];

const MEI_ZHANG = { type: 'CITIZEN_ID', value: '239999199003070016' } as const;
const XIAOBEI_LIU = { type: 'CITIZEN_ID', value: '239999198511231133' } as const;
const HIDDEN = { type: 'CITIZEN_ID', value: '23999919920229088X' } as const;

/** One in force, one revoked, one expired, and one for a party whose agreement ended. */
export const SAMPLE_AUTHORIZATIONS: readonly SampleAuthorization[] = [
  {
    subject: MEI_ZHANG,
    party: 'BANK-A',
    purposes: ['LOAN_ORIGINATION'],
    items: ['ARREARS-FUND', 'UTILITY-HEAT', 'NP-LOAN', 'NP-UTILITY-BILL'],
    validFrom: '2026-10-01',
    validUntil: '2026-12-31',
    maximumUses: null,
    grantedAt: '2026-09-30T10:12:00+08:00',
    revokedAt: null,
  },
  {
    subject: XIAOBEI_LIU,
    party: 'BANK-A',
    purposes: ['POST_LOAN_MONITORING'],
    items: ['JUDGMENT-CIVIL', 'ARREARS-FUND'],
    validFrom: '2026-03-01',
    validUntil: '2028-02-29',
    maximumUses: null,
    grantedAt: '2026-02-28T15:40:00+08:00',
    revokedAt: '2026-09-15T09:05:00+08:00',
  },
  {
    subject: HIDDEN,
    party: 'BANK-A',
    purposes: ['LOAN_ORIGINATION'],
    items: ['ARREARS-FUND', 'UTILITY-HEAT'],
    validFrom: '2026-06-01',
    validUntil: '2026-08-31',
    maximumUses: 3,
    grantedAt: '2026-05-30T11:20:00+08:00',
    revokedAt: null,
  },
  {
    subject: MEI_ZHANG,
    party: 'BANK-B',
    purposes: ['LOAN_ORIGINATION'],
    items: ['ARREARS-FUND'],
    validFrom: '2026-09-01',
    validUntil: '2026-11-30',
    maximumUses: 1,
    grantedAt: '2026-08-31T17:00:00+08:00',
    revokedAt: null,
  },
];
