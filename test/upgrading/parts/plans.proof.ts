/**
 * Every hot statement finds its part, or finds its rows in each part by a key: no plan over records in parts reads a part whole. Plans are those that run, made once for all
 * values (generic), over a filled database. A proof, for it fills one.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import type { ReadTransaction } from '../../../subgraphs/database/database.ts';
import {
  BANK_A,
  COMPANY,
  databases,
  type Headers,
  type Holder,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NO_JOBS,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../../kit.ts';
import { MATTER_CHECK, MY_RECORD, PARTY_BATCH, PARTY_CHECK, PUBLIC_LOOKUP } from '../../stories/operations.ts';
import { DESK_CASE, LOAN, NEW, penalty, submit } from '../../stories/withheld.ts';
import { filling } from './writers.ts';

const ROWS = 160_000;
const PART = /^record_[0-7]$/;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly 'Actual Loops': number;
  readonly 'Subplans Removed'?: number;
  readonly Plans?: readonly Plan[];
}

/** A reading of records by a statement. PRUNED: one part each time. KEY: each part, by an index under a key. WHOLE: a part was read whole. */
interface Reading {
  readonly statement: string;
  readonly how: 'PRUNED' | 'KEY' | 'WHOLE';
  readonly by: string;
}

const isPart = (plan: Plan): boolean => PART.test(plan['Relation Name'] ?? '');
/** The condition by which rows are found; empty where all are read. */
const conditionOf = (plan: Plan): string => {
  if (plan['Node Type'] === 'Seq Scan') return '';
  const own = plan['Index Cond'] ?? plan['Recheck Cond'] ?? '';
  return own.replaceAll(/\b\w+\./g, '');
};

