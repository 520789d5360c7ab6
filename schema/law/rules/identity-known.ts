import type { Rule } from '../decision.ts';

/** Art. 23 (2) — What is opened by agreement is opened to somebody: an anonymous caller has no basis. */
export const identityKnown: Rule = {
  name: 'identity-known',
  articles: ['23(2)'],
  check: (facts) =>
    facts.role === 'PUBLIC' && facts.item.openness === 'AGREEMENT'
      ? { effect: 'refuse', reason: 'IDENTITY_REQUIRED', article: '23(2)' }
      : undefined,
};
