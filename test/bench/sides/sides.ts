/** Starts the sides of the benchmark, each with the processes that it consists of. */
import { SUBGRAPH_NAMES } from '../../../subgraphs/names.ts';
import type { Usage } from '../settings.ts';
import { type Child, startChild } from './child.ts';

export interface Side {
  readonly name: string;
  /** URLs that take requests. The connections of the load generator are spread over them. */
  readonly urls: readonly string[];
  /** CPU time and memory of all its processes together. */
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

const sideOf = (name: string, urls: readonly string[], children: readonly Child[]): Side => ({
  name,
  urls,
  usage: async () => {
    const each = await Promise.all(children.map((child) => child.ask<Usage>('usage')));
    return {
      cpuMs: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      residentBytes: each.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
    };
  },
  stop: async () => {
    for (const child of children) await child.stop();
  },
});

/** This gateway as several processes over one database, as they run behind a load balancer. */
export async function startOwn(
  environment: NodeJS.ProcessEnv,
  processes: number,
  nodeOptions: readonly string[] = [],
): Promise<Side> {
  const started: { child: Child; ready: string }[] = [];
  // They start one after another, because the first migrates the database.
  for (let count = 0; count < processes; count += 1)
    started.push(await startChild<string>('sides/gateway-process.ts', { environment, ledger: true }, nodeOptions));
  const name = processes === 1 ? '(a) this gateway' : `(a) this gateway × ${processes}`;
  return sideOf(
    name,
    started.map(({ ready }) => `${ready}/graphql`),
    started.map(({ child }) => child),
  );
}

/** This gateway without its ledger. */
export async function startWithoutLedger(environment: NodeJS.ProcessEnv): Promise<Side> {
  const { child, ready } = await startChild<string>('sides/gateway-process.ts', { environment, ledger: false });
  return sideOf('(c) no ledger', [`${ready}/graphql`], [child]);
}

/** The stock gateway and its four subgraphs: five processes. */
export async function startStock(environment: NodeJS.ProcessEnv): Promise<Side> {
  const subgraphs = await Promise.all(
    SUBGRAPH_NAMES.map(async (name) => ({
      name,
      ...(await startChild<string>('sides/stock-subgraph-process.ts', { name, environment })),
    })),
  );
  const urls = Object.fromEntries(subgraphs.map(({ name, ready }) => [name, ready]));
  const gateway = await startChild<string>('sides/stock-gateway-process.ts', { urls });
  return sideOf('(b) stock', [gateway.ready], [gateway.child, ...subgraphs.map(({ child }) => child)]);
}
