/** Apollo Server and Apollo Gateway over the four subgraphs. Writes the ledger before a result is returned. */
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { causeOf } from '../../schema/cause.ts';
import { unavailable } from '../../schema/errors.ts';
import { REASONS } from '../../schema/law/decision.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { AnsweredMeanwhile } from '../../subgraphs/ledger/ledger.ts';
import type { SubgraphName } from '../../subgraphs/names.ts';
import type { Subgraph } from '../../subgraphs/subgraph.ts';
import type { Settlement } from '../metrics/counters.ts';
import { LIMITS } from '../query/limits.ts';
import { forbidTelemetry } from '../settings/config.ts';
import { NO_TRACES, type Traces } from '../traces/traces.ts';
import { errorsInOrder, fieldsInOrder } from './answer-order.ts';
import { withConditionsDecided } from './conditions.ts';
import { errorFormatter } from './errors.ts';
import { knowIntrospection } from './introspection-fields.ts';
import { composeSupergraph } from './supergraph.ts';
import { type FaultInjection, type GatewayContext, inProcess } from './transport.ts';

export interface GatewaySettings {
  readonly subgraphs: Readonly<Record<SubgraphName, Subgraph>>;
  readonly development: boolean;
  readonly subgraphTimeoutMs: number;
  readonly log: Logger;
  readonly traces?: Traces | undefined;
  /** Is told how the ledger was settled for each answer. */
  readonly settled?: ((outcome: Settlement) => void) | undefined;
  /** For tests that take a subgraph down. */
  readonly faults?: FaultInjection | undefined;
}

const REFUSALS: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'QUOTA_EXCEEDED']);

/** Place of a reason among those of the law; what is none of them comes last. */
const rankOf = (reason: string): number => {
  const place = (REASONS as readonly string[]).indexOf(reason);
  return place === -1 ? REASONS.length : place;
};

/**
 * Why fields were refused; undefined where none was. Of several reasons that which the caller has to settle first: in which order the subgraphs answered says
 * nothing. The ledger records a refused request too, even where nothing was disclosed.
 */
function refusalIn(errors: readonly GraphQLError[] | undefined): string | undefined {
  // An error of a subgraph that failed has none.
  const told = errors?.map(({ extensions = {} }) => extensions) ?? [];
  const reasons = told.filter(({ code }) => REFUSALS.has(code)).map(({ code, reason }) => String(reason ?? code));
  return reasons.toSorted((left, right) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1))[0];
}

/** Whoever asks a case while it is answered runs again, and finds the answer. More runs than two need a case that changes meanwhile. */
const TRIES_MAX = 5;

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

/** The values of the variables, or their first faults, because the gateway would collect all of them. */
function variablesOf(context: unknown): ReturnType<typeof getVariableValues> {
  const { schema, operation, request } = context as ExecutorContext;
  const definitions = operation.variableDefinitions ?? [];
  const values = getVariableValues(schema, definitions, request.variables ?? {}, { maxErrors: FAULTS_MAX });
  // graphql-js adds one more error, which says that there are more.
  return values.errors === undefined ? values : { errors: values.errors.slice(0, FAULTS_MAX) };
}

/** Runs one operation, as Apollo Server calls it. */
type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];

/** What Apollo Server serves: a gateway, or what stands in its place. */
type Served = NonNullable<ConstructorParameters<typeof ApolloServer<GatewayContext>>[0]['gateway']>;

/** Why an answer is not given after all: the quota is short, what it rests on has ended meanwhile, or the ledger could not be written. */
function unsettled(error: unknown): Settlement {
  const { code, reason } = error instanceof GraphQLError ? error.extensions : {};
  if (code === 'QUOTA_EXCEEDED') return 'quota';
  // The ledger is there, and waits for the operator: no fault of each question.
  if (reason === 'LEDGER_GAP') return 'refused';
  return code === undefined || code === 'UNAVAILABLE' || reason === 'LEDGER_UNAVAILABLE' ? 'unavailable' : 'ended';
}

/** Wraps an executor so that each client request is settled before its result is returned: snapshot ended, ledger written. */
export const settling =
  (
    execute: Executor,
    settled: (outcome: Settlement, error?: unknown) => void = () => undefined,
    traces: Traces = NO_TRACES,
  ): Executor =>
  async (context) => {
    const { request } = context.context as unknown as GatewayContext;
    const { errors } = variablesOf(context);
    let result: Awaited<ReturnType<Executor>> = errors === undefined ? await execute(context) : { errors };
    try {
      // To save a round trip the operation began with the entitlements that the caller last had. Where they changed, it runs again.
      for (let tries = 1; ; tries += 1) {
        if (await request.mistaken()) {
          await request.again();
          result = await execute(context);
        }
        await request.admitted();
        try {
          const refused = refusalIn(result.errors);
          await traces.span('ledger settle', {}, () => request.settle(refused));
          settled(refused === undefined ? 'settled' : 'refused');
          return result.errors === undefined
            ? result
            : { ...result, errors: errorsInOrder(result.data, result.errors) };
        } catch (error) {
          if (!(error instanceof AnsweredMeanwhile)) throw error;
          if (tries === TRIES_MAX) throw unavailable(serviceMessages.answeredMeanwhile);
          await request.again();
          result = await execute(context);
        }
      }
    } catch (error) {
      settled(unsettled(error), error);
      // Where the ledger could not be written, nothing is disclosed (Article 17).
      return { data: null, errors: [error as GraphQLError] };
    }
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
    if (result.data === null || result.data === undefined) return result;
    const fragments = Object.fromEntries(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    );
    return { ...result, data: fieldsInOrder({ schema, operation, fragments, variables }, result.data) };
  };

/** The gateway over the subgraphs. */
function gatewayOf(subgraphs: GatewaySettings['subgraphs'], settings: Omit<GatewaySettings, 'subgraphs'>): Served {
  const gateway = new ApolloGateway({
    supergraphSdl: composeSupergraph(),
    logger: quiet(settings.log),
    buildService: ({ name }) =>
      inProcess(subgraphs[name as SubgraphName], settings.subgraphTimeoutMs, settings.faults, settings.traces) as never,
  });
  const settled = (outcome: Settlement, error?: unknown): void => {
    settings.settled?.(outcome);
    if (outcome === 'unavailable') settings.log.error({ fault: causeOf(error) }, 'the ledger was not settled');
  };
  const load = gateway.load.bind(gateway);
  gateway.load = async (options) => {
    const loaded = await load(options);
    knowIntrospection(gateway);
    return { ...loaded, executor: settling(asWritten(loaded.executor), settled, settings.traces) };
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
