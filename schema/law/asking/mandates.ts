/** Mandates (委托): of which kinds they are, who may be whose agent, and what each root field needs of one. */

/** An employee of an organization, an agent, a guardian, and the legal representative whom the registration names. */
export const MANDATE_KINDS = ['EMPLOYEE', 'AGENT', 'GUARDIAN', 'LEGAL_REPRESENTATIVE'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

/** What an agent may do: read; object and state; have displays ended; grant and refuse uses. */
export const MANDATE_SCOPES = ['READ', 'OBJECT', 'RESTORE', 'AUTHORIZE'] as const;
export type MandateScope = (typeof MANDATE_SCOPES)[number];

/** What the principal does itself, whatever the mandate says: a mandate is not passed on, and who is told, and where, is not the agent's to choose. */
export const NEVER = 'NEVER';

/**
 * What every root field that is open to a subject needs. One that does not stand here is refused under every mandate, and a test over the schema finds it.
 */
export const SCOPE_OF: Readonly<Record<string, MandateScope | typeof NEVER>> = {
  verifyReport: 'READ',
  catalogItems: 'READ',
  access: 'READ',
  units: 'READ',
  purposes: 'READ',
  disclosure: 'READ',
  ledgerCheckpoint: 'READ',
  ledgerConsistency: 'READ',
  ledgerGaps: 'READ',
  subject: 'READ',
  subjects: 'READ',
  me: 'READ',
  assessmentMethods: 'READ',
  objection: 'READ',
  publishedMeasures: 'READ',
  publishedLists: 'READ',
  displayPeriods: 'READ',
  restorationConditions: 'READ',
  restorationExclusions: 'READ',
  raiseObjection: 'OBJECT',
  withdrawObjection: 'OBJECT',
  addStatement: 'OBJECT',
  withdrawStatement: 'OBJECT',
  requestReexamination: 'OBJECT',
  fileComplaint: 'OBJECT',
  withdrawComplaint: 'OBJECT',
  applyForRestoration: 'RESTORE',
  withdrawRestoration: 'RESTORE',
  hideTrustworthyRecord: 'RESTORE',
  showTrustworthyRecord: 'RESTORE',
  grantAuthorization: 'AUTHORIZE',
  revokeAuthorization: 'AUTHORIZE',
  choosePledges: 'AUTHORIZE',
  lockSharing: 'AUTHORIZE',
  unlockSharing: 'AUTHORIZE',
  chooseChannel: NEVER,
  confirmChannel: NEVER,
  registerMandate: NEVER,
  endMandate: NEVER,
};

/** The state of a registration after which the organization is no more (注销): not one that is asked for, or that is denied. */
export function isStruckOff(status: unknown): boolean {
  if (typeof status !== 'string') return false;
  const said = status.normalize('NFKC').replace(/\s/gu, '');
  return said
    .replace(/(?:未|没有?|尚未|拟|待|申请|正在)(?:被|办理)?注销/gu, '')
    .replace(/注销(?:中|备案|公告|申请|登记中)/gu, '')
    .includes('注销');
}
