import type { Rule } from '../decision.ts';
// Article 23: the tiers of openness.
import { agreementInForce } from './agreement-in-force.ts';
// Article 22: sharing among departments.
import { caseStated } from './case-stated.ts';
import { dutyRegistered } from './duty-registered.ts';
import { identityKnown } from './identity-known.ts';
// Articles 7, 18: nothing unpublished takes effect.
import { itemPublished } from './item-published.ts';
// Articles 17, 22: the operator's own analysts.
import { notAnAnalyst } from './not-an-analyst.ts';
import { openToAnyone } from './open-to-anyone.ts';
import { openedAtAll } from './opened-at-all.ts';
// Article 24: inquiries.
import { ownRecord } from './own-record.ts';
import { purposeStated } from './purpose-stated.ts';
// Articles 37, 38, 40: what is no longer displayed.
import { recordDisplayed } from './record-displayed.ts';
import { subjectAuthorized } from './subject-authorized.ts';

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
