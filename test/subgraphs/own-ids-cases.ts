/** Every question and mutation that takes an id of what is about a person: who asks it, of what, and how. */
import type { Thing } from '../../subgraphs/keys/recipient-ids.ts';
import { AUTHORITY, type Holder, MARKET_REGULATION, MEI, OPERATOR, PERMIT_OFFICE, subject } from '../kit.ts';
import { LABOUR, STRANGER } from '../stories/listing.ts';
import { CITY } from '../stories/pledging.ts';
import { type Held, of } from './held-of-persons.ts';

export const casesOf = (
  held: Held,
  heldBack: string,
): Readonly<
  Record<
    string,
    { holder: Holder; thing: Thing; id: string; ask: (id: string) => [string, Readonly<Record<string, unknown>>] }
  >
> => ({
  // First: it is asked again while the other runs.
  requestReexamination: {
    holder: subject(STRANGER),
    thing: 'RECORD',
    id: held.designation,
    ask: (designation) => [
      of('requestReexamination', 'RequestReexaminationInput'),
      { input: { designation, reasons: '已足额支付。' } },
    ],
  },
  withdrawObjection: {
    holder: subject(MEI),
    thing: 'OBJECTION',
    id: held.objection,
    ask: (id) => ['mutation ($id: ID!) { withdrawObjection(id: $id) { id } }', { id }],
  },
  // The same once more: the objection before it was withdrawn.
  raiseObjection: {
    holder: subject(MEI),
    thing: 'RECORD',
    id: held.penalty,
    ask: (record) => [
      of('raiseObjection', 'RaiseObjectionInput', 'id: recordId'),
      { input: { record, lodgedWith: 'HLJ-AMR', reasons: '当事人是同名的他人。' } },
    ],
  },
  answerComplaint: {
    holder: AUTHORITY,
    thing: 'COMPLAINT',
    id: held.answered,
    ask: (id) => [of('answerComplaint', 'AnswerComplaintInput'), { input: { id, answer: '经核实，已停止采集。' } }],
  },
  withdrawComplaint: {
    holder: subject(MEI),
    thing: 'COMPLAINT',
    id: held.complaint,
    ask: (id) => ['mutation ($id: ID!) { withdrawComplaint(id: $id) { id } }', { id }],
  },
  objection: {
    holder: MARKET_REGULATION,
    thing: 'OBJECTION',
    id: held.omission,
    ask: (id) => ['query ($id: ID!) { objection(id: $id) { id } }', { id }],
  },
  askForVerification: {
    holder: MARKET_REGULATION,
    thing: 'OBJECTION',
    id: held.omission,
    ask: (objection) => [
      of('askForVerification', 'AskForHelpInput', 'id: objection'),
      { input: { objection, of: 'HRB-AMR', question: '是否属实？' } },
    ],
  },
  answerVerification: {
    holder: { role: 'provider', unit: 'HLJ-TAX' },
    thing: 'VERIFICATION',
    id: held.verification,
    ask: (id) => [
      of('answerVerification', 'AnswerVerificationInput'),
      { input: { id, confirms: true, answer: '属实。' } },
    ],
  },
  decideObjection: {
    holder: MARKET_REGULATION,
    thing: 'OBJECTION',
    id: held.omission,
    ask: (objection) => [
      of('decideObjection', 'DecideObjectionInput'),
      { input: { objection, upheld: false, reasons: '并无该处罚。' } },
    ],
  },
  restorationConditions: {
    holder: subject(MEI),
    thing: 'RECORD',
    id: held.penalty,
    ask: (record) => ['query ($record: ID!) { restorationConditions(record: $record) { article } }', { record }],
  },
  withdrawRestoration: {
    holder: subject(MEI),
    thing: 'RESTORATION',
    id: held.restoration,
    ask: (id) => ['mutation ($id: ID!) { withdrawRestoration(id: $id) { id } }', { id }],
  },
  decideRestoration: {
    holder: OPERATOR,
    thing: 'RESTORATION',
    id: held.traders,
    ask: (id) => [
      of('decideRestoration', 'DecideRestorationInput'),
      { input: { id, granted: false, reasons: '未履行完毕。' } },
    ],
  },
  applyForRestoration: {
    holder: subject(MEI),
    thing: 'RECORD',
    id: held.penalty,
    ask: (record) => [
      of('applyForRestoration', 'ApplyForRestorationInput', 'id: recordId'),
      { input: { record, corrected: true, dutiesPerformed: true, pledge: '今后依法经营。' } },
    ],
  },
  correctRecord: {
    holder: MARKET_REGULATION,
    thing: 'RECORD',
    id: held.penalty,
    ask: (record) => [
      of('correctRecord', 'CorrectRecordInput'),
      { input: { record, reason: '金额有误', content: { fineYuan: '85.00' } } },
    ],
  },
  orderPledgeCorrection: {
    holder: CITY,
    thing: 'RECORD',
    id: held.pledge,
    ask: (id) => [`mutation ($id: ID!) { orderPledgeCorrection(id: $id, correctBy: "2026-12-20") { id } }`, { id }],
  },
  verifyPledge: {
    holder: CITY,
    thing: 'RECORD',
    id: held.pledge,
    ask: (id) => [
      of('verifyPledge', 'VerifyPledgeInput'),
      { input: { id, outcome: 'PERFORMED', reasons: '已核查。' } },
    ],
  },
  decideReexamination: {
    holder: LABOUR,
    thing: 'REEXAMINATION',
    id: held.reexamination,
    ask: (id) => [
      of('decideReexamination', 'DecideReexaminationInput', 'id designation'),
      { input: { id, upheld: false, reasons: '维持原决定。' } },
    ],
  },
  endMandate: {
    holder: subject(MEI),
    thing: 'MANDATE',
    id: held.mandate,
    ask: (id) => ['mutation ($id: ID!) { endMandate(id: $id, reason: "另行委托。") { id } }', { id }],
  },
  withdrawStatement: {
    holder: subject(MEI),
    thing: 'OWN_STATEMENT',
    id: held.statement,
    ask: (id) => ['mutation ($id: ID!) { withdrawStatement(id: $id) { id } }', { id }],
  },
  addStatement: {
    holder: subject(STRANGER),
    thing: 'RECORD',
    id: held.incentive,
    ask: (id) => ['mutation ($id: ID!) { addStatement(record: $id, text: "感谢。") { id } }', { id }],
  },
  hideTrustworthyRecord: {
    holder: subject(STRANGER),
    thing: 'RECORD',
    id: held.incentive,
    ask: (id) => ['mutation ($id: ID!) { hideTrustworthyRecord(record: $id) { id } }', { id }],
  },
  showTrustworthyRecord: {
    holder: subject(STRANGER),
    thing: 'RECORD',
    id: held.incentive,
    ask: (id) => ['mutation ($id: ID!) { showTrustworthyRecord(record: $id) { id } }', { id }],
  },
  archive: {
    holder: OPERATOR,
    thing: 'RECORD',
    id: held.designation,
    ask: (id) => ['query ($id: ID!) { archive(record: $id, reason: "核对") { id } }', { id }],
  },
  decideHeldRecord: {
    holder: OPERATOR,
    thing: 'RECORD',
    id: heldBack,
    ask: (id) => [
      of('decideHeldRecord', 'DecideHeldRecordInput'),
      { input: { id, show: false, reasons: '与已失效的信息相同。' } },
    ],
  },
  removeDesignation: {
    holder: LABOUR,
    thing: 'RECORD',
    id: held.designation,
    ask: (id) => ['mutation ($id: ID!) { removeDesignation(id: $id, reason: "已履行。") { id } }', { id }],
  },
  removeIncentive: {
    holder: LABOUR,
    thing: 'RECORD',
    id: held.incentive,
    ask: (id) => ['mutation ($id: ID!) { removeIncentive(id: $id, reason: "撤销称号。") { id } }', { id }],
  },
  reportOrganOutcome: {
    holder: PERMIT_OFFICE,
    thing: 'NOTICE',
    id: held.notice,
    ask: (id) => [
      of('reportOrganOutcome', 'ReportOrganOutcomeInput', 'id designation'),
      { input: { id, outcome: '已约谈。' } },
    ],
  },
  orderOrganCorrection: {
    holder: AUTHORITY,
    thing: 'RECORD',
    id: held.organ,
    ask: (designation) => [
      of('orderOrganCorrection', 'OrderOrganCorrectionInput'),
      { input: { designation, correctBy: '2026-12-20' } },
    ],
  },
});
