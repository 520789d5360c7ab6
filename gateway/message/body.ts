/** The body of a request: JSON in UTF-8, uncompressed, one operation. */
import type { IncomingMessage } from 'node:http';
import { repeated } from '../../schema/errors.ts';
import { httpMessages } from '../../schema/messages/door/http.ts';
import type { Said } from '../../schema/messages/said.ts';
import { HttpError } from './http-error.ts';
import { badRequest, parseJson } from './json.ts';

/** Reads the body, of at most `limit` bytes. Rejects what is compressed, too large, or not UTF-8. */
export async function readBody(message: IncomingMessage, limit: number): Promise<string> {
  const type = message.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) throw badRequest(415, httpMessages.notJsonType);
  if (message.headers['content-encoding'] !== undefined) throw badRequest(415, httpMessages.compressed);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new HttpError(413, 'TOO_COSTLY', httpMessages.bodyTooLarge(limit));
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  } catch {
    throw badRequest(400, httpMessages.notUtf8);
  }
}

/** Deepest nesting of the variables. The inputs of the schema have far fewer levels. */
export const VARIABLE_DEPTH = 20;

/** Variable with the rows of a submission. They are skipped here: the import checks each row and reports each fault with its row. */
const ROWS = 'records';

/** Whether a text holds a lone surrogate (half a character) or U+0000: PostgreSQL stores neither. */
const unreadable = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Checks every text in the variables. Without recursion, because deep nesting would overflow the stack. */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  const waiting: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value: variables, path: 'variables', depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && unreadable(value)) throw badRequest(400, httpMessages.noText(path.slice(0, 200)));
    if (typeof value !== 'object' || value === null) continue;
    if (depth > VARIABLE_DEPTH) throw new HttpError(400, 'TOO_COSTLY', httpMessages.variablesTooDeep(VARIABLE_DEPTH));
    for (const [key, inner] of Object.entries(value)) {
      if (unreadable(key) || key === '__proto__') throw badRequest(400, httpMessages.noName(path.slice(0, 200)));
      if (key !== ROWS || !Array.isArray(inner))
        waiting.push({ value: inner, path: `${path}.${repeated(key)}`, depth: depth + 1 });
    }
  }
}

/** What a body asks: members of the specification, and those under which clients send the id of an operation that is kept. */
export interface Asked {
  /** As it was sent. */
  readonly query: string | undefined;
  readonly variables: Record<string, unknown>;
  readonly operationName: string | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Value of each such member that was sent, by its name. */
  readonly ids: ReadonlyMap<string, unknown>;
}

export interface Query {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

/**
 * Names under which clients send the id of an operation: GraphQL over HTTP's, and two of Relay's users. Some clients number their requests under the
 * latter: beside a query they say nothing, as they always did.
 */
const IDS = ['documentId', 'id', 'doc_id'];
const ALONE = new Set(['id', 'doc_id']);

/** A member that is an object; null counts as absent. */
function objectOf(sent: unknown, otherwise: Said): Record<string, unknown> {
  if (sent === undefined || sent === null) return {};
  if (typeof sent !== 'object' || Array.isArray(sent)) throw badRequest(400, otherwise);
  return sent as Record<string, unknown>;
}

/** Reads the one operation of a body: all that can be said of it without knowing what is kept. */
export function parseAsked(body: string): Asked {
  const sent = parseJson(body, '{ "query": …, "variables": … }');
  const { query, operationName } = sent;
  const isAbsent = query === undefined || query === null;
  const named = IDS.filter((name) => (sent[name] ?? null) !== null && (isAbsent || !ALONE.has(name)));
  const ids = new Map(named.map((name) => [name, sent[name]]));
  const extensions = objectOf(sent.extensions, httpMessages.extensionsNoObject);
  const isKept = ids.size > 0 || (extensions.persistedQuery ?? null) !== null;
  if (isAbsent ? !isKept : typeof query !== 'string' || (query.trim() === '' && !isKept))
    throw badRequest(400, httpMessages.noQuery);
  const variables = objectOf(sent.variables, httpMessages.variablesNoObject);
  checkVariables(variables);
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw badRequest(400, httpMessages.operationNameNoText);
  return {
    query: isAbsent ? undefined : (query as string),
    variables,
    operationName: operationName ?? undefined,
    extensions,
    ids,
  };
}
