/** The time that PostgreSQL spent on each statement, from pg_stat_statements: the database's half of a profile. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { table } from './table.ts';

/** Server settings for counting. Statements inside functions and planning time are counted too. */
export const COUNTING = [
  'shared_preload_libraries=pg_stat_statements',
  'pg_stat_statements.track=all',
  'pg_stat_statements.track_planning=on',
  'track_functions=all',
] as const;

/** Settings for counting statements of callers alone, which costs little. */
export const WITH_COUNTERS = ['shared_preload_libraries=pg_stat_statements', 'pg_stat_statements.track=top'] as const;

const LONGEST = `select max_exec_time::float8 as "longestMs", left(regexp_replace(query, '\\s+', ' ', 'g'), 120) as longest
  from pg_stat_statements order by max_exec_time desc limit 1`;

const SIZE = `select (select count(*)::int from public_credit.record) as records,
  pg_database_size(current_database()) / 2.0 ^ 20 as "databaseMiB"`;

const TOP = `select toplevel, calls, plans, round(total_exec_time::numeric, 1) as ran, round(total_plan_time::numeric, 1) as planned,
    round((1000 * (total_exec_time + total_plan_time) / greatest(calls, plans, 1))::numeric, 1) as each, rows, regexp_replace(query, '\\s+', ' ', 'g') as query
  from pg_stat_statements order by total_exec_time + total_plan_time desc limit 60`;

const FUNCTIONS = `select schemaname || '.' || funcname as name, calls, round(total_time::numeric, 1) as total, round(self_time::numeric, 1) as self
  from pg_stat_user_functions order by total_time desc limit 30`;

async function runStatements<Row>(url: string, ...statements: readonly string[]): Promise<Row[][]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answers: Row[][] = [];
    for (const statement of statements) answers.push((await client.query(statement)).rows as Row[]);
    return answers;
  } finally {
    await client.end();
  }
}

/** The server's version, such as 15.14. */
export async function versionOf(url: string): Promise<string> {
  const [[first] = []] = await runStatements<{ version: string }>(
    url,
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  );
  return first?.version ?? '';
}

/** Resets the counters. The server must have been started with `COUNTING`. */
export async function countStatements(url: string): Promise<void> {
  await runStatements(
    url,
    'create extension if not exists pg_stat_statements',
    'select pg_stat_statements_reset()',
    'select pg_stat_reset()',
  );
}

/** The longest statement since the counters were reset. */
export async function longestStatement(url: string): Promise<{ longestMs: number; longest: string }> {
  const [[first] = []] = await runStatements<{ longestMs: number; longest: string }>(url, LONGEST);
  return first ?? { longestMs: 0, longest: '' };
}

/** Records of the province, and what its database takes. */
export async function sizeOf(url: string): Promise<{ records: number; databaseMiB: number }> {
  const [[first] = []] = await runStatements<{ records: number; databaseMiB: number }>(url, SIZE);
  return { records: first?.records ?? 0, databaseMiB: Number(first?.databaseMiB ?? 0) };
}

/** Writes the counters since the reset to a file in the folder. Returns its path. */
export async function writeStatements(url: string, folder: string, operation: string): Promise<string> {
  const [statements = [], functions = []] = await runStatements<Record<string, string>>(url, TOP, FUNCTIONS);
  const cells = (rows: readonly Record<string, unknown>[]): string => {
    const [first = {}] = rows;
    return table(
      rows.map((row) => Object.values(row).map(String)),
      Object.keys(first),
    );
  };
  const path = join(folder, `statements-${operation}.txt`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${cells(statements)}\n\n${cells(functions)}\n`);
  return path;
}