function readingsOf(statement: string, plan: Plan): Reading[] {
  const parts = (plan.Plans ?? []).filter(isPart);
  const below = (plan.Plans ?? []).filter((one) => !isPart(one)).flatMap((one) => readingsOf(statement, one));
  if (/Append$/.test(plan['Node Type']) && parts.length > 0) {
    const read = parts.filter((part) => part['Actual Loops'] > 0);
    // A branch that this caller does not take.
    if (read.length === 0) return below;
    const loops = read.reduce((sum, part) => sum + part['Actual Loops'], 0);
    const conditions = new Set(read.map(conditionOf));
    const by = [...conditions].join(' | ');
    const pruned = loops <= plan['Actual Loops'];
    return [...below, { statement, how: conditions.has('') ? 'WHOLE' : pruned ? 'PRUNED' : 'KEY', by }];
  }
  // One part alone was left when it was planned.
  return [
    ...below,
    ...parts
      .filter((part) => part['Actual Loops'] > 0)
      .map(
        (part): Reading => ({ statement, how: conditionOf(part) === '' ? 'WHOLE' : 'PRUNED', by: conditionOf(part) }),
      ),
  ];
}

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value))
    return pg.escapeLiteral(`{${value.map((one) => (one === null ? 'null' : JSON.stringify(String(one)))).join(',')}}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  return pg.escapeLiteral(typeof value === 'object' ? JSON.stringify(value) : String(value));
};

describe.runIf(databases().includes('postgresql'))('records in parts', () => {
  let world: World;
  let owner: pg.Client;
  const readings: Reading[] = [];
  let turn = 0;
  beforeAll(async () => {
    world = await openWorld('postgresql', { environment: NO_JOBS });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query(filling(1, ROWS));
    await owner.query('analyze');
    const { database } = world.server.platform;
    const read = database.read.bind(database);
    Object.assign(database, {
      read: async (...given: Parameters<typeof read>): Promise<ReadTransaction> => {
        const transaction = await read(...given);
        return {
          ...transaction,
          query: async (statement, parameters) => {
            // Statements of a request are sent together.
            turn += 1;
            const name = `planned_${turn}`;
            const run = <Row>(what: string, text: string): Promise<Row[]> =>
              transaction.query<Row>({ name: `${what}-${name}`, text }, []);
            await run('prepare', `prepare ${name} as ${statement.text}`);
            const given = parameters.length === 0 ? '' : `(${parameters.map(literal).join(', ')})`;
            const [row] = await run<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
              'explain',
              `explain (analyze, format json) execute ${name}${given}`,
            );
            await run('deallocate', `deallocate ${name}`);
            const plan = row?.['QUERY PLAN'][0]?.Plan;
            // A statement over one table of parts has no node above its Append.
            if (plan !== undefined)
              readings.push(...readingsOf(statement.name, { 'Node Type': 'Result', 'Actual Loops': 1, Plans: [plan] }));
            return transaction.query(statement, parameters);
          },
        };
      },
    });
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await world.close();
  });

  const readOf = async (holder: Holder | null, query: string, variables: object, headers: Headers) => {
    readings.length = 0;
    const answer = await world.ask(holder, query, { ...variables }, headers);
    expect(answer.errors).toBeUndefined();
    return { answer, read: [...readings] };
  };
  const OWN_ENTRIES = '{ me { disclosures(first: 5) { nodes { id seen } } } }';

  it.each<[string, Holder | null, string, object, Headers]>([
    ['a look-up', null, PUBLIC_LOOKUP, { id: COMPANY, first: 5 }, {}],
    ['a check by a bank', BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN],
    ['a batch', BANK_A, PARTY_BATCH, { ids: [COMPANY, LISTED, MEI, ...NEW] }, LOAN],
    ['a check by a desk', PERMIT_OFFICE, MATTER_CHECK, { id: COMPANY, matter: 'SPECIAL-OPERATION-PERMIT' }, DESK_CASE],
    ['one’s own record, with its history', subject(MEI), MY_RECORD, { first: 20 }, {}],
  ])(
    'A36.2 %s: every statement finds its part, and its rows in it by a key',
    async (_name, holder, query, variables, headers) => {
      const { read } = await readOf(holder, query, variables, headers);
      expect(read.length).toBeGreaterThan(0);
      // One part by the subject; in it by the subject or by the key of subject and item, which tells the time of nothing that is withheld.
      for (const { how, by, statement } of read)
        expect([statement, how, by]).toEqual([
          statement,
          'PRUNED',
          expect.stringMatching(/\b(?:subject_id|displayed_key)\b/),
        ]);
    },
  );

  it('A36.2 a page behind a cursor, and the entries of a subject with what they showed', async () => {
    const { answer } = await readOf(null, PUBLIC_LOOKUP, { id: COMPANY, first: 2 }, {});
    const after = answer.data.subject.records.pageInfo.endCursor;
    const next = await readOf(null, PUBLIC_LOOKUP, { id: COMPANY, first: 2, after }, {});
    expect(next.read.filter(({ how }) => how === 'WHOLE')).toEqual([]);
    expect(next.read.map(({ statement }) => statement)).toContain('records-next');
    const own = await readOf(subject(COMPANY), OWN_ENTRIES, {}, {});
    expect(own.answer.data.me.disclosures.nodes.length).toBeGreaterThan(0);
    const shown = await readOf(
      subject(COMPANY),
      'query ($id: ID!) { disclosure(id: $id) { shownRecords { recordId version content } } }',
      { id: own.answer.data.me.disclosures.nodes.find(({ seen }: { seen: string }) => seen !== 'NONE').id },
      {},
    );
    expect(shown.answer.data.disclosure.shownRecords.length).toBeGreaterThan(0);
    expect(shown.read.map(({ how }) => how)).toContain('PRUNED');
    for (const { read } of [own, shown]) expect(read.filter(({ how }) => how === 'WHOLE')).toEqual([]);
  });

  it('A36.2 A37.1 A17.1 a delivery, a report, the sequencer and the jobs read no part whole either: what triggers and functions read is counted', async () => {
    const scans = async (): Promise<number> => {
      // A session tells what it read when it ends, and else some time after: all that rest are ended, and the server opens others.
      const OTHERS = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
      const left = async () => (await owner.query(`select count(*)::int as n ${OTHERS}`)).rows[0].n;
      for (let tries = 0; tries < 100 && (await left()) > 0; tries += 1) {
        await owner.query(`select pg_terminate_backend(pid) ${OTHERS} and state = 'idle'`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await owner.query('select pg_stat_force_next_flush(), pg_stat_clear_snapshot()');
      const { rows } = await owner.query(
        `select coalesce(sum(seq_scan), 0)::int as scans from pg_stat_user_tables where schemaname = 'public_credit' and relname ~ '^record_[0-7]$'`,
      );
      return rows[0].scans;
    };
    const before = await scans();
    // The count counts: a part that is read whole is seen.
    await owner.query('select count(*) from public_credit.record_0 where content is not null');
    expect(await scans()).toBe(before + 1);
    await submit(world, 'PENALTY-GENERAL', penalty(NEW[0] as (typeof NEW)[number], 31), MARKET_REGULATION);
    await submit(
      world,
      'PENALTY-GENERAL',
      penalty(NEW[0] as (typeof NEW)[number], 31, { occurredOn: '2026-11-17' }),
      MARKET_REGULATION,
    );
    expect((await world.ask(BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN)).errors).toBeUndefined();
    await world.publish();
    const own = await world.ask(subject(COMPANY), OWN_ENTRIES);
    expect(own.errors).toBeUndefined();
    const token = await world.token(subject(COMPANY));
    const report = await fetch(`${world.server.url}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{}',
    });
    expect(report.status).toBe(201);
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.expired).toBeGreaterThanOrEqual(0);
    expect(await scans()).toBe(before + 1);
  });
});
