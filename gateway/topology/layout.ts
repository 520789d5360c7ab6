/** What stands where: folders, ports, names and passwords of one topology. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';

export const HOST = '127.0.0.1';

export const GATEWAYS = ['gateway-1', 'gateway-2'] as const;
export type GatewayName = (typeof GATEWAYS)[number];

/** One PostgreSQL with the Patroni that keeps it. */
export interface DatabaseNode {
  readonly name: string;
  readonly port: number;
  /** Of Patroni's REST API, which says who is primary. */
  readonly rest: number;
  /** Where the other node reaches it: its own port, or that of a proxy between the two. */
  readonly reachedAt: number;
}

/** Passwords of the database: the superuser's, the replication's, and the owner's of the schemas. */
export interface Passwords {
  readonly superuser: string;
  readonly replication: string;
  readonly owner: string;
}

export interface Layout {
  readonly folder: string;
  readonly nodes: readonly [DatabaseNode, DatabaseNode];
  readonly etcd: { readonly client: number; readonly peer: number };
  /** Ports of HAProxy: the primary, the replica, the gateways. */
  readonly balanced: { readonly primary: number; readonly replica: number; readonly gateways: number };
  readonly gateways: Readonly<Record<GatewayName, { readonly port: number; readonly metrics: number }>>;
  readonly subgraphs: Readonly<Record<SubgraphName, { readonly port: number; readonly metrics: number }>>;
  readonly passwords: Passwords;
}

/** Ports lie below the range that Linux gives to outgoing connections. */
const [FIRST, LAST] = [20_000, 32_000];

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });

/** Free ports, no two alike. The first wish is kept where it is free. */
export async function freePorts(count: number, from: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = from; found.length < count; port += 1) {
    if (port >= LAST) throw new Error(`Fewer than ${count} ports are free from ${from} to ${LAST}.`);
    if (await isFree(port)) found.push(port);
  }
  return found;
}

/** Made once in a folder: PostgreSQL keeps them. */
function passwordsIn(folder: string): Passwords {
  const path = join(folder, 'passwords.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Passwords;
  const fresh = (): string => randomBytes(18).toString('base64url');
  const made: Passwords = { superuser: fresh(), replication: fresh(), owner: fresh() };
  writeFileSync(path, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  return made;
}

/**
 * Chooses ports for a topology in a folder that is there. `port`: where callers are to reach the gateways; another free one where it is taken.
 * `between` makes a proxy in front of a node, of which it is told the port, and returns the proxy's port.
 */
export async function layOut(
  folder: string,
  port: number,
  between: (name: string, port: number) => Promise<number> = (_name, own) => Promise.resolve(own),
): Promise<Layout> {
  const ports = await freePorts(21, FIRST + ((process.pid * 29) % (LAST - FIRST - 1_000)));
  let at = 0;
  const next = (): number => ports[at++] as number;
  const two = () => ({ port: next(), metrics: next() });
  const node = async (name: string): Promise<DatabaseNode> => {
    const own = next();
    return { name, port: own, rest: next(), reachedAt: await between(name, own) };
  };
  return {
    folder,
    nodes: [await node('db1'), await node('db2')],
    etcd: { client: next(), peer: next() },
    balanced: { primary: next(), replica: next(), gateways: (await isFree(port)) && port !== 0 ? port : next() },
    gateways: { 'gateway-1': two(), 'gateway-2': two() },
    subgraphs: Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, two()])) as unknown as Layout['subgraphs'],
    passwords: passwordsIn(folder),
  };
}

export const DATABASE = 'credit';
export const OWNER = 'credit_owner';

const databaseUrl = (user: string, password: string, port: number, database: string): string =>
  `postgres://${user}:${password}@${HOST}:${port}/${database}`;

/** As the gateways and subgraphs reach the primary, whichever node it is. */
export const ownerUrl = ({ balanced, passwords }: Layout): string =>
  databaseUrl(OWNER, passwords.owner, balanced.primary, DATABASE);

/** Whichever node is the replica. Each subgraph asks it with its own login. */
export const replicaUrl = ({ balanced }: Layout): string => `postgres://${HOST}:${balanced.replica}/${DATABASE}`;

/** As a superuser of the primary. */
export const superuserUrl = ({ balanced, passwords }: Layout, database = DATABASE): string =>
  databaseUrl('postgres', passwords.superuser, balanced.primary, database);
