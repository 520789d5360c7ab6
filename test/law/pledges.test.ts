/** The pledge system (Articles 45 and 46). */
import { describe, expect, it } from 'vitest';
import { isUnkept, pledgeEligibility, verificationFault } from '../../schema/law/matter/pledges.ts';

const CLEAN = { seriousDesignations: 0, failedPledges: 0, falsePledges: 0 };

describe('who may make a pledge', () => {
  it('A45.1 everybody but the seriously untrustworthy and those with a false or failed pledge, each named', () => {
    expect(pledgeEligibility(CLEAN)).toEqual({ eligible: true, reasons: [] });
    expect(pledgeEligibility({ ...CLEAN, seriousDesignations: 1 })).toEqual({
      eligible: false,
      reasons: ['SERIOUSLY_UNTRUSTWORTHY'],
    });
    expect(pledgeEligibility({ ...CLEAN, failedPledges: 1 }).reasons).toEqual(['PLEDGE_FAILED']);
    expect(pledgeEligibility({ seriousDesignations: 2, failedPledges: 1, falsePledges: 3 }).reasons).toEqual([
      'SERIOUSLY_UNTRUSTWORTHY',
      'PLEDGE_FAILED',
      'PLEDGE_FALSE',
    ]);
  });
});

describe('what a verification finds', () => {
  it('A46.1 a pledge is not kept only after an ordered period has passed; performed, at any time', () => {
    for (const outcome of ['FAILED', 'FALSE'] as const) {
      expect(verificationFault(outcome, null, '2026-11-20')).toBe('NO_ORDER');
      // The last day of the period belongs to the subject.
      expect(verificationFault(outcome, '2026-11-20', '2026-11-20')).toBe('ORDER_RUNS');
      expect(verificationFault(outcome, '2026-11-20', '2026-11-21')).toBeNull();
    }
    expect(verificationFault('PERFORMED', null, '2026-11-20')).toBeNull();
    expect(verificationFault('PERFORMED', '2026-12-20', '2026-11-20')).toBeNull();
  });

  it('A27.1 a pledge that failed or was false is untrustworthy, one that is kept or not yet due is not', () => {
    expect(['PERFORMED', 'PENDING', 'FAILED', 'FALSE', undefined].map(isUnkept)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});
