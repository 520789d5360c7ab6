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

export const PLEDGE_PERFORMANCES = ['PERFORMED', 'PENDING', 'FAILED', 'FALSE'] as const;
export type PledgePerformance = (typeof PLEDGE_PERFORMANCES)[number];

/** What rests on a pledge: a permit, or the sparing of a proof (Article 45 §§2 and 3). */
export type PledgeKind = 'PERMIT' | 'PROOF';

/** What a verification finds (Article 46). */
export type PledgeOutcome = Exclude<PledgePerformance, 'PENDING'>;

/** Whether a pledge was not kept: untrustworthy from then on, whatever its item is of itself (Articles 27 and 45). */
export const isUnkept = (performance: unknown): boolean => performance === 'FAILED' || performance === 'FALSE';

/** Why a verification cannot end as it is said to. */
export type VerificationFault = 'NO_ORDER' | 'ORDER_RUNS';

/**
 * Article 46: whoever failed on a pledge or made a false one is first guided, or ordered to correct within a set period; only who still
 * does not perform then bears the consequence. `correctBy` is the last day of that period, null where none was set.
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
