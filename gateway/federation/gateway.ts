/** Apollo Server and Apollo Gateway over the four subgraphs. Writes the ledger before a result is returned. */
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { causeOf } from '../../schema/cause.ts';
import type { SubgraphName } from '../../subgraphs/names.ts';
import type { Subgraph } from '../../subgraphs/subgraph.ts';
import type { Settlement } from '../metrics/counters.ts';
import { LIMITS } from '../query/limits.ts';
import { forbidTelemetry } from '../settings/config.ts';
import { NO_TRACES, type Traces } from '../traces/traces.ts';
import type { GatewayContext } from './asked.ts';
import { errorsInOrder, fieldsInOrder } from './document/answer-order.ts';
import { withConditionsDecided } from './document/conditions.ts';
import { isOrdered, rememberDocuments } from './document/once.ts';
import { errorFormatter } from './errors.ts';
import { knowIntrospection } from './introspection-fields.ts';
import { settled } from './settled.ts';
import { supergraphSdl } from './supergraph.ts';
import { type FaultInjection, inProcess } from './transport.ts';

export interface GatewaySettings {
  /** The subgraphs of this process; or where each is, in processes of its own. */
  readonly subgraphs:
    | Readonly<Record<SubgraphName, Subgraph>>
    | ((name: SubgraphName) => GraphQLDataSource<GatewayContext>);
  readonly development: boolean;
  readonly subgraphTimeoutMs: number;
  readonly log: Logger;
  readonly traces?: Traces | undefined;
  /** Is told how the ledger was settled for each answer. */
  readonly settled?: ((outcome: Settlement) => void) | undefined;
  /** For tests that take a subgraph down. */
  readonly faults?: FaultInjection | undefined;
}

/** At most so many faults of a query or its variables are reported: each repeats what was sent, and all of them could fill the memory. */
const FAULTS_MAX = 5;

/** The members of the executor's context that are read here. */
interface ExecutorContext {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly queryHash: string;
  readonly request: { readonly variables?: Readonly<Record<string, unknown>> };
}

type Values = ReturnType<typeof getVariableValues>;

/** Of each request, read once: Apollo's context stands for it. */
const values = new WeakMap<object, Values>();

/** The values of the variables, or their first faults, because the gateway would collect all of them. */
function variablesOf(context: object): Values {
  const known = values.get(context);
  if (known !== undefined) return known;
  const { schema, operation, request } = context as ExecutorContext;
  const definitions = operation.variableDefinitions ?? [];
  const read = getVariableValues(schema, definitions, request.variables ?? {}, { maxErrors: FAULTS_MAX });
  // graphql-js adds one more error, which says that there are more.
  const told = read.errors === undefined ? read : { errors: read.errors.slice(0, FAULTS_MAX) };
  values.set(context, told);
  return told;
}

/** Runs one operation, as Apollo Server calls it. */
type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];

/** What Apollo Server serves: a gateway, or what stands in its place. */
type Served = NonNullable<ConstructorParameters<typeof ApolloServer<GatewayContext>>[0]['gateway']>;

/** Wraps an executor so that each client request is settled before its result is returned: snapshot ended, ledger written. */
export const settling =
  (
    execute: Executor,
    told: (outcome: Settlement, error?: unknown) => void = () => undefined,
    traces: Traces = NO_TRACES,
  ): Executor =>
  async (context) => {
    const { request } = context.context as unknown as GatewayContext;
    // Variables that cannot be meant ask nothing.
    const { errors } = variablesOf(context);
    const run = async (): Promise<Awaited<ReturnType<Executor>>> =>
      errors === undefined ? execute(context) : { errors };
    const result = await settled(request, run, told, traces);
    return result.errors === undefined ? result : { ...result, errors: errorsInOrder(result.data, result.errors) };
  };

/** Gives the gateway the document without what is left out, and puts the fields of the answer into the order of the document. */
const asWritten =
  (execute: Executor): Executor =>
  async (context) => {
    const { schema, document, operation, queryHash } = context as unknown as ExecutorContext;
    const { coerced: variables } = variablesOf(context);
    if (variables === undefined) return execute(context);
    const { document: asked, decided } = withConditionsDecided(document, variables);
    const operations = asked.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    // The door takes documents of one operation only.
    const result = await execute({
      ...context,
      document: asked,
      operation: operations[0] ?? operation,
      // Plans are remembered by it.
      queryHash: decided === '' ? queryHash : `${queryHash}:${decided}`,
    } as unknown as typeof context);
    if (result.data === null || result.data === undefined || isOrdered(result.data)) return result;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    );
    return { ...result, data: fieldsInOrder({ schema, operation, fragments, variables }, result.data) };
  };

/** The gateway over the subgraphs. */
function gatewayOf(subgraphs: GatewaySettings['subgraphs'], settings: Omit<GatewaySettings, 'subgraphs'>): Served {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraphSdl(),
    logger: quiet(settings.log),
    buildService: ({ name }) =>
      (typeof subgraphs === 'function'
        ? subgraphs(name as SubgraphName)
        : inProcess(
            subgraphs[name as SubgraphName],
            settings.subgraphTimeoutMs,
            settings.faults,
            settings.traces,
          )) as never,
  });
  const told = (outcome: Settlement, error?: unknown): void => {
    settings.settled?.(outcome);
    if (outcome === 'unavailable') settings.log.error({ fault: causeOf(error) }, 'the ledger was not settled');
  };
  const load = gateway.load.bind(gateway);
  gateway.load = async (options) => {
    const loaded = await load(options);
    knowIntrospection(gateway);
    // They were read before (`settling`).
    Object.assign(gateway, { validateIncomingRequest: () => [] });
    const { apiSchema, schema } = gateway as unknown as { readonly apiSchema: object; readonly schema: GraphQLSchema };
    rememberDocuments(apiSchema, schema);
    return { ...loaded, executor: settling(asWritten(loaded.executor), told, settings.traces) };
  };
  return gateway;
}

const quiet = (log: Logger) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  // What stands behind the colon is the error itself, which may repeat a value.
  error: (message: unknown) => log.error({ message: String(message).split(':', 1)[0] }, 'gateway'),
});

/** Starts the server over a gateway, or over what a test puts in its place. Its `stop` waits for the operations in progress. */
export async function startServing(
  gateway: Served,
  { development, log }: Pick<GatewaySettings, 'development' | 'log'>,
): Promise<ApolloServer<GatewayContext>> {
  const server = new ApolloServer<GatewayContext>({
    gateway,
    introspection: development,
    hideSchemaDetailsFromClientErrors: !development,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationOptions: { maxErrors: FAULTS_MAX },
    formatError: errorFormatter(log, development),
    logger: quiet(log),
    nodeEnv: 'production',
  });
  await server.start();
  return server;
}

/** Starts the server over the subgraphs. */
export async function startGateway({ subgraphs, ...settings }: GatewaySettings): Promise<ApolloServer<GatewayContext>> {
  forbidTelemetry();
  return startServing(gatewayOf(subgraphs, settings), settings);
}
