/** What was restored is found under no number of its decision and at no unit: corrected behind it, or delivered by two (Articles 38 and 40). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, type Identifier, OPERATOR, onDatabaseOfStep, openWorld, type World } from '../../kit.ts';
import { CITY, PROVINCE, penalty } from '../../stories/comeback/delivering.ts';
import { inWorld, SERIOUS } from '../../stories/restoration/restoring.ts';
import { COMPANY_NEW } from '../../stories/withheld.ts';

const NAME = '黑龙江测试不露面有限公司';
const RIGHT = '黑市监罚〔2025〕示例611号';
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }`;
const SEEN = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 9) { totalCount } } }';
const ARCHIVE = `query ($id: SubjectIdentifierInput!) { archive(subject: $id, reason: "核对") { cause fellOn } }`;

onDatabaseOfStep('what was restored', (kind) => {
  let world: World;
  const { well, punish, apply, decide, mine } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  /** The city delivers a decision as serious as the province's. */
  const fromCity = async (number: string, changes: object = {}, who?: Identifier) => {
    const content = { penaltyKinds: ['吊销许可证件'] };
    const records = [penalty(number, { occurredOn: SERIOUS.occurredOn, ...changes }, content, who)];
    return (await well(CITY, SUBMIT, { input: { item: 'PENALTY-SERIOUS', records } })).submitRecords;
  };

  it('A40.1 A36.2 its unit is refused it under either number, from another it is held, and the archive says by what it fell', async () => {
    const id = await punish(COMPANY_NEW, NAME);
    world.setNow(`${SERIOUS.firstDay}T09:00:00+08:00`);
    const { data } = await apply(COMPANY_NEW, { record: id });
    expect((await decide({ id: data.applyForRestoration.id })).errors).toBeUndefined();
    world.setNow('2026-11-30T09:00:00+08:00');
    const input = { record: id, reason: '文号笔误', basisDocument: RIGHT, content: { documentNumber: RIGHT } };
    await well(PROVINCE, CORRECT, { input });
    for (const number of [SERIOUS.number, RIGHT]) {
      await expect(punish(COMPANY_NEW, NAME, number)).rejects.toThrow('FELL');
      expect(await fromCity(number, { subjectName: NAME }, COMPANY_NEW)).toEqual({ accepted: 1, rejected: [] });
      expect((await well(null, SEEN, { id: COMPANY_NEW })).subject).toBeNull();
    }
    expect((await well(OPERATOR, ARCHIVE, { id: COMPANY_NEW })).archive).toEqual([
      { cause: 'RESTORATION', fellOn: SERIOUS.firstDay },
    ]);
    // A number that was put there by mistake, and taken back, is free for the decision that has it.
    const [other, mistaken] = ['黑市监罚〔2025〕示例613号', '黑市监罚〔2025〕示例614号'];
    for (const number of [mistaken, RIGHT])
      await well(PROVINCE, CORRECT, {
        input: { ...input, basisDocument: number, content: { documentNumber: number } },
      });
    for (const number of [other, mistaken]) await fromCity(number, { subjectName: NAME }, COMPANY_NEW);
    expect((await well(null, SEEN, { id: COMPANY_NEW })).subject.records.totalCount).toBe(2);
    await expect(punish(COMPANY_NEW, NAME, RIGHT)).rejects.toThrow('FELL');
  });

  it('A40.1 a decision that two units delivered is restored as one: nobody finds either, and its subject is told of both', async () => {
    const number = '黑市监罚〔2025〕示例612号';
    const count = async () => (await well(null, SEEN, { id: COMPANY })).subject.records.totalCount;
    const before = await count();
    const id = await punish(COMPANY, '哈尔滨示例冰雪设备有限公司', number);
    await fromCity(number);
    expect(await count()).toBe(before + 2);
    const { data } = await apply(COMPANY, { record: id });
    expect((await decide({ id: data.applyForRestoration.id })).errors).toBeUndefined();
    expect(await count()).toBe(before);
    const { archive } = await well(OPERATOR, ARCHIVE, { id: COMPANY });
    const restored = archive.filter((one: { cause: string }) => one.cause === 'RESTORATION');
    expect(restored).toEqual([1, 2].map(() => ({ cause: 'RESTORATION', fellOn: '2026-11-30' })));
    const told = (await mine(COMPANY)).messages.nodes.filter((one: { kind: string }) => one.kind === 'RESTORED');
    expect(told).toHaveLength(2);
  });
});
