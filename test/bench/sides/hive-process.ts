/** Side (h): Hive Gateway with the query planner of Hive Router, which is written in Rust, over the subgraphs of (b). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import http from '@graphql-mesh/transport-http';
import { serveChild, usage } from './child.ts';
import { FORWARDED, supergraphAt } from './stock.ts';

async function serve(urls: Readonly<Record<string, string>>): Promise<string> {
  const gateway = createGatewayRuntime({
    supergraph: supergraphAt(urls),
    unifiedGraphHandler,
    // What @graphql-hive/gateway, the program, brings by itself.
    transports: { http },
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) =>
        Object.fromEntries(
          FORWARDED.flatMap((name) => {
            const value = request.headers.get(name);
            return value === null ? [] : [[name, value]];
          }),
        ),
    },
    maskedErrors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
  });
  const server = createServer(gateway);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

serveChild<{ urls: Readonly<Record<string, string>> }>(async ({ urls }) => ({
  ready: await serve(urls),
  answer: usage,
}));
