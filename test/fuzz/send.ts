/** Sends arbitrary bytes to POST /graphql and checks what must hold of every response. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect } from 'vitest';
import { BANK_A, type Holder, type World } from '../kit.ts';
import { leaks } from './leaks.ts';
import { inWords, STATUSES } from './refusal.ts';

/** Sends a body as it is. node:http sends any valid header; fetch would refuse or change some. */
const sent = (
  world: World,
  body: Uint8Array,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    request(`${world.server.url}/graphql`, { method: 'POST', headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    })
      .on('error', reject)
      .end(body);
  });

/** Sends a body, checks the response and returns its status. */
export async function send(
  world: World,
  body: Uint8Array,
  headers: Record<string, string> = {},
  holder: Holder | null = null,
) {
  const { status, text } = await sent(world, body, {
    'content-type': 'application/json',
    ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
    ...(holder === BANK_A ? { 'credit-purpose': 'LOAN_ORIGINATION' } : {}),
    ...headers,
  });
  expect(STATUSES).toContain(status);
  const { data, errors = [] } = JSON.parse(text);
  inWords(errors);
  if (status !== 200) expect([errors.length > 0, data ?? null]).toEqual([true, null]);
  expect(leaks(holder, text)).toEqual([]);
  return status;
}

/** Sends raw bytes over a socket. Returns what the server sends back within a moment. */
export const raw = (world: World, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(world.server.url);
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    // The server may wait for the rest of a body whose length the bytes announce.
    socket.setTimeout(100, () => socket.destroy());
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
