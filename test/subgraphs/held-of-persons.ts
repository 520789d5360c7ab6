/** A world in which much is held about persons, as their units wrote it: what the tests of recipients' ids ask about. */
import { expect } from 'vitest';
import { CAST } from '../../subgraphs/public-credit/sample/generate/cast.ts';
import {
  type Headers,
  type Holder,
  type Identifier,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  type World,
} from '../kit.ts';
import { asKnownTo, ownIdOf, storedId } from '../own-ids.ts';
import { DECISION, DESIGNATE, LABOUR, STRANGER } from '../stories/listing.ts';
import { CITY, PLEDGE, RECORD } from '../stories/pledging.ts';

export const LOAN: Headers = { purpose: 'LOAN_ORIGINATION' };
export const DESK: Headers = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '哈审批受〔2026〕85号' };
const AGREEMENT = {
  party: 'BANK-B',
  items: ['ARREARS-FUND', 'NP-LOAN'],
  purposes: ['LOAN_ORIGINATION'],
  validFrom: '2026-11-20',
  validUntil: '2026-12-31',
};
const ORGAN = { kind: 'STATE_OWNED_ENTERPRISE', superior: 'HRB-PERMIT', audit: 'HLJ-FINANCE' };
export const of = (mutation: string, input: string, fields = 'id'): string =>
  `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${fields} } }`;

const APPLY = of('applyForRestoration', 'ApplyForRestorationInput');

/** Stored ids of what is about a person. */
export interface Held {
  readonly penalty: string;
  readonly pledge: string;
  readonly designation: string;
  readonly incentive: string;
  readonly reexamination: string;
  /** What the subject states beside the penalty. */
  readonly statement: string;
  /** A designation of a sole trader of whom a unit above it is told, and that notice. */
  readonly organ: string;
  readonly notice: string;
  readonly objection: string;
  /** Another, about what is missing, for which another unit was asked to verify. */
  readonly omission: string;
  readonly verification: string;
  readonly complaint: string;
  /** Another, which is answered. */
  readonly answered: string;
  /** Her application for the restoration of another penalty, and one of a sole trader. */
  readonly restoration: string;
  readonly traders: string;
  /** Under which somebody acts for her. */
  readonly mandate: string;
}

/** Concludes, grants, records, lists, rewards, and asks for a re-examination. */
export async function hold(world: World): Promise<Held> {
  const well = async (holder: Holder | null, query: string, variables: object = {}, headers: Headers = {}) => {
    const answer = await world.ask(holder, query, { ...variables }, headers);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  await well(OPERATOR, of('concludeAgreement', 'AgreementInput'), { input: { ...AGREEMENT, dailyQuota: 100 } });
  await well(subject(MEI), of('grantAuthorization', 'GrantAuthorizationInput'), { input: AGREEMENT });
  const { me } = await well(subject(MEI), '{ me { records(first: 50) { nodes { id item { code } } } } }');
  const penalty = me.records.nodes.find((one: { item: { code: string } }) => one.item.code === 'PENALTY-GENERAL').id;
  const apply = async (who: Identifier, item: string): Promise<string> => {
    const { me: of } = await well(subject(who), '{ me { records(first: 50) { nodes { id item { code } } } } }');
    const record = of.records.nodes.find((one: { item: { code: string } }) => one.item.code === item).id;
    const input = { record, corrected: true, dutiesPerformed: true, pledge: '今后依法经营。' };
    return (await well(subject(who), APPLY, { input })).applyForRestoration.id;
  };
  const restoration = await apply(MEI, 'PENALTY-MINOR');
  const traders = await apply(SOLE_TRADER, 'PENALTY-GENERAL');
  const objected = { record: penalty, lodgedWith: 'HLJ-AMR', reasons: '处罚对象不是本人。' };
  const raised = await well(subject(MEI), of('raiseObjection', 'RaiseObjectionInput'), { input: objected });
  const objection = raised.raiseObjection.id;
  const missing = { about: 'OMISSION', item: 'PENALTY-GENERAL', lodgedWith: 'HLJ-AMR', reasons: '缺少一条处罚。' };
  const omission = (await well(subject(MEI), of('raiseObjection', 'RaiseObjectionInput'), { input: missing }))
    .raiseObjection.id;
  const known = ownIdOf(world, MARKET_REGULATION, omission, 'OBJECTION');
  const help = await well(MARKET_REGULATION, of('askForVerification', 'AskForHelpInput'), {
    input: { objection: known, of: 'HLJ-TAX', question: '是否属实？' },
  });
  const verification = storedId(world, MARKET_REGULATION, help.askForVerification.id, 'VERIFICATION');
  const file = async (collector: string): Promise<string> =>
    (
      await well(subject(MEI), of('fileComplaint', 'FileComplaintInput'), {
        input: { collector, text: '未经同意采集。' },
      })
    ).fileComplaint.id;
  const [complaint, answered] = [await file('COLLECTOR-A'), await file('COLLECTOR-B')];
  const pledged = { ...PLEDGE, subject: SOLE_TRADER, subjectName: CAST.soleTrader.name, consent: '示例同意书' };
  const pledge = storedId(world, CITY, (await well(CITY, RECORD, { input: pledged })).recordPledge.id);
  const listed = await well(LABOUR, DESIGNATE, { input: { ...DECISION, subject: STRANGER } });
  const designation = storedId(world, LABOUR, listed.designate.id);
  const rewarded = { subject: STRANGER, list: 'MODEL', decisionNumber: '示例85号', basisDocument: '示例85号公告' };
  const model = await well(LABOUR, of('designateIncentive', 'DesignateIncentiveInput'), { input: rewarded });
  const incentive = storedId(world, LABOUR, model.designateIncentive.id);
  const asked = await well(
    subject(STRANGER),
    of('requestReexamination', 'RequestReexaminationInput', 'id designation'),
    { input: { designation: designation, reasons: '已足额支付。' } },
  );
  const reexamination = asked.requestReexamination.id;
  const input = { ...DECISION, subject: SOLE_TRADER, organ: ORGAN };
  const decided = await well(LABOUR, DESIGNATE, { input });
  const organ = storedId(world, LABOUR, decided.designate.id);
  const { organNotices } = await well(PERMIT_OFFICE, '{ organNotices { id designation } }', {}, DESK);
  const told = asKnownTo(world, PERMIT_OFFICE, LABOUR, decided.designate.id);
  expect(organNotices[0].designation).toBe(told);
  const notice = storedId(world, PERMIT_OFFICE, organNotices[0].id, 'NOTICE');
  const stated = await well(subject(MEI), `mutation { addStatement(record: "${penalty}", text: "已经缴清。") { id } }`);
  const statement = stated.addStatement.id;
  const acting = { agent: STRANGER, kind: 'AGENT', scope: ['READ'], validUntil: '2026-12-31' };
  const { registerMandate } = await well(subject(MEI), of('registerMandate', 'MandateInput'), { input: acting });
  return {
    mandate: registerMandate.id,
    statement,
    penalty,
    pledge,
    designation,
    incentive,
    reexamination,
    organ,
    notice,
    objection,
    omission,
    verification,
    complaint,
    answered,
    restoration,
    traders,
  };
}
