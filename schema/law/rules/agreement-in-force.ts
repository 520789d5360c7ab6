import type { Finding, Rule } from '../decision.ts';
import type { Facts } from '../facts.ts';

const concerns = (facts: Facts): boolean => facts.role === 'PARTY' && facts.item.openness === 'AGREEMENT';

const refuse = (reason: 'NO_AGREEMENT' | 'PURPOSE_NOT_AGREED' | 'ITEM_NOT_AGREED'): Finding => ({
  effect: 'refuse',
  reason,
  article: '23(2)',
});

/** Art. 23 (2), 24 — An agreement in force covers the purpose and the item; the widest thing that is missing is named. */
export const agreementInForce: Rule = {
  name: 'agreement-in-force',
  articles: ['23(2)', '24'],
  check: (facts) => {
    if (!concerns(facts)) return undefined;
    if (!facts.agreement.inForce) return refuse('NO_AGREEMENT');
    if (!facts.agreement.purposeAgreed) return refuse('PURPOSE_NOT_AGREED');
    return facts.agreement.itemAgreed ? { effect: 'allow', article: '23(2)' } : refuse('ITEM_NOT_AGREED');
  },
};
