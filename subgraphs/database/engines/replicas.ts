/**
 * Read replicas for what the public asks. A question is read from one that has replayed all that the primary had committed when the question began: what was corrected,
 * restored, hidden or has fallen is shown by it no longer than by the primary. Else, and for the ledger always, the primary is read.
 */
import type pg from 'pg';
import { conflict, unavailable } from '../../../schema/errors.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import type { Database, ReadTransaction, ReplicaReads, ReplicaSettings, Statement } from '../database.ts';
import type { RoleNames } from '../roles.ts';
import type { Session } from '../session.ts';
import { inBatches } from './in-batches.ts';
import type { ServerPool } from './pool.ts';
import { openReplica, type Position, type Replica, SILENT, within } from './replica.ts';

const TIMELINE = 'substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8)';

/** What is visible was flushed before, as long as commits wait for their own disk. */
const POSITION = `select pg_current_wal_flush_lsn()::text as place, ${TIMELINE} as timeline,
  extract(epoch from clock_timestamp())::float8 * 1000 as now, current_setting('synchronous_commit') as commits`;

const BEAT: Statement = {
  name: 'replica-beat',
  text: `insert into control.beat as b (id, at, timeline) values (1, clock_timestamp(), ${TIMELINE})
    on conflict (id) do update set at = excluded.at, timeline = excluded.timeline
      where b.timeline <> excluded.timeline or abs(extract(epoch from excluded.at - b.at)) * 1000 > $1::float8`,
};

/** Beats in the time that a replica may be behind. */
const BEATS = 4;

const OF_PLATFORM: Session = {
  role: 'OPERATOR',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: '1970-01-01',
};

/** The ledger, agreements, authorizations and locks are read from the primary, whoever asks. */
const OF_PRIMARY = /\bledger\.|\bcontrol\.(?:agreement|authoriz)|\brights\.(?:lock|is_locked)/;

/** The replica went away, is shut down, or has to replay what the snapshot needs (appendix A of PostgreSQL's manual). */
const isBroken = (error: unknown): boolean =>
  /^(?:08|57P|40001$|E[A-Z]+$|$)/.test(String((error as { readonly code?: unknown }).code ?? ''));

export interface Replicas {
  read: Database['read'];
  /** Of each, in the order of their URLs. */
  readonly pools: readonly pg.Pool[];
  readonly reads: ReplicaReads;
  close(): Promise<void>;
}

/** The same login at another address. */
function at(url: string, login: string): string {
  const [place, own] = [new URL(url), new URL(login)];
  place.username = own.username;
  place.password = own.password;
  return place.href;
}

export function openReplicas(
  primary: ServerPool,
  login: string,
  names: RoleNames,
  { urls, lagMaxMs }: ReplicaSettings,
  max: number,
): Replicas {
  const position = inBatches(async (): Promise<Position> => {
    const [row] = await primary.ask(POSITION);
    if (row === undefined || row.commits === 'off') throw new Error('Commits of the primary wait for no disk.');
    return { place: String(row.place), timeline: String(row.timeline), now: Number(row.now) };
  });
  const replicas = urls.map((url) => openReplica(at(url, login), names, { position, lagMaxMs }, max));
  const everyMs = Math.ceil(lagMaxMs / BEATS);
  // A beat that could not be written makes the replicas too old to be asked, and no more.
  const beat = (): void => void primary.execute(OF_PLATFORM, 'presence', BEAT, [everyMs / 2]).catch(() => undefined);
  beat();
  const beating = setInterval(beat, everyMs).unref();
  const asked = { replica: 0, behind: 0, gone: 0 };
  let turn = 0;

  /** The replica's snapshot; undefined where it does not begin. */
  const begin = async ({ server, broke }: Replica, session: Session): Promise<ReadTransaction | undefined> => {
    const opening = server.read(session);
    try {
      return await within(
        SILENT.begin,
        opening.then(async (transaction) => {
          await transaction.entitlements;
          return transaction;
        }),
      );
    } catch {
      broke();
      void opening.then((transaction) => transaction.close()).catch(() => undefined);
      return undefined;
    }
  };

  /** A snapshot of a replica, with one of the primary beside it for what is read there alone. */
  const beside = (one: Replica, own: ReadTransaction, session: Session): ReadTransaction => {
    let opened: Promise<ReadTransaction> | undefined;
    /** Whether rows of the replica stand in the answer. */
    let given = false;
    let moved = false;
    let over = false;
    const open = async (): Promise<ReadTransaction> => {
      const transaction = await primary.read(session);
      if ((await transaction.entitlements) === (await own.entitlements)) return transaction;
      await transaction.close();
      throw conflict('OVERTAKEN', serviceMessages.overtaken);
    };
    const onPrimary: ReadTransaction['query'] = async (statement, parameters) => {
      if (over) throw unavailable(serviceMessages.givenUp);
      opened ??= open();
      return (await opened).query(statement, parameters);
    };
    return {
      entitlements: own.entitlements,
      query: async (statement, parameters) => {
        if (moved || OF_PRIMARY.test(statement.text)) return onPrimary(statement, parameters);
        try {
          const rows = await own.query<never>(statement, parameters);
          given = true;
          return rows;
        } catch (error) {
          if (over || !isBroken(error)) throw error;
          one.broke();
          // An answer is never of two snapshots.
          if (given) throw Object.assign(unavailable(serviceMessages.databaseSilent), { cause: error });
          moved = true;
          return onPrimary(statement, parameters);
        }
      },
      cancel: () => {
        over = true;
        own.cancel();
        void opened?.then((transaction) => transaction.cancel()).catch(() => undefined);
      },
      close: async () => {
        over = true;
        const other = await opened?.catch(() => undefined);
        await Promise.all([own.close(), other?.close()]);
      },
    };
  };

  return {
    read: async (session, checkWanted) => {
      if (session.role !== 'PUBLIC') return primary.read(session, checkWanted);
      turn += 1;
      for (let place = 0; place < replicas.length; place += 1) {
        const one = replicas[(turn + place) % replicas.length];
        if (one === undefined || !(await one.isReady())) continue;
        checkWanted?.();
        const own = await begin(one, session);
        if (own === undefined) continue;
        asked.replica += 1;
        return beside(one, own, session);
      }
      asked[replicas.some((one) => one.state() === 'BEHIND') ? 'behind' : 'gone'] += 1;
      return primary.read(session, checkWanted);
    },
    pools: replicas.map(({ server }) => server.pool),
    reads: {
      lagMaxMs,
      each: () => replicas.map((one) => ({ state: one.state(), lagMs: one.lagMs() })),
      asked: () => asked,
    },
    close: async () => {
      clearInterval(beating);
      for (const { server } of replicas) await server.close();
    },
  };
}
