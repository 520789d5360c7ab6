/** How statements read a table in parts: by the plans that run, made once for all values (generic), and by what PostgreSQL counts of functions and triggers. */
import pg from 'pg';
import type { ReadTransaction } from '../../../subgraphs/database/database.ts';
import type { World } from '../../kit.ts';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** A reading by a statement. PRUNED: one part each time. KEY: each part, by an index under a key. WHOLE: a part was read whole. */
export interface Reading {
  readonly statement: string;
  readonly how: 'PRUNED' | 'KEY' | 'WHOLE';
  readonly by: string;
}

/** An index that is read in its order is left after a page. */
const PAGE = 100;

/** The condition by which rows are found; empty where all are read. */
const conditionOf = (plan: Plan): string => {
  if (plan['Node Type'] === 'Seq Scan') return '';
  const own = plan['Index Cond'] ?? plan['Recheck Cond'];
  const read = (plan['Actual Rows'] ?? 0) + (plan['Rows Removed by Filter'] ?? 0);
  if (own === undefined) return read <= PAGE ? 'in the order of an index' : '';
  return own.replaceAll(/\b\w+\./g, '');
};

/** Readings of the parts whose names match. */
function readingsOf(part: RegExp, statement: string, plan: Plan): Reading[] {
  const isPart = (one: Plan): boolean => part.test(one['Relation Name'] ?? '');
  // What lies over parts may have each sorted first, or under a condition of its own.
  const through = (one: Plan): Plan => (/Sort$|^Result$/.test(one['Node Type']) ? (one.Plans?.[0] ?? one) : one);
  const nodes = (plan.Plans ?? []).map((one) => (isPart(through(one)) ? through(one) : one));
  const parts = nodes.filter(isPart);
  const below = nodes.filter((one) => !isPart(one)).flatMap((one) => readingsOf(part, statement, one));
  const read = parts.filter((one) => one['Actual Loops'] > 0);
  if (/Append$/.test(plan['Node Type']) && parts.length > 0) {
    // A branch that this caller does not take.
    if (read.length === 0) return below;
    const loops = read.reduce((sum, one) => sum + one['Actual Loops'], 0);
    const conditions = new Set(read.map(conditionOf));
    const by = [...conditions].join(' | ');
    const pruned = loops <= plan['Actual Loops'];
    return [...below, { statement, how: conditions.has('') ? 'WHOLE' : pruned ? 'PRUNED' : 'KEY', by }];
  }
  // One part alone was left when it was planned.
  return [
    ...below,
    ...read.map(
      (one): Reading => ({ statement, how: conditionOf(one) === '' ? 'WHOLE' : 'PRUNED', by: conditionOf(one) }),
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

/** From now on the readings of every statement of a reader are told of parts whose names match. */
export function watch(world: World, part: RegExp, readings: Reading[]): void {
  let turn = 0;
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
          const values = parameters.length === 0 ? '' : `(${parameters.map(literal).join(', ')})`;
          const [row] = await run<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
            'explain',
            `explain (analyze, format json) execute ${name}${values}`,
          );
          await run('deallocate', `deallocate ${name}`);
          const plan = row?.['QUERY PLAN'][0]?.Plan;
          // A statement over one table of parts has no node above its Append.
          const above = (one: Plan): Plan => ({ 'Node Type': 'Result', 'Actual Loops': 1, Plans: [one] });
          if (plan !== undefined) readings.push(...readingsOf(part, statement.name, above(plan)));
          return transaction.query(statement, parameters);
        },
      };
    },
  });
}

/** How often a part was read whole, and by a key. */
export interface ReadBy {
  readonly part: string;
  readonly whole: number;
  readonly key: number;
}

/** What was read of each part since the database was made, by everything that ran. */
export async function readBy(owner: pg.Client, schema: string, parts: string): Promise<readonly ReadBy[]> {
  // A session tells what it read when it ends, and else some time after: all that rest are ended, and the server opens others.
  const OTHERS = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
  const left = async () => (await owner.query(`select count(*)::int as n ${OTHERS}`)).rows[0].n;
  for (let tries = 0; tries < 100 && (await left()) > 0; tries += 1) {
    await owner.query(`select pg_terminate_backend(pid) ${OTHERS} and state = 'idle'`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await owner.query('select pg_stat_force_next_flush(), pg_stat_clear_snapshot()');
  const { rows } = await owner.query<ReadBy>(
    `select relname::text as part, seq_scan::int as whole, coalesce(idx_scan, 0)::int as key from pg_stat_user_tables
      where schemaname = $1 and relname ~ $2 order by 1`,
    [schema, parts],
  );
  return rows;
}
