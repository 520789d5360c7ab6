/**
 * What each mutation and each job ends, by the kinds that the journal has for it, or why it ends nothing. Triggers write the journal: this table is what
 * was decided, and test/recovery holds it against the schema.
 */
import type { Kind } from './entry.ts';

/** Kinds; or the reason in words. */
type Ends = readonly Kind[] | string;

const STARTS = 'It starts something: where it is lost, nobody may see more.';
const READS = 'It changes what its caller has read, and nothing that others may do.';

/** A correction takes the place of a version, and reports that have it are superseded. A registration that names another ends who represented it. */
const CORRECTS = ['RECORD_CORRECTED', 'REPORT_SUPERSEDED', 'MANDATE_ENDED'] as const;
/** What falls is entered, so that it does not come back; and whoever applied for its restoration waits no more. */
const FALLS = ['FELL', 'RESTORATION_CLOSED'] as const;
/** What is taken from a list takes with it what was made on account of it. */
const LISTS = ['DESIGNATION_DISPLAY', 'REPORT_SUPERSEDED', ...FALLS] as const;

export const ENDED_BY_MUTATION: Readonly<Record<string, Ends>> = {
  publishCatalogItem: ['EDITION_PUBLISHED', 'ITEM_ENDED'],
  concludeAgreement: STARTS,
  draftAgreement: STARTS,
  activateAgreement: ['AGREEMENT_STATE'],
  suspendAgreement: ['AGREEMENT_STATE'],
  resumeAgreement: ['AGREEMENT_STATE'],
  endAgreement: ['AGREEMENT_STATE'],
  registerUnit: STARTS,
  endUnit: ['UNIT_ENDED', 'AGREEMENT_STATE', 'DUTY_ENDED', 'WATCH', 'WEBHOOK_ENDED'],
  publishPurpose: ['EDITION_PUBLISHED'],
  registerDuty: STARTS,
  endDuty: ['DUTY_ENDED'],
  publishPurposeCap: ['EDITION_PUBLISHED'],
  // What it ends earlier; over a restored database it moves again what it moves.
  publishDisplayPeriods: ['EDITION_PUBLISHED', 'RECORD_DISPLAY', 'REPORT_SUPERSEDED', ...FALLS],
  acknowledgeGap: ['GAP'],
  grantAuthorization: STARTS,
  revokeAuthorization: ['AUTHORIZATION_REVOKED'],
  acknowledgeChanges: READS,
  watch: ['WATCH'],
  unwatch: ['WATCH'],
  registerWebhook: ['WEBHOOK_ENDED'],
  endWebhook: ['WEBHOOK_ENDED'],
  retryDeadDeliveries: READS,
  chooseChannel: ['CHANNEL_ENDED'],
  confirmChannel: STARTS,
  // Delivered again, a record is corrected.
  submitRecords: CORRECTS,
  // About another subject, it ends where it stands.
  correctRecord: [...CORRECTS, ...FALLS, 'RECORD_DISPLAY'],
  revokeBasis: ['RECORD_DISPLAY', 'MANDATE_ENDED', ...LISTS],
  // What is shown is displayed, and what is not, fell.
  decideHeldRecord: ['RECORD_DISPLAY', 'DESIGNATION_DISPLAY', ...FALLS],
  publishAssessmentMethod: 'An assessment stands by the method that it was made by, and a newer method changes none.',
  deliverAssessments: ['REPORT_SUPERSEDED'],
  recordPledge: STARTS,
  orderPledgeCorrection: 'It sets a day. Until a pledge is verified nothing of it ends, and the unit orders it again.',
  verifyPledge: ['PLEDGE_VERIFIED', ...CORRECTS],
  choosePledges: ['PLEDGE_CHOICE'],
  // A second statement takes the place of the first.
  addStatement: ['STATEMENT_WITHDRAWN', 'REPORT_SUPERSEDED'],
  withdrawStatement: ['STATEMENT_WITHDRAWN', 'REPORT_SUPERSEDED'],
  hideTrustworthyRecord: ['RECORD_DISPLAY', 'NON_PUBLIC_DISPLAY', 'INCENTIVE_DISPLAY', 'REPORT_SUPERSEDED'],
  // That it is shown again is told too: else what was hidden for a day would stay so after a replay.
  showTrustworthyRecord: ['RECORD_DISPLAY', 'NON_PUBLIC_DISPLAY', 'INCENTIVE_DISPLAY', 'REPORT_SUPERSEDED'],
  lockSharing: ['SHARING_LOCK'],
  unlockSharing: ['SHARING_LOCK'],
  // Reports of before say nothing of it.
  raiseObjection: ['REPORT_SUPERSEDED'],
  // With it ends what it opened.
  withdrawObjection: ['OBJECTION_CLOSED', 'REPORT_SUPERSEDED'],
  // Upheld, what was in question is corrected or falls.
  decideObjection: [
    'OBJECTION_CLOSED',
    'RECORD_DISPLAY',
    'RECORD_CORRECTED',
    'MANDATE_ENDED',
    'NON_PUBLIC_DISPLAY',
    'NON_PUBLIC_CORRECTED',
    'INCENTIVE_DISPLAY',
    ...LISTS,
  ],
  fileComplaint: STARTS,
  withdrawComplaint: ['COMPLAINT_CLOSED'],
  answerComplaint: ['COMPLAINT_CLOSED'],
  askForVerification: STARTS,
  answerVerification: ['VERIFICATION_ANSWERED'],
  pauseClock:
    'It moves a day. Where that is lost, the unit tells again with the same document from when time did not count.',
  resumeClock:
    'It moves a day. Where that is lost, the unit tells again with the same document since when time counts.',
  applyForRestoration: STARTS,
  // With it ends what it opened.
  withdrawRestoration: ['RESTORATION_CLOSED'],
  // Granted, its row falls and whoever is on the list on its account with it, and what was asked about it waits no more.
  decideRestoration: ['OBJECTION_CLOSED', 'RECORD_DISPLAY', ...LISTS],
  publishRestorationExclusion: ['EDITION_PUBLISHED'],
  registerMandate: STARTS,
  endMandate: ['MANDATE_ENDED'],
  publishMeasure: ['EDITION_PUBLISHED'],
  publishStandard: ['EDITION_PUBLISHED'],
  designate: STARTS,
  submitDefaulters: [...LISTS],
  removeDesignation: [...LISTS],
  designateIncentive: STARTS,
  removeIncentive: ['INCENTIVE_DISPLAY', 'REPORT_SUPERSEDED'],
  waiveConduct: 'It states a warning, and ends nothing that stands: conduct that is listed cannot be waived.',
  requestReexamination: STARTS,
  // What it takes off the list is a removal.
  decideReexamination: [...LISTS],
  orderOrganCorrection: 'It sets a day for an organ that is listed, and the listing stays.',
  reportOrganOutcome: 'It tells what an organ did, and the listing stays until it is removed.',
};

