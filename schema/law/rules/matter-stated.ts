import type { Rule } from '../decision.ts';

/**
 * Art. 22 — Sharing is for the performance of one duty. A department with several duties under one purpose names the matter: else a person whom it
 * may see whole in one matter would be open in every other.
 */
export const matterStated: Rule = {
  name: 'matter-stated',
  articles: ['22'],
  check: (facts) =>
    facts.role === 'DEPARTMENT' && facts.relation === 'OTHER' && facts.duty.registered && !facts.duty.matterStated
      ? { effect: 'refuse', reason: 'MATTER_REQUIRED', article: '22' }
      : undefined,
};
