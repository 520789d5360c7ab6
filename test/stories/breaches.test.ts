/** Statutory periods by unit, obligation and state, and the report on them for the authority (Articles 38, 39 and 51). */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meetClocks, pauseClocks, resumeClocks, startClocks } from '../../subgraphs/clocks/clocks.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { refusals } from './operations.ts';

const DEADLINES = `query ($unit: String, $obligation: String, $status: DeadlineStatus, $after: String) {
  deadlines(unit: $unit, obligation: $obligation, status: $status, after: $after, first: 2) { totalCount pageInfo { hasNextPage endCursor }
    nodes { reference dueOn status lateByWorkingDays pauses { cause document from until } } } }`;
const REPORT = `query ($from: String!, $until: String!, $unit: String, $limit: Int! = 200, $offset: Int! = 0) {
  breachReport(from: $from, until: $until, unit: $unit) { from until totalCount csv
    rows(limit: $limit, offset: $offset) { unit { code } month obligation due met late overdue open medianDaysLate maximumDaysLate } } }`;
const MONTHS = { from: '2026-10', until: '2026-11' };

onDatabaseOfStep('statutory periods of units', (kind) => {
  let world: World;
  const started = { obligation: 'A39.2', kind: 'objection.decide', unit: 'HLJ-AMR', subjectId: null } as const;
  /** As the platform writes them, on the day of the world. */
  const writing = async (work: (em: Em, years: Years, today: string) => Promise<unknown>): Promise<void> => {
    const request = world.server.requestAs({ role: 'OPERATOR' });
    try {
      const { calendar } = (await request.snapshot()).directory;
      await request.write('control', (em) => work(em, calendar, request.today));
    } finally {
      await request.abandon();
    }
  };
  type Em = Parameters<typeof startClocks>[0];
  type Years = Parameters<typeof startClocks>[1];

  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    // Monday 12 October, the first after the holiday. Three working days end on Thursday 15.
    world.setNow('2026-10-12T10:00:00+08:00');
    await writing((em, years, today) =>
      startClocks(em, years, today, [
        ...['in time', 'late', 'never', 'paused', 'paused and resumed'].map((reference) => ({
          ...started,
          reference,
          startedOn: today,
        })),
        {
          ...started,
          obligation: 'A38.1',
          kind: 'error.correct',
          reference: 'corrected',
          startedOn: today,
          metOn: '2026-10-15',
        },
      ]),
    );
    world.setNow('2026-10-13T10:00:00+08:00');
    for (const reference of ['paused', 'paused and resumed'])
      await writing((em, years, today) =>
        pauseClocks(em, years, today, { kind: started.kind, reference }, { from: today, reason: 'TESTING' }),
      );
    world.setNow('2026-10-14T10:00:00+08:00');
    await writing((em, years, today) =>
      resumeClocks(em, years, today, { kind: started.kind, reference: 'paused and resumed' }, today),
    );
    await writing((em) => meetClocks(em, started.kind, 'in time', '2026-10-14'));
    await writing((em) => meetClocks(em, started.kind, 'late', '2026-10-19'));
    await writing((em) => meetClocks(em, started.kind, 'paused and resumed', '2026-10-16'));
    await writing((em, years) =>
      startClocks(em, years, '2026-11-16', [
        {
          ...started,
          obligation: 'A39.4',
          kind: 'correction.act',
          unit: 'BANK-A',
          reference: 'told',
          startedOn: '2026-11-16',
        },
      ]),
    );
    // The documents, as the unit that paused gives them.
    const unit = world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    await unit.snapshot();
    await unit.write('rights', (em) =>
      sql`insert into rights.pause (id, clock_id, unit, cause, document, from_on, until_on)
        select gen_random_uuid(), k.id, k.unit, 'TESTING', '哈检〔2026〕7号', '2026-10-13', case k.reference when 'paused' then null else date '2026-10-14' end
        from control.clock k where k.reference in ('paused', 'paused and resumed')`.execute(em.getKysely()),
    );
    await unit.abandon();
    world.setNow('2026-11-20T10:00:00+08:00');
    await runDue(world.server.requestAs, world.server.platform.now);
  });
  afterAll(() => world.close());

  const page = async (holder: Holder, variables: object = {}) => {
    const nodes: { reference: string; status: string }[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data, errors } = await world.ask(holder, DEADLINES, { ...variables, after });
      expect(errors).toBeUndefined();
      nodes.push(...data.deadlines.nodes);
      ({ endCursor: after, hasNextPage: more } = data.deadlines.pageInfo);
      if (!more) expect(nodes).toHaveLength(data.deadlines.totalCount);
    }
    return nodes;
  };
  const references = async (holder: Holder, variables?: object) =>
    (await page(holder, variables)).map(({ reference }) => reference).sort();

  it('A39.2 A38.1 by unit, obligation and state, page by page; each state is told by its own filter', async () => {
    const amr = ['corrected', 'in time', 'late', 'never', 'paused', 'paused and resumed'];
    expect(await references(OPERATOR)).toEqual([...amr, 'told'].sort());
    expect(await references(AUTHORITY, { unit: 'HLJ-AMR' })).toEqual(amr);
    expect(await references(AUTHORITY, { unit: 'HLJ-AMR', obligation: 'A38.1' })).toEqual(['corrected']);
    expect(await references(OPERATOR, { obligation: 'A39.4' })).toEqual(['told']);
    expect(await references(OPERATOR, { obligation: 'A39.2', status: 'LATE' })).toEqual(['late']);
    const all = await page(OPERATOR);
    for (const status of ['OPEN', 'MET', 'LATE', 'OVERDUE'])
      expect([status, await references(OPERATOR, { status })]).toEqual([
        status,
        all
          .filter((one) => one.status === status)
          .map(({ reference }) => reference)
          .sort(),
      ]);
    // A unit that is registered and has none.
    expect(await references(OPERATOR, { unit: 'BANK-B' })).toEqual([]);
  });

  it('A39.2 pauses with their document, and by how many working days it is late', async () => {
    const told = new Map((await page(OPERATOR)).map(({ reference, ...rest }) => [reference, rest]));
    const testing = { cause: 'TESTING', document: '哈检〔2026〕7号', from: '2026-10-13' };
    // Friday 16 and Monday 19 October.
    expect(told.get('late')).toEqual({ dueOn: '2026-10-15', status: 'LATE', lateByWorkingDays: 2, pauses: [] });
    // Friday 16 October, then five whole weeks up to Friday 20 November: 1 + 25.
    expect(told.get('never')).toMatchObject({ status: 'OVERDUE', lateByWorkingDays: 26 });
    expect(told.get('in time')).toMatchObject({ status: 'MET', lateByWorkingDays: null });
    // Nothing but the day of receipt went by: 23, 24 and 25 November would be the three.
    expect(told.get('paused')).toEqual({
      dueOn: '2026-11-25',
      status: 'OPEN',
      lateByWorkingDays: null,
      pauses: [{ ...testing, until: null }],
    });
    // 14, 15 and 16 October.
    expect(told.get('paused and resumed')).toEqual({
      dueOn: '2026-10-16',
      status: 'MET',
      lateByWorkingDays: null,
      pauses: [{ ...testing, until: '2026-10-14' }],
    });
    const own = await page(MARKET_REGULATION);
    expect(own.find(({ reference }) => reference === 'paused')).toMatchObject({
      pauses: [{ ...testing, until: null }],
    });
    // A party's periods have none, and it reads no row of them.
    expect(await page(BANK_A)).toEqual([
      { reference: 'told', dueOn: '2026-11-19', status: 'OVERDUE', lateByWorkingDays: 1, pauses: [] },
    ]);
  });

  it('A38.1 a unit is told its own alone; another unit’s and what nobody knows are refused with a sentence', async () => {
    expect(await references(BANK_A, { unit: 'BANK-A' })).toEqual(['told']);
    const another = await world.ask(BANK_A, DEADLINES, { unit: 'HLJ-AMR' });
    expect(refusals(another)).toEqual(['deadlines FORBIDDEN ROLE 38']);
    expect(another.errors?.[0]?.message).toBe('A unit is told its own statutory periods alone (Article 38).');
    // Whether there is such a unit is no other answer.
    expect(refusals(await world.ask(BANK_A, DEADLINES, { unit: 'NOWHERE' }))).toEqual(refusals(another));
    expect(refusals(await world.ask(OPERATOR, DEADLINES, { unit: 'NOWHERE' }))).toEqual([
      'deadlines BAD_USER_INPUT UNIT_UNKNOWN 38',
    ]);
    for (const holder of [OPERATOR, BANK_A])
      expect(refusals(await world.ask(holder, DEADLINES, { obligation: 'A99.9' }))).toEqual([
        'deadlines BAD_USER_INPUT OBLIGATION 38',
      ]);
  });

  it('A39.2 A39.4 the report counts each unit, month and obligation exactly, for the authority and the operator', async () => {
    const none = { medianDaysLate: null, maximumDaysLate: null };
    const row = (unit: string, month: string, obligation: string, counts: readonly number[], days: object = none) => {
      const [due, met, late, overdue, open] = counts;
      return { unit: { code: unit }, month, obligation, due, met, late, overdue, open, ...days };
    };
    const rows = [
      row('HLJ-AMR', '2026-10', 'A38.1', [1, 1, 0, 0, 0]),
      // 16 to 19 October are 4 days; 16 October to 20 November 16 and 20. The middle of two is 20.
      row('HLJ-AMR', '2026-10', 'A39.2', [4, 2, 1, 1, 0], { medianDaysLate: 20, maximumDaysLate: 36 }),
      row('BANK-A', '2026-11', 'A39.4', [1, 0, 0, 1, 0], { medianDaysLate: 1, maximumDaysLate: 1 }),
      row('HLJ-AMR', '2026-11', 'A39.2', [1, 0, 0, 0, 1]),
    ];
    const csv = [
      '\ufeffunit,month,obligation,due,met,late,overdue,open,medianDaysLate,maximumDaysLate',
      'HLJ-AMR,2026-10,A38.1,1,1,0,0,0,,',
      'HLJ-AMR,2026-10,A39.2,4,2,1,1,0,20,36',
      'BANK-A,2026-11,A39.4,1,0,0,1,0,1,1',
      'HLJ-AMR,2026-11,A39.2,1,0,0,0,1,,',
      '',
    ].join('\r\n');
    for (const holder of [AUTHORITY, OPERATOR]) {
      const { data, errors } = await world.ask(holder, REPORT, MONTHS);
      expect(errors).toBeUndefined();
      expect(data.breachReport).toEqual({ ...MONTHS, totalCount: 4, rows, csv });
    }
    const report = async (variables: object) =>
      (await world.ask(AUTHORITY, REPORT, { ...MONTHS, ...variables })).data.breachReport;
    expect((await report({ unit: 'BANK-A' })).rows).toEqual([rows[2]]);
    expect((await report({ until: '2026-10' })).rows).toEqual(rows.slice(0, 2));
    expect((await report({ limit: 2, offset: 1 })).rows).toEqual(rows.slice(1, 3));
    // The numbers of operation say the same, without units.
    const { data } = await world.ask(
      AUTHORITY,
      'query ($from: String!, $until: String!) { operationFigures(from: $from, until: $until) { periods { kind month met breached } } }',
      MONTHS,
    );
    expect(data.operationFigures.periods).toEqual([
      { kind: 'error.correct', month: '2026-10', met: 1, breached: 0 },
      { kind: 'objection.decide', month: '2026-10', met: 2, breached: 2 },
      { kind: 'correction.act', month: '2026-11', met: 0, breached: 1 },
    ]);
  });

  it('A39.2 the report is refused to everybody else, and for months and units that cannot be meant', async () => {
    for (const holder of [null, subject(MEI), BANK_A, MARKET_REGULATION, ANALYST])
      expect(refusals(await world.ask(holder, REPORT, MONTHS))).toEqual([
        expect.stringMatching(/^breachReport FORBIDDEN (ROLE|IDENTITY_REQUIRED) 51$/),
      ]);
    for (const [variables, reason] of [
      [{ from: '2026-13' }, 'MONTH'],
      [{ from: '2026-12', until: '2026-12' }, 'MONTH'],
      [{ from: '2026-11', until: '2026-10' }, 'MONTH'],
      [{ unit: 'NOWHERE' }, 'UNIT_UNKNOWN'],
      [{ limit: 0 }, 'PAGE_SIZE'],
      [{ offset: -1 }, 'PAGE_SIZE'],
    ] as const) {
      const { errors } = await world.ask(AUTHORITY, REPORT, { ...MONTHS, ...variables });
      expect([variables, errors?.map(({ extensions }) => `${extensions.code} ${extensions.reason}`)]).toEqual([
        variables,
        [`BAD_USER_INPUT ${reason}`],
      ]);
    }
  });
});
