/** What statements do to the parts of the ledger, as PostgreSQL counts it within one transaction, functions and triggers included. */
import type pg from 'pg';

/** How often a part was read whole, and by a key; and rows that were added, changed or taken away. */
export interface Touched {
  readonly part: string;
  readonly whole: number;
  readonly key: number;
  readonly written: number;
}

/** Runs statements under a role, tells what they did and which parts they locked, and takes them back. */
export async function done(
  owner: pg.Client,
  role: string,
  parts: string,
  statements: readonly (readonly [string, ...unknown[]])[],
) {
  // What was counted before goes with the end of a transaction.
  await owner.query('select pg_stat_force_next_flush()');
  await owner.query(
    `begin; select set_config('credit.role', 'OPERATOR', true), set_config('credit.today', '2026-11-20', true), set_config('credit.moment', '2026-11-20T02:00:00Z', true),
       set_config('credit.act_by', '{"date": "2026-11-27", "provisional": false, "earliest": "2026-11-27", "latest": "2026-11-27"}', true)`,
  );
  try {
    await owner.query(`set local role "${role}"`);
    let result: pg.QueryResult | undefined;
    for (const [text, ...parameters] of statements) result = await owner.query(text, parameters);
    await owner.query('reset role');
    const { rows: touched } = await owner.query<Touched>(
      `select relname::text as part, seq_scan::int as whole, coalesce(idx_scan, 0)::int as key, (n_tup_ins + n_tup_upd + n_tup_del)::int as written
         from pg_stat_xact_user_tables where schemaname = 'ledger' and relname ~ $1 and (seq_scan > 0 or idx_scan > 0 or n_tup_ins > 0) order by 1`,
      [parts],
    );
    const { rows } = await owner.query<{ name: string }>(
      `select distinct c.relname::text as name from pg_locks l join pg_class c on c.oid = l.relation
         where l.pid = pg_backend_pid() and c.relkind in ('r', 'p') and c.relname ~ '^disclosure' order by 1`,
    );
    return { touched, locked: rows.map(({ name }) => name), rows: result?.rows ?? [] };
  } finally {
    await owner.query('rollback');
  }
}
