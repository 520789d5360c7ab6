/** Apollo Server and Apollo Gateway over the four subgraphs. Writes the ledger before a result is returned. */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { type GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { unavailable } from '../../schema/errors.ts';
import { AnsweredMeanwhile } from '../../subgraphs/ledger/ledger.ts';
import type { SubgraphName } from '../../subgraphs/names.ts';
import type { Subgraph } from '../../subgraphs/subgraph.ts';
import { LIMITS } from '../query/limits.ts';
import { forbidTelemetry } from '../settings/config.ts';
import { errorFormatter } from './errors.ts';
import { knowIntrospection } from './introspection-fields.ts';
import { composeSupergraph } from './supergraph.ts';
import { type FaultInjection, type GatewayContext, inProcess } from './transport.ts';

export interface GatewaySettings {
  readonly subgraphs: Readonly<Record<SubgraphName, Subgraph>>;
  readonly development: boolean;
  readonly subgraphTimeoutMs: number;
  readonly log: Logger;
  /** For tests that take a subgraph down. */
  readonly faults?: FaultInjection | undefined;
}

const REFUSALS: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'QUOTA_EXCEEDED']);

/** Whether a field was refused. The ledger records a refused request too, even where nothing was disclosed. */
const wasRefused = (errors: readonly GraphQLError[] | undefined): boolean =>
  errors?.some(({ extensions }) => REFUSALS.has(extensions.code)) ?? false;

/** Whoever asks a case while it is answered runs again, and finds the answer. More runs than two need a case that changes meanwhile. */
const TRIES_MAX = 5;

/** At most so many faults of a query or its variables are reported: each repeats what was sent, and all of them could fill the memory. */
const FAULTS_MAX = 5;

/** The members of the executor's context that are read here. */
interface ExecutorContext {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly request: { readonly variables?: Readonly<Record<string, unknown>> };
}

/** The first faults of the variables, because the gateway would collect all of them. Undefined where there is none. */
function faultsOfVariables({ schema, operation, request }: ExecutorContext): readonly GraphQLError[] | undefined {
  const definitions = operation.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, request.variables ?? {}, { maxErrors: FAULTS_MAX });
  // graphql-js adds one more error, which says that there are more.
  return errors?.slice(0, FAULTS_MAX);
}

/** Wraps the gateway's executor so that each client request is settled before its result is returned: snapshot ended, ledger written. */
function settling(gateway: ApolloGateway): ApolloGateway {
  const load = gateway.load.bind(gateway);
  gateway.load = async (options) => {
    const loaded = await load(options);
    knowIntrospection(gateway);
    return {
      ...loaded,
      executor: async (context) => {
        const { request } = context.context as unknown as GatewayContext;
        const errors = faultsOfVariables(context as unknown as ExecutorContext);
        let result: Awaited<ReturnType<typeof loaded.executor>> =
          errors === undefined ? await loaded.executor(context) : { errors };
        try {
          // To save a round trip the operation began with the entitlements that the caller last had. Where they changed, it runs again.
          for (let tries = 1; ; tries += 1) {
            if (await request.mistaken()) {
              await request.again();
              result = await loaded.executor(context);
            }
            await request.admitted();
            try {
              await request.settle(wasRefused(result.errors));
              return result;
            } catch (error) {
              if (!(error instanceof AnsweredMeanwhile)) throw error;
              if (tries === TRIES_MAX) throw unavailable('The same case was answered again and again meanwhile.');
              await request.again();
              result = await loaded.executor(context);
            }
          }
        } catch (error) {
          // Where the ledger could not be written, nothing is disclosed (Article 17).
          return { data: null, errors: [error as GraphQLError] };
        }
      },
    };
  };
  return gateway;
}

/** Starts the server. Its `stop` waits for the operations in progress. */
export async function startGateway({
  subgraphs,
  development,
  subgraphTimeoutMs,
  log,
  faults,
}: GatewaySettings): Promise<ApolloServer<GatewayContext>> {
  const quiet = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    // What stands behind the colon is the error itself, which may repeat a value.
    error: (message: unknown) => log.error({ message: String(message).split(':', 1)[0] }, 'gateway'),
  };
  forbidTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl: composeSupergraph(),
    logger: quiet,
    buildService: ({ name }) => inProcess(subgraphs[name as SubgraphName], subgraphTimeoutMs, faults) as never,
  });
  const server = new ApolloServer<GatewayContext>({
    gateway: settling(gateway),
    introspection: development,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: FAULTS_MAX },
    formatError: errorFormatter(log, development),
    logger: quiet,
    nodeEnv: 'production',
  });
  await server.start();
  return server;
}
