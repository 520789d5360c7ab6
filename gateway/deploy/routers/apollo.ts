/** A stock Apollo Server with @apollo/gateway before the subgraphs: `node apollo.ts`. Copy it with the three files credit-*.ts, and change it as you like. */
import { readFileSync } from 'node:fs';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { GraphQLError } from 'graphql';
import { addressed, CreditHop, type HopSettings, type Part, type Question, type Result } from './credit-hop.ts';

/** Numbers of persons would stand in addresses, and those in logs. */
const POST_ALONE = { status: 405, headers: new HeaderMap([['allow', 'POST']]) };

interface Context {
  readonly question: Question;
}

/** Asks one subgraph. In place of RemoteGraphQLDataSource, whose body can no more be read where it signs, and which throws an answer of 401 away. */
const source = (hop: CreditHop, subgraph: string, url: string): GraphQLDataSource<Context> =>
  ({
    process: ({ request, context }) => {
      const { question } = context as Partial<Context>;
      // Apollo asks once by itself, at start: no client, no question.
      if (question === undefined) return Promise.resolve({ data: { __typename: 'Query' } });
      const { query = '', variables, operationName } = request;
      return hop.ask(question, { subgraph, url, query, variables, operationName } satisfies Part);
    },
  }) as GraphQLDataSource<Context>;

/** Has each answer looked over before it leaves. */
const lookedOver = (hop: CreditHop): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { question }, response }) => {
      if (response.body.kind !== 'single') throw new Error('An answer in parts is not looked over.');
      const singleResult = await hop.answer(question, response.body.singleResult as Result);
      response.body = { kind: 'single', singleResult: singleResult as typeof response.body.singleResult };
      response.http.headers.set('x-request-id', question.id);
      response.http.headers.set('cache-control', 'no-store');
      if (question.status !== undefined) response.http.status = question.status;
    },
  }),
});

export interface RouterSettings extends HopSettings {
  /** Text of schema/supergraph.graphql. */
  readonly supergraph: string;
  readonly urls: string;
  readonly port: number;
}

/** Starts it. */
export async function startApollo({ supergraph, urls, port, ...settings }: RouterSettings) {
  const hop = new CreditHop(settings);
  const server = new ApolloServer<Context>({
    gateway: new ApolloGateway({
      supergraphSdl: addressed(supergraph, urls),
      buildService: ({ name, url = '' }) => source(hop, name, url) as never,
    }),
    plugins: [lookedOver(hop)],
    introspection: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // Ours has more limits than this one: ROUTERS.md.
    parseOptions: { maxTokens: 2_000 },
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port, host: '127.0.0.1' },
    context: async ({ req: { headers, method } }) => {
      if (method !== 'POST')
        throw new GraphQLError('Questions are sent by POST.', { extensions: { http: POST_ALONE as never } });
      const header = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);
      return { question: hop.question(header) };
    },
  });
  return { url, stop: () => server.stop().finally(() => hop.close()) };
}

if (import.meta.main) {
  const { HOP_KEY = 'hop.json', SUPERGRAPH = 'supergraph.graphql', SUBGRAPH_URLS = '', PORT = '4000' } = process.env;
  const { url } = await startApollo({
    keyFile: HOP_KEY,
    supergraph: readFileSync(SUPERGRAPH, 'utf8'),
    urls: SUBGRAPH_URLS,
    port: Number(PORT),
    log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`),
  });
  process.stdout.write(`Ready at ${url}\n`);
}
