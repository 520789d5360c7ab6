import type { Rule } from '../decision.ts';

/**
 * Art. 37 — What the subject asked to hide is seen by the subject alone; what is in the archive is seen by nobody here: its
 * display period ended, it was restored, or its basis was revoked. Hidden, not refused: a refusal would tell that it exists.
 */
export const recordDisplayed: Rule = {
  name: 'record-displayed',
  articles: ['37', '38', '40'],
  check: (facts) => {
    if (facts.display === 'ARCHIVED') return { effect: 'hide', article: '37' };
    return facts.display === 'HIDDEN' && facts.relation === 'OTHER' ? { effect: 'hide', article: '37' } : undefined;
  },
};
