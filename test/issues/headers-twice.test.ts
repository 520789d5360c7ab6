import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, PERMIT_OFFICE, type World } from '../kit.ts';

/** Of two tokens the second was dropped unseen, and two case references became one: who asks for what must be said once. */
let world: World;
beforeAll(async () => {
  world = await openWorld('pglite');
});
afterAll(() => world.close());

const status = (headers: Record<string, string | string[]>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const sent = request(
      `${world.server.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    sent.on('error', reject);
    sent.end('{"query":"{ __typename }"}');
  });

it('A22.1 a header that says who asks or for what is taken once, and refused twice', async () => {
  const authorization = `Bearer ${await world.token(PERMIT_OFFICE)}`;
  const said = { authorization, 'credit-purpose': 'PERMIT', 'credit-case': 'a', 'credit-channel': 'WEB' };
  expect(await status(said)).toBe(200);
  for (const [name, value] of Object.entries(said)) expect(await status({ ...said, [name]: [value, value] })).toBe(400);
  expect(await status({ ...said, authorization: [authorization, 'Bearer a.b.c'] })).toBe(400);
});
