/** The rules of disclosure, one a file. */
import type { Rule } from '../decision.ts';
import { agreementInForce } from './agreement-in-force.ts';
import { caseAndMatterStated } from './case-and-matter-stated.ts';
import { dutyRegistered } from './duty-registered.ts';
import { identityKnown } from './identity-known.ts';
import { itemPublished } from './item-published.ts';
import { notAnAnalyst } from './not-an-analyst.ts';
import { openToAnyone } from './open-to-anyone.ts';
import { openedAtAll } from './opened-at-all.ts';
import { ownRecord } from './own-record.ts';
import { purposeStated } from './purpose-stated.ts';
import { recordDisplayed } from './record-displayed.ts';
import { subjectAuthorized } from './subject-authorized.ts';

/** The rules in the order of the articles. The order is for reading: it never changes an effect. */
export const RULES: readonly Rule[] = Object.freeze([
  // Articles 7, 18: nothing unpublished takes effect.
  itemPublished,
  // Articles 17, 22: the operator's own analysts.
  notAnAnalyst,
  // Article 22: sharing among departments.
  caseAndMatterStated,
  dutyRegistered,
  purposeStated,
  // Article 23: the tiers of openness.
  openToAnyone,
  identityKnown,
  agreementInForce,
  openedAtAll,
  // Article 24: inquiries.
  ownRecord,
  subjectAuthorized,
  // Articles 37, 38, 40: what is no longer displayed.
  recordDisplayed,
]);
