/** Complaints that cannot be filed or answered (Article 41), each with its sentence; and which department answers. A proof: units are registered and ended. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  COMPANY,
  type Holder,
  MEI,
  NOT_HELD,
  OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { refusals } from '../objections/objecting.ts';
import { ANSWER, FILE, OWN, WITHDRAW } from './complaining.ts';

const mei = subject(MEI);
const NOBODY = '00000000-0000-4000-8000-000000000000';
const CITY: Holder = { role: 'authority', unit: 'HRB-CREDIT' };

onEachDatabase('complaints that are refused', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const well = async (holder: Holder | null, query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await world.ask(holder, query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const file = (collector: string, text = '未经同意采集信息。', by: Holder = mei, evidence: readonly string[] = []) =>
    world.ask(by, FILE, { input: { collector, text, evidence } });
  const filed = async (...args: Parameters<typeof file>): Promise<{ id: string; answeringUnit: { code: string } }> => {
    const { data, errors } = await file(...args);
    expect(errors).toBeUndefined();
    return data.fileComplaint;
  };
  const register = (input: Readonly<Record<string, unknown>>) =>
    well(AUTHORITY, 'mutation ($input: UnitInput!) { registerUnit(input: $input) { code } }', { input });
  const end = (code: string) =>
    well(AUTHORITY, 'mutation ($code: String!) { endUnit(code: $code, reason: "机构改革") { code } }', { code });

  it('A41.1 of a unit that collects nothing: reconsideration or litigation, which the refusal says', async () => {
    const answer = await file('HLJ-AMR');
    expect(refusals(answer)).toEqual(['fileComplaint BAD_USER_INPUT NO_COLLECTOR 41']);
    expect(answer.errors?.[0]?.message).toContain('collects no non-public credit information');
    expect(answer.errors?.[0]?.extensions.help).toContain('reconsideration or goes to court (Article 41 §1)');
  });

  it('A41.1 of a unit that is unknown, with a text that nobody can read, or with evidence that is not there', async () => {
    expect(refusals(await file('NOBODY'))).toEqual(['fileComplaint BAD_USER_INPUT UNIT_UNKNOWN 41']);
    for (const text of ['', ' \n ', '采集\u202e信息', 'x'.repeat(4_001)])
      expect(refusals(await file('COLLECTOR-A', text))).toEqual(['fileComplaint BAD_USER_INPUT TEXT 41']);
    expect(refusals(await file('COLLECTOR-A', '附证据。', mei, [NOBODY]))).toEqual([
      'fileComplaint BAD_USER_INPUT EVIDENCE 41',
    ]);
    // Nothing of these was stored.
    expect((await well(mei, OWN)).me.complaints).toEqual([]);
  });

  it('A41.1 A35.1 whoever nothing is held of may complain too, and reads it', async () => {
    const nobody = subject(NOT_HELD);
    const { id } = await filed('COLLECTOR-A', '不回应我的询问。', nobody);
    expect((await well(nobody, OWN)).me.complaints).toMatchObject([{ id, text: '不回应我的询问。', status: 'OPEN' }]);
  });

  it('A41.1 the same text twice while the first waits; withdrawn, it may be filed again; no more than three on one day', async () => {
    const { id } = await filed('COLLECTOR-A', '未经同意 采集信息。');
    expect(refusals(await file('COLLECTOR-A', '未经同意采集\n信息。'))).toEqual(['fileComplaint CONFLICT COMPLAINED']);
    expect(refusals(await world.ask(subject(COMPANY), WITHDRAW, { id }))).toEqual([
      'withdrawComplaint NOT_FOUND NOT_FOUND',
    ]);
    await well(mei, WITHDRAW, { id });
    expect(refusals(await world.ask(mei, WITHDRAW, { id }))).toEqual(['withdrawComplaint CONFLICT COMPLAINT_CLOSED']);
    await filed('COLLECTOR-A', '未经同意采集信息。');
    await filed('COLLECTOR-A', '另有一事。');
    expect(refusals(await file('COLLECTOR-A', '再有一事。'))).toEqual(['fileComplaint CONFLICT TOO_OFTEN']);
    // Of another collector it may complain.
    await filed('COLLECTOR-B', '再有一事。');
  });

  it('A41.1 answered by the department of the city once there is one, which no superior answers for; where it ended, the province does', async () => {
    const authority = { kinds: ['AUTHORITY'], line: 'CREDIT' };
    await register({
      ...authority,
      code: 'HRB-CREDIT',
      name: '哈尔滨市营商环境局',
      nameEn: 'Harbin Credit',
      level: 'CITY',
      region: '230100',
    });
    await register({
      ...authority,
      code: 'DQ-CREDIT',
      name: '大庆市营商环境局',
      nameEn: 'Daqing Credit',
      level: 'CITY',
      region: '230600',
    });
    const ofCity = await filed('COLLECTOR-B', '泄露信息。', subject(COMPANY));
    expect(ofCity.answeringUnit.code).toBe('HRB-CREDIT');
    expect((await filed('COLLECTOR-A', '泄露信息。', subject(COMPANY))).answeringUnit.code).toBe('HLJ-BIZENV');
    const input = { id: ofCity.id, answer: '经核实，情况属实。' };
    for (const other of [AUTHORITY, { role: 'authority', unit: 'DQ-CREDIT' } as const]) {
      const answer = await world.ask(other, ANSWER, { input });
      expect(refusals(answer)).toEqual(['answerComplaint BAD_USER_INPUT WRONG_UNIT 41']);
      expect(answer.errors?.[0]?.message).toContain('HRB-CREDIT');
    }
    for (const by of [mei, OPERATOR, { role: 'collector', unit: 'COLLECTOR-B' } as const])
      expect(refusals(await world.ask(by, ANSWER, { input }))).toEqual(['answerComplaint FORBIDDEN ROLE 41']);
    expect(refusals(await world.ask(CITY, ANSWER, { input: { ...input, answer: ' ' } }))).toEqual([
      'answerComplaint BAD_USER_INPUT TEXT 41',
    ]);
    expect(refusals(await world.ask(CITY, ANSWER, { input: { ...input, id: NOBODY } }))).toEqual([
      'answerComplaint NOT_FOUND NOT_FOUND',
    ]);
    await end('HRB-CREDIT');
    expect(refusals(await world.ask({ role: 'authority', unit: 'DQ-CREDIT' }, ANSWER, { input }))).toEqual([
      'answerComplaint BAD_USER_INPUT WRONG_UNIT 41',
    ]);
    const { answerComplaint } = await well(AUTHORITY, ANSWER, { input });
    expect(answerComplaint).toMatchObject({ status: 'ANSWERED', answeringUnit: { code: 'HLJ-BIZENV' } });
  });

  it('A41.1 of a collector that has ended: the refusal names the department to write to', async () => {
    await register({
      code: 'COLLECTOR-C',
      name: '示例采集有限公司',
      nameEn: 'Sample Collector C',
      kinds: ['COLLECTOR'],
      level: 'CITY',
      region: '230600',
    });
    await end('COLLECTOR-C');
    const answer = await file('COLLECTOR-C');
    expect(refusals(answer)).toEqual(['fileComplaint BAD_USER_INPUT UNIT_ENDED 41']);
    expect(answer.errors?.[0]?.extensions.help).toContain('Daqing Credit (DQ-CREDIT)');
  });
});
