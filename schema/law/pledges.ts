/** The credit pledge system (Article 45): voluntary, and closed to some until they are restored. */

/** What bars: only what is displayed on the day counts, so that whoever is restored, and whose period ended, is barred no longer. */
export interface PledgeFacts {
  /** Designations as seriously untrustworthy in force. */
  readonly seriousDesignations: number;
  /** Pledges that were not performed. */
  readonly failedPledges: number;
  /** Pledges that were false. */
  readonly falsePledges: number;
}

export const PLEDGE_BARS = ['SERIOUSLY_UNTRUSTWORTHY', 'PLEDGE_FAILED', 'PLEDGE_FALSE'] as const;
export type PledgeBar = (typeof PLEDGE_BARS)[number];

export interface PledgeEligibility {
  readonly eligible: boolean;
  /** Every bar, in the order of Article 45. */
  readonly reasons: readonly PledgeBar[];
}

/** Whether a subject may use the pledge system (Article 45 §1). Opting out is its own choice, and no fact here. */
export function pledgeEligibility(facts: PledgeFacts): PledgeEligibility {
  const reasons: PledgeBar[] = [];
  if (facts.seriousDesignations > 0) reasons.push('SERIOUSLY_UNTRUSTWORTHY');
  if (facts.failedPledges > 0) reasons.push('PLEDGE_FAILED');
  if (facts.falsePledges > 0) reasons.push('PLEDGE_FALSE');
  return { eligible: reasons.length === 0, reasons };
}
