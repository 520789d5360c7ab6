/** Who was taken off a list, or whose period there ended, is not on it again by the same document (Articles 28, 37 and 38). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import {
  AUTHORITY,
  type Holder,
  type Identifier,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  type World,
} from '../../kit.ts';
import { COURT, DECISION, DESIGNATE, LABOUR, ORGAN, SECOND, STRANGER } from '../listing.ts';
import { acts } from './delivering.ts';

const TAX: Holder = { role: 'department', unit: 'HLJ-TAX' };
const PUBLISH = 'mutation ($input: StandardInput!) { publishStandard(input: $input) { code } }';
const REMOVE = 'mutation ($id: ID!, $reason: String!) { removeDesignation(id: $id, reason: $reason) { id } }';
const ENTER = `mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted unchanged rejected { row code message } } }`;
const LISTED =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { id list { code } designatingUnit { code } } } }';

onDatabaseOfStep('lists', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  beforeAll(async () => {
    world = await openWorld(kind);
    by = acts(world);
    const published = await world.ask(AUTHORITY, PUBLISH, {
      input: {
        list: 'WAGE',
        edition: '2026-2',
        citation: '示例认定标准',
        grounds: [DECISION.ground],
        designatingUnits: ['HLJ-HRSS', 'HLJ-TAX'],
        maximumMonths: 36,
        effectiveFrom: '2026-11-20',
        publication: { reference: '示例公告〔2026〕2号', publishedOn: '2026-11-20' },
      },
    });
    expect(published.errors).toBeUndefined();
  });
  afterAll(() => world.close());

  const designate = async (holder: Holder, subject: Identifier, change: object = {}) => {
    const { data, errors } = await world.ask(holder, DESIGNATE, { input: { ...DECISION, subject, ...change } });
    return errors?.[0]?.extensions.reason ?? data.designate.id;
  };
  const listed = async (id: Identifier, list: string): Promise<readonly { id: string }[]> =>
    ((await world.ask(null, LISTED, { id })).data.subject?.designations ?? []).filter(
      (one: { list: { code: string } }) => one.list.code === list,
    );

  it('A28.1 A38.1 taken off, it is refused to its unit in another spelling too, held from another, and shown where the operator decides so', async () => {
    const id = await designate(LABOUR, STRANGER);
    expect(await listed(STRANGER, 'WAGE')).toHaveLength(1);
    expect((await world.ask(LABOUR, REMOVE, { id, reason: '认定有误' })).errors).toBeUndefined();
    expect(await designate(LABOUR, STRANGER)).toBe('FELL');
    expect(await designate(LABOUR, STRANGER, { basisDocument: '黑劳监处（２０２６）示例第0901號行政处理决定书' })).toBe(
      'FELL',
    );
    expect(await listed(STRANGER, 'WAGE')).toEqual([]);
    // A new decision is one.
    expect(await designate(LABOUR, STRANGER, { basisDocument: '黑劳监处〔2026〕示例902号行政处理决定书' })).toMatch(
      /^p_/,
    );
    const other = await designate(TAX, STRANGER);
    expect(other).toMatch(/^p_/);
    expect(await designate(TAX, STRANGER)).toBe('LISTED_ALREADY');
    expect(await listed(STRANGER, 'WAGE')).toHaveLength(1);
    const { nodes } = await by.held();
    expect(nodes).toMatchObject([{ cause: 'REMOVAL', unit: { code: 'HLJ-TAX' }, item: { code: 'LIST-WAGE' } }]);
    expect(nodes[0].content).toMatchObject({ list: 'WAGE', ground: DECISION.ground });
    expect((await by.decide(nodes[0].id, true)).data.decideHeldRecord).toEqual({ id: nodes[0].id, displayed: true });
    expect(await listed(STRANGER, 'WAGE')).toHaveLength(2);
    expect((await by.told(STRANGER)).filter(({ record }) => record === nodes[0].id)).toMatchObject([
      { kind: 'DESIGNATED' },
    ]);
  });

  const entry = (number: string, change: object = {}) => ({
    subject: SECOND,
    subjectName: '示例某',
    decisionNumber: number,
    basisDocument: number,
    reasons: '有履行能力而拒不履行生效法律文书确定义务',
    enteredOn: '2026-11-19',
    months: 12,
    ...change,
  });
  const enter = async (...entries: readonly object[]) =>
    (await world.ask(COURT, ENTER, { input: { entries } })).data.submitDefaulters;

  it('A28.2 A38.1 a defaulter who was taken off is refused by row, and what is new is entered; another name takes the place of the one before', async () => {
    const [one, other] = ['（2026）黑01执1701号', '（2026）黑01执1702号'];
    expect(await enter(entry(one))).toMatchObject({ accepted: 1 });
    // Renamed, nothing fell.
    expect(await enter(entry(one, { subjectName: '示例莫' }))).toMatchObject({ accepted: 1, rejected: [] });
    expect(await enter(entry(one, { subjectName: '示例莫' }))).toMatchObject({ unchanged: 1, rejected: [] });
    const [held] = await listed(SECOND, 'DEFAULTER');
    await by.revoke(COURT, one);
    expect(held).toBeDefined();
    const again = await enter(entry(other), entry('(2026)黑01执第01701号', { subjectName: '示例莫' }));
    expect(again).toMatchObject({ accepted: 1, unchanged: 0, rejected: [{ row: 2, code: 'FELL' }] });
    expect(again.rejected[0].message).toContain('2026-11-20');
    expect(await listed(SECOND, 'DEFAULTER')).toHaveLength(1);
  });

  it('A37.2 whose period ended is not entered again by the same document', async () => {
    const number = '（2025）黑01执1801号';
    expect(await enter(entry(number, { enteredOn: '2025-11-20', months: 12 }))).toMatchObject({ accepted: 1 });
    world.setNow('2026-11-21T02:00:00Z');
    await runDue(world.server.requestAs, world.server.platform.now);
    const again = await enter(entry(number, { enteredOn: '2025-12-20', months: 12 }));
    expect(again).toMatchObject({
      accepted: 0,
      rejected: [{ row: 1, code: 'FELL', message: expect.stringContaining('Article 37') }],
    });
    world.setNow('2026-11-20T02:00:00Z');
  });

  it('A32.1 an organ whose designation is held is told to nobody', async () => {
    const organ = { kind: 'STATE_ORGAN', superior: 'HLJ-CREDIT', audit: 'HLJ-BIZENV' };
    const id = await designate(LABOUR, ORGAN, { organ });
    const notices = async () =>
      (await world.ask(AUTHORITY, '{ organNotices { designation } }')).data?.organNotices?.length;
    const told = await notices();
    expect((await world.ask(LABOUR, REMOVE, { id, reason: '认定有误' })).errors).toBeUndefined();
    await designate(TAX, ORGAN, { organ });
    expect(await notices()).toBe(told);
    expect((await world.ask(OPERATOR, '{ heldRecords(first: 5) { totalCount } }')).data.heldRecords.totalCount).toBe(1);
  });
});
