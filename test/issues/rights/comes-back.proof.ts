/** Ways by which what fell came back after all, and a decision that was taken for one that fell (Articles 37 to 40). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, type Holder, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { acts, CITY, PROVINCE, penalty, restored } from '../../stories/comeback/delivering.ts';

const SHOWN = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id
  ... on AdministrativePermit { documentNumber } ... on AdministrativePenalty { documentNumber authority { name } } } } } }`;
const NEW_FACTS = { document: '黑市监复核〔2026〕7号', reason: '复核后作出新的认定' };

onDatabaseOfStep('what fell comes back', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  beforeAll(async () => {
    world = await openWorld(kind);
    by = acts(world);
  });
  afterAll(() => world.close());

  const shown = async (number: string): Promise<Record<string, unknown>[]> => {
    const { data, errors } = await world.ask(null, SHOWN, { id: COMPANY });
    expect(errors).toBeUndefined();
    return data.subject.records.nodes.filter((one: { documentNumber?: string }) => one.documentNumber === number);
  };
  const idOf = async (number: string): Promise<string> => String((await shown(number))[0]?.id ?? '');
  const permit = (number: string, changes: object = {}, content: object = {}) => ({
    subject: COMPANY,
    subjectName: '哈尔滨示例冰雪设备有限公司',
    occurredOn: '2026-11-18',
    basisDocument: number,
    ...changes,
    content: {
      documentNumber: number,
      permitNumber: 'JY12309990000001',
      authorityName: '黑龙江省市场监督管理局',
      ...content,
    },
  });
  const PERMITS = { item: 'PERMIT-GENERAL' };

  it.each([
    ['without its permit number', '黑市监许〔2026〕701号', {}, { permitNumber: null }],
    ['under another permit number', '黑市监许〔2026〕702号', {}, { permitNumber: 'JY12309990000002' }],
    ['without its basis document', '黑市监许〔2026〕703号', { basisDocument: null }, {}],
  ])('A36.2 A38.2 a permit whose basis was revoked does not come back %s', async (_way, number, changes, content) => {
    expect(await by.deliver(PROVINCE, [permit(number)], PERMITS)).toMatchObject({ accepted: 1 });
    await by.revoke(PROVINCE, number);
    expect(await by.deliver(PROVINCE, [permit(number, changes, content)], PERMITS)).toMatchObject({
      rejected: [{ code: 'FELL' }],
    });
    expect(await shown(number)).toEqual([]);
  });

  it('A36.2 A38.2 a document that fell does not come back as the document number of another basis', async () => {
    const number = '哈市监罚〔2026〕711号';
    await by.deliver(CITY, [penalty(number)]);
    await by.revoke(CITY, number);
    expect(await by.deliver(CITY, [penalty(number, { basisDocument: '哈市监罚〔2026〕712号' })])).toMatchObject({
      rejected: [{ code: 'FELL' }],
    });
    expect(await shown(number)).toEqual([]);
  });

  it('A36.2 A38.1 nor does a correction of the document number alone bring it back', async () => {
    const [fallen, other] = ['哈市监罚〔2026〕714号', '哈市监罚〔2026〕715号'];
    await by.deliver(CITY, [penalty(fallen), penalty(other)]);
    await by.revoke(CITY, fallen);
    const corrected = await by.correct(CITY, await idOf(other), { content: { documentNumber: fallen } });
    expect(corrected.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'FELL' });
    expect(await shown(fallen)).toEqual([]);
  });

  it('A40.1 A36.2 new facts do not bring back what was restored at another unit', async () => {
    const number = '哈市监罚〔2026〕721号';
    await by.deliver(CITY, [penalty(number)]);
    await restored(world, 'HRB-AMR', await idOf(number));
    // Held; the unit revokes what it delivered itself, and has a fall of its own that new facts answer.
    await by.deliver(PROVINCE, [penalty(number)]);
    await by.revoke(PROVINCE, number);
    expect(await by.deliver(PROVINCE, [penalty(number)], { newFacts: NEW_FACTS })).toMatchObject({ accepted: 1 });
    expect(await shown(number)).toEqual([]);
    expect((await by.held()).nodes).toMatchObject([{ cause: 'RESTORATION', unit: { code: 'HLJ-AMR' } }]);
    expect((await by.told()).filter(({ kind: one }) => one === 'NEW_FACTS')).toEqual([]);
  });

  it('A36.2 A38.1 a value of a registration that was corrected does not come back with the file of before; a later change is taken', async () => {
    const REGISTRATIONS = { item: 'REG-ENTERPRISE' };
    const registration = (capital: string, occurredOn = '2026-11-17') => ({
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn,
      content: { status: '存续', capital },
    });
    await by.deliver(PROVINCE, [registration('100万元')], REGISTRATIONS);
    const me = await world.ask(
      subject(COMPANY),
      '{ me { records(items: ["REG-ENTERPRISE"], first: 1) { nodes { id } } } }',
    );
    const id = me.data.me.records.nodes[0].id;
    expect((await by.correct(PROVINCE, id, { content: { capital: '1000万元' } })).errors).toBeUndefined();
    for (const more of [{}, { newFacts: NEW_FACTS }])
      expect(await by.deliver(PROVINCE, [registration('100万元')], { ...REGISTRATIONS, ...more })).toMatchObject({
        corrected: 0,
        rejected: [{ code: 'FELL', message: expect.stringContaining('correctRecord') }],
      });
    expect(await by.deliver(PROVINCE, [registration('1000万元')], REGISTRATIONS)).toMatchObject({ unchanged: 1 });
    // The company changed later to what was wrong then.
    expect(await by.deliver(PROVINCE, [registration('100万元', '2026-11-19')], REGISTRATIONS)).toMatchObject({
      corrected: 1,
      rejected: [],
    });
  });

  it('A36.2 A38.1 a list of kinds that was corrected does not come back in another order', async () => {
    const number = '哈市监罚〔2026〕731号';
    await by.deliver(CITY, [penalty(number, {}, { penaltyKinds: ['罚款', '吊销许可证件'] })]);
    await by.correct(CITY, await idOf(number), { content: { penaltyKinds: ['罚款'] } });
    const again = await by.deliver(CITY, [penalty(number, {}, { penaltyKinds: ['吊销许可证件', '罚款'] })]);
    expect(again).toMatchObject({ corrected: 0, rejected: [{ code: 'FELL' }] });
  });

  it('A36.2 A38.1 a wrong authority that was corrected does not come back where the number names none', async () => {
    const number = '〔2026〕741号';
    const wrong = penalty(number, {}, { authorityName: '齐齐哈尔市市场监督管理局' });
    await by.deliver(PROVINCE, [wrong]);
    const id = await idOf(number);
    const right = { authorityName: '哈尔滨市市场监督管理局' };
    expect((await by.correct(PROVINCE, id, { content: right })).errors).toBeUndefined();
    expect((await by.correct(PROVINCE, id, { content: { facts: '更正' } })).errors).toBeUndefined();
    expect(await by.deliver(PROVINCE, [wrong])).toMatchObject({ corrected: 0, rejected: [{ code: 'FELL' }] });
    expect(await by.deliver(PROVINCE, [penalty(number, {}, { ...right, facts: '更正' })])).toMatchObject({
      rejected: [],
    });
    expect(await shown(number)).toMatchObject([{ authority: { name: right.authorityName } }]);
  });

  it('A36.2 A38.1 what new facts bring back is one record, in a file that says it twice', async () => {
    const number = '哈市监罚〔2026〕751号';
    await by.deliver(CITY, [penalty(number)]);
    await by.revoke(CITY, number);
    const twice = [penalty(number), penalty(number.replace('〔2026〕', '[2026]'))];
    await by.deliver(CITY, twice, { newFacts: NEW_FACTS });
    expect(
      await by.own().then((all) => all.filter(({ documentNumber }) => documentNumber.includes('751'))),
    ).toHaveLength(1);
  });

  it('A27.1 A36.2 a decision of another authority whose number names none is no decision that fell', async () => {
    const two: readonly (readonly [Holder, string, string])[] = [
      [PROVINCE, '罚字〔2026〕第761号', '罚字〔2026〕第761号'],
      [
        PROVINCE,
        '哈尔滨市市场监督管理局行政处罚决定书罚字〔2026〕762号',
        '齐齐哈尔市市场监督管理局行政处罚决定书罚字〔2026〕762号',
      ],
    ];
    for (const [unit, fell, other] of two) {
      expect(await by.deliver(unit, [penalty(fell)])).toMatchObject({ accepted: 1 });
      await by.revoke(unit, fell);
      const different = penalty(other, {}, { authorityName: '齐齐哈尔市市场监督管理局', facts: '其他事实' });
      expect(await by.deliver(unit, [different])).toMatchObject({ accepted: 1, rejected: [] });
    }
  });
});
