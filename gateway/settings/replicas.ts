/** The settings of read replicas. */
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
