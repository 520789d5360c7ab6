/**
 * Numbers of operation: what moves them, and that nothing of a subject does. In a world of its own, because every request that is refused is counted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  COMPANY,
  HIDDEN,
  type Holder,
  MARKET_REGULATION,
  MEI,
  NOT_HELD,
  OPERATOR,
  openWorld,
  soonest,
  type World,
} from '../kit.ts';

const FIGURES = `query ($from: String!, $until: String!) { operationFigures(from: $from, until: $until) { from until countedSince
  units(limit: 200) { unit { code name } submissions daysLate itemsLate returned } months { month submissions daysLate unitsLate }
  returned { reason count } refusals { role code reason count } } }`;
const NOVEMBER = { from: '2026-11', until: '2026-11' };
const SUBMIT = 'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }';
const SUBJECT = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

describe('numbers of operation', () => {
  let world: World;
  beforeAll(async () => {
    // Each process keeps its counts until it writes them: what is asked here is what this one has counted.
    world = await openWorld(soonest(), {
      wire: false,
      environment: { DUE_EVERY_MS: '86400000', RATE_UNIT: '1000000' },
    });
  });
  afterAll(() => world.close());

  const figures = async (holder: Holder = ANALYST, months = NOVEMBER) => {
    const { data, errors } = await world.ask(holder, FIGURES, months);
    expect(errors).toBeUndefined();
    return data.operationFigures;
  };
  /** How often a reason was refused, of a role. */
  const refused = async (role: string, reason: string): Promise<number> =>
    (await figures()).refusals.find(
      (one: { role: string; reason: string }) => one.role === role && one.reason === reason,
    )?.count ?? 0;
  const unit = async (code: string) =>
    (await figures()).units.find((one: { unit: { code: string } }) => one.unit.code === code);

  it('A17.1 A22.1 analysts, the operator and the authority are told the same; who may not ask is counted among the refused', async () => {
    const told = await figures();
    expect(told).toMatchObject({ from: '2026-11', until: '2026-11', countedSince: '2026-11-20' });
    expect(told.months).toEqual([
      expect.objectContaining({ month: '2026-11', submissions: expect.any(Number), daysLate: 0, unitsLate: 0 }),
    ]);
    expect(told.months[0].submissions).toBeGreaterThan(20);
    for (const holder of [OPERATOR, AUTHORITY]) expect(await figures(holder)).toEqual(told);
    const before = await refused('PARTY', 'ROLE');
    const { data, errors } = await world.ask(BANK_A, FIGURES, NOVEMBER);
    expect([data, errors?.[0]?.extensions.reason]).toEqual([{ operationFigures: null }, 'ROLE']);
    expect(await refused('PARTY', 'ROLE')).toBe(before + 1);
  });

  it('A23.5 every refusal by a guard of a root field is counted, whether something else is shown or not', async () => {
    const purpose = () => refused('PARTY', 'PURPOSE_REQUIRED');
    const before = await purpose();
    await world.ask(BANK_A, SUBJECT, { id: COMPANY });
    expect(await purpose()).toBe(before + 1);
    // Beside what is shown, and twice in one request.
    const beside = await world.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { a: subject(identifier: $id) { name } b: subject(identifier: $id) { name } purposes { code } }',
      { id: COMPANY },
    );
    expect(beside.data.purposes.length).toBeGreaterThan(0);
    expect(await purpose()).toBe(before + 3);
  });

  it('A23.5 whether a subject is held moves no count: one that is, one that is withheld, and one that is not are asked for alike', async () => {
    const grown = async (id: object, query: string, holder: Holder | null, headers = {}) => {
      const before = await figures();
      await world.ask(holder, query, { id }, headers);
      const after = await figures();
      expect({ ...after, refusals: [] }).toEqual({ ...before, refusals: [] });
      const counts = new Map<string, number>(
        before.refusals.map((one: Record<string, string | number>) => [
          `${one.role} ${one.code} ${one.reason}`,
          Number(one.count),
        ]),
      );
      return after.refusals.flatMap((one: Record<string, string | number>) => {
        const name = `${one.role} ${one.code} ${one.reason}`;
        const more = Number(one.count) - (counts.get(name) ?? 0);
        return more === 0 ? [] : [`${name} ${more}`];
      });
    };
    const WITHIN = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name nonPublicRecords { totalCount } pledgeChecks { id } } }`;
    const NAMES = `query ($id: SubjectIdentifierInput!) { subjects(identifiers: [$id]) { name nonPublicRecords { totalCount } } mayApply(subject: $id, measure: "BAN-PROCUREMENT") { answer } }`;
    for (const query of [SUBJECT, WITHIN, NAMES])
      for (const [holder, headers] of [
        [null, {}],
        [BANK_A, {}],
        [BANK_A, { purpose: 'LOAN_ORIGINATION' }],
        [OPERATOR, {}],
      ] as const) {
        const told = [];
        for (const id of [MEI, HIDDEN, NOT_HELD]) told.push(await grown(id, query, holder, headers));
        // Refusals within what is shown of a subject are in no count: they are there only where it is.
        expect([query, holder?.role, told[1], told[2]]).toEqual([query, holder?.role, told[0], told[0]]);
      }
  });

  it('A17.1 who is turned away at the door is counted with the reason', async () => {
    const before = await refused('PUBLIC', 'TOKEN_INVALID');
    const send = async (authorization: string) =>
      (
        await fetch(`${world.server.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization },
          body: '{"query":"{ purposes { code } }"}',
        })
      ).json();
    const { errors } = (await send('Bearer nonsense')) as { errors: { extensions: { reason?: string } }[] };
    const reason = errors[0]?.extensions.reason ?? 'NONE';
    const grown = await refused('PUBLIC', reason);
    expect(grown).toBeGreaterThan(reason === 'TOKEN_INVALID' ? before : 0);
    await send('Bearer nonsense');
    expect(await refused('PUBLIC', reason)).toBe(grown + 1);
  });

  it('A21.1 rows that come back for their form are counted by reason; what comes back because of what is held is not', async () => {
    const before = await figures();
    const row = (more: object) => ({
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-11-18',
      basisDocument: '哈市监罚〔2026〕8100号',
      content: { documentNumber: '哈市监罚〔2026〕8100号', facts: '未明码标价。', penaltyKinds: ['警告'] },
      ...more,
    });
    const sent = await world.ask(MARKET_REGULATION, SUBMIT, {
      input: {
        item: 'PENALTY-GENERAL',
        records: [
          row({}),
          row({ occurredOn: '2027-11-18' }),
          row({ occurredOn: '2027-11-19' }),
          row({ basisDocument: null }),
        ],
      },
    });
    expect(sent.data.submitRecords.accepted).toBe(1);
    const codes = sent.data.submitRecords.rejected.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['DATE_FUTURE', 'DATE_FUTURE', 'BASIS_REQUIRED']);
    const after = await figures();
    const countOf = (told: typeof before, reason: string) =>
      told.returned.find((one: { reason: string }) => one.reason === reason)?.count ?? 0;
    expect(countOf(after, 'DATE_FUTURE')).toBe(countOf(before, 'DATE_FUTURE') + 2);
    expect(countOf(after, 'BASIS_REQUIRED')).toBe(countOf(before, 'BASIS_REQUIRED') + 1);
    expect((await unit('HLJ-AMR')).returned).toBeGreaterThanOrEqual(3);
    // The organization is registered by another unit: that it came back tells that it is held.
    const foreign = await world.ask({ role: 'provider', unit: 'HLJ-CIVIL' }, SUBMIT, {
      input: {
        item: 'REG-ORG',
        records: [
          { subject: COMPANY, subjectName: '别的名称', occurredOn: '2026-11-18', content: { legalName: '别的名称' } },
        ],
      },
    });
    expect(foreign.data.submitRecords.rejected).toEqual([{ code: 'REGISTERED_ELSEWHERE' }]);
    expect(countOf(await figures(), 'REGISTERED_ELSEWHERE')).toBe(0);
  });

  it('A21.1 A23.5 a batch counts as one, whatever is in it and whether anything is', async () => {
    const { submissions } = await unit('HLJ-TAX');
    for (const records of [
      [],
      [
        {
          subject: MEI,
          subjectName: '张小梅',
          occurredOn: '2026-11-18',
          consent: '示例同意书',
          content: { kind: '欠税', amountYuan: '12.00', period: '2026年10月' },
        },
      ],
    ]) {
      const { errors } = await world.ask({ role: 'provider', unit: 'HLJ-TAX' }, SUBMIT, {
        input: { item: 'ARREARS-TAX', records },
      });
      expect(errors).toBeUndefined();
    }
    expect((await unit('HLJ-TAX')).submissions).toBe(submissions + 2);
  });

  it('A38.1 A23.5 periods are about subjects: who reads each of them in `deadlines` has their number, and an analyst has it with noise', async () => {
    const PERIODS =
      '{ operationFigures(from: "2026-10", until: "2026-11") { months { month } periods { kind label { en zh } month met breached } } }';
    const { data, errors } = await world.ask(ANALYST, PERIODS);
    expect([data.operationFigures.periods, errors?.[0]?.extensions.reason]).toEqual([null, 'ROLE']);
    expect(data.operationFigures.months).toHaveLength(2);
    const { operationFigures } = (await world.ask(OPERATOR, PERIODS)).data;
    const { deadlines } = (await world.ask(OPERATOR, '{ deadlines(first: 200) { nodes { kind dueOn status } } }')).data;
    const sums = (which: readonly string[]) =>
      deadlines.nodes.filter(
        ({ dueOn, status }: { dueOn: string; status: string }) =>
          dueOn >= '2026-10-01' && dueOn <= '2026-11-30' && which.includes(status),
      ).length;
    const total = (key: 'met' | 'breached') =>
      operationFigures.periods.reduce((sum: number, one: Record<string, number>) => sum + (one[key] ?? 0), 0);
    expect([total('met'), total('breached')]).toEqual([sums(['MET']), sums(['LATE', 'OVERDUE'])]);
    const noisy = await world.ask(
      ANALYST,
      '{ statistics(table: PERIODS, groupBy: [PERIOD, OUTCOME]) { rows { keys suppressed } } }',
    );
    // Of a sample's few periods none is told.
    expect(noisy.data.statistics.rows.every(({ suppressed }: { suppressed: boolean }) => suppressed)).toBe(true);
  });

  it('A17.1 counts of refusals outlast their process, and writing them twice changes nothing', async () => {
    const { refusals } = world.server.platform;
    const before = (await figures()).refusals;
    await refusals.write();
    await refusals.write();
    expect((await figures()).refusals).toEqual(before);
    // As another process reads them: of this one nothing but what was written.
    const rows = await world.server.platform.database.execute<{
      role: string;
      code: string;
      reason: string;
      refused: number;
    }>(
      { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
      'operator',
      { name: 'as-another', text: `select * from control.refusal_figures('2026-11', '2026-11', gen_random_uuid())` },
      [],
    );
    const asText = (all: readonly { role: string; code: string; reason: string }[], count: (row: never) => number) =>
      all.map((row) => `${row.role} ${row.code} ${row.reason} ${count(row as never)}`).sort();
    expect(asText(rows, (row: { refused: number }) => row.refused)).toEqual(
      asText(before, (row: { count: number }) => row.count),
    );
  });
});
