/** The data source through which the gateway calls a subgraph in this process, without a network. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type ExecutionResult, type GraphQLFormattedError, Kind, parse, visit } from 'graphql';
import { unavailable } from '../../schema/errors.ts';
import type { Said } from '../../schema/messages/said.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { ClientRequest } from '../../subgraphs/request/context.ts';
import { answer, type Subgraph } from '../../subgraphs/subgraph.ts';
import { NO_TRACES, type Traces } from '../traces/traces.ts';
import type { GatewayContext } from './asked.ts';

/** Whether a question changes something: then it is never sent twice, and where no answer comes nobody knows whether it did. */
export const changes = (query: string): boolean => /^\s*mutation\b/.test(query);

/** Resolves with UNAVAILABLE where the subgraph takes longer than `timeoutMs`: a subgraph that hangs must not hang the whole response. */
async function within(timeoutMs: number, late: Said, work: Promise<ExecutionResult>): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(() => resolve({ data: null, errors: [unavailable(late)] }), timeoutMs);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Where a fetch of entities failed as a whole, returns for each representation an entity whose fields are null. Fields of other subgraphs
 * that need them (`@requires`) are then resolved with null and can report the missing source. Without this the gateway would leave those
 * fields out silently.
 */
export function withAbsent(
  result: ExecutionResult,
  query: string,
  variables: Readonly<Record<string, unknown>> | undefined,
): ExecutionResult {
  const representations = variables?.representations;
  if (result.data?._entities !== undefined && result.data._entities !== null) return result;
  if (!Array.isArray(representations) || (result.errors ?? []).length === 0) return result;
  const fields = fieldsByType(query);
  const absent = representations.map(({ __typename }: { __typename: string }) => ({
    __typename,
    ...Object.fromEntries((fields.get(__typename) ?? []).map((name) => [name, null])),
  }));
  return { ...result, data: { _entities: absent } };
}

/** Response names of the fields that an `_entities` query selects, by type. */
export function fieldsByType(query: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  visit(parse(query), {
    InlineFragment: (fragment, _key, _parent, _path, ancestors) => {
      const type = fragment.typeCondition?.name.value;
      // Only fragments directly on the entities: exactly one field (`_entities`) is among their ancestors.
      const depth = ancestors.filter((one) => !Array.isArray(one) && 'kind' in one && one.kind === Kind.FIELD).length;
      if (type === undefined || depth !== 1) return;
      const names = fragment.selectionSet.selections.flatMap((selection) =>
        selection.kind === Kind.FIELD && selection.name.value !== '__typename'
          ? [selection.alias?.value ?? selection.name.value]
          : [],
      );
      fields.set(type, [...(fields.get(type) ?? []), ...names]);
    },
  });
  return fields;
}

/** Changes a subgraph's result, as a compromised subgraph could. */
type TamperedResult = (result: ExecutionResult) => ExecutionResult;

/** For tests in which a subgraph fails, hangs, or returns something else. */
export type FaultInjection = (name: string) => 'FAILS' | 'HANGS' | TamperedResult | undefined;

/** Stands in for a subgraph that is down. */
const broken = (fault: 'FAILS' | 'HANGS'): Promise<ExecutionResult> =>
  fault === 'HANGS'
    ? new Promise(() => undefined)
    : Promise.resolve({ data: null, errors: [unavailable(serviceMessages.partSilent)] });

export function inProcess(
  subgraph: Subgraph,
  timeoutMs: number,
  faults: FaultInjection = () => undefined,
  traces: Traces = NO_TRACES,
): GraphQLDataSource<GatewayContext> {
  return {
    process: async ({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) => {
      // Health checks of the gateway have no client request.
      // In one process the question is the client request.
      const client = (context as Partial<GatewayContext>).request as ClientRequest | undefined;
      if (client === undefined || request.query === undefined) return { data: { __typename: 'Query' } };
      const fault = faults(subgraph.name);
      const operation = { query: request.query, variables: request.variables, operationName: request.operationName };
      const answered = await within(
        timeoutMs,
        changes(request.query) ? serviceMessages.mayHaveBeenDone : serviceMessages.partLate(subgraph.name),
        typeof fault === 'string'
          ? broken(fault)
          : traces.span(`subgraph ${subgraph.name}`, { 'credit.subgraph': subgraph.name }, () =>
              answer(subgraph, operation, client),
            ),
      );
      const result = typeof fault === 'function' ? fault(answered) : answered;
      return withAbsent(result, request.query, request.variables) as {
        data?: Record<string, unknown>;
        errors?: readonly GraphQLFormattedError[];
      };
    },
  } as GraphQLDataSource<GatewayContext>;
}
