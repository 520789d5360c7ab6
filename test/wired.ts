/** The four subgraphs of a world in HTTP servers of their own, behind its gateway (`SUBGRAPH_URLS`), over PostgreSQL. */
import pg from 'pg';
import type { Logger } from 'pino';
import { expect, inject } from 'vitest';
import type { FaultInjection } from '../gateway/federation/transport.ts';
import { type OpenedPlatform, openPlatform } from '../gateway/platform.ts';
import { readyRows } from '../gateway/rows.ts';
import type { Server } from '../gateway/server.ts';
import { readConfig, readSubgraphConfig } from '../gateway/settings/config.ts';
import { type SubgraphServer, startSubgraph } from '../gateway/subgraph/serve.ts';
import type { Database } from '../subgraphs/database/database.ts';
import { makeLogins, type OfPlaces } from '../subgraphs/database/logins.ts';
import { type DatabaseRole, PLACES } from '../subgraphs/database/roles.ts';
import { keyGuard } from '../subgraphs/keys/marks.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../subgraphs/names.ts';
import type { Platform } from '../subgraphs/request/context.ts';
import { openRequestAs } from '../subgraphs/request/internal-request.ts';
import { inBothModes } from './both-modes.ts';
import { type FaultyWire, faultyWire } from './faulty-wire.ts';
import type { DatabaseKind } from './sample-template.ts';

export interface Wired {
  readonly servers: Readonly<Record<SubgraphName, SubgraphServer>>;
  /** What the gateway's environment has more: it logs in as itself too. */
  readonly environment: { readonly SUBGRAPH_URLS: string; readonly DATABASE_URL: string };
  /** The platform of the owner, beside: for what a test does that no gateway may. */
  readonly owner: OpenedPlatform;
  /** Nobody asks any more: the entries of questions that were open have their leaves at the next checkpoint. */
  endQuestions(ownerUrl: string): Promise<void>;
  /** Starts one that was stopped, under the address that it had. */
  startAgain(name: SubgraphName): Promise<void>;
  stop(): Promise<void>;
}

/** Roles of jobs that a test runs past the door: under the login of the gateway, as its own jobs do. */
const OF_GATEWAY: ReadonlySet<DatabaseRole> = new Set([
  ...(['statistics', 'sequencer', 'webhooks', 'admission', 'metrics', 'presence'] as const),
]);

/** A gateway's server for a test, which does as the owner what no gateway may. */
export function besideOwner(server: Server, owner: OpenedPlatform): Server {
  const [own, whole] = [server.platform.database, owner.platform.database];
  const of = (role: DatabaseRole): Database => (OF_GATEWAY.has(role) ? own : whole);
  const platform: Platform = {
    ...server.platform,
    database: {
      ...own,
      read: whole.read,
      execute: (session, role, ...more) => of(role).execute(session, role, ...more),
      write: (session, role, ...more) => of(role).write(session, role, ...more),
    },
  };
  return { ...server, platform, snapshots: owner.snapshots, requestAs: openRequestAs(platform, owner.snapshots) };
}

interface Options {
  readonly wire?: boolean;
  readonly wallsDown?: unknown;
}

/** Whether the subgraphs of a world are in servers of their own. Walls are taken down in one process only. */
export const isWired = (kind: DatabaseKind, { wire, wallsDown }: Options): boolean =>
  wire ??
  (kind === 'postgresql' &&
    inject('step') === 'proof' &&
    inBothModes(expect.getState().testPath) &&
    wallsDown === undefined);

interface Starting {
  readonly now: () => Date;
  readonly log: Logger;
  /** Something between the gateway and the subgraphs that fails, hangs, or says something else. */
  readonly faults?: FaultInjection | undefined;
}

export async function startWired(
  environment: NodeJS.ProcessEnv,
  ownerUrl: string,
  { now, log, faults }: Starting,
): Promise<Wired> {
  // Each logs in as itself, and may do what its subgraph needs alone.
  const passwords = Object.fromEntries(Object.keys(PLACES).map((name) => [name, `password of ${name}`]));
  const config = readConfig(environment);
  const logins = await makeLogins(ownerUrl, passwords as OfPlaces<string>, keyGuard(config.secrets));
  const owner = await openPlatform(config, { now });
  await readyRows(owner, { sample: config.sample });
  const start = (name: SubgraphName, port = '0'): Promise<SubgraphServer> =>
    startSubgraph(readSubgraphConfig({ ...environment, PORT: port, DATABASE_URL: logins[name] }), name, { now, log });
  const servers = {} as Record<SubgraphName, SubgraphServer>;
  for (const name of SUBGRAPH_NAMES) servers[name] = await start(name);
  const between: FaultyWire[] = [];
  if (faults !== undefined)
    for (const name of SUBGRAPH_NAMES) between.push(await faultyWire(servers[name].url, () => faults(name)));
  const urls = SUBGRAPH_NAMES.map((name, at) => `${name}=${between[at]?.url ?? servers[name].url}`);
  return {
    servers,
    environment: { SUBGRAPH_URLS: urls.join(), DATABASE_URL: logins.gateway },
    owner,
    endQuestions: async (ownerUrl) => {
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      await owner.query('update ledger.pending set open_until = null');
      await owner.end();
    },
    startAgain: async (name) => {
      servers[name] = await start(name, new URL(servers[name].url).port);
    },
    stop: async () => {
      for (const one of between) await one.close();
      for (const name of SUBGRAPH_NAMES) await servers[name].stop();
      await owner.close();
    },
  };
}
