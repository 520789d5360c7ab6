/** One connection to a PostgreSQL server, whose faults are told as sentences. */
import pg from 'pg';
import type { Reader } from './facts.ts';
import { Refused } from './refused.ts';
import { PROGRAMS as SAY } from './sentences/programs.ts';

export interface Connection extends Reader {
  /** Major version of the server. */
  readonly major: number;
  run(statements: string): Promise<void>;
  end(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;

/** Connects. `setting` names where the URL comes from. Throws Refused. */
export async function connect(url: string, setting: string): Promise<Connection> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // A server that stops breaks an idle connection too: the next statement tells it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    return {
      major: rows[0]?.version ?? 0,
      query: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows as never[],
      run: async (statements) => {
        await client.query(statements);
      },
      end: () => client.end().catch(() => undefined),
    };
  } catch (error) {
    await client.end().catch(() => undefined);
    const { message, code } = error as NodeJS.ErrnoException;
    // Of several addresses that were tried, Node's error has a code and no message.
    throw new Refused(SAY.unreached(setting, message || code || 'no answer'), error);
  }
}
