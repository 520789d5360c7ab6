import type { Rule } from '../decision.ts';

/**
 * Art. 22, 44 — Departments share what the catalog says is shared, for a registered duty. Without a duty for the purpose
 * nothing is shared; with one, the items that it needs, whatever their openness to others.
 */
export const dutyRegistered: Rule = {
  name: 'duty-registered',
  articles: ['22', '44'],
  check: (facts) => {
    if (facts.role !== 'DEPARTMENT') return undefined;
    const open = facts.item.openness === 'UNCONDITIONAL';
    // No duty opens what the catalog does not share, so that no duty is asked for.
    if (!open && facts.item.sharing === 'NOT_SHARED')
      return facts.item.openness === 'SELF_ONLY'
        ? { effect: 'refuse', reason: 'SELF_ONLY', article: '24' }
        : { effect: 'refuse', reason: 'ROLE', article: '22' };
    if (!facts.duty.registered) return { effect: 'refuse', reason: 'DUTY_REQUIRED', article: '22' };
    if (open) return undefined;
    return facts.duty.itemCovered
      ? { effect: 'allow', article: '22' }
      : { effect: 'refuse', reason: 'DUTY_REQUIRED', article: '22' };
  },
};
