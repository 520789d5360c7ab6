/**
 * Each process that has the database open says so there: which keys it knows, and with which it seals and signs. A rotation goes on when all of them
 * know the new key. One that was killed is believed to live until the instant that it named itself.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Database, Statement } from '../../subgraphs/database/database.ts';
import type { Session } from '../../subgraphs/database/session.ts';
import type { Config } from '../settings/config.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** A session of the platform itself. */
export const OF_PLATFORM: Session = {
  role: 'OPERATOR',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: '1970-01-01',
};

export interface Living {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  readonly sealing: readonly string[];
  readonly sealsWith: string;
  readonly signing: readonly string[];
  readonly signsWith: string;
  readonly believedUntil: string;
}

/** An interval in milliseconds, of which a process may miss three before it is no longer believed to live. */
const MISSED = 4;

const ENTER: Statement = {
  name: 'process-enter',
  text: `insert into control.process (id, host, pid, version, started_at, believed_until, sealing, seals_with, signing, signs_with)
    select $1::uuid, $2, $3::int, $4, now(), now() + $5::float8 * interval '1 ms', array(select jsonb_array_elements_text($6::jsonb)), $7,
      array(select jsonb_array_elements_text($8::jsonb)), $9
    on conflict (id) do update set believed_until = excluded.believed_until`,
};
const LEAVE: Statement = { name: 'process-leave', text: 'delete from control.process where id = $1::uuid' };
const CLEAR: Statement = { name: 'process-clear', text: 'delete from control.process where believed_until < now()' };
const CLEAR_ALL: Statement = { name: 'process-clear-all', text: 'delete from control.process' };
const LIVING: Statement = {
  name: 'process-living',
  text: `select id, host, pid, version, sealing, seals_with as "sealsWith", signing, signs_with as "signsWith", believed_until as "believedUntil"
    from control.process where believed_until > now() order by started_at, id`,
};

/** All that live, the caller's own process left out where it names it. */
export const livingProcesses = async (database: Database, without?: string): Promise<readonly Living[]> =>
  (await database.execute<Living>(OF_PLATFORM, 'presence', LIVING, [])).filter(({ id }) => id !== without);

export interface Presence {
  readonly id: string;
  /** The process no longer has the database open. */
  leave(): Promise<void>;
}

/** Enters this process, and again at each interval. The embedded database belongs to one process: what others left there is gone. */
export async function enter(
  database: Database,
  { secrets, dueEveryMs }: Pick<Config, 'secrets' | 'dueEveryMs'>,
  signing: readonly string[],
  signsWith: string,
): Promise<Presence> {
  const id = randomUUID();
  const embedded = database.kind === 'pglite';
  const every = Math.ceil(dueEveryMs / MISSED);
  const sealing = secrets.sealing.map((key) => key.id);
  const parameters = [
    id,
    hostname(),
    process.pid,
    version,
    // A year: who has the embedded database open is the only one.
    embedded ? 365 * 24 * 3_600_000 : every * MISSED,
    JSON.stringify(sealing),
    sealing[0],
    JSON.stringify(signing),
    signsWith,
  ];
  const write = () => database.execute(OF_PLATFORM, 'presence', ENTER, parameters);
  await database.execute(OF_PLATFORM, 'presence', embedded ? CLEAR_ALL : CLEAR, []);
  await write();
  let writing: Promise<unknown> | undefined;
  const timer = embedded
    ? undefined
    : setInterval(() => {
        // While the database does not answer, other jobs say so.
        writing ??= write()
          .catch(() => undefined)
          .finally(() => {
            writing = undefined;
          });
      }, every).unref();
  return {
    id,
    leave: async () => {
      clearInterval(timer);
      await writing;
      // A database that went away has nobody to tell.
      await database.execute(OF_PLATFORM, 'presence', LEAVE, [id]).catch(() => undefined);
    },
  };
}
