import type { Rule } from '../decision.ts';

/** Art. 7, 18 — An item opens nothing to others unless an edition of it is published and in force on the day. */
export const itemPublished: Rule = {
  name: 'item-published',
  articles: ['7', '18'],
  check: (facts) =>
    facts.item.published || facts.relation === 'SELF'
      ? undefined
      : { effect: 'refuse', reason: 'NOT_PUBLISHED', article: '18' },
};
