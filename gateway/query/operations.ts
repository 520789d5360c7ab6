/**
 * Persisted operations: documents that the server's operator keeps under ids (operations-file.ts). A caller sends an id and variables, and parties can
 * be limited to operations that were reviewed. Ids come as Apollo's clients send them (`extensions.persistedQuery`), as GraphQL over HTTP and Relay's
 * do (`documentId`, `id`, `doc_id`). Nothing is registered by asking.
 */
import { createHash } from 'node:crypto';
import { operationMessages } from '../../schema/messages/door/documents.ts';
import type { Said } from '../../schema/messages/said.ts';
import type { Caller } from '../../subgraphs/request/context.ts';
import type { Asked } from '../message/body.ts';
import { HttpError } from '../message/http-error.ts';

export interface Operations {
  /** Documents by id; undefined where the operator keeps none. */
  readonly documents: ReadonlyMap<string, string> | undefined;
  /** Whether parties may send only persisted operations. */
  readonly onlyForParties: boolean;
}

const refuse = (reason: string, said: Said): HttpError => new HttpError(400, 'BAD_USER_INPUT', said, { reason });

const EXTENSION = 'extensions.persistedQuery';

/** The hash of `extensions.persistedQuery`, version 1 (Apollo); undefined where it was not sent. */
function hashOf({ persistedQuery }: Asked['extensions']): string | undefined {
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  const { version, sha256Hash } = persistedQuery as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1) throw refuse('OPERATION_FORM', operationMessages.otherVersion(`${EXTENSION}.version`));
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash))
    throw refuse('OPERATION_FORM', operationMessages.noHash(`${EXTENSION}.sha256Hash`));
  return sha256Hash;
}

/** An id may say that it is a SHA-256, as GraphQL over HTTP writes it, and graphql-codegen into its file. */
export const withoutPrefix = (id: string): string => /^sha256:([0-9a-f]{64})$/.exec(id)?.[1] ?? id;

/**
 * The codes and messages are those by which clients that send hashes go on: after the first they send hash and text, after the second the text alone,
 * from then on.
 */
const notKept = (documents: Operations['documents']): HttpError =>
  documents === undefined
    ? new HttpError(400, 'PERSISTED_QUERY_NOT_SUPPORTED', operationMessages.hashesNotTaken, {
        reason: 'OPERATION_UNKNOWN',
      })
    : new HttpError(400, 'PERSISTED_QUERY_NOT_FOUND', operationMessages.hashUnknown, { reason: 'OPERATION_UNKNOWN' });

/** The document of a request: the persisted one of its id or hash, or the query itself. Throws `HttpError`. */
export function documentOf({ documents, onlyForParties }: Operations, caller: Caller, asked: Asked): string {
  const { query, extensions, ids } = asked;
  const hash = hashOf(extensions);
  const [first] = ids;
  if (first !== undefined) {
    const also = [...(hash === undefined ? [] : [EXTENSION]), ...(query === undefined ? [] : ['query'])];
    if (ids.size + also.length > 1)
      throw refuse('OPERATION_TWICE', operationMessages.several([...ids.keys(), ...also]));
    const [member, id] = first;
    const document = typeof id === 'string' ? documents?.get(withoutPrefix(id)) : undefined;
    if (document === undefined) throw refuse('OPERATION_UNKNOWN', operationMessages.unknown(member));
    return document;
  }
  if (hash !== undefined) {
    const document = documents?.get(hash);
    if (query !== undefined && createHash('sha256').update(query).digest('hex') !== hash)
      throw refuse('OPERATION_HASH', operationMessages.hashOfOther(`${EXTENSION}.sha256Hash`));
    if (document !== undefined) return document;
    if (query === undefined) throw notKept(documents);
  }
  // The body was read: whoever sends neither id nor hash sends a query.
  if (query === undefined) throw new Error('A request without a document was let through.');
  if (onlyForParties && caller.role === 'PARTY') throw refuse('OPERATION_ONLY', operationMessages.onlyKept);
  return query;
}
