/** Starts the sides of the benchmark, each with the processes that it consists of. */
import { readConfig } from '../../../gateway/settings/config.ts';
import { makeLogins, type OfPlaces } from '../../../subgraphs/database/logins.ts';
import { PLACES } from '../../../subgraphs/database/roles.ts';
import { keyGuard } from '../../../subgraphs/keys/marks.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../../subgraphs/names.ts';
import type { Operation } from '../settings.ts';
import type { Letter } from '../told/results.ts';
import { type Child, startChild } from './child.ts';
import { type Side, sideOf } from './side.ts';

interface Starting {
  readonly environment: NodeJS.ProcessEnv;
  readonly processes: number;
  readonly nodeOptions?: readonly string[];
}

/** This gateway as several processes over one database, as they run behind a load balancer. */
export async function startOwn(
  { environment, processes, nodeOptions = [] }: Starting,
  { ledger = true } = {},
): Promise<Side> {
  const started: { child: Child; ready: string }[] = [];
  // They start one after another, because the first migrates the database.
  for (let count = 0; count < processes; count += 1)
    started.push(await startChild<string>('sides/gateway-process.ts', { environment, ledger }, nodeOptions));
  const name = `${ledger ? 'this gateway' : 'without ledger'}${processes === 1 ? '' : ` × ${processes}`}`;
  return sideOf(ledger ? 'a' : 'c', name, {
    urls: started.map(({ ready }) => `${ready}/graphql`),
    children: started.map(({ child }) => child),
  });
}

interface Stock {
  readonly urls: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
}

/** The four subgraphs of a side, each in a process of its own. */
async function startSubgraphs(file: string, environmentOf: (name: SubgraphName) => NodeJS.ProcessEnv): Promise<Stock> {
  const started = await Promise.all(
    SUBGRAPH_NAMES.map(async (name) => ({
      name,
      ...(await startChild<string>(file, { name, environment: environmentOf(name) })),
    })),
  );
  return {
    urls: Object.fromEntries(started.map(({ name, ready }) => [name, ready])),
    children: started.map(({ child }) => child),
  };
}

/** The stock gateway and its four subgraphs: five processes. Beside it Hive Gateway over the same four. */
async function startStock(environment: NodeJS.ProcessEnv, letters: ReadonlySet<Letter>): Promise<Side[]> {
  const subgraphs = await startSubgraphs('sides/stock-subgraph-process.ts', () => environment);
  const stock = await startChild<string>('sides/stock-gateway-process.ts', { urls: subgraphs.urls });
  const sides = [sideOf('b', 'stock', { urls: [stock.ready], children: [stock.child, ...subgraphs.children] })];
  if (letters.has('h')) {
    const hive = await startChild<string>('sides/hive-process.ts', { urls: subgraphs.urls });
    sides.push(sideOf('h', 'Hive Gateway', { urls: [hive.ready], children: [hive.child], shared: subgraphs.children }));
  }
  return sides;
}

/** What a team would write in a month, behind the same stock gateway: five processes. */
async function startDocumented(environment: NodeJS.ProcessEnv): Promise<Side> {
  const subgraphs = await startSubgraphs('documented/subgraph-process.ts', () => environment);
  const stock = await startChild<string>('sides/stock-gateway-process.ts', { urls: subgraphs.urls });
  return sideOf('d', 'as documented', {
    urls: [stock.ready],
    children: [stock.child, ...subgraphs.children],
    operations: OF_SUBJECTS,
  });
}

/** The floor: one handler by hand, in one process. */
async function startFloor(environment: NodeJS.ProcessEnv): Promise<Side> {
  const { child, ready } = await startChild<string>('floor/floor-process.ts', { environment });
  return sideOf('f', 'the floor', { urls: [ready], children: [child], operations: OF_SUBJECTS });
}

/** This gateway with one process a subgraph, each under a login of its own: five processes. */
async function startWired(environment: NodeJS.ProcessEnv): Promise<Side> {
  const passwords = Object.fromEntries(Object.keys(PLACES).map((name) => [name, `password of ${name}`]));
  const guard = keyGuard(readConfig(environment).secrets);
  const logins = await makeLogins(environment.DATABASE_URL ?? '', passwords as OfPlaces<string>, guard);
  const subgraphs = await startSubgraphs('sides/wire-subgraph-process.ts', (name) => ({
    ...environment,
    DATABASE_URL: logins[name],
  }));
  const SUBGRAPH_URLS = Object.entries(subgraphs.urls)
    .map(([name, url]) => `${name}=${url}`)
    .join();
  const gateway = await startChild<string>('sides/gateway-process.ts', {
    environment: { ...environment, SUBGRAPH_URLS, DATABASE_URL: logins.gateway },
    ledger: true,
  });
  const children = [gateway.child, ...subgraphs.children];
  return sideOf('w', 'one process a subgraph', { urls: [`${gateway.ready}/graphql`], children });
}

/** What a side that was written for nothing else answers. */
const OF_SUBJECTS: readonly Operation[] = ['PublicLookup', 'PartyCheck', 'PartyBatch'];

/** Starts the sides with these letters, in their order. Every side but (a) needs a PostgreSQL server. */
export async function startSides(
  wanted: readonly Letter[],
  starting: Starting,
  onStarted: (sides: readonly Side[]) => void,
): Promise<void> {
  const letters = new Set(wanted);
  if (letters.has('a')) onStarted([await startOwn(starting)]);
  if (letters.has('b') || letters.has('h')) onStarted(await startStock(starting.environment, letters));
  if (letters.has('d')) onStarted([await startDocumented(starting.environment)]);
  if (letters.has('f')) onStarted([await startFloor(starting.environment)]);
  if (letters.has('w')) onStarted([await startWired(starting.environment)]);
  if (letters.has('c')) onStarted([await startOwn(starting, { ledger: false })]);
}
