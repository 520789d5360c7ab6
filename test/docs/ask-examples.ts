/** Asks every example of the pages over HTTP, in their order, each a second after the one before. */
import { bodyOf, type Example } from '../../gateway/docs/operations/example.ts';
import { COMPANY, TODAY } from '../../gateway/docs/operations/examples/cast.ts';
import { EXAMPLES } from '../../gateway/docs/operations/examples.ts';
import type { Server } from '../../gateway/server.ts';

/** A server whose clock is moved. */
export interface Clocked {
  readonly server: Server;
  setNow(instant: string): void;
}

/** The clock before the first example. */
export const BEGIN = `${TODAY}T10:00:00+08:00`;

/** The report that an example verifies is made before the first one. */
export const REPORT = 'POST /reports';

/** Answers by the name of the example, as they come. */
export async function askExamples(
  { server, setNow }: Clocked,
  examples: readonly Example[] = EXAMPLES,
): Promise<Record<string, unknown>> {
  let at = Date.parse(BEGIN);
  const move = (to: number): void => {
    at = to;
    setNow(new Date(at).toISOString());
  };
  const tokenOf = async ({ role, by }: Pick<Example, 'role' | 'by'>): Promise<string> =>
    (await server.issuer?.signAt(
      role === 'SUBJECT'
        ? { sub: 'subject', role: 'subject', subject: by }
        : { sub: by, role: role.toLowerCase(), unit: by },
      '15m',
      new Date(at),
    )) ?? '';
  const post = async (
    path: string,
    by: Pick<Example, 'role' | 'by'>,
    headers: Readonly<Record<string, string>>,
    body: unknown,
  ) => {
    move(at + 1_000);
    const authorization = by.by === undefined ? {} : { authorization: `Bearer ${await tokenOf(by)}` };
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const answers: Record<string, unknown> = {};
  answers[REPORT] = await post('/reports', { role: 'SUBJECT', by: `${COMPANY.type}:${COMPANY.value}` }, {}, {});
  for (const example of examples) {
    if (example.afterCheckpoint) {
      move(server.platform.sequencer.nextAfter(new Date(at)).getTime());
      await server.platform.sequencer.publish();
    }
    answers[example.name] = await post('/graphql', example, example.headers ?? {}, bodyOf(example, answers));
  }
  return answers;
}
