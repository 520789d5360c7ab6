import { request } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { PERMIT_OFFICE, sharedWorld, type World } from '../../kit.ts';

/** Of two tokens the second was dropped unseen, and two case references became one: who asks for what must be said once. */
let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

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
  const mandate = '00000000-0000-4000-8000-000000000000';
  // Once, it is a department's, which acts for nobody.
  expect(await status({ ...said, 'credit-for': mandate })).toBe(403);
  expect(await status({ ...said, 'credit-for': [mandate, mandate] })).toBe(400);
});

/** As it is written, which clients of HTTP do not let one write. */
async function written(...headers: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(world.server.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /graphql HTTP/1.1\r\n${['Connection: close', 'Content-Length: 26', ...headers].join('\r\n')}\r\n\r\n{"query":"{ __typename }"}`,
  );
  let heard = '';
  for await (const part of socket) heard += part;
  return heard.slice(0, 12);
}

it('adversarial 21: nor are two hosts or two content types', async () => {
  const [host, type] = [`Host: ${new URL(world.server.url).host}`, 'Content-Type: application/json'];
  expect(await written(host, type)).toBe('HTTP/1.1 200');
  expect(await written(host, 'Host: elsewhere.example', type)).toBe('HTTP/1.1 400');
  expect(await written(host, type, 'Content-Type: text/plain')).toBe('HTTP/1.1 400');
});