/** Jobs and commands that write, by the name that the log and the metrics have for them. */
export const ENDED_BY_JOB: Readonly<Record<string, Ends>> = {
  // Evidence that a restored database holds is past its day there too: the next run deletes it again.
  due: [
    'RECORD_DISPLAY',
    'NON_PUBLIC_DISPLAY',
    'DESIGNATION_DISPLAY',
    'INCENTIVE_DISPLAY',
    'REPORT_SUPERSEDED',
    'MANDATE_ENDED',
    ...FALLS,
  ],
  redaction: ['REPORT_SUPERSEDED', 'TEXTS_UNSAFE'],
  // At each start.
  joining: [
    'SUBJECTS_JOINED',
    'RECORD_DISPLAY',
    'DESIGNATION_DISPLAY',
    'WATCH',
    'PLEDGE_CHOICE',
    'SHARING_LOCK',
    'REPORT_SUPERSEDED',
  ],
  // An answer that spends the last use of an authorization.
  answers: ['AUTHORIZATION_SPENT'],
  checkpoints: ['CHECKPOINT'],
  // An erasure, by order and by hand, in the form that the row policies allow.
  erasure: ['ENTRY_ERASED'],
  marking: 'It marks what is held, so that what of it falls is known again.',
  recovery: ['GAP'],
  journal: READS,
  province: [
    'EDITION_PUBLISHED',
    'ITEM_ENDED',
    'AGREEMENT_STATE',
    'DUTY_ENDED',
    'UNIT_ENDED',
    'UNIT_KINDS',
    'WATCH',
    'WEBHOOK_ENDED',
  ],
  statistics: 'What was released stays released, and its privacy budget is spent: that is told by the backup alone.',
  refusals: 'Counts of requests that were refused end nothing for anybody.',
  webhooks: READS,
  messages:
    'It tells subjects of what stands in the ledger and of authorizations that run out by themselves: told again, nothing is lost.',
  // An address that refuses what is sent.
  channels: ['CHANNEL_ENDED'],
  proofs: 'A proof of possession that was used is refused by its age after a minute.',
  import: CORRECTS,
  calendar: 'A calendar of working days is loaded again.',
};
