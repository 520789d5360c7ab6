/** What speaks for a subject is not displayed when it asks (Article 37 §1): from that moment it is found by nobody else, in no form, until it is shown again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  NO_JOBS,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { LABOUR } from '../listing.ts';
import { MATTER_CHECK, refusals } from '../operations.ts';
import { fetchReport, make, verify } from '../report-kit.ts';
import { COMPANY_NEW, LOAN, PERSON_NEW, penalty, submit } from '../withheld.ts';
import {
  AGENCY,
  AWARD,
  deliverCommendation,
  done,
  FINANCE,
  feed,
  HIDE,
  HRSS,
  itemsSeen,
  MONITORING,
  ownRecord,
  SERVICE,
  SHOW,
  said,
  WATCH,
} from './hiding.ts';

const own = subject(COMPANY_NEW);
const HONOUR = 'COMMENDATION-GOV';
const REWARD = 'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id } }';
const reward = (about: Identifier, name: string): object => ({
  subject: about,
  subjectName: name,
  list: 'MODEL',
  decisionNumber: '黑诚信〔2026〕88号',
  basisDocument: '黑诚信〔2026〕88号',
});

onDatabaseOfStep('information on trustworthiness', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
    await submit(world, 'PENALTY-GENERAL', penalty(COMPANY_NEW, 81));
    await done(world, BANK_A, WATCH, { id: COMPANY_NEW }, MONITORING);
    await deliverCommendation(world, 1);
  });
  afterAll(() => world.close());

  const hide = (id: string, by = own) => done(world, by, HIDE, { id });
  const messages = async () =>
    (await done(world, own, '{ me { messages(first: 50) { nodes { kind } } } }')).me.messages.nodes as {
      kind: string;
    }[];
  const findings = async (reference: string) => {
    const { data, errors } = await world.ask(
      FINANCE,
      MATTER_CHECK,
      { id: COMPANY_NEW, matter: 'AWARD' },
      { ...AWARD, case: reference },
    );
    expect(errors).toBeUndefined();
    return data.matterCheck as { findings: { item: { code: string } }[]; incentives: { code: string }[] };
  };

  it('A37.1 A39.4 A36.3 hidden it is gone for everybody else, whoever was shown it is told so once, and its subject has it before it still', async () => {
    const { id } = await ownRecord(world, COMPANY_NEW, HONOUR);
    for (const [holder, headers] of [[null], [BANK_A, LOAN], [FINANCE, AWARD], [HRSS]] as const)
      expect((await itemsSeen(world, holder, COMPANY_NEW, headers))?.items).toContain(HONOUR);
    expect(await feed(world, BANK_A, MONITORING)).toEqual([`ADDED ${HONOUR}`]);
    const report = await make(world, BANK_A, { subject: COMPANY_NEW }, LOAN);
    const elsewhere = await make(world, BANK_A, { subject: COMPANY }, LOAN);
    const told = (await messages()).length;

    world.setNow('2026-11-20T10:05:00+08:00');
    expect((await hide(id)).hideTrustworthyRecord).toEqual({ id, displayed: false });
    // Asked again, it changes nothing.
    expect((await hide(id)).hideTrustworthyRecord).toEqual({ id, displayed: false });

    for (const [holder, headers] of [[null], [BANK_A, LOAN], [FINANCE, AWARD], [HRSS]] as const)
      expect(await itemsSeen(world, holder, COMPANY_NEW, headers)).toEqual({ count: 1, items: ['PENALTY-GENERAL'] });
    const batch = await done(
      world,
      BANK_A,
      'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { records(first: 9) { totalCount } } }',
      { ids: [COMPANY_NEW] },
      LOAN,
    );
    expect(batch.subjects).toEqual([{ records: { totalCount: 1 } }]);
    // It was told of it as new: that is taken back, and that it is withdrawn is told once, without content.
    expect(await feed(world, BANK_A, MONITORING)).toEqual([`WITHDRAWN ${HONOUR}`]);
    expect(await feed(world, FINANCE)).toEqual([`WITHDRAWN ${HONOUR}`]);
    expect([
      (await verify(world, report.body.id)).body.status,
      (await verify(world, elsewhere.body.id)).body.status,
    ]).toEqual(['SUPERSEDED', 'CURRENT']);
    expect((await fetchReport(world, BANK_A, report.body.id, 'application/jose', LOAN)).status).not.toBe(200);
    expect(JSON.stringify((await make(world, BANK_A, { subject: COMPANY_NEW }, LOAN)).body)).not.toContain('先进单位');
    // The subject did it itself, and reads it on, with when it was hidden.
    expect((await messages()).length).toBe(told);
    expect(await ownRecord(world, COMPANY_NEW, HONOUR)).toMatchObject({
      id,
      displayed: false,
      history: [{ change: 'ADDED' }, { change: 'HIDDEN', changedAt: '2026-11-20T02:05:00.000Z' }],
    });
    // That it is not displayed is for its subject alone to read.
    const asked = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 1) { nodes { displayed } } } }',
      { id: COMPANY_NEW },
    );
    expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', article: '24' });
  });

  it('A37.1 A38.1 corrected or delivered again it stays hidden, tells nobody, and may be objected to', async () => {
    const { id } = await ownRecord(world, COMPANY_NEW, HONOUR);
    const before = await feed(world, BANK_A, MONITORING);
    await deliverCommendation(world, 1, {
      content: { title: '先进集体', awardedBy: '示例机关', documentNumber: '黑示例〔2026〕881号' },
    });
    await done(world, HRSS, 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }', {
      input: { record: id, reason: '有误', content: { title: '先进班组' } },
    });
    await done(world, own, 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { status } }', {
      input: { about: 'RECORD', record: id, reasons: '名称有误。', lodgedWith: 'HLJ-HRSS' },
    });
    expect(await ownRecord(world, COMPANY_NEW, HONOUR)).toMatchObject({ version: 3, displayed: false });
    expect((await itemsSeen(world, null, COMPANY_NEW))?.items).toEqual(['PENALTY-GENERAL']);
    expect(await feed(world, BANK_A, MONITORING)).toEqual(before);
  });

  it('A37.1 A06.1 shown again it is displayed as it is now and new to who watches; hidden once more, it is told once more to who was shown it since', async () => {
    const { id } = await ownRecord(world, COMPANY_NEW, HONOUR);
    world.setNow('2026-11-20T11:00:00+08:00');
    for (const _twice of [1, 2])
      expect((await done(world, own, SHOW, { id })).showTrustworthyRecord).toEqual({ id, displayed: true });
    expect(await ownRecord(world, COMPANY_NEW, HONOUR)).toMatchObject({ displayed: true });
    expect((await ownRecord(world, COMPANY_NEW, HONOUR)).history.map(({ change }) => change)).toEqual([
      'ADDED',
      'HIDDEN',
      'CORRECTED',
      'CORRECTED',
      'DISPLAYED',
    ]);
    expect((await itemsSeen(world, null, COMPANY_NEW))?.items).toContain(HONOUR);
    expect(await feed(world, BANK_A, MONITORING)).toEqual([`WITHDRAWN ${HONOUR}`, `ADDED ${HONOUR}`]);
    // The department does not watch, and was told to forget it: it is told nothing, now or then.
    expect(await feed(world, FINANCE)).toEqual([`WITHDRAWN ${HONOUR}`]);
    world.setNow('2026-11-20T11:10:00+08:00');
    await hide(id);
    expect(await feed(world, BANK_A, MONITORING)).toEqual([`WITHDRAWN ${HONOUR}`, `WITHDRAWN ${HONOUR}`]);
    expect(await feed(world, FINANCE)).toEqual([`WITHDRAWN ${HONOUR}`]);
    expect((await itemsSeen(world, null, COMPANY_NEW))?.items).toEqual(['PENALTY-GENERAL']);
  });

  it('A37.1 A43.1 a place on a list of incentives is hidden as well, also to the desk that asks about a matter', async () => {
    const { designateIncentive } = await done(world, LABOUR, REWARD, {
      input: reward(COMPANY_NEW, '黑龙江测试不露面有限公司'),
    });
    expect(await feed(world, BANK_A, MONITORING)).toContain('DESIGNATED INCENTIVE-MODEL');
    expect((await findings('甲')).incentives.length).toBeGreaterThan(0);
    const told = (await messages()).length;
    const { id } = designateIncentive;
    expect((await hide(id)).hideTrustworthyRecord.displayed).toBe(false);
    expect((await itemsSeen(world, null, COMPANY_NEW))?.items).toEqual(['PENALTY-GENERAL']);
    expect((await findings('乙')).incentives).toEqual([]);
    expect(await feed(world, BANK_A, MONITORING)).not.toContain('DESIGNATED INCENTIVE-MODEL');
    const mine = await done(world, own, '{ me { incentives { id displayed } } }');
    expect(mine.me.incentives).toEqual([{ id, displayed: false }]);
    expect((await done(world, own, SHOW, { id })).showTrustworthyRecord.displayed).toBe(true);
    expect((await findings('丙')).incentives.length).toBeGreaterThan(0);
    expect(await feed(world, BANK_A, MONITORING)).toContain('DESIGNATED INCENTIVE-MODEL');
    expect((await messages()).length).toBe(told);
  });

  it('A37.1 A24.3 what a party sees by agreement is hidden from it too', async () => {
    const charity = said(COMPANY_NEW, 3, { title: '捐赠图书' });
    await submit(world, 'CHARITY', charity, { role: 'provider', unit: 'HLJ-CIVIL' });
    expect((await itemsSeen(world, AGENCY, COMPANY_NEW, SERVICE))?.items).toContain('CHARITY');
    const { id } = await ownRecord(world, COMPANY_NEW, 'CHARITY');
    await hide(id);
    expect((await itemsSeen(world, AGENCY, COMPANY_NEW, SERVICE))?.items).not.toContain('CHARITY');
    expect(await feed(world, AGENCY)).toEqual(['WITHDRAWN CHARITY']);
  });

  it('A37.1 A23.5 what speaks against a subject or neither way is refused with Article 37, what is another’s is not there', async () => {
    const inspection = said(COMPANY_NEW, 4, {
      documentNumber: '黑市监查〔2026〕884号',
      actKind: '检查',
      content: '正常',
    });
    await submit(world, 'INSPECTION', inspection);
    const against = await ownRecord(world, COMPANY_NEW, 'PENALTY-GENERAL');
    const neither = await ownRecord(world, COMPANY_NEW, 'INSPECTION');
    for (const query of [HIDE, SHOW])
      for (const [id, reason] of [
        [against.id, 'UNTRUSTWORTHY'],
        [neither.id, 'NEUTRAL'],
      ])
        expect((await world.ask(own, query, { id })).errors?.[0]?.extensions).toMatchObject({
          code: 'BAD_USER_INPUT',
          reason,
          article: '37',
        });
    const { id } = await ownRecord(world, COMPANY_NEW, HONOUR);
    const absent = '00000000-0000-4000-8000-000000000000';
    const asked = async (by: ReturnType<typeof subject>, record: string) =>
      refusals(await world.ask(by, SHOW, { id: record }));
    expect(await asked(subject(COMPANY), id)).toEqual(await asked(subject(COMPANY), absent));
    expect(await asked(subject(COMPANY), id)).toEqual(['showTrustworthyRecord NOT_FOUND NOT_FOUND ']);
    expect((await ownRecord(world, COMPANY_NEW, HONOUR)).displayed).toBe(false);
  });

  it('A37.1 A37.2 hidden when its display ends, it goes to the archive and is not shown again', async () => {
    await done(world, LABOUR, REWARD, { input: { ...reward(PERSON_NEW, '钱测试'), months: 1 } });
    const { me } = await done(world, subject(PERSON_NEW), '{ me { incentives { id until } } }');
    const [{ id, until }] = me.incentives;
    expect(until).toBe('2026-12-20');
    await hide(id, subject(PERSON_NEW));
    expect(await itemsSeen(world, null, PERSON_NEW)).toBeNull();
    world.setNow('2026-12-21T09:00:00+08:00');
    const refused = async () => (await world.ask(subject(PERSON_NEW), SHOW, { id })).errors?.[0];
    // Before the daily run and after it.
    for (const _run of [1, 2]) {
      expect((await refused())?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'ENDED' });
      expect((await refused())?.message).toContain('Article 37');
      await runDue(world.server.requestAs, world.server.platform.now);
    }
    expect(await itemsSeen(world, null, PERSON_NEW)).toBeNull();
  });
});
