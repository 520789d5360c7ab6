/** The analyst's role at every wall. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseRole } from '../../subgraphs/database/roles.ts';
import { openSubgraphs } from '../../subgraphs/index.ts';
import { answer } from '../../subgraphs/subgraph.ts';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  COMPANY,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { sessionOf } from './walls-questions.ts';

const ASK = `query ($groupBy: [StatisticsKey!]!, $filter: StatisticsFilter) {
  statistics(groupBy: $groupBy, filter: $filter) { asOf rows { keys count } } }`;

const codes = ({ errors }: Awaited<ReturnType<World['ask']>>): string[] =>
  (errors ?? []).map(({ extensions }) => `${extensions.code} ${extensions.reason} ${extensions.article}`);

onEachDatabase('the walls of an analyst', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const tried = (role: DatabaseRole | 'census' | 'none', statement: string): Promise<string> =>
    world.server.platform.database
      .write(sessionOf(world, { holder: ANALYST, headers: {} }), 'analyst', async (em) => {
        const name = role === 'none' ? role : world.server.platform.database.roleName(role);
        await em.execute(`set local role "${name}"`);
        return sql.raw(statement).execute(em.getKysely());
      })
      .then(
        () => 'done',
        (error: Error & { code?: string }) => error.code ?? error.message,
      );

  it('A22.1 A23.5 numbers are for analysts alone', async () => {
    const groupBy = ['NATURE'];
    expect((await world.ask(ANALYST, ASK, { groupBy })).errors).toBeUndefined();
    expect(codes(await world.ask(null, ASK, { groupBy }))).toEqual(['FORBIDDEN IDENTITY_REQUIRED 22']);
    for (const holder of [subject(MEI), OPERATOR, AUTHORITY, MARKET_REGULATION, BANK_A, PERMIT_OFFICE]) {
      const refused = await world.ask(
        holder,
        ASK,
        { groupBy },
        { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '1' },
      );
      expect([holder.role, refused.data, codes(refused)]).toEqual([
        holder.role,
        { statistics: null },
        ['FORBIDDEN ROLE 22'],
      ]);
    }
  });

  it('A22.1 rows are for no analyst: not one subject, not many, not herself, not as an entity', async () => {
    const refused = await world.ask(
      ANALYST,
      `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id } subjects(identifiers: [$id]) { id } me { id } }`,
      { id: COMPANY },
    );
    expect(refused.data).toEqual({ subject: null, subjects: null, me: null });
    expect(codes(refused)).toEqual(['FORBIDDEN ROLE 22', 'FORBIDDEN ROLE 22', 'FORBIDDEN ROLE 24']);
    const id = world.server.platform.secrets.subjectId(COMPANY.type, COMPANY.value);
    const query = `{ _entities(representations: [{ __typename: "CreditSubject", id: "${id}" }]) { ... on CreditSubject { name } } }`;
    expect((await world.ask(ANALYST, query)).data?._entities).toBeUndefined();
    for (const viaGateway of [false, true]) {
      const request = world.server.requestAs({ role: 'ANALYST', unit: 'HLJ-CREDIT' });
      const { data, errors } = await answer(openSubgraphs()['public-credit'], { query }, request, viaGateway);
      await request.abandon();
      expect(JSON.stringify(data)).not.toContain('示例');
      expect(errors?.length).toBe(1);
    }
  });

  it('A23.5 the role of the database reads finished cells, what is published, and nothing else', async () => {
    const { rows } = await world.server.platform.database.write(
      sessionOf(world, { holder: ANALYST, headers: {} }),
      'analyst',
      (em) =>
        sql<{ name: string }>`select c.relnamespace::regnamespace || '.' || c.relname as name from pg_class c
          where c.relkind in ('r', 'v', 'm') and c.relnamespace::regnamespace::text in
            ('control', 'ledger', 'public_credit', 'non_public_credit', 'sanctions', 'rights', 'statistics')
            and (has_table_privilege(c.oid, 'select, insert, update, delete') or has_any_column_privilege(c.oid, 'select, insert, update'))
          order by 1`.execute(em.getKysely()),
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'control.assessment_method',
      'control.calendar_year',
      // Published for anybody: how long what is displayed, and what a law excludes from restoration.
      'control.display_period',
      // Gaps of the ledger that the operator acknowledged: sizes and times, for whoever verifies.
      'control.gap',
      'control.item',
      'control.purpose',
      'control.purpose_cap',
      'control.restoration_exclusion',
      'control.unit',
      'control.unsafe_redaction',
      'control.version',
      // The tree that anybody may check: hashes that name nobody.
      'ledger.checkpoint',
      'ledger.node',
      // Published lists and measures, and no designation.
      'sanctions.list',
      'sanctions.measure',
      'sanctions.standard',
      'statistics.cell',
      'statistics.figure',
      'statistics.release',
    ]);
    for (const statement of [
      'select subject_id from public_credit.record',
      'select id from public_credit.subject',
      'select item from sanctions.designation',
      'select item from non_public_credit.record',
      'select * from statistics.census()',
      `update statistics.cell set count = 0`,
      `insert into statistics.release values ('2026-01-01', now(), 1)`,
      'delete from statistics.release',
    ])
      expect([statement, await tried('analyst', statement)]).toEqual([statement, '42501']);
    expect(await tried('analyst', 'select count from statistics.cell')).toBe('done');
    // Nobody else reads them, and who releases them reads no row.
    for (const role of ['public', 'party', 'operator', 'department', 'none'] as const)
      expect([role, await tried(role, 'select count from statistics.cell')]).toEqual([role, '42501']);
    for (const table of ['public_credit.record', 'public_credit.subject', 'sanctions.designation'])
      expect([table, await tried('statistics', `select from ${table}`)]).toEqual([table, '42501']);
    expect(await tried('census', 'select from public_credit.record')).not.toBe('done');
  });

  it('A17.1 A23.5 what was spent stays spent: the database lets no role take it back, and no year cost more than four', async () => {
    const release = (day: string, epsilon: number) =>
      `insert into statistics.release (as_of, released_at, epsilon_thousandths) values ('${day}', now(), ${epsilon})`;
    for (const [statement, fault] of [
      ['delete from statistics.release', '42501'],
      ['update statistics.release set epsilon_thousandths = 1', '42501'],
      // A second one in the quarter of the sample's, and one that costs more than a release may.
      [release('2026-12-31', 1_000), '23505'],
      [release('2026-03-01', 1_001), '23514'],
      [release('2026-03-01', 0), '23514'],
    ] as const)
      expect([statement, await tried('statistics', statement)]).toEqual([statement, fault]);
  });

  it('A23.5 with the guard down, the database still answers no other role', async () => {
    const bare = openSubgraphs({ shield: true })['public-credit'];
    for (const role of ['PUBLIC', 'OPERATOR', 'PARTY'] as const) {
      const request = world.server.requestAs({ role });
      const { data, errors } = await answer(bare, { query: '{ statistics(groupBy: []) { rows { count } } }' }, request);
      await request.abandon();
      expect([role, data?.statistics, errors?.[0]?.message]).toEqual([
        role,
        null,
        expect.stringContaining('permission denied'),
      ]);
    }
  });

  it('A23.5 a grouping that is not published is refused with those that are, and so is a value that is none', async () => {
    const refused = async (groupBy: string[], filter?: object) =>
      (await world.ask(ANALYST, ASK, { groupBy, filter })).errors?.[0];
    for (const [groupBy, filter] of [
      [['REGION', 'ITEM', 'MONTH'], undefined],
      [['REGION', 'ITEM'], { month: '2026-11' }],
      [['ITEM', 'NATURE'], undefined],
      [['ITEM'], { nature: 'NEUTRAL' }],
      [['ITEM', 'ITEM'], undefined],
    ] as const) {
      const error = await refused([...groupBy], filter);
      expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'GROUPING', article: '23' });
      expect(error?.extensions.help).toContain('At most two different keys of REGION, ITEM, NATURE, MONTH');
    }
    for (const filter of [
      { item: 'NP-LOAN' },
      { region: '239999' },
      { month: '2026-12' },
      { designatingUnit: 'BANK-A' },
    ])
      expect((await refused([], filter))?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'FILTER' });
    expect((await refused(['PERSON']))?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
