/**
 * Side (b): one subgraph behind a stock Apollo Server. Schema, resolvers, guards and row policies are this project's. Only the serving is
 * stock: each fetch is an HTTP request with a read transaction and a ledger entry of its own.
 */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { openDevelopmentIssuer } from '../../../gateway/identity/development-issuer.ts';
import { openIdentity } from '../../../gateway/identity/open.ts';
import { proxyList } from '../../../gateway/message/address.ts';
import { openPlatform } from '../../../gateway/platform.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { openSubgraphs } from '../../../subgraphs/index.ts';
import type { SubgraphName } from '../../../subgraphs/names.ts';
import type { Context } from '../../../subgraphs/request/context.ts';
import { newId, openRequest } from '../../../subgraphs/request/request.ts';
import { contextOf } from '../../../subgraphs/subgraph.ts';
import { NOW } from '../settings.ts';
import { serveChild, usage } from './child.ts';

async function serve(name: SubgraphName, environment: NodeJS.ProcessEnv): Promise<string> {
  const config = readConfig(environment);
  const { platform, snapshots } = await openPlatform(config, { now: () => NOW });
  const readCaller = openIdentity({
    platform,
    config,
    development: await openDevelopmentIssuer(config.folder),
    proxies: proxyList([]),
    publicUrls: () => [],
    onFault: () => undefined,
  });
  const server = new ApolloServer<Context>({
    schema: openSubgraphs()[name].schema,
    plugins: [
      {
        requestDidStart: async () => ({
          willSendResponse: ({ contextValue }) => contextValue.request.settle(),
        }),
      },
    ],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => contextOf(openRequest(platform, snapshots, await readCaller(req, newId())), true),
  });
  return url;
}

serveChild<{ name: SubgraphName; environment: NodeJS.ProcessEnv }>(async ({ name, environment }) => ({
  ready: await serve(name, environment),
  answer: usage,
}));
