import type { Rule } from '../decision.ts';

/** Art. 17, 22 — An analyst of the operator reads numbers; rows about subjects are not needed for that duty. */
export const notAnAnalyst: Rule = {
  name: 'not-an-analyst',
  articles: ['17', '22'],
  check: (facts) => (facts.role === 'ANALYST' ? { effect: 'refuse', reason: 'ROLE', article: '22' } : undefined),
};
