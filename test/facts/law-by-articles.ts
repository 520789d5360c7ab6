/**
 * The law a second time, article by article from the Regulations and without the rules of schema/law/rules: what the proof holds them against. It is
 * read from the top, and the first sentence that applies answers. It names the reason that a caller has to settle first.
 */
import type { Reason } from '../../schema/law/decision.ts';
import type { Facts } from '../../schema/law/facts.ts';

export type Answer = 'allow' | 'hide' | Reason;

/**
 * Article 24 §2: "within the scope of their authorization, the relevant credit subjects may make inquiries into the Public Credit Information
 * conditionally opened by other credit subjects, and use it for the agreed-upon purposes". Article 36 (1): not without a natural person's authorization.
 */
function toParty({ item, purposeStated, agreement, personal, authorized }: Facts): Answer {
  if (item.openness === 'SELF_ONLY') return 'SELF_ONLY';
  if (!purposeStated) return 'PURPOSE_REQUIRED';
  if (item.openness === 'UNCONDITIONAL') return 'allow';
  if (!agreement.inForce) return 'NO_AGREEMENT';
  if (!agreement.purposeAgreed) return 'PURPOSE_NOT_AGREED';
  if (!agreement.itemAgreed) return 'ITEM_NOT_AGREED';
  return personal && !authorized ? 'AUTHORIZATION_REQUIRED' : 'allow';
}

/**
 * Article 22: units "shall share Public Credit Information as provided by the Public Credit Information catalogs, but must not use it other than for the
 * performance of duties": a department asks for a purpose, in a case, in one matter of a registered duty, or not at all.
 */
function toDepartment({ item, purposeStated, caseStated, duty }: Facts): Answer {
  const open = item.openness === 'UNCONDITIONAL';
  if (!open && item.sharing === 'NOT_SHARED') return item.openness === 'SELF_ONLY' ? 'SELF_ONLY' : 'ROLE';
  if (!purposeStated) return 'PURPOSE_REQUIRED';
  if (!caseStated) return 'CASE_REQUIRED';
  if (!duty.registered) return 'DUTY_REQUIRED';
  if (!duty.matterStated) return 'MATTER_REQUIRED';
  return open || duty.itemCovered ? 'allow' : 'DUTY_REQUIRED';
}

/** Article 23 (1): what law displays is "made open with no conditions". (2): the rest to parties, by agreement: nobody else has one. */
function toAnyoneElse({ role, item }: Facts): Answer {
  // An analyst's duty is numbers: no row about a subject serves it (Article 22).
  if (role === 'ANALYST') return item.openness === 'SELF_ONLY' ? 'SELF_ONLY' : 'ROLE';
  if (item.openness === 'UNCONDITIONAL') return 'allow';
  if (item.openness === 'SELF_ONLY') return 'SELF_ONLY';
  return role === 'PUBLIC' ? 'IDENTITY_REQUIRED' : 'ROLE';
}

export function lawful(facts: Facts): Answer {
  // Article 37 §2: "transferred for archival storage and must not be displayed again". To nobody.
  if (facts.display === 'ARCHIVED') return 'hide';
  // Article 24 §2: "unlimited free inquiries into Public Credit Information about themselves".
  if (facts.relation === 'SELF') return 'allow';
  // Article 37 §1: "where the credit subjects ask that information not be displayed it must not be displayed".
  if (facts.display === 'HIDDEN') return 'hide';
  // Articles 7 and 18: what the catalogs do not say is not opened.
  if (!facts.item.published) return 'NOT_PUBLISHED';
  if (facts.role === 'PARTY') return toParty(facts);
  return facts.role === 'DEPARTMENT' ? toDepartment(facts) : toAnyoneElse(facts);
}
