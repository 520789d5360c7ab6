import type { Rule } from './decision.ts';
// Article 23: the tiers of openness.
import { agreementInForce } from './rules/agreement-in-force.ts';
// Article 22: sharing among departments.
import { caseStated } from './rules/case-stated.ts';
import { dutyRegistered } from './rules/duty-registered.ts';
import { identityKnown } from './rules/identity-known.ts';
// Articles 7, 18: nothing unpublished takes effect.
import { itemPublished } from './rules/item-published.ts';
// Articles 17, 22: the operator's own analysts.
import { notAnAnalyst } from './rules/not-an-analyst.ts';
import { openToAnyone } from './rules/open-to-anyone.ts';
import { openedAtAll } from './rules/opened-at-all.ts';
// Article 24: inquiries.
import { ownRecord } from './rules/own-record.ts';
import { purposeStated } from './rules/purpose-stated.ts';
// Articles 37, 38, 40: what is no longer displayed.
import { recordDisplayed } from './rules/record-displayed.ts';
import { subjectAuthorized } from './rules/subject-authorized.ts';

/** The rules of disclosure, in the order of the articles. The order is for reading: it never changes an effect. */
export const RULES: readonly Rule[] = Object.freeze([
  itemPublished,
  caseStated,
  dutyRegistered,
  openToAnyone,
  identityKnown,
  agreementInForce,
  openedAtAll,
  ownRecord,
  purposeStated,
  subjectAuthorized,
  notAnAnalyst,
  recordDisplayed,
]);
