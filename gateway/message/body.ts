/** The body of a request: JSON in UTF-8, uncompressed, one operation. */
import type { IncomingMessage } from 'node:http';
import { repeated } from '../../schema/errors.ts';
import { httpMessages } from '../../schema/messages/door/http.ts';
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

/** The members of a body that name the GraphQL document. */
export interface Asked {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

export interface Query {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string;
}

/** Reads the one operation of a body. `documentOf` returns the document: the one that was sent, or a persisted one. */
export function parseQuery(body: string, documentOf: (asked: Asked) => unknown): Query {
  const sent = parseJson(body, '{ "query": …, "variables": … }');
  const { variables, operationName } = sent;
  const query = documentOf(sent);
  if (typeof query !== 'string' || query.trim() === '') throw badRequest(400, httpMessages.noQuery);
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables)))
    throw badRequest(400, httpMessages.variablesNoObject);
  checkVariables((variables ?? {}) as Record<string, unknown>);
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw badRequest(400, httpMessages.operationNameNoText);
  return {
    query,
    variables: (variables ?? {}) as Record<string, unknown>,
    ...(typeof operationName === 'string' ? { operationName } : {}),
  };
}
