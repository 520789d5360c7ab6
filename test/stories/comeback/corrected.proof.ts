/** Corrections whole (Article 38): what was wrong does not come back with the next file, and a record of another subject moves to whom it concerns. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  LISTED,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  type World,
} from '../../kit.ts';
import { acts, CITY, PROVINCE, penalty } from './delivering.ts';

const DEADLINES = `{ deadlines(first: 200) { nodes { kind obligation status startedOn dueOn } } }`;
const RIGHT: Identifier = LISTED;

onDatabaseOfStep('corrections', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  beforeAll(async () => {
    world = await openWorld(kind);
    by = acts(world);
  });
  afterAll(() => world.close());
  const one = async (number: string, who = COMPANY) =>
    (await by.shown(who)).find(({ documentNumber }) => documentNumber === number);

  it('A36.2 A38.1 a value that was corrected does not come back with the file of before; what is right does', async () => {
    const number = '哈市监罚〔2026〕301号';
    await by.deliver(CITY, [penalty(number, {}, { fineYuan: '50000.00' })]);
    const id = (await one(number))?.id ?? '';
    await by.correct(CITY, id, { content: { fineYuan: '5000.00' } });
    const wrong = await by.deliver(CITY, [penalty(number, {}, { fineYuan: '50000' })]);
    expect(wrong).toMatchObject({
      unchanged: 0,
      corrected: 0,
      rejected: [{ code: 'FELL', message: expect.stringContaining('correctRecord') }],
    });
    expect(await one(number)).toMatchObject({ id, version: 2, fineYuan: '5000.00' });
    expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ unchanged: 1, rejected: [] });
    expect(await by.deliver(CITY, [penalty(number, {}, { fineYuan: '4000.00' })])).toMatchObject({ corrected: 1 });
    // Found right after all, by a correction.
    expect((await by.correct(CITY, id, { content: { fineYuan: '50000.00' } })).errors).toBeUndefined();
    expect(await by.deliver(CITY, [penalty(number, {}, { fineYuan: '50000.00' })])).toMatchObject({
      unchanged: 1,
      rejected: [],
    });
    expect(await by.deliver(CITY, [penalty(number, {}, { fineYuan: '4000.00' })])).toMatchObject({
      rejected: [{ code: 'FELL' }],
    });
  });

  it('A36.2 A38.1 another unit that says what was corrected is held, and one that says what is right is not', async () => {
    const number = '哈市监罚〔2026〕302号';
    await by.deliver(CITY, [penalty(number, {}, { fineYuan: '70000.00' })]);
    await by.correct(CITY, (await one(number))?.id ?? '', { content: { fineYuan: '7000.00' } });
    expect(await by.deliver(PROVINCE, [penalty(number, {}, { fineYuan: '70000.00' })])).toMatchObject({
      accepted: 1,
      rejected: [],
    });
    const shown = (await by.shown()).filter(({ documentNumber }) => documentNumber === number);
    expect(shown.map(({ fineYuan }) => fineYuan)).toEqual(['7000.00']);
    const right = '哈市监罚〔2026〕303号';
    await by.deliver(CITY, [penalty(right, {}, { fineYuan: '70000.00' })]);
    await by.correct(CITY, (await one(right))?.id ?? '', { content: { fineYuan: '7000.00' } });
    await by.deliver(PROVINCE, [penalty(right, {}, { fineYuan: '7000.00' })]);
    expect((await by.shown()).filter(({ documentNumber }) => documentNumber === right)).toHaveLength(2);
  });

  it('A38.1 A39.4 a record of the wrong subject moves: it falls there, stands anew where it concerns, and each is told its own', async () => {
    const number = '哈市监罚〔2026〕310号';
    await by.deliver(PROVINCE, [penalty(number)]);
    const wrong = await one(number);
    const bank = await world.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"], first: 200) { nodes { id } } } }',
      { id: COMPANY },
      { purpose: 'LOAN_ORIGINATION' },
    );
    expect(bank.errors).toBeUndefined();
    const refused = await by.correct(PROVINCE, wrong?.id ?? '', {
      subject: RIGHT,
      subjectName: '大庆示例松江建筑工程有限公司',
      occurredOn: '2026-11-01',
    });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ reason: 'SUBJECT', article: '38' });
    const moved = await by.correct(PROVINCE, wrong?.id ?? '', {
      subject: RIGHT,
      subjectName: '大庆示例松江建筑工程有限公司',
      foundOn: '2026-11-02',
    });
    expect(moved.errors).toBeUndefined();
    const { id, ...rest } = moved.data.correctRecord;
    expect(rest).toEqual({ version: 1, recipientsToNotify: 0 });
    expect(id).not.toBe(wrong?.id);
    expect(await one(number)).toBeUndefined();
    expect(await one(number, RIGHT)).toMatchObject({ id, version: 1 });
    const changes = await world.ask(BANK_A, '{ changes(first: 50) { nodes { kind recordId } } }');
    expect(changes.data.changes.nodes).toContainEqual({ kind: 'WITHDRAWN', recordId: wrong?.id });
    const toWrong = (await by.told(COMPANY)).filter(({ record }) => record === wrong?.id);
    expect(toWrong).toMatchObject([{ kind: 'WITHDRAWN', said: { item: 'PENALTY-GENERAL', cause: 'WRONG_SUBJECT' } }]);
    const toRight = (await by.told(RIGHT)).filter(({ record }) => record === id);
    expect(toRight).toMatchObject([{ kind: 'ADDED', said: { item: 'PENALTY-GENERAL', cause: 'WRONG_SUBJECT' } }]);
    // Neither is told whose the record was or is.
    const { secrets } = world.server.platform;
    expect(JSON.stringify(toWrong)).not.toContain(secrets.subjectId(RIGHT.type, RIGHT.value));
    expect(JSON.stringify(toRight)).not.toContain(secrets.subjectId(COMPANY.type, COMPANY.value));

    expect(await by.deliver(PROVINCE, [penalty(number)])).toMatchObject({
      rejected: [{ code: 'FELL', message: expect.stringContaining('another subject') }],
    });
    expect(await by.deliver(CITY, [penalty(number)])).toMatchObject({ accepted: 1, rejected: [] });
    expect(await one(number)).toBeUndefined();
    const about = { ...penalty(number, {}, {}, RIGHT), subjectName: '大庆示例松江建筑工程有限公司' };
    expect(await by.deliver(PROVINCE, [about])).toMatchObject({ unchanged: 1, rejected: [] });
    const again = await by.correct(PROVINCE, wrong?.id ?? '', {
      subject: RIGHT,
      subjectName: '大庆示例松江建筑工程有限公司',
    });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'FELL' });
  });

  it('A38.1 A38.2 what is corrected, moved or told late is late among the deadlines, and what is in time is not', async () => {
    const number = '哈市监罚〔2026〕320号';
    await by.deliver(CITY, [penalty(number)]);
    const id = (await one(number))?.id ?? '';
    // 2026-11-02 is a Monday: three working days end on the fifth.
    expect((await by.correct(CITY, id, { content: { facts: '更正' }, foundOn: '2026-11-02' })).errors).toBeUndefined();
    expect(
      (await by.correct(CITY, id, { content: { facts: '再更正' }, foundOn: '2026-11-19' })).errors,
    ).toBeUndefined();
    const states = async (holder: typeof CITY) =>
      (await world.ask(holder, DEADLINES)).data.deadlines.nodes.filter(
        ({ kind: of }: { kind: string }) => of === 'error.correct',
      );
    expect(await states(CITY)).toContainEqual({
      kind: 'error.correct',
      obligation: 'A38.1',
      status: 'LATE',
      startedOn: '2026-11-02',
      dueOn: '2026-11-05',
    });
    expect(
      (await states(CITY)).filter(({ startedOn }: { startedOn: string }) => startedOn === '2026-11-19'),
    ).toMatchObject([{ status: 'MET' }]);
    expect(await states(PROVINCE)).toContainEqual(expect.objectContaining({ status: 'LATE', startedOn: '2026-11-02' }));
    await world.ask(CITY, 'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }', {
      input: { basisDocument: number, happenedOn: '2026-11-02' },
    });
    const told = (await world.ask(OPERATOR, DEADLINES)).data.deadlines.nodes;
    expect(told).toContainEqual(expect.objectContaining({ kind: 'basis.tell', status: 'LATE' }));
  });
});
