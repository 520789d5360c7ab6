/**
 * Persisted operations: documents that the server's operator keeps under ids. A caller sends an id and variables, and parties can be limited
 * to operations that were reviewed. The file is a manifest of persisted queries, as the build tools of clients write it:
 * `{ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [{ "id", "name", "type", "body" }] }`; an id is the SHA-256 of the body.
 */
import { createHash } from 'node:crypto';
import { buildSchema, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { z } from 'zod';
import { operationMessages } from '../../schema/messages/door/documents.ts';
import type { Said } from '../../schema/messages/said.ts';
import type { Caller } from '../../subgraphs/request/context.ts';
import type { Asked } from '../message/body.ts';
import { HttpError } from '../message/http-error.ts';
import { readSettingFile, unusableFile } from '../settings/config-fault.ts';
import { LIMITS } from './limits.ts';

const WHAT = 'of operations';

const Manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), name: z.string(), body: z.string() })),
});

export interface Operations {
  /** Documents by id. */
  readonly documents: ReadonlyMap<string, string>;
  /** Whether parties may send only persisted operations. */
  readonly onlyForParties: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The fault of an operation; undefined where it has none. */
function faultOf(
  schema: GraphQLSchema,
  { id, body }: { readonly id: string; readonly body: string },
): string | undefined {
  // With an id that is not the hash of the body, the body could be changed while clients go on sending the id.
  if (id !== sha256(body)) return 'its id is not the SHA-256 of its body';
  try {
    const document = parse(body, { maxTokens: LIMITS.tokens });
    if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length !== 1)
      return 'it holds not exactly one operation';
    return validate(schema, document)[0]?.message;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** Reads the manifest and validates each operation against the schema. Throws ConfigFault with the name and fault of each invalid one. */
export function readOperations(path: string | undefined, onlyForParties: boolean, supergraph: string): Operations {
  if (path === undefined) return { documents: new Map(), onlyForParties };
  const { content } = readSettingFile(path, WHAT, 'OPERATIONS_FILE', Manifest);
  const schema = buildSchema(supergraph, { assumeValidSDL: true });
  const faults = content.operations.flatMap((operation) => {
    const fault = faultOf(schema, operation);
    return fault === undefined ? [] : [`- ${operation.name}: ${fault}`];
  });
  if (faults.length > 0) throw unusableFile(path, WHAT, faults.join('\n'));
  return { documents: new Map(content.operations.map(({ id, body }) => [id, body])), onlyForParties };
}

const refuse = (reason: string, said: Said): HttpError => new HttpError(400, 'BAD_USER_INPUT', said, { reason });

/** The document of a request: the persisted one of its id, or the query itself. Undefined where it has neither. Throws `HttpError`. */
export function documentOf({ documents, onlyForParties }: Operations, caller: Caller, asked: Asked): unknown {
  const { query, documentId, extensions } = asked;
  if (typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions)
    throw refuse('OPERATION_UNKNOWN', operationMessages.notRegistered);
  if (documentId === undefined || documentId === null) {
    if (onlyForParties && caller.role === 'PARTY') throw refuse('OPERATION_ONLY', operationMessages.onlyKept);
    return query;
  }
  if (query !== undefined && query !== null) throw refuse('OPERATION_TWICE', operationMessages.both);
  const id = typeof documentId === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(documentId)?.[1] : undefined;
  const document = id === undefined ? undefined : documents.get(id);
  if (document === undefined) throw refuse('OPERATION_UNKNOWN', operationMessages.unknown);
  return document;
}
