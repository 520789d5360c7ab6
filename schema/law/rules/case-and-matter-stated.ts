import type { Rule } from '../decision.ts';

/**
 * Art. 22 — A department names the case it handles, and the matter where it has duties in several under one purpose: sharing is for the performance of
 * one duty and nothing else. A person whom it may see whole in one matter is not open in another.
 */
export const caseAndMatterStated: Rule = {
  name: 'case-and-matter-stated',
  articles: ['22'],
  check: (facts) => {
    if (facts.role !== 'DEPARTMENT') return undefined;
    if (!facts.caseStated) return { effect: 'refuse', reason: 'CASE_REQUIRED', article: '22' };
    return facts.duty.registered && !facts.duty.matterStated
      ? { effect: 'refuse', reason: 'MATTER_REQUIRED', article: '22' }
      : undefined;
  },
};
