/**
 * The locks of an upgrade are taken at once, before its first statement. A request that holds one table and waits for another, while the upgrade holds
 * that one and waits for the first, would be ended by PostgreSQL after a second (`deadlock_timeout`): so whoever waits for less than that lets go of all, and
 * tries again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Owner } from './catalog.ts';
import { effectsOf } from './preview/effects.ts';

/** For all tables together. Queries that queue behind wait no longer, and PostgreSQL looks for a deadlock only after a second. */
const TRY_MS = 800;
const BETWEEN_MS = 100;
const TRIES = 25;
/** How long it is tried. Somebody who uses a table for longer makes the upgrade give up. */
export const WITHIN_MS: number = TRY_MS * TRIES;

const TABLES = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')`;
const INDEXES = `select format('%I.%I', n.nspname, c.relname) as index, i.indrelid::regclass::text as table from pg_index i
  join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace`;

/** What a statement about a policy, a trigger or row level security names. */
const NAMED = /^(?:(?:create|drop) (?:policy|trigger)\b[\s\S]*?\bon (\S+)|alter table (\S+))/;

/** The statement that locks what the others will lock; undefined where they touch no table that is there. */
export async function lockOf(
  owner: Owner,
  migrations: readonly string[],
  objects: readonly string[],
): Promise<string | undefined> {
  const there = new Set((await owner.query<{ name: string }>(TABLES)).map(({ name }) => name));
  const indexes = new Map(
    (await owner.query<{ index: string; table: string }>(INDEXES)).map(({ index, table }) => [index, table]),
  );
  const effects = migrations.flatMap((statement) => effectsOf(statement, (index) => indexes.get(index)));
  const named = objects.flatMap((statement) => {
    const [, of, altered] = NAMED.exec(statement) ?? [];
    return [of ?? altered ?? []].flat();
  });
  const all = new Set([...effects.filter(({ waits }) => waits === 'ALL').map(({ table }) => table), ...named]);
  const writers = effects
    .filter(({ table, waits }) => waits === 'WRITERS' && !all.has(table))
    .map(({ table }) => table);
  const locks = (tables: Iterable<string>, mode: string): string[] => {
    const held = [...new Set(tables)].filter((table) => there.has(table)).sort();
    return held.length === 0 ? [] : [`lock table ${held.join(', ')} in ${mode} mode`];
  };
  const statements = [...locks(all, 'access exclusive'), ...locks(writers, 'share row exclusive')];
  return statements.length === 0 ? undefined : statements.join('; ');
}

const NOT_HAD: ReadonlySet<string | undefined> = new Set(['55P03', '57014', '40P01']);

/** Begins the transaction of an upgrade with its locks. Throws what PostgreSQL said last where they are not to be had. */
export async function beginWith(owner: Owner, begin: string, lock: string | undefined): Promise<void> {
  for (let left = TRIES - 1; ; left -= 1) {
    await owner.run(begin);
    if (lock === undefined) return;
    try {
      await owner.run(`set local statement_timeout = ${TRY_MS}`);
      await owner.run(lock);
      await owner.run('set local statement_timeout to default');
      return;
    } catch (error) {
      await owner.run('rollback');
      if (!NOT_HAD.has((error as { readonly code?: string }).code) || left === 0) throw error;
      // Those who waited go first.
      await pause(BETWEEN_MS * (0.5 + Math.random()));
    }
  }
}
