/** Whether something answers: asked until it does. */
import pg from 'pg';
import { pause } from './supervised.ts';

const EVERY_MS = 250;
const ASK_MS = 2_000;

/** It did not answer in time. */
export class NotUp extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`${what} does not answer.`);
    this.what = what;
  }
}

/** Status of an answer; 0 where there is none. */
export const statusOf = async (url: string): Promise<number> =>
  (await fetch(url, { signal: AbortSignal.timeout(ASK_MS) }).catch(() => undefined))?.status ?? 0;

/** Waits until it holds, and at most so long. Throws `NotUp`. */
export async function until(what: string, holds: () => Promise<boolean>, atMostMs: number): Promise<void> {
  for (const began = performance.now(); !(await holds().catch(() => false)); await pause(EVERY_MS))
    if (performance.now() - began > atMostMs) throw new NotUp(what);
}

/** Asks a database once, with a connection of its own. Rejects where it does not answer. */
export async function askOnce<Row>(url: string, statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ASK_MS, query_timeout: 4 * ASK_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(statement, [...values])).rows as Row[];
  } finally {
    // Of a server that is frozen the end is not awaited.
    client.end().catch(() => undefined);
  }
}
