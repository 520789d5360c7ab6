/** Sides (b) and (d): stock @apollo/gateway in a stock Apollo Server, forwarding the caller's headers to its subgraphs. */
import { ApolloGateway, type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { serveChild, usage } from './child.ts';
import { FORWARDED, supergraphAt } from './stock.ts';

interface Incoming {
  readonly headers?: NodeJS.Dict<string | string[]>;
}

class Forwarding extends RemoteGraphQLDataSource<Incoming> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Incoming>): void {
    for (const name of FORWARDED) {
      const value = context.headers?.[name];
      if (typeof value === 'string') request.http?.headers.set(name, value);
    }
  }
}

async function serve(urls: Readonly<Record<string, string>>): Promise<string> {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphAt(urls),
    buildService: ({ url }) => new Forwarding({ url: url ?? '' }),
  });
  const server = new ApolloServer<Incoming>({ gateway });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => ({ headers: req.headers }),
  });
  return url;
}

serveChild<{ urls: Readonly<Record<string, string>> }>(async ({ urls }) => ({
  ready: await serve(urls),
  answer: usage,
}));
