/** What the story of pledges shares: the unit that takes them, one pledge, and the questions. */
import { expect } from 'vitest';
import { type Answer, COMPANY, type Headers, type Holder, type Identifier, type World } from '../kit.ts';
import { refusals as refused } from './operations.ts';

export const CITY = { role: 'provider', unit: 'HRB-AMR' } as const;
/** 牡丹江示例雪乡餐饮管理有限公司, which failed on a pledge in January. */
export const FAILED_PLEDGER: Identifier = { type: 'USCC', value: '91239999MA4ABC049A' };

export const CHECK =
  'id item { code } unit { code } kind matter permitDocument permittedOn verifyBy provisional orderedOn correctBy outcome reasons verifiedOn';
export const RECORD = `mutation ($input: PledgeInput!) { recordPledge(input: $input) { ${CHECK} } }`;
export const ORDER = `mutation ($id: ID!, $correctBy: Date!) { orderPledgeCorrection(id: $id, correctBy: $correctBy) { ${CHECK} } }`;
export const VERIFY = `mutation ($input: VerifyPledgeInput!) { verifyPledge(input: $input) { ${CHECK} } }`;
export const CHOOSE = 'mutation ($uses: Boolean!) { choosePledges(usesPledges: $uses) }';
export const SHOWN = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name pledges { id content performance }
  records(first: 200, items: ["PLEDGE-PERMIT"]) { nodes { id version nature occurredOn displayedUntil ... on PledgeRecord { content performance matter } } } } }`;
export const MATTER = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") {
  pledge { eligible reasons } findings { kind recordId summary article } } }`;
export const CHANGES = '{ changes(first: 50) { nodes { kind recordId version } } }';
export const DEADLINES = '{ deadlines(first: 50) { nodes { kind reference startedOn dueOn metOn status } } }';

export const PLEDGE = {
  item: 'PLEDGE-PERMIT',
  subject: COMPANY,
  subjectName: '哈尔滨示例冰雪设备有限公司',
  kind: 'PERMIT',
  matter: '食品经营许可',
  content: '经营场所符合食品安全要求，十日内补交平面图。',
  pledgedOn: '2026-11-19',
  document: '哈市监诺〔2026〕示例501号',
  permitDocument: '哈市监许〔2026〕示例501号',
  permittedOn: '2026-11-20',
};

/** A record of the first one delivered anew, as if it had failed. */
export const FAILED_DELIVERY = {
  item: 'PLEDGE-PERMIT',
  records: [
    {
      subject: COMPANY,
      subjectName: PLEDGE.subjectName,
      occurredOn: '2026-11-19',
      basisDocument: PLEDGE.document,
      content: { content: PLEDGE.content, pledgedOn: '2026-11-19', performance: 'FAILED', matter: PLEDGE.matter },
    },
  ],
};
export const FAILED_FINDING = {
  outcome: 'FAILED',
  reasons: '逾期未补交平面图。',
  document: '哈市监认〔2026〕示例501号',
};
export const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
export const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted corrected rejected { row code } } }';

/** A conflict has no article. */
export const refusals = (answer: Answer): string[] => refused(answer).map((refusal) => refusal.trim());

/** The story's ways of asking. */
export function inWorld(world: () => World) {
  const ask = (holder: Holder | null, query: string, variables = {}, headers: Headers = {}): Promise<Answer> =>
    world().ask(holder, query, variables, headers);
  const well = async (...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  const record = (change: Record<string, unknown> = {}, holder: Holder = CITY) =>
    ask(holder, RECORD, { input: { ...PLEDGE, ...change } });
  const recordOf = async (id: string, of: Identifier = COMPANY, holder: Holder | null = null, headers: Headers = {}) =>
    (await well(holder, SHOWN, { id: of }, headers)).subject.records.nodes.find(
      (node: { id: string }) => node.id === id,
    );
  const deadlines = async (reference: string) =>
    (await well(CITY, DEADLINES)).deadlines.nodes
      .filter((node: { reference: string }) => node.reference === reference)
      .map(({ reference: _, ...node }: Record<string, unknown>) => node);
  return { ask, well, record, recordOf, deadlines };
}
