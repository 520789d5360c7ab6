/** Checks that an error response has a promised status and code, says what to do, and reveals no internals. */
import { expect } from 'vitest';

/** Statuses that a request may get. 5xx would be a server error. */
export const STATUSES: readonly number[] = [200, 400, 401, 405, 406, 413, 415, 429];

/** Codes that are promised to callers, without INTERNAL and UNAVAILABLE: no request may cause these. */
const CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_COSTLY',
  'QUOTA_EXCEEDED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

/** Traces of internals: stack traces, files, SQL statements and tables. */
export const INSIDE =
  /node_modules|\bat \S+ \(|\.[mc]?[jt]s:\d|file:\/\/|SQLSTATE|syntax error at or near|(relation|column|constraint) \\?"|\bselect\b.{1,200}\bfrom\b|insert into|\b(public_credit|non_public_credit|sanctions|control|ledger)\./i;

/** Messages are shorter than this, so that none repeats a long text of the request. */
const MESSAGE_MAX = 500;

interface ReportedError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly help?: string };
}

/** Checks the errors of a response. */
export function inWords(errors: readonly ReportedError[]): void {
  for (const { message, extensions } of errors) {
    expect(CODES, message).toContain(extensions?.code);
    expect(extensions?.help).toMatch(/\w+/);
    // Clients of Apollo's protocol look for its words; what to do says the help.
    if (!extensions?.code?.startsWith('PERSISTED_QUERY_')) expect(message).toMatch(/\w+ \w+/);
    expect(message.length).toBeLessThan(MESSAGE_MAX);
    expect(message).not.toMatch(INSIDE);
  }
}
