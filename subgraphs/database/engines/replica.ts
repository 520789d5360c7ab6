/** One read replica: whether it has replayed what the primary had committed, and how old it is by the primary's own clock. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ReplicaState } from '../database.ts';
import type { RoleNames } from '../roles.ts';
import { literal } from '../statements.ts';
import { inBatches } from './in-batches.ts';
import { openPool, type ServerPool } from './pool.ts';

/** Where the primary is, told after a question was asked: everything that was committed before lies before it. */
export interface Position {
  /** Place in the write-ahead log. */
  readonly place: string;
  /** Of its lives (timeline): a server that takes its place begins another, with the same places for other things. */
  readonly timeline: string;
  readonly now: number;
}

/** For how long a question waits for the replay, how often it looks, and for how long a replica that it waited for in vain is not asked. */
const WAIT_MS = 20;
const AGAIN_MS = 2;
const REST_MS = 500;
/** A replica that says nothing for so long is gone. */
const SILENT_MS = 250;

export interface Replica {
  readonly server: ServerPool;
  state(): ReplicaState;
  /** Milliseconds behind the primary by the last look; undefined where it never answered. */
  lagMs(): number | undefined;
  /** Whether a question that is asked now may be read from it. Waits a moment for the replay. */
  isReady(): Promise<boolean>;
  /** It broke while it was asked. */
  broke(): void;
}

class Silent extends Error {}

/** Rejects where it takes longer. What was begun goes on by itself. */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Silent(`no answer within ${ms} ms`)), ms);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

export const SILENT = { look: SILENT_MS, begin: 4 * SILENT_MS } as const;

export function openReplica(
  login: string,
  names: RoleNames,
  { position, lagMaxMs }: { readonly position: () => Promise<Position>; readonly lagMaxMs: number },
  max: number,
): Replica {
  const server = openPool(login, names, max);
  let state: ReplicaState = 'GONE';
  let lag: number | undefined;
  let restsUntil = 0;
  const rest = (as: ReplicaState): ReplicaState => {
    restsUntil = performance.now() + REST_MS;
    return as;
  };
  const look = async ({ place, timeline, now }: Position): Promise<ReplicaState> => {
    const [row] = await within(
      SILENT.look,
      server.ask(`select set_config('role', ${literal(names.public)}, true);
        select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${literal(place)}::pg_lsn as there, timeline,
          extract(epoch from at)::float8 * 1000 as at from control.beat where id = 1`),
    );
    if (row === undefined) return 'BEHIND';
    lag = now - Number(row.at);
    // The clock of the primary may have been set back.
    return row.there === true && row.timeline === timeline && Math.abs(lag) <= lagMaxMs ? 'READY' : 'BEHIND';
  };
  const wait = async (): Promise<ReplicaState> => {
    const wanted = await position();
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const seen = await look(wanted);
      if (seen === 'READY') return seen;
      if (performance.now() > until || (lag !== undefined && Math.abs(lag) > lagMaxMs)) return rest(seen);
      await pause(AGAIN_MS);
    }
  };
  const waitTogether = inBatches(async () => {
    state = await wait().catch(() => rest('GONE'));
    return state;
  });
  return {
    server,
    state: () => state,
    lagMs: () => lag,
    isReady: async () => performance.now() >= restsUntil && (await waitTogether()) === 'READY',
    broke: () => {
      state = rest('GONE');
    },
  };
}
