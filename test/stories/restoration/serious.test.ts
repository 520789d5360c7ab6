/** A serious case is restored after the minimum of its display (Article 40): not a day before, and then nobody finds it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { PROVINCE } from '../comeback/delivering.ts';
import { fetchReport, make, verify } from '../report-kit.ts';
import { inWorld, LIST, OF_UNIT, PLEDGE, refusals, SERIOUS, WITHDRAW } from './restoring.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const NAME = '哈尔滨示例冰雪设备有限公司';
const SEEN = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-SERIOUS"], first: 200) { totalCount nodes { id
  ... on AdministrativePenalty { documentNumber } } } } }`;
const CHANGES = '{ changes(first: 200) { nodes { kind recordId version actBy } } }';
const LOOKS = `{ me { disclosures(first: 200) { nodes { recipient { code } caseReference seen records { recordId version } bases { article items } } } } }`;

onDatabaseOfStep('a serious case is restored', (kind) => {
  let world: World;
  let id = '';
  let application = '';
  let report = '';
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    id = await punish(COMPANY, NAME);
  });
  afterAll(() => world.close());
  const { well, punish, apply, decide, conditions, mine, clocks } = inWorld(() => world);
  const seen = async (holder: Parameters<World['ask']>[0]) =>
    (await well(holder, SEEN, { id: COMPANY }, holder === null ? {} : LOAN)).subject.records;

  it('A40.1 before lodging it is said what must be met and from which day', async () => {
    expect(await conditions(COMPANY, { record: id })).toEqual({
      earliest: SERIOUS.firstDay,
      unmetConditions: ['MINIMUM_PERIOD', 'CORRECTED', 'DUTIES_PERFORMED', 'PLEDGE'],
      article: '40',
      minimumMonths: 12,
      displayedUntil: SERIOUS.until,
      excludedBy: null,
      competentUnit: { code: 'HLJ-CREDIT' },
    });
  });

  it('A40.1 on the last day of the minimum it is refused with the day; on the day behind it is accepted and a clock runs', async () => {
    expect((await seen(BANK_A)).nodes).toContainEqual({ id, documentNumber: SERIOUS.number });
    const made = await make(world, BANK_A, { subject: COMPANY }, LOAN);
    expect(made.status).toBe(201);
    report = made.body.id;
    world.setNow(`${SERIOUS.lastDayOfMinimum}T23:59:00+08:00`);
    const early = await apply(COMPANY, { record: id });
    expect(refusals(early)).toEqual(['applyForRestoration BAD_USER_INPUT TOO_EARLY 40']);
    expect(early.errors?.[0]?.message).toContain(SERIOUS.firstDay);
    expect((await mine(COMPANY)).restorations).toEqual([]);
    world.setNow(`${SERIOUS.firstDay}T00:01:00+08:00`);
    const { data, errors } = await apply(COMPANY, { record: id });
    expect(errors).toBeUndefined();
    application = data.applyForRestoration.id;
    expect(data.applyForRestoration).toMatchObject({
      status: 'PENDING',
      recordId: id,
      item: { code: 'PENALTY-SERIOUS' },
      sourceUnit: { code: 'HLJ-AMR' },
      competentUnit: { code: 'HLJ-CREDIT' },
      appliedOn: '2026-11-26',
      // Ten working days from Thursday 2026-11-26: to Thursday 2026-12-10.
      decideBy: '2026-12-10',
      provisional: false,
      unmetConditions: [],
      pledge: PLEDGE,
      decidedOn: null,
      decision: null,
    });
    expect(await clocks(OPERATOR)).toEqual(['HLJ-CREDIT 2026-11-26 2026-12-10 - OPEN']);
    // Until it is decided it is displayed as before.
    expect((await seen(null)).nodes).toContainEqual({ id, documentNumber: SERIOUS.number });
  });

  it('A40.1 A35.1 the operator sees the one row until it decided, each look an entry with the application as its case; nobody else', async () => {
    const { restorations } = await well(OPERATOR, LIST, { status: 'PENDING' });
    expect(restorations.totalCount).toBe(1);
    expect(restorations.nodes[0]).toMatchObject({
      id: application,
      pledge: PLEDGE,
      corrected: true,
      decision: null,
      inQuestion: {
        recordId: id,
        version: 1,
        type: 'AdministrativePenalty',
        content: { documentNumber: SERIOUS.number },
      },
    });
    const { me } = await well(subject(COMPANY), LOOKS);
    expect(
      me.disclosures.nodes.filter(({ caseReference }: { caseReference: string }) => caseReference === application),
    ).toEqual([
      {
        recipient: { code: 'HLJ-CREDIT' },
        caseReference: application,
        seen: 'DESENSITIZED',
        records: [{ recordId: id, version: 1 }],
        bases: [{ article: '40', items: ['PENALTY-SERIOUS'] }],
      },
    ]);
    expect((await well(AUTHORITY, LIST)).restorations.nodes[0]).toMatchObject({ pledge: PLEDGE, inQuestion: null });
    // The unit that provided it reads that there is one, and nothing that the subject said.
    expect((await well(PROVINCE, OF_UNIT)).restorations).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: application,
          status: 'PENDING',
          recordId: id,
          item: { code: 'PENALTY-SERIOUS' },
          decideBy: null,
          pledge: null,
          reasons: null,
          corrected: null,
          unmetConditions: [],
          inQuestion: null,
        },
      ],
    });
    expect((await well({ role: 'provider', unit: 'HLJ-TAX' }, OF_UNIT)).restorations.totalCount).toBe(0);
    expect(refusals(await world.ask(BANK_A, LIST))).toEqual(['restorations FORBIDDEN ROLE 40']);
    expect((await mine(MEI)).restorations).toEqual([]);
  });

  it('A40.1 twice, by others, or for what is not its own: each a sentence', async () => {
    expect(refusals(await apply(COMPANY, { record: id }))).toEqual(['applyForRestoration CONFLICT APPLIED']);
    expect(refusals(await apply(MEI, { record: id }))).toEqual(['applyForRestoration NOT_FOUND NOT_FOUND']);
    expect(refusals(await world.ask(subject(MEI), WITHDRAW, { id: application }))).toEqual([
      'withdrawRestoration NOT_FOUND NOT_FOUND',
    ]);
    expect(refusals(await decide({ id: application }, AUTHORITY))).toEqual(['decideRestoration FORBIDDEN ROLE 40']);
    expect(refusals(await decide({ id: application }, PROVINCE))).toEqual(['decideRestoration FORBIDDEN ROLE 40']);
    expect(refusals(await decide({ id: id }))).toEqual(['decideRestoration NOT_FOUND NOT_FOUND']);
    expect(refusals(await decide({ id: application, reasons: ' ' }))).toEqual([
      'decideRestoration BAD_USER_INPUT REASON 40',
    ]);
    expect(refusals(await decide({ id: application, againFrom: '2027-01-01' }))).toEqual([
      'decideRestoration BAD_USER_INPUT AGAIN_FROM 40',
    ]);
    expect(refusals(await decide({ id: application, granted: false, againFrom: '2026-11-26' }))).toEqual([
      'decideRestoration BAD_USER_INPUT DATE 40',
    ]);
  });

  it('A40.1 A39.4 restored: nobody finds it, its bank is told with a clock, its report is superseded, its subject is told', async () => {
    world.setNow('2026-12-01T10:00:00+08:00');
    const { data, errors } = await decide({ id: application });
    expect(errors).toBeUndefined();
    expect(data.decideRestoration).toMatchObject({
      status: 'GRANTED',
      decidedOn: '2026-12-01',
      late: false,
      againFrom: null,
    });
    for (const holder of [null, BANK_A, BANK_B, OPERATOR])
      expect((await seen(holder)).nodes.filter((one: { id: string }) => one.id === id)).toEqual([]);
    const own = await well(subject(COMPANY), '{ me { records(first: 200) { nodes { id } } } }');
    expect(own.me.records.nodes.some((one: { id: string }) => one.id === id)).toBe(false);
    const told = (await well(BANK_A, CHANGES)).changes.nodes.filter((one: { recordId: string }) => one.recordId === id);
    // Three working days from Tuesday 2026-12-01.
    expect(told).toEqual([{ kind: 'RESTORED', recordId: id, version: 1, actBy: '2026-12-04' }]);
    expect((await well(BANK_B, CHANGES)).changes.nodes.some((one: { recordId: string }) => one.recordId === id)).toBe(
      false,
    );
    expect((await verify(world, report)).body.status).toBe('SUPERSEDED');
    expect((await fetchReport(world, BANK_A, report, 'application/jose', LOAN)).status).toBe(410);
    expect(await clocks(OPERATOR)).toEqual(['HLJ-CREDIT 2026-11-26 2026-12-10 2026-12-01 MET']);
    const { restorations, messages } = await mine(COMPANY);
    expect(restorations[0]).toMatchObject({
      status: 'GRANTED',
      decidedOn: '2026-12-01',
      decidedBy: { code: 'HLJ-CREDIT' },
      reasons: '经核实，已纠正失信行为并履行义务。',
      decision: { on: SERIOUS.occurredOn, document: SERIOUS.number, list: null, listName: null, listNameEn: null },
    });
    const about = messages.nodes.filter((one: { recordId: string }) => one.recordId === id);
    expect(about.map((one: { kind: string }) => one.kind)).toEqual(['RESTORED']);
    expect(about[0].text).toContain('2026-12-01');
    expect((await well(PROVINCE, OF_UNIT)).restorations.nodes[0]).toMatchObject({ status: 'GRANTED', recordId: id });
    // Decided once, and the operator sees the row no more.
    expect(refusals(await decide({ id: application }))).toEqual(['decideRestoration CONFLICT CLOSED']);
    expect((await well(OPERATOR, LIST)).restorations.nodes[0]).toMatchObject({ status: 'GRANTED', inQuestion: null });
  });

  it('A40.1 A36.2 restored, it is applied for no more and does not come back: delivered again it is refused for good', async () => {
    expect(refusals(await apply(COMPANY, { record: id }))).toEqual(['applyForRestoration CONFLICT RESTORED']);
    await expect(punish(COMPANY, NAME)).rejects.toThrow('FELL');
    await expect(punish(COMPANY, NAME, '黑市监罚(2025)示例601号')).rejects.toThrow('FELL');
    expect(
      (await seen(null)).nodes.some((one: { documentNumber: string }) => one.documentNumber === SERIOUS.number),
    ).toBe(false);
  });
});
