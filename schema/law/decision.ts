import type { Facts } from './facts.ts';

/** Reasons of a refusal. When several hold, the first of this list is named: the one that the caller has to settle first. */
export const REASONS = [
  'NOT_PUBLISHED',
  'IDENTITY_REQUIRED',
  'SELF_ONLY',
  'ROLE',
  'PURPOSE_REQUIRED',
  'CASE_REQUIRED',
  'MATTER_REQUIRED',
  'MANDATE_REQUIRED',
  'NO_AGREEMENT',
  'PURPOSE_NOT_AGREED',
  'ITEM_NOT_AGREED',
  'DUTY_REQUIRED',
  'AUTHORIZATION_REQUIRED',
  'NOT_PROVIDING_UNIT',
  'LEDGER_UNAVAILABLE',
] as const;
export type Reason = (typeof REASONS)[number];

/** The result of one rule. A rule returns `undefined` where it does not apply to the facts. */
export type Finding =
  | { readonly effect: 'allow'; readonly article: string }
  | { readonly effect: 'refuse'; readonly reason: Reason; readonly article: string }
  | { readonly effect: 'hide'; readonly article: string };

/** A rule of law, named after the condition under which it allows. A pure function. */
export interface Rule {
  readonly name: string;
  readonly articles: readonly string[];
  check(facts: Facts): Finding | undefined;
}

/** The result of all rules, and the name of the rule that decided. */
export type Verdict = Finding & { readonly rule: string };

const RANK = { hide: 0, refuse: 1, allow: 2 } as const;

const weight = (finding: Finding): number =>
  RANK[finding.effect] * 100 + (finding.effect === 'refuse' ? REASONS.indexOf(finding.reason) : 0);

/**
 * Decides on the facts. If any rule hides, the result is to hide; else if any refuses, to refuse; else if any allows, to allow. If no rule
 * applies, the result is a refusal. The order of the rules never matters: ties are broken by effect, reason and rule name.
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
