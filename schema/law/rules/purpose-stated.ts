import type { Rule } from '../decision.ts';

/** Art. 22, 24 — A party or department says for what purpose it asks; without one no basis can be checked. */
export const purposeStated: Rule = {
  name: 'purpose-stated',
  articles: ['22', '24'],
  check: (facts) =>
    (facts.role === 'PARTY' || facts.role === 'DEPARTMENT') && !facts.purposeStated
      ? { effect: 'refuse', reason: 'PURPOSE_REQUIRED', article: facts.role === 'PARTY' ? '24' : '22' }
      : undefined,
};
