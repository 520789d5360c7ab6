/** What a refusal is made of, whoever hears it. */
import { expect } from 'vitest';

/** Statuses of what somebody sends: 5xx would be a fault of ours. */
export const STATUSES: readonly number[] = [200, 400, 401, 405, 413, 415, 429];

/** Codes that are promised to callers, without the one that says that something failed here. */
const CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_COSTLY',
  'QUOTA_EXCEEDED',
];

/** Traces of the inside: stacks, files, statements and their tables. */
export const INSIDE =
  /node_modules|\bat \S+ \(|\.[mc]?[jt]s:\d|file:\/\/|SQLSTATE|syntax error at or near|(relation|column|constraint) \\?"|\bselect\b.{1,200}\bfrom\b|insert into|\b(public_credit|non_public_credit|sanctions|control|ledger)\./i;

/** Any text longer than that which came with a request is not given back whole. */
const MESSAGE_MAX = 500;

interface Told {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly help?: string };
}

/** Holds an answer's errors to what is promised of them. */
export function inWords(errors: readonly Told[]): void {
  for (const { message, extensions } of errors) {
    expect(CODES, message).toContain(extensions?.code);
    expect(extensions?.help).toMatch(/\w+/);
    expect(message).toMatch(/\w+ \w+/);
    expect(message.length).toBeLessThan(MESSAGE_MAX);
    expect(message).not.toMatch(INSIDE);
  }
}
