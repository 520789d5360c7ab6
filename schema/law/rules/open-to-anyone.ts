import type { Rule } from '../decision.ts';

/** Art. 23 (1) — Items that law displays are open with no condition and without identity. */
export const openToAnyone: Rule = {
  name: 'open-to-anyone',
  articles: ['23(1)'],
  check: (facts) => (facts.item.openness === 'UNCONDITIONAL' ? { effect: 'allow', article: '23(1)' } : undefined),
};
