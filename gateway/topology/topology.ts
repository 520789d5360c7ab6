/** Starts a topology in its order, keeps it running, and stops it in the opposite order. */
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import { openPlatform } from '../platform.ts';
import { readyRows } from '../rows.ts';
import { readConfig } from '../settings/config.ts';
import { makeHopKey } from '../settings/hop-key.ts';
import { isServer, makeAllLogins } from '../settings/logins.ts';
import { etcdFile } from './files/etcd.ts';
import { haproxyFile } from './files/haproxy.ts';
import { patroniFile } from './files/patroni.ts';
import { askOnce, statusOf, until } from './health.ts';
import { DATABASE, GATEWAYS, HOST, OWNER, superuserUrl } from './layout.ts';
import { etcd, gateway, haproxy, patroni, placesOf, type Setting, subgraph } from './processes.ts';
import { type Program, Supervised, type User } from './supervised.ts';

/** What is told while it starts and runs. */
export interface Told {
  /** These are up. */
  up(names: readonly string[], seconds: number): void;
  /** One ended by itself and is started again after a pause. */
  restarts(name: string, afterMs: number, log: string): void;
}

export interface Topology {
  /** Resolves when all of it answers; rejects with `NotUp` where something does not, and everything is stopped. */
  readonly ready: Promise<void>;
  readonly setting: Setting;
  /** Where callers reach it: the balancer of the gateways. */
  readonly url: string;
  readonly processes: ReadonlyMap<string, Supervised>;
  /** Name of the node that Patroni says is primary; undefined while none is. */
  primary(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** It was told to stop while it started. */
export class Stopped extends Error {}

const [SOON_MS, LONG_MS] = [30_000, 180_000];

/** Everything in the folder belongs to whom the processes run as. */
function give(path: string, { uid, gid }: User): void {
  chownSync(path, uid, gid);
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name), { uid, gid });
}

/** Writes the configuration files. Keys of the hop are made once in a folder. */
function writeFiles({ layout, programs, user }: Setting): void {
  const { folder, nodes } = layout;
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text, { mode: 0o600 });
  mkdirSync(join(folder, 'data'), { recursive: true, mode: 0o700 });
  write('etcd.yaml', etcdFile(layout));
  for (const one of nodes) write(`patroni-${one.name}.yaml`, patroniFile(layout, one, programs.postgresql));
  write('haproxy.cfg', haproxyFile(layout));
  if (!existsSync(join(folder, 'hop-keys.json')))
    for (const name of GATEWAYS) makeHopKey(join(folder, `hop-${name}.json`), join(folder, 'hop-keys.json'));
  if (user !== undefined) give(folder, user);
}

/** The owner of the database and the database, on the primary. Made once. */
async function makeDatabase({ layout }: Setting): Promise<void> {
  const url = superuserUrl(layout, 'postgres');
  const [owner] = await askOnce(url, 'select from pg_roles where rolname = $1', [OWNER]);
  // The password is of our own making: it holds no quote.
  if (owner === undefined)
    await askOnce(url, `create role ${OWNER} login createrole password '${layout.passwords.owner}'`);
  const [database] = await askOnce(url, 'select from pg_database where datname = $1', [DATABASE]);
  if (database === undefined) await askOnce(url, `create database ${DATABASE} owner ${OWNER}`);
}

/** The tables with the sample, and a login for each subgraph and for the gateways: its file is what they are started with. */
async function makeLogins(setting: Setting): Promise<void> {
  const { folder } = setting.layout;
  const config = readConfig({ ...setting.environment, ...placesOf(setting), SUBGRAPH_URLS: '' });
  if (!isServer(config)) throw new Error('The topology has a database.');
  await makeAllLogins(config, join(folder, 'logins'), false);
  const opened = await openPlatform(config);
  await readyRows(opened, { sample: config.sample }).finally(() => opened.close());
  if (setting.user === undefined) return;
  give(join(folder, 'logins'), setting.user);
  give(join(folder, 'data'), setting.user);
}

/** PostgreSQL outlives a Patroni that was killed. */
function killLeft({ layout }: Setting): void {
  for (const { name } of layout.nodes) {
    const file = join(layout.folder, name, 'postmaster.pid');
    if (!existsSync(file)) continue;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It has ended.
    }
  }
}

