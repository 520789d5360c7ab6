/** Statements that both kinds of database send to begin a snapshot or a writing transaction. */
import type { EntityManager, MikroORM } from '@mikro-orm/sql';
import { sql } from 'kysely';
import pg from 'pg';
import type { DatabaseConfig } from './database.ts';
import { type Moment, type Session, settingsOf } from './session.ts';

/** Settings of MikroORM for both. Statements carry personal values, so they are never logged; what else it would say goes to no console. */
export const ormOptions = ({ entities }: DatabaseConfig) => ({
  entities: [...entities],
  debug: false as const,
  logger: () => undefined,
});

/** Longest wait for a connection, and longest statement of a reader: a request fails instead of waiting for a database that hangs. */
export const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;

/**
 * How long a connection that nobody uses is kept. A new one plans every statement anew, which takes a hundred times as long as to run it: with ten seconds, which is what
 * the pool does by itself, whoever asks once a minute waits for that each time. Kept alive, so that nothing between forgets it and it is known when it is gone.
 */
export const KEPT = { idleTimeoutMillis: 300_000, keepAlive: true, keepAliveInitialDelayMillis: 30_000 } as const;

export const literal = (value: string): string => pg.escapeLiteral(value);

export const BEGIN = 'begin isolation level repeatable read, read only';
/**
 * What every snapshot sets for itself, beside who asks. Generic plans: every read finds its rows by subject, so that one plan suits all parameter values and is
 * made once.
 */
export const OF_SNAPSHOTS = `set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', true), set_config('plan_cache_mode', 'force_generic_plan', true)`;
export const ENTITLEMENTS = 'select control.entitlements()::text as entitlements';

/** Begins a snapshot, sets the caller, and reads its entitlements. */
export const beginning = (session: Session, roleName: string): string =>
  `${BEGIN}; select ${settingsOf(session, roleName)
    .map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`)
    .join(', ')}, ${OF_SNAPSHOTS}; ${ENTITLEMENTS}`;

/** Begins a writing transaction and sets the caller. */
export const entering = (session: Session, roleName: string): string =>
  `begin; select ${settingsOf(session, roleName)
    .map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`)
    .join(', ')}`;

export async function writing<Result>(
  orm: MikroORM,
  session: Session,
  roleName: string,
  work: (em: EntityManager) => Promise<Result>,
  moment?: Moment,
): Promise<Result> {
  return orm.em.fork().transactional(async (em) => {
    const settings = settingsOf(session, roleName, moment).map(
      ([name, value]) => sql`set_config(${name}, ${value}, true)`,
    );
    await sql`select ${sql.join(settings)}`.execute(em.getKysely());
    return work(em);
  });
}
