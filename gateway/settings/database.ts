/** Settings that go with the database: read replicas (REPLICA_URLS), and how many processes serve over it (PROCESSES). */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { ReplicaSettings } from '../../subgraphs/database/database.ts';
import { ConfigFault } from './config-fault.ts';

/** Undefined where there are none. Throws ConfigFault where there is no primary that they are of. */
export function replicasOf(settings: {
  readonly DATABASE_URL?: string | undefined;
  readonly REPLICA_URLS: readonly string[];
  readonly REPLICA_LAG_MAX_MS: number;
}): ReplicaSettings | undefined {
  if (settings.REPLICA_URLS.length === 0) return undefined;
  if (settings.DATABASE_URL === undefined)
    throw new ConfigFault(
      'REPLICA_URLS needs DATABASE_URL: the embedded database has no replicas. Set it to the primary that they follow.',
    );
  return { urls: settings.REPLICA_URLS, lagMaxMs: settings.REPLICA_LAG_MAX_MS };
}

/** Each has pools of its own: more would need more connections than a PostgreSQL server usually has. */
const PROCESSES_MAX = 64;

/** `auto`: one for each core that the server may use. */
export const Processes = z
  .string()
  .refine((text) => text === 'auto' || (/^[1-9]\d?$/.test(text) && Number(text) <= PROCESSES_MAX), {
    error: `is no number of processes from 1 to ${PROCESSES_MAX}; write one, or auto for one for each core`,
  })
  .transform((text) => (text === 'auto' ? text : Number(text)))
  .default(1);

/** The number of them. The embedded database belongs to one process. */
export function processesOf(set: {
  readonly PROCESSES: z.infer<typeof Processes>;
  readonly DATABASE_URL?: string | undefined;
}): number {
  const { PROCESSES, DATABASE_URL } = set;
  if (PROCESSES === 'auto') return DATABASE_URL === undefined ? 1 : Math.min(availableParallelism(), PROCESSES_MAX);
  if (PROCESSES > 1 && DATABASE_URL === undefined)
    throw new ConfigFault(
      'PROCESSES above 1 needs DATABASE_URL: the embedded database belongs to one process. Set it to a PostgreSQL server.',
    );
  return PROCESSES;
}
