/** How the gateway reaches a subgraph in this process: the same `answer` as over a network, without one. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type ExecutionResult, type GraphQLFormattedError, Kind, parse, visit } from 'graphql';
import { unavailable } from '../../schema/errors.ts';
import type { ClientRequest } from '../../subgraphs/request/context.ts';
import { answer, type Subgraph } from '../../subgraphs/subgraph.ts';

/** What the server keeps for one client request. */
export interface GatewayContext {
  readonly request: ClientRequest;
}

/** Resolves with UNAVAILABLE when the subgraph takes longer than `timeoutMs`; a subgraph that hangs must not hang the answer. */
async function within(timeoutMs: number, name: string, work: Promise<ExecutionResult>): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(
      () => resolve({ data: null, errors: [unavailable(`The part ${name} did not answer in time.`)] }),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A fetch of entities that failed as a whole is an entity with nothing in it, each: whoever needs the field (`@requires`) is told that it
 * is missing, where the gateway would leave the dependent fields out in silence.
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

/** Names under which a query of entities asks for the fields of each type. */
function fieldsByType(query: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  visit(parse(query), {
    InlineFragment: (fragment, _key, _parent, _path, ancestors) => {
      const type = fragment.typeCondition?.name.value;
      // Fragments on the entities themselves: operation, selection set, `_entities`, selection set, and the lists between them.
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

/** What a subgraph that lies makes of its answer. */
type TamperedResult = (result: ExecutionResult) => ExecutionResult;

/** For tests that take a subgraph down, or change what it says. */
export type FaultInjection = (name: string) => 'FAILS' | 'HANGS' | TamperedResult | undefined;

/** What is asked instead of a subgraph that is down. */
const broken = (fault: 'FAILS' | 'HANGS'): Promise<ExecutionResult> =>
  fault === 'HANGS'
    ? new Promise(() => undefined)
    : Promise.resolve({ data: null, errors: [unavailable('A part does not answer.')] });

export function inProcess(
  subgraph: Subgraph,
  timeoutMs: number,
  faults: FaultInjection = () => undefined,
): GraphQLDataSource<GatewayContext> {
  return {
    process: async ({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) => {
      // Health checks of the gateway come without a request of a client; there is nothing to answer.
      const client = (context as Partial<GatewayContext>).request;
      if (client === undefined || request.query === undefined) return { data: { __typename: 'Query' } };
      const fault = faults(subgraph.name);
      const asked = { query: request.query, variables: request.variables, operationName: request.operationName };
      const answered = await within(
        timeoutMs,
        subgraph.name,
        typeof fault === 'string' ? broken(fault) : answer(subgraph, asked, client),
      );
      const result = typeof fault === 'function' ? fault(answered) : answered;
      return withAbsent(result, request.query, request.variables) as {
        data?: Record<string, unknown>;
        errors?: readonly GraphQLFormattedError[];
      };
    },
  } as GraphQLDataSource<GatewayContext>;
}
