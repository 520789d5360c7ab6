/** The data source through which the gateway calls a subgraph in another process: the same answers and the same missing sources as in this one. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { causeOf } from '../../../schema/cause.ts';
import { unavailable } from '../../../schema/errors.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import { HOP_HEADER, type HopKey, signHop } from '../../../subgraphs/keys/hop.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../../subgraphs/names.ts';
import type { HopCounters, PartOutcome } from '../../metrics/hop.ts';
import { NO_TRACES, type Traces } from '../../traces/traces.ts';
import type { GatewayContext } from '../asked.ts';
import { changes, withAbsent } from '../transport.ts';
import type { RemoteQuestion } from './remote.ts';
import { readTold, type ToldPart, Unfit } from './told.ts';
import { type Answered, NotReached, TooLate, Wire } from './wire.ts';

interface NetworkedSettings {
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly log: Logger;
  readonly traces?: Traces | undefined;
  /** Counts parts. */
  readonly told: HopCounters;
  /** Called when a part has changed something, before the answer leaves. */
  readonly changed?: (() => Promise<unknown>) | undefined;
}

interface Networked extends NetworkedSettings {
  readonly name: SubgraphName;
  readonly wire: Wire;
  readonly hopKey: HopKey;
}

/** The subgraph took no hop of this gateway: it looks before it does anything. */
class Refused extends Error {}

/** Why it may be refused although another message that was signed alike was taken: somebody between has sent this one before. */
const TAKEN_BEFORE = 'HOP_REPLAYED';

/** Whether nobody can have read what was sent. One that broke may have been read, also on a connection that was kept. */
const isUnsent = (error: unknown): boolean => error instanceof NotReached && !error.kept;

function partIn({ text }: Answered, query: string, variables: object | undefined): ToldPart {
  const part = readTold(text, query, variables as Readonly<Record<string, unknown>> | undefined);
  // Of machines alone, whose clocks or keys do not agree: a caller can do nothing about it, and its token is not meant.
  const reason = String(part.errors?.[0]?.extensions.reason ?? '');
  if (part.told.unsettled && reason.startsWith('HOP_')) {
    const why = `The subgraph refuses this gateway: ${reason}.`;
    throw reason === TAKEN_BEFORE ? new Error(why) : new Refused(why);
  }
  return part;
}

/** What the caller is told where no answer came that can be given. */
function faultOf(name: SubgraphName, error: unknown, isChange: boolean): ExecutionResult {
  const only = (fault: GraphQLError): ExecutionResult => ({ data: null, errors: [fault] });
  if (!isChange && error instanceof Unfit) return only(unavailable(serviceMessages.partUnfit(name)));
  if (isChange && error instanceof Refused) return only(unavailable(serviceMessages.notDone(name)));
  // Of a change that may have been read: whether it was made is not known.
  if (isChange && !isUnsent(error)) return only(unavailable(serviceMessages.mayHaveBeenDone));
  return only(unavailable(serviceMessages.partSilent));
}

function outcomeOf(error: unknown, signal: AbortSignal): PartOutcome {
  if (signal.aborted) return 'gone';
  if (error instanceof NotReached) return 'unreached';
  if (error instanceof Refused) return 'refused';
  return error instanceof TooLate ? 'late' : 'broken';
}

/** Asks one part. Failures are returned as errors of the part, never thrown. */
async function ask(
  { name, wire, hopKey, timeoutMs, now, log, told: counted, traces = NO_TRACES, changed }: Networked,
  question: RemoteQuestion,
  operation: {
    readonly query: string;
    readonly variables?: object | undefined;
    readonly operationName?: string | undefined;
  },
): Promise<ExecutionResult> {
  const body = JSON.stringify(operation);
  const { key, certificate } = question.caller.bound ?? {};
  const make = async () => {
    // Of the whole question: it may have more parts for so long.
    const leftMs = question.leftMs();
    const headers = { ...question.headers, ...traces.header() };
    const hop = await signHop(
      hopKey,
      {
        subgraph: name,
        requestId: question.id,
        asked: question.asked,
        leftMs,
        ...(key === undefined ? {} : { key }),
        ...(certificate === undefined ? {} : { certificate }),
      },
      { body, headers },
      now(),
    );
    const all = { ...headers, [HOP_HEADER]: hop };
    return { body, headers: all, signal: question.signal, timeoutMs: Math.min(timeoutMs, leftMs) };
  };
  const isChange = changes(operation.query);
  const began = performance.now();
  const ended = (outcome: PartOutcome): void => counted.part(name, outcome, (performance.now() - began) / 1_000);
  try {
    const answered = await wire.post(make, isChange, () => counted.retried(name));
    const { data, errors, told } = partIn(answered, operation.query, operation.variables);
    ended(answered.status === 401 ? 'refused' : 'answered');
    if (isChange) await changed?.();
    question.take(told, errors ?? []);
    return { data, ...(errors === undefined ? {} : { errors: errors as never }) };
  } catch (error) {
    ended(outcomeOf(error, question.signal));
    if (!question.signal.aborted)
      log.error(
        { subgraph: name, reached: !(error instanceof NotReached), fault: causeOf(error) },
        'a subgraph does not answer',
      );
    return faultOf(name, error, isChange);
  }
}

const networked = (settings: Networked): GraphQLDataSource<GatewayContext> =>
  ({
    process: async ({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) => {
      // Health checks of the gateway have no client request.
      const question = (context as Partial<GatewayContext>).request as RemoteQuestion | undefined;
      const { query, variables, operationName } = request;
      if (question === undefined || query === undefined) return { data: { __typename: 'Query' } };
      const { name, traces = NO_TRACES } = settings;
      const result = await traces.span(`subgraph ${name}`, { 'credit.subgraph': name }, () =>
        ask(settings, question, { query, variables, operationName }),
      );
      return withAbsent(result, query, variables);
    },
  }) as GraphQLDataSource<GatewayContext>;

/** The subgraphs in processes of their own. */
export function remoteSubgraphs(
  { urls, hopKey }: { readonly urls: Readonly<Record<SubgraphName, readonly string[]>>; readonly hopKey: HopKey },
  settings: NetworkedSettings,
): { readonly source: (name: SubgraphName) => GraphQLDataSource<GatewayContext>; readonly close: () => void } {
  const wires = new Map(SUBGRAPH_NAMES.map((name) => [name, new Wire(urls[name])]));
  settings.told.leftAlone(() => new Map([...wires].map(([name, wire]) => [name, wire.leftAlone()])));
  return {
    source: (name) => networked({ ...settings, name, hopKey, wire: wires.get(name) ?? new Wire(urls[name]) }),
    close: () => {
      for (const wire of wires.values()) wire.close();
    },
  };
}
