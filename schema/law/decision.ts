import type { Facts } from './facts.ts';

/** Reasons of a refusal, in the order in which one is named when several hold: what the caller can mend first. */
export const REASONS = [
  'NOT_PUBLISHED',
  'IDENTITY_REQUIRED',
  'SELF_ONLY',
  'ROLE',
  'PURPOSE_REQUIRED',
  'CASE_REQUIRED',
  'NO_AGREEMENT',
  'PURPOSE_NOT_AGREED',
  'ITEM_NOT_AGREED',
  'DUTY_REQUIRED',
  'AUTHORIZATION_REQUIRED',
  'LEDGER_UNAVAILABLE',
] as const;
export type Reason = (typeof REASONS)[number];

/** What one rule says of the facts; `undefined` where the rule does not concern them. */
export type Finding =
  | { readonly effect: 'allow'; readonly article: string }
  | { readonly effect: 'refuse'; readonly reason: Reason; readonly article: string }
  | { readonly effect: 'hide'; readonly article: string };

/** A rule of law: named as the condition that holds when it allows. Pure. */
export interface Rule {
  readonly name: string;
  readonly articles: readonly string[];
  check(facts: Facts): Finding | undefined;
}

/** What all rules together say, and which rule said it. */
export type Verdict = Finding & { readonly rule: string };

const RANK = { hide: 0, refuse: 1, allow: 2 } as const;

const weight = (finding: Finding): number =>
  RANK[finding.effect] * 100 + (finding.effect === 'refuse' ? REASONS.indexOf(finding.reason) : 0);

/**
 * Decides. Default deny; anything hidden stays hidden, then any refusal wins, and only then an allowance counts. Neither the
 * effect nor the reason depends on the order of the rules: ties are broken by effect, reason and rule name.
 */
export function decide(rules: readonly Rule[], facts: Facts): Verdict {
  let best: Verdict | undefined;
  for (const rule of rules) {
    const finding = rule.check(facts);
    if (finding === undefined) continue;
    if (
      best === undefined ||
      weight(finding) < weight(best) ||
      (weight(finding) === weight(best) && rule.name < best.rule)
    )
      best = { ...finding, rule: rule.name };
  }
  return best ?? { effect: 'refuse', reason: 'ROLE', article: '23', rule: 'default-deny' };
}
