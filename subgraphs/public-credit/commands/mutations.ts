/** What answers each mutation. Who may call it says policy.ts. */

import type { Resolvers } from '../types.generated.ts';
import { deliverAssessments } from './assessments/deliver-assessments.ts';
import { publishAssessmentMethod } from './assessments/publish-assessment-method.ts';
import { answerComplaint } from './complaints/answer-complaint.ts';
import { fileComplaint } from './complaints/file-complaint.ts';
import { withdrawComplaint } from './complaints/withdraw-complaint.ts';
import { correctRecord } from './corrections/correct-record.ts';
import { revokeBasis } from './corrections/revoke-basis.ts';
import { submitRecords } from './deliveries/submit-records.ts';
import { decideHeldRecord } from './fallen/decide-held-record.ts';
import { hideTrustworthyRecord } from './hiding/hide-trustworthy-record.ts';
import { lockSharing } from './hiding/lock-sharing.ts';
import { showTrustworthyRecord } from './hiding/show-trustworthy-record.ts';
import { unlockSharing } from './hiding/unlock-sharing.ts';
import { endMandate } from './mandates/end-mandate.ts';
import { registerMandate } from './mandates/register-mandate.ts';
import { answerVerification } from './objections/answer-verification.ts';
import { askForVerification } from './objections/ask-for-verification.ts';
import { pauseClock } from './objections/clocks/pause-clock.ts';
import { resumeClock } from './objections/clocks/resume-clock.ts';
import { decideObjection } from './objections/decide-objection.ts';
import { raiseObjection } from './objections/raise-objection.ts';
import { withdrawObjection } from './objections/withdraw-objection.ts';
import { choosePledges } from './pledges/choose-pledges.ts';
import { orderPledgeCorrection } from './pledges/order-pledge-correction.ts';
import { recordPledge } from './pledges/record-pledge.ts';
import { verifyPledge } from './pledges/verify-pledge.ts';
import { applyForRestoration } from './restorations/apply-for-restoration.ts';
import { decideRestoration } from './restorations/decide-restoration.ts';
import { publishRestorationExclusion } from './restorations/publish-restoration-exclusion.ts';
import { withdrawRestoration } from './restorations/withdraw-restoration.ts';
import { addStatement } from './statements/add-statement.ts';
import { withdrawStatement } from './statements/withdraw-statement.ts';

export const mutations: NonNullable<Resolvers['Mutation']> = {
  submitRecords: (_root, { input }, context) => submitRecords(context, input),
  correctRecord: (_root, { input }, context) => correctRecord(context, input),
  revokeBasis: (_root, { input }, context) => revokeBasis(context, input),
  decideHeldRecord: (_root, { input }, context) => decideHeldRecord(context, input),
  publishAssessmentMethod: (_root, { input }, context) => publishAssessmentMethod(context, input),
  deliverAssessments: (_root, { input }, context) => deliverAssessments(context, input),
  recordPledge: (_root, { input }, context) => recordPledge(context, input),
  orderPledgeCorrection: (_root, input, context) => orderPledgeCorrection(context, input),
  verifyPledge: (_root, { input }, context) => verifyPledge(context, input),
  choosePledges: (_root, { usesPledges }, context) => choosePledges(context, usesPledges),
  registerMandate: (_root, { input }, context) => registerMandate(context, input),
  endMandate: (_root, args, context) => endMandate(context, args),
  raiseObjection: (_root, { input }, context) => raiseObjection(context, input),
  withdrawObjection: (_root, { id }, context) => withdrawObjection(context, id),
  fileComplaint: (_root, { input }, context) => fileComplaint(context, input),
  withdrawComplaint: (_root, { id }, context) => withdrawComplaint(context, id),
  answerComplaint: (_root, { input }, context) => answerComplaint(context, input),
  decideObjection: (_root, { input }, context) => decideObjection(context, input),
  askForVerification: (_root, { input }, context) => askForVerification(context, input),
  answerVerification: (_root, { input }, context) => answerVerification(context, input),
  pauseClock: (_root, { input }, context) => pauseClock(context, input),
  resumeClock: (_root, { input }, context) => resumeClock(context, input),
  applyForRestoration: (_root, { input }, context) => applyForRestoration(context, input),
  withdrawRestoration: (_root, { id }, context) => withdrawRestoration(context, id),
  decideRestoration: (_root, { input }, context) => decideRestoration(context, input),
  publishRestorationExclusion: (_root, { input }, context) => publishRestorationExclusion(context, input),
  addStatement: (_root, args, context) => addStatement(context, args),
  withdrawStatement: (_root, { id }, context) => withdrawStatement(context, id),
  hideTrustworthyRecord: (_root, { record }, context) => hideTrustworthyRecord(context, record),
  showTrustworthyRecord: (_root, { record }, context) => showTrustworthyRecord(context, record),
  lockSharing: (_root, { reason }, context) => lockSharing(context, reason),
  unlockSharing: (_root, _args, context) => unlockSharing(context),
};
