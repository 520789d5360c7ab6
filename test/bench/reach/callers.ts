/** Asks the server over HTTP as one of its callers. */
import type { Server } from '../../../gateway/server.ts';
import { NOW } from '../settings.ts';

export interface Caller {
  readonly role: string;
  readonly unit?: string;
  /** `TYPE:VALUE`. */
  readonly subject?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
export type Data = any;

export interface Callers {
  /** Data of an answer without errors. Throws where it has some. */
  ask(caller: Caller | null, query: string, variables?: object): Promise<Data>;
  /** `POST /reports`; its body. */
  report(caller: Caller, subject: object): Promise<{ readonly id: string; readonly token: string }>;
}

/** Requests that run at the same time. */
const AT_ONCE = 16;

/** Runs `work` over rows, some at a time, and gives the results in their order. */
export async function each<Row, Result>(
  rows: readonly Row[],
  work: (row: Row, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let place = next++; place < rows.length; place = next++)
      results[place] = await work(rows[place] as Row, place);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

export function askAs(server: Server): Callers {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (caller: Caller): Promise<string> => {
    const key = JSON.stringify(caller);
    const token =
      tokens.get(key) ??
      Promise.resolve(server.issuer?.signAt({ sub: caller.unit ?? 'subject', ...caller }, '12h', NOW)).then(
        (signed) => signed ?? '',
      );
    tokens.set(key, token);
    return token;
  };
  const send = async (caller: Caller | null, path: string, body: object): Promise<Data> => {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'credit-purpose': 'LOAN_ORIGINATION',
        ...(caller === null ? {} : { authorization: `Bearer ${await tokenOf(caller)}` }),
      },
      body: JSON.stringify(body),
    });
    const answer: Data = await response.json();
    if (!response.ok || answer.errors !== undefined)
      throw new Error(`${path} ${response.status} ${JSON.stringify(answer.errors ?? answer).slice(0, 600)}`);
    return answer;
  };
  return {
    ask: async (caller, query, variables = {}) => (await send(caller, '/graphql', { query, variables })).data,
    report: (caller, subject) => send(caller, '/reports', { subject, template: 'PUBLIC_CREDIT', language: 'zh' }),
  };
}
