import type { Rule } from '../decision.ts';

/**
 * Art. 24 §2, 36 (1) — A party sees agreement items about a natural person only within that person's authorization. A sole
 * trader is a natural person in business (Civil Code Article 54), so the same holds for it.
 */
export const subjectAuthorized: Rule = {
  name: 'subject-authorized',
  articles: ['24', '36'],
  check: (facts) =>
    facts.role === 'PARTY' && facts.personal && facts.item.openness === 'AGREEMENT' && !facts.authorized
      ? { effect: 'refuse', reason: 'AUTHORIZATION_REQUIRED', article: '24' }
      : undefined,
};
