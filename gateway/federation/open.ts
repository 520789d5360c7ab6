/** The gateway over the subgraphs, in this process or each in one of its own (SUBGRAPH_URLS), and how a question is opened in either. */
import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import type { WallsDown } from '../../subgraphs/authorization/guard.ts';
import { openSubgraphs } from '../../subgraphs/index.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { openRequest } from '../../subgraphs/request/request.ts';
import type { SnapshotReader } from '../../subgraphs/request/snapshot.ts';
import type { Settlement } from '../metrics/counters.ts';
import type { HopCounters } from '../metrics/hop.ts';
import type { Config } from '../settings/config.ts';
import type { Traces } from '../traces/traces.ts';
import type { Ask, GatewayContext } from './asked.ts';
import { startGateway } from './gateway.ts';
import { remoteSubgraphs } from './network/networked.ts';
import { remoteQuestion } from './network/remote.ts';
import type { FaultInjection } from './transport.ts';

interface Needed {
  readonly platform: Platform;
  readonly snapshots: SnapshotReader;
  readonly log: Logger;
  readonly traces: Traces;
  readonly settled: (outcome: Settlement) => void;
  /** Counts parts that other processes answer. */
  readonly hopTold: HopCounters;
  /** Called when a part in another process has changed something, before its answer leaves. */
  readonly changed: () => Promise<unknown>;
  readonly faults: FaultInjection | undefined;
  readonly wallsDown: WallsDown | undefined;
}

export interface Federation {
  readonly server: ApolloServer<GatewayContext>;
  readonly ask: Ask;
  stop(): Promise<void>;
}

/** Starts it. */
export async function openFederation(
  config: Config,
  { platform, snapshots, log, traces, settled, hopTold, changed, faults, wallsDown }: Needed,
): Promise<Federation> {
  const { remote: places, subgraphTimeoutMs } = config;
  const remote =
    places === undefined
      ? undefined
      : remoteSubgraphs(places, {
          timeoutMs: subgraphTimeoutMs,
          now: platform.now,
          log,
          traces,
          told: hopTold,
          changed,
        });
  const server = await startGateway({
    subgraphs: remote?.source ?? openSubgraphs(wallsDown),
    development: config.mode === 'development',
    subgraphTimeoutMs,
    log,
    traces,
    settled,
    faults,
  });
  return {
    server,
    ask: (caller, message) =>
      remote === undefined
        ? openRequest(platform, snapshots, caller, { expecting: true })
        : remoteQuestion(caller, message, {
            deadlineMs: config.requestTimeoutMs,
            now: platform.now,
            here: () => openRequest(platform, snapshots, caller),
          }),
    stop: async () => {
      await server.stop();
      remote?.close();
    },
  };
}
