/** Sample authorizations of subjects. */
import type { IdentifierType } from '../../../schema/law/facts.ts';

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
