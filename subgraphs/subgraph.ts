/** What a subgraph is, and how it executes a request. */
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { actFor, withMandates } from './authorization/acting.ts';
import { checkGuarded, checkPolicy, guardSchema, type WallsDown } from './authorization/guard.ts';
import { withRecipientIds } from './authorization/ids.ts';
import type { Guard } from './authorization/policy.ts';
import type { Statement } from './database/database.ts';
import type { ClientRequest, Context } from './request/context.ts';

export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Parsed and validated documents by their text. */
  readonly documents: Map<string, DocumentNode>;
}

interface Definition {
  readonly name: string;
  readonly resolvers: object;
  readonly policy: object;
  readonly ids: object;
}

/** Builds a subgraph from its SDL, resolvers, policy and table of ids. Throws if a field has no guard, or an id is not named. */
export function defineSubgraph({ name, resolvers, policy, ids }: Definition, down: WallsDown = {}): Subgraph {
  const typeDefs = parse(readFileSync(new URL(`../schema/${name}.graphql`, import.meta.url), 'utf8'));
  const bare = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
  withRecipientIds(bare, ids);
  checkPolicy(bare, policy as Record<string, Record<string, Guard>>);
  const tree = withMandates(policy as Record<string, Record<string, Guard>>);
  const schema = guardSchema(bare, tree, down);
  if (down.shield !== true) checkGuarded(bare, schema, tree);
  return { name, schema, documents: new Map() };
}

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

const DOCUMENTS_MAX = 2_000;

/** Query plans of the gateway repeat, so that a document is parsed and validated once. */
function documentOf(subgraph: Subgraph, query: string): DocumentNode | readonly GraphQLError[] {
  const known = subgraph.documents.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  const errors = validate(subgraph.schema, document);
  if (errors.length > 0) return errors;
  if (subgraph.documents.size >= DOCUMENTS_MAX) subgraph.documents.clear();
  subgraph.documents.set(query, document);
  return document;
}

/** The context of one execution. Opens the request's snapshot if it is not open. */
export async function contextOf(request: ClientRequest, viaGateway: boolean): Promise<Context> {
  const kept = new Map<string, unknown>();
  const context: Context = {
    request,
    caller: request.caller,
    platform: request.platform,
    viaGateway,
    snapshot: await request.snapshot(),
    query: (statement: Statement, parameters) => context.snapshot.transaction.query(statement, parameters),
    once: <Value>(key: string, make: () => Value): Value => {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as Value;
    },
    reported: new Set(),
  };
  return context;
}

/** Executes a request in the snapshot of the client request. Failures are returned as errors, never thrown. */
export async function answer(
  subgraph: Subgraph,
  request: SubgraphRequest,
  clientRequest: ClientRequest,
  viaGateway = true,
): Promise<ExecutionResult> {
  try {
    const document = documentOf(subgraph, request.query);
    if (!('kind' in document)) return { errors: document };
    actFor(clientRequest, document);
    return await execute({
      schema: subgraph.schema,
      document,
      contextValue: await contextOf(clientRequest, viaGateway),
      variableValues: request.variables,
      operationName: request.operationName,
    });
  } catch (error) {
    return {
      data: null,
      errors: [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })],
    };
  }
}
