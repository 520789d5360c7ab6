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

/** That it is not done, not yet, only asked for, or was undone: 不予注销, 拟注销, 注销申请, 撤销注销登记, 注销被撤销. */
const NOT_STRUCK_OFF: readonly RegExp[] = [
  /(?:未|没有?|尚未|不予|不准予?|不得|拟|待|申请|正在|撤[销回]|恢复|驳回|中止|终止|暂缓)(?:被|予|办理|核准|准予|批准)?(?:简易|强制|依职权)?注销(?:登记|备案|申请)?/gu,
  /注销(?:登记|备案|申请|决定)?(?:已|经|被)*(?:撤[销回]|驳回|不予|未获|终止|中止|无效)/gu,
  /注销(?:登记)?(?:程序|流程|手续)?(?:中|备案|公[告示]|申请|办理中|进行中|异议)/gu,
];
/** An application that was granted is what it asked for. */
const GRANTED = /注销(?:登记)?申请(?:已|经|被)*(?:核准|批准|准予|获批|通过|同意)/gu;

/** The state of a registration after which the organization is no more (注销): not one that is asked for, denied, or undone. */
export function isStruckOff(status: unknown): boolean {
  if (typeof status !== 'string') return false;
  const said = status.normalize('NFKC').replace(/\s/gu, '').replace(GRANTED, '；注销；');
  return NOT_STRUCK_OFF.reduce((left, denied) => left.replace(denied, ''), said).includes('注销');
}
