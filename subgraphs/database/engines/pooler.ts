/** Finds a pooler between this process and PostgreSQL that gives each transaction another connection. One that keeps a connection for a session is let be. */
import type pg from 'pg';
import { engineMessages } from '../../../schema/messages/database/engine.ts';
import { EngineFault } from './engine-fault.ts';

const backendOf = async (client: pg.Client): Promise<number> =>
  (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0;

/** A pooler answers a new connection by itself, with a process id that is no backend's. */
export const isBehindPooler = async (client: pg.Client): Promise<boolean> =>
  (client as unknown as { readonly processID: number }).processID !== (await backendOf(client));

/**
 * Throws EngineFault where statements of one connection run on several backends, or those of both on one. The order finds it whether the pooler gives out the
 * connection that was used last or the next of a round. No transaction is held: a pool of one connection would wait for it.
 */
export async function checkPooler(first: pg.Client, second: pg.Client): Promise<void> {
  const asked = { first: new Set<number>(), second: new Set<number>() };
  for (const who of ['first', 'second', 'second', 'first', 'first', 'second'] as const)
    asked[who].add(await backendOf(who === 'first' ? first : second));
  const [own] = asked.first;
  if (asked.first.size > 1 || asked.second.size > 1 || asked.second.has(own ?? 0))
    throw new EngineFault(engineMessages.pooled());
}
