/** The credit pledge system (Articles 45 and 46): voluntary, and closed to untrustworthy subjects until their credit is restored. */

/** Facts that bar a subject. Only records displayed on the day count: after restoration, or the end of the period, they no longer bar. */
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

/** Whether a subject may use the pledge system (Article 45 §1). Opting out is the subject's own choice and no fact here. */
export function pledgeEligibility(facts: PledgeFacts): PledgeEligibility {
  const reasons: PledgeBar[] = [];
  if (facts.seriousDesignations > 0) reasons.push('SERIOUSLY_UNTRUSTWORTHY');
  if (facts.failedPledges > 0) reasons.push('PLEDGE_FAILED');
  if (facts.falsePledges > 0) reasons.push('PLEDGE_FALSE');
  return { eligible: reasons.length === 0, reasons };
}

export const PLEDGE_PERFORMANCES = ['PERFORMED', 'PENDING', 'FAILED', 'FALSE'] as const;
export type PledgePerformance = (typeof PLEDGE_PERFORMANCES)[number];

/** What is granted on a pledge: a permit, or the waiver of a certificate (Article 45 §§2 and 3). */
export type PledgeKind = 'PERMIT' | 'PROOF';

/** Result of a verification (Article 46). */
export type PledgeOutcome = Exclude<PledgePerformance, 'PENDING'>;

/** Whether a pledge was broken. Its record is then untrustworthy, whatever the nature of its catalog item (Articles 27 and 45). */
export const isUnkept = (performance: unknown): boolean => performance === 'FAILED' || performance === 'FALSE';

/** Why a verification cannot have this result yet. */
export type VerificationFault = 'NO_ORDER' | 'ORDER_RUNS';

/**
 * Article 46: a subject that broke a pledge or made a false one is first guided, or ordered to correct it within a set period. It bears the
 * consequence only if it still does not perform. `correctBy` is the last day of that period; null where none was set.
 */
export function verificationFault(
  outcome: PledgePerformance,
  correctBy: string | null,
  today: string,
): VerificationFault | null {
  if (!isUnkept(outcome)) return null;
  if (correctBy === null) return 'NO_ORDER';
  return today > correctBy ? null : 'ORDER_RUNS';
}
