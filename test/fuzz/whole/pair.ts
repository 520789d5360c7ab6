/** Two servers over one database in this process: the gateway over the four subgraphs, and the same four merged into one schema. */
import { type DocumentNode, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { settling, startGateway, startServing } from '../../../gateway/federation/gateway.ts';
import { supergraphSdl } from '../../../gateway/federation/supergraph.ts';
import { checkCost, costCounter } from '../../../gateway/query/cost.ts';
import { keyAliases } from '../../../gateway/query/key-aliases.ts';
import { limiter } from '../../../gateway/query/limits.ts';
import type { ServerOptions } from '../../../gateway/server.ts';
import { openSubgraphs } from '../../../subgraphs/index.ts';
import type { Caller, ClientRequest } from '../../../subgraphs/request/context.ts';
import { openRequest } from '../../../subgraphs/request/request.ts';
import type { World } from '../../kit.ts';
import { keptBack, type Written } from './kept-back.ts';
import { mergeSubgraphs } from './merge.ts';
import { ownersOf } from './owners.ts';
import { wholeOf } from './resolve.ts';

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Answered {
  readonly data: unknown;
  readonly errors: readonly unknown[];
  readonly ledger: readonly Written[];
  /** How many subjects were asked for where the answer is sent at a time that tells nothing; else 0. */
  readonly concealed: number;
}

export interface Pair {
  readonly merged: GraphQLSchema;
  /** Fields, as `Type.field`, that the merged schema has answered with a value. */
  readonly answered: ReadonlySet<string>;
  /** What the door says before anything is executed; undefined where it lets the question in. */
  refusedAtDoor(question: Question): unknown;
  gateway(caller: Caller, question: Question): Promise<Answered>;
  whole(caller: Caller, question: Question): Promise<Answered>;
  stop(): Promise<void>;
}

const SETTINGS = { development: true, subgraphTimeoutMs: 30_000, log: pino({ level: 'silent' }) };

/** What the executor reads of Apollo's request. */
interface Asked {
  readonly document: DocumentNode;
  readonly request: { readonly variables?: Readonly<Record<string, unknown>> };
  readonly context: { readonly request: ClientRequest };
}

/** `faults` make a part lie to the gateway alone: for the test that a difference is found. */
export async function openPair(
  { server: { platform, snapshots } }: World,
  faults?: ServerOptions['faults'],
): Promise<Pair> {
  const subgraphs = openSubgraphs();
  const answered = new Set<string>();
  const merged = mergeSubgraphs(subgraphs, ownersOf(subgraphs));
  const supergraph = supergraphSdl();
  const gateway = await startGateway({ ...SETTINGS, subgraphs, faults });
  const executor = settling((async ({ document, request, context }: Asked) => {
    const contextValue = wholeOf(context.request, answered);
    const result = await execute({ schema: merged, document, variableValues: request.variables, contextValue });
    // Where the request cannot be begun, that is no fault of a field.
    const errors = result.errors?.map((error) =>
      contextValue.faults.has(error.originalError) ? (error.originalError as GraphQLError) : error,
    );
    return errors === undefined ? result : { ...result, errors };
  }) as never);
  const whole = await startServing(
    {
      load: async () => ({ executor }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: merged, coreSupergraphSdl: supergraph });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    SETTINGS,
  );
  const check = limiter(keyAliases(supergraph));
  const costOf = costCounter(supergraph);
  const cursors = new Map<string, string>();
  const by =
    (served: typeof gateway) =>
    async (caller: Caller, { query, variables }: Question): Promise<Answered> => {
      const ledger: Written[] = [];
      const request = openRequest(keptBack(platform, cursors, ledger), snapshots, caller, { expecting: true });
      try {
        const { body } = await served.executeOperation(
          { query, variables: { ...variables } },
          { contextValue: { request } },
        );
        await request.admitted();
        if (body.kind !== 'single') throw new Error('The answer came in parts.');
        const { data, errors = [] } = body.singleResult;
        return { data, errors, ledger, concealed: request.concealed() };
      } catch (error) {
        // A caller is told only what is an error of the platform.
        if (!(error instanceof GraphQLError)) throw error;
        return { data: undefined, errors: [error], ledger, concealed: request.concealed() };
      } finally {
        await request.abandon();
      }
    };
  return {
    merged,
    answered,
    refusedAtDoor: ({ query, variables }) => {
      try {
        checkCost(costOf(check(query), variables));
        return undefined;
      } catch (error) {
        return error;
      }
    },
    gateway: by(gateway),
    whole: by(whole),
    stop: async () => {
      await gateway.stop();
      await whole.stop();
    },
  };
}
