/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MEI, openWorld, subject, type World } from '../../kit.ts';

/** To lay a PDF out takes the processor as long as to make the report, and was counted as one question: ten a second held everybody else. */
let world: World;
beforeAll(async () => {
  world = await openWorld('pglite', { environment: { RATE_SUBJECT: '60' } });
});
afterAll(() => world.close());

it('A24.2 the PDF of a report is counted as ten questions, its page and its text as one', async () => {
  const authorization = `Bearer ${await world.token(subject(MEI))}`;
  const made = await fetch(`${world.server.url}/reports`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{}',
  });
  const { url } = (await made.json()) as { url: string };
  const get = async (accept: string): Promise<number> => {
    const response = await fetch(url, { headers: { authorization, accept } });
    await response.arrayBuffer();
    return response.status;
  };
  const statuses: number[] = [];
  for (const accept of ['text/html', 'application/jose', ...Array(5).fill('application/pdf')])
    statuses.push(await get(accept));
  expect([made.status, ...statuses]).toEqual([201, 200, 200, 200, 200, 200, 200, 429]);
});
