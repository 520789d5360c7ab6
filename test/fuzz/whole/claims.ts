/** What subjects claim and are told, open and decided: objections with evidence, verification and pauses, what is held, statements, complaints, a channel. */
import { expect } from 'vitest';
import { keepEvidence } from '../../../subgraphs/rights/evidence/evidence.ts';
import { written } from '../../evidence/made.ts';
import {
  type Answer,
  AUTHORITY,
  COMPANY,
  type Holder,
  type Identifier,
  MARKET_REGULATION,
  subject,
  type World,
} from '../../kit.ts';
import { holdBack } from '../../stories/comeback/delivering.ts';
import { CITY } from '../../stories/pledging.ts';
import { of } from '../../subgraphs/held-of-persons.ts';

const company = subject(COMPANY);

/** Returns ids of objections, which are the same for everybody: they are an organization's. */
export async function claim(world: World): Promise<readonly string[]> {
  const well = async (holder: Holder, query: string, variables: object = {}): Promise<Answer['data']> => {
    const { data, errors } = await world.ask(holder, query, { ...variables });
    expect([query, errors]).toEqual([query, undefined]);
    return data;
  };
  const brought = async ({ type, value }: Identifier): Promise<string> => {
    const id = world.server.platform.secrets.subjectId(type, value);
    const request = world.server.requestAs({ role: 'SUBJECT', subject: { type, value, id } });
    try {
      return (await keepEvidence(request, 'PDF', written())).id;
    } finally {
      await request.abandon();
    }
  };
  const raise = async (about: object): Promise<{ readonly id: string; readonly deadline: string }> => {
    const evidence = [await brought(COMPANY)];
    const input = { reasons: '与决定书不一致。', lodgedWith: 'HLJ-AMR', evidence, ...about };
    return (await well(company, of('raiseObjection', 'RaiseObjectionInput', 'id deadline'), { input })).raiseObjection;
  };
  await holdBack(world, COMPANY, '哈尔滨示例冰雪设备有限公司');
  const { me } = await well(
    company,
    '{ me { records(first: 50) { nodes { __typename id providingUnit { code } } } } }',
  );
  const penalty = me.records.nodes.find(
    (one: { __typename: string; providingUnit: { code: string } }) =>
      one.__typename === 'AdministrativePenalty' && one.providingUnit.code === 'HLJ-AMR',
  );
  const open = await raise({ record: penalty.id });
  await raise({ about: 'STATEMENT', statement: penalty.id, statementKind: 'NAME' });
  await well(company, 'mutation { choosePledges(usesPledges: true) }');
  const decided = await raise({ about: 'OMISSION', item: 'PERMIT-GENERAL' });
  for (const { id, deadline } of [open, decided]) {
    const asked = { objection: id, of: 'HRB-AMR', question: '该企业是否受到处罚？' };
    const help = await well(MARKET_REGULATION, of('askForVerification', 'AskForHelpInput'), { input: asked });
    const answer = { id: help.askForVerification.id, confirms: true, answer: '属实。' };
    await well(CITY, of('answerVerification', 'AnswerVerificationInput'), { input: answer });
    const time = { deadline, cause: 'APPRAISAL', document: '鉴定委托书', on: '2026-11-20' };
    await well(MARKET_REGULATION, of('pauseClock', 'PauseClockInput'), { input: time });
  }
  await well(MARKET_REGULATION, of('resumeClock', 'ResumeClockInput'), {
    input: { deadline: open.deadline, document: '鉴定意见书', on: '2026-11-20' },
  });
  await well(MARKET_REGULATION, of('decideObjection', 'DecideObjectionInput'), {
    input: { objection: decided.id, upheld: false, reasons: '并无遗漏。' },
  });
  await well(company, `mutation { addStatement(record: "${penalty.id}", text: "罚款已缴清。") { id } }`);
  for (const text of ['超范围采集。', '拒不更正。']) {
    const input = { collector: 'COLLECTOR-A', text, evidence: [await brought(COMPANY)] };
    const { fileComplaint } = await well(company, of('fileComplaint', 'FileComplaintInput'), { input });
    const answer = { id: fileComplaint.id, answer: '经核实，已责令改正。' };
    if (text.startsWith('超')) await well(AUTHORITY, of('answerComplaint', 'AnswerComplaintInput'), { input: answer });
  }
  await well(company, 'mutation { chooseChannel(input: { kind: WEBHOOK, url: "http://127.0.0.1:9/" }) { secret } }');
  return [open.id, decided.id];
}
