/** What DATABASE_URL says beside host and port holds for every connection: reads and writes go through the socket of a server on this machine. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, subject, type World } from '../../kit.ts';
import { serverAvailable } from '../../postgresql.ts';
import { PUBLIC_LOOKUP } from '../../stories/operations.ts';

/** Longer than a pool keeps a connection by itself. */
const PAUSE_MS = 11_000;

/** The same database by the folder of its socket. The host resolves nowhere: whoever asked it would not connect. */
async function bySocket(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ folder: string; port: string }>(
    `select split_part(current_setting('unix_socket_directories'), ',', 1) as folder, current_setting('port') as port`,
  );
  await client.end();
  const [{ folder, port } = { folder: '', port: '' }] = rows;
  if (folder === '') return undefined;
  const own = new URL(url);
  own.host = `nowhere.invalid:${port}`;
  own.searchParams.set('host', folder);
  return own.href;
}

describe.skipIf(!serverAvailable() || process.env.TEST_DATABASE_URL !== undefined)('a database by its socket', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('postgresql', { placed: async (own) => ({ DATABASE_URL: await bySocket(own) }) });
  });
  afterAll(() => world?.close());

  it('is read and written over the socket alone', async () => {
    const { data, errors } = await world.ask(
      subject({ type: 'CITIZEN_ID', value: '239999199003070016' }),
      'mutation { lockSharing { lockedSince } }',
    );
    expect(errors).toBeUndefined();
    expect(data.lockSharing.lockedSince).not.toBeNull();
    const client = new pg.Client({ connectionString: world.ownerUrl });
    await client.connect();
    const { rows } = await client.query(
      `select client_addr::text as from, count(*)::int > 1 as several from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() group by 1`,
    );
    await client.end();
    expect(rows).toEqual([{ from: null, several: true }]);
  });

  it('its connections are there for whoever asks after a pause: each has planned its statements', async () => {
    const client = new pg.Client({ connectionString: world.ownerUrl });
    await client.connect();
    const held = async (): Promise<number[]> => {
      const { rows } = await client.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and usename like '%login' order by pid`,
      );
      return rows.map(({ pid }) => pid);
    };
    const id = { type: 'USCC', value: '91239999MA1ABC019L' };
    await Promise.all(Array.from({ length: 12 }, () => world.ask(null, PUBLIC_LOOKUP, { id, first: 1 })));
    const before = await held();
    await sleep(PAUSE_MS);
    const after = await held();
    await client.end();
    // Of those that read, and of those that write.
    expect(before.length).toBeGreaterThan(5);
    expect(after).toEqual(before);
  });
});