export function startTopology(setting: Setting, told: Told): Topology {
  const { layout } = setting;
  const { nodes, balanced, gateways, subgraphs } = layout;
  const processes = new Map<string, Supervised>();
  let began = performance.now();
  let isStopping = false;
  const start = (program: Program): void => {
    if (isStopping) throw new Stopped();
    processes.set(program.name, new Supervised(program, (name, afterMs) => told.restarts(name, afterMs, program.log)));
  };
  const up = (...names: string[]): void => {
    told.up(names, (performance.now() - began) / 1_000);
    began = performance.now();
  };
  const answers = (name: string, port: number, path: string, atMostMs: number): Promise<void> =>
    until(name, async () => (await statusOf(`http://${HOST}:${port}${path}`)) === 200, atMostMs);
  const stop = async (): Promise<void> => {
    isStopping = true;
    const end = (names: readonly string[], signal: NodeJS.Signals, graceMs: number): Promise<unknown> =>
      Promise.all(names.map((name) => processes.get(name)?.stop(signal, graceMs)));
    await end(GATEWAYS, 'SIGTERM', 10_000);
    await end(SUBGRAPH_NAMES, 'SIGTERM', 10_000);
    await end(['haproxy'], 'SIGTERM', 2_000);
    // Patroni stops its PostgreSQL.
    for (const { name } of nodes) await end([name], 'SIGTERM', 15_000);
    killLeft(setting);
    await end(['etcd'], 'SIGTERM', 5_000);
  };
  const run = async (): Promise<void> => {
    writeFiles(setting);
    const [first, second] = nodes;
    start(etcd(setting));
    await answers('etcd', layout.etcd.client, '/health', SOON_MS);
    up('etcd');
    start(patroni(setting, first));
    start(haproxy(setting));
    // In a folder of before, the other one may have been primary.
    if (existsSync(join(layout.folder, second.name, 'PG_VERSION'))) start(patroni(setting, second));
    await until('db1', async () => (await primaryOf(setting)) !== undefined, LONG_MS);
    await until(
      'haproxy',
      async () => (await askOnce(superuserUrl(layout, 'postgres'), 'select 1')).length === 1,
      SOON_MS,
    );
    await makeDatabase(setting);
    await makeLogins(setting);
    up(first.name, 'haproxy');
    if (!processes.has(second.name)) start(patroni(setting, second));
    for (const name of SUBGRAPH_NAMES) start(subgraph(setting, name));
    await until('db2', () => isInStep(setting), LONG_MS);
    up(second.name);
    const [leading, following] = GATEWAYS;
    start(gateway(setting, leading));
    for (const name of SUBGRAPH_NAMES) await answers(name, subgraphs[name].port, '/readyz', LONG_MS);
    up(...SUBGRAPH_NAMES);
    await answers(leading, gateways[leading].port, '/readyz', LONG_MS);
    start(gateway(setting, following));
    await answers(following, gateways[following].port, '/readyz', LONG_MS);
    await answers('the balancer of the gateways', balanced.gateways, '/readyz', SOON_MS);
    up(...GATEWAYS);
  };
  const ready = run().catch(async (error: unknown) => {
    if (!isStopping) await stop();
    throw error;
  });
  return {
    ...{ ready, setting, processes, stop },
    url: `http://${HOST}:${balanced.gateways}`,
    primary: () => primaryOf(setting),
  };
}

async function primaryOf({ layout }: Setting): Promise<string | undefined> {
  const roles = await Promise.all(
    layout.nodes.map(async ({ name, rest }) => ({ name, status: await statusOf(`http://${HOST}:${rest}/primary`) })),
  );
  return roles.find(({ status }) => status === 200)?.name;
}

/** Whether every answer waits for the other node too, and that node may take the primary's place: Patroni says so a few seconds later. */
export async function isInStep({ layout }: Setting): Promise<boolean> {
  const [row] = await askOnce<{ waits: boolean }>(
    superuserUrl(layout, 'postgres'),
    `select current_setting('synchronous_standby_names') <> '' and exists (select from pg_stat_replication where sync_state = 'sync') as waits`,
  );
  const allowed = await Promise.all(layout.nodes.map(({ rest }) => statusOf(`http://${HOST}:${rest}/synchronous`)));
  return row?.waits === true && allowed.includes(200);
}
