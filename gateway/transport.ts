/** How the gateway reaches a subgraph in this process: the same `answer` as over a network, without one. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { unavailable } from '../schema/errors.ts';
import type { ClientRequest } from '../subgraphs/request.ts';
import { answer, type Subgraph } from '../subgraphs/subgraph.ts';

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

export function inProcess(subgraph: Subgraph, timeoutMs: number): GraphQLDataSource<GatewayContext> {
  return {
    process: async ({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>) => {
      // Health checks of the gateway come without a request of a client; there is nothing to answer.
      const client = (context as Partial<GatewayContext>).request;
      if (client === undefined || request.query === undefined) return { data: { __typename: 'Query' } };
      const result = await within(
        timeoutMs,
        subgraph.name,
        answer(
          subgraph,
          { query: request.query, variables: request.variables, operationName: request.operationName },
          client,
        ),
      );
      return result as { data?: Record<string, unknown>; errors?: readonly GraphQLFormattedError[] };
    },
  } as GraphQLDataSource<GatewayContext>;
}
