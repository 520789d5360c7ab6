import type { Rule } from '../decision.ts';

/** Art. 23, 24 — An item that is not open is for the subject alone; only sharing under Article 22 reaches beyond. */
export const openedAtAll: Rule = {
  name: 'opened-at-all',
  articles: ['23', '24'],
  check: (facts) =>
    facts.item.openness === 'SELF_ONLY' && facts.relation === 'OTHER' && facts.role !== 'DEPARTMENT'
      ? { effect: 'refuse', reason: 'SELF_ONLY', article: '24' }
      : undefined,
};
