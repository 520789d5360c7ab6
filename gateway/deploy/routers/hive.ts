/**
 * Hive Gateway before the subgraphs. Copy it with the three files credit-*.ts; gateway.config.ts imports `hiveConfig` of it and is then:
 *
 *     export const gatewayConfig = hiveConfig(process.env);
 */
import { readFileSync } from 'node:fs';
import type { GatewayConfigSupergraph, GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, GraphQLError, print } from 'graphql';
import { addressed, CreditHop, type HopSettings, type Question, type Result } from './credit-hop.ts';

interface Context {
  readonly question: Question;
}

/** Hive masks whatever is no error of this class. */
const asErrors = (errors: Result['errors']) =>
  errors?.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions }));

/** What Hive hands a transport, of it what is read here. */
interface Asked {
  readonly document: DocumentNode;
  readonly variables?: Result['data'];
  readonly operationName?: string | undefined;
  readonly context?: unknown;
}

/**
 * Asks the subgraphs, in place of the transport that Hive brings. That one joins equal fetches which run at one time, and compares no header that a hook onFetch
 * adds: two callers who ask the same would have one answer.
 */
const transport = (hop: CreditHop) => ({
  getSubgraphExecutor:
    ({ subgraphName: subgraph, transportEntry }: { subgraphName: string; transportEntry: { location?: string } }) =>
    async ({ document, variables, operationName, context }: Asked) => {
      const url = transportEntry.location ?? '';
      const part = { subgraph, url, query: print(document), variables: variables ?? undefined, operationName };
      const { data, errors } = await hop.ask((context as Context).question, part);
      return { data, errors: asErrors(errors) };
    },
});

/** Opens the question of each request, and has its answer looked over before it leaves. */
const creditHop = (hop: CreditHop): GatewayPlugin<Partial<Context>> => ({
  onRequest: ({ request, url, endResponse, fetchAPI }) => {
    // Numbers of persons would stand in addresses, and those in logs.
    if (url.pathname === '/graphql' && !['POST', 'OPTIONS'].includes(request.method))
      endResponse(new fetchAPI.Response(null, { status: 405, headers: { allow: 'POST' } }));
  },
  onDispose: () => hop.close(),
  onContextBuilding: ({ context, extendContext }) => {
    extendContext({ question: hop.question((name) => context.request.headers.get(name) ?? undefined) });
  },
  onExecute: ({ args }) => ({
    onExecuteDone: async ({ result, setResult }) => {
      const { question } = args.contextValue as Context;
      const { data, errors } = await hop.answer(question, result as Result);
      const http = {
        ...(question.status === undefined ? {} : { status: question.status }),
        headers: { 'x-request-id': question.id, 'cache-control': 'no-store' },
      };
      setResult({ data, ...(errors === undefined ? {} : { errors: asErrors(errors) }), extensions: { http } } as never);
    },
  }),
});

/** The configuration of Hive Gateway, by the same variables as a gateway's. */
export function hiveConfig(
  environment: Readonly<Record<string, string | undefined>>,
  settings: Omit<HopSettings, 'keyFile'> = {},
): GatewayConfigSupergraph {
  const { HOP_KEY = 'hop.json', SUPERGRAPH = 'supergraph.graphql', SUBGRAPH_URLS = '' } = environment;
  const hop = new CreditHop({ keyFile: HOP_KEY, ...settings });
  return {
    supergraph: addressed(readFileSync(SUPERGRAPH, 'utf8'), SUBGRAPH_URLS),
    transports: { http: transport(hop) } as never,
    plugins: () => [creditHop(hop) as never],
    // Each part as it was planned.
    __experimental__batchExecution: false,
    // The id is made by credit-hop.ts, never taken from a client.
    requestId: false,
    disableIntrospection: { disableIf: () => true },
    graphiql: false,
    landingPage: false,
  };
}
