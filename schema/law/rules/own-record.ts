import type { Rule } from '../decision.ts';

/** Art. 24 §2 — A subject sees its own record, without limit, whatever the tier. */
export const ownRecord: Rule = {
  name: 'own-record',
  articles: ['24'],
  check: (facts) => (facts.relation === 'SELF' ? { effect: 'allow', article: '24' } : undefined),
};
