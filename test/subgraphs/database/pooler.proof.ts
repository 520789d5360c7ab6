/**
 * Debian's pgbouncer between the gateway and PostgreSQL: with a connection for a session everything goes, with one for a transaction the start is refused and nothing
 * is left locked. A proof: it starts processes.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineMessages } from '../../../schema/messages/database/engine.ts';
import type { Database } from '../../../subgraphs/database/database.ts';
import { EngineFault } from '../../../subgraphs/database/engines/engine-fault.ts';
import { openDatabase } from '../../../subgraphs/database/open.ts';
import { roleNames } from '../../../subgraphs/database/roles.ts';
import { ENTITIES } from '../../../subgraphs/entities.ts';
import { PROGRAMS } from '../../deploy/programs.ts';
import { COMPANY, openWorld, PERMIT_OFFICE } from '../../kit.ts';
import { serverAvailable } from '../../postgresql.ts';
import { makeDatabase } from '../../sample-template.ts';

const program = serverAvailable() ? PROGRAMS.pgbouncer() : undefined;

interface Pooler {
  /** The same database through it. */
  of(url: string): string;
  stop(): Promise<void>;
}

const PORT = 12_000 + (process.pid % 7_000);
let next = 0;

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

/** Starts one before the server of a database. The proof's server trusts whoever is on this machine, and so does it. */
async function startPooler(url: string, settings: readonly string[]): Promise<Pooler> {
  if (program === undefined) throw new Error('There is no pgbouncer.');
  const { hostname, port, pathname, username } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'credit-pgbouncer-'));
  const own = PORT + next;
  next += 1;
  const login = roleNames(pathname.slice(1)).login;
  writeFileSync(join(folder, 'users'), `"${username}" ""\n"${login}" ""\n`);
  const lines = [
    ...['[databases]', `* = host=${hostname} port=${port}`, '[pgbouncer]', 'listen_addr = 127.0.0.1'],
    ...[`listen_port = ${own}`, 'auth_type = trust', `auth_file = ${join(folder, 'users')}`, 'unix_socket_dir ='],
    ...settings,
  ];
  writeFileSync(join(folder, 'ini'), `${lines.join('\n')}\n`);
  chmodSync(folder, 0o755);
  const [command = '', ...before] = program.command;
  // It refuses to run as root.
  const as =
    process.getuid?.() === 0 ? Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout) : undefined;
  const child: ChildProcess = spawn(command, [...before, join(folder, 'ini')], {
    env: program.environment,
    stdio: 'ignore',
    ...(as === undefined ? {} : { uid: as }),
  });
  for (let tries = 0; !(await answers(own)); tries += 1) {
    if (tries === 100 || child.exitCode !== null) throw new Error('pgbouncer does not start.');
    await pause(100);
  }
  return {
    of: (database) => {
      const through = new URL(database);
      through.port = String(own);
      return through.href;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const open = (url: string): Promise<Database> =>
  openDatabase({ entities: ENTITIES, url, loginPassword: 'of the tests' });

const PUBLIC = {
  role: 'PUBLIC',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: '2026-11-20',
} as const;

/** How a statement that would take a minute ends once its request is given up. */
async function givenUp(database: Database): Promise<unknown> {
  const transaction = await database.read(PUBLIC);
  await transaction.entitlements;
  const slow = transaction.query({ name: 'slow', text: 'select pg_sleep(10)' }, []).catch((error: unknown) => error);
  await pause(200);
  transaction.cancel();
  const ended = await slow;
  await transaction.close();
  return (ended as { readonly code?: unknown }).code;
}

it.runIf(program === undefined)(
  "nothing of it was tried: PostgreSQL or Debian's pgbouncer is not to be had (apt-get install pgbouncer)",
  ({ skip }) => skip(),
);

describe.skipIf(program === undefined)('pgbouncer', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ url, drop } = await makeDatabase());
  });
  afterAll(() => drop());

  it.each([
    ['gives the connection that was used last', ['pool_mode = transaction']],
    ['gives each in turn', ['pool_mode = transaction', 'server_round_robin = 1', 'min_pool_size = 3']],
    ['has one connection for all', ['pool_mode = transaction', 'default_pool_size = 1']],
    ['pools single statements', ['pool_mode = statement']],
  ])('that %s for each transaction is refused with what to do, and nothing stays locked', async (_how, settings) => {
    const pooler = await startPooler(url, settings);
    const fault: unknown = await open(pooler.of(url)).catch((error: unknown) => error);
    const { message, help } = engineMessages.pooled();
    expect(fault).toBeInstanceOf(EngineFault);
    expect((fault as EngineFault).message).toBe(`${message.en} ${help.en}`);
    expect((fault as EngineFault).localized.zh).toBe(`${message.zh}${help.zh}`);
    // The pooler is there, with its connections. Who goes to PostgreSQL itself does not wait for a lock.
    await (await open(url)).close();
    await pooler.stop();
  });

  it('with a connection for a session: a statement that is given up ends, as without it', async () => {
    const pooler = await startPooler(url, ['pool_mode = session']);
    for (const way of [url, pooler.of(url)]) {
      const database = await open(way);
      // 57014: ended by a cancel.
      expect(await givenUp(database), way).toBe('57014');
      await database.close();
    }
    await pooler.stop();
  });

  it('with a connection for a session: answers are those of a gateway without it, read and written', async () => {
    let pooler: Pooler | undefined;
    const question = `{ subject(identifier: {type: USCC, value: "${COMPANY.value}"}) { name records(first: 5) { totalCount nodes { item { name } } } } }`;
    const plain = await openWorld('postgresql');
    const through = await openWorld('postgresql', {
      placed: async (own) => {
        pooler = await startPooler(own, ['pool_mode = session', 'default_pool_size = 40']);
        return { DATABASE_URL: pooler.of(own) };
      },
    });
    for (const [holder, headers] of [
      [null, {}],
      [PERMIT_OFFICE, { purpose: 'PERMIT', case: '2026-0001', matter: 'FOOD-PERMIT' }],
    ] as const) {
      const [asked, expected] = [
        await through.ask(holder, question, {}, headers),
        await plain.ask(holder, question, {}, headers),
      ];
      expect(asked).toEqual(expected);
      expect(asked.data.subject.name).toBeTruthy();
    }
    await through.close();
    await plain.close();
    await pooler?.stop();
  });
});
