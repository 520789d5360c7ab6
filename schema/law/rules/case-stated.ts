import type { Rule } from '../decision.ts';

/** Art. 22 — A department names the case it handles: sharing is for the performance of a duty and nothing else. */
export const caseStated: Rule = {
  name: 'case-stated',
  articles: ['22'],
  check: (facts) =>
    facts.role === 'DEPARTMENT' && facts.relation === 'OTHER' && !facts.caseStated
      ? { effect: 'refuse', reason: 'CASE_REQUIRED', article: '22' }
      : undefined,
};
