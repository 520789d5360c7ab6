/** What a target sends does not steer the terminal of whoever runs the kit, and does not fill its memory. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { exchange, probe } from '../../../gateway/kit/exchange.ts';
import { refusedToken } from '../../../gateway/kit/requests.ts';

async function against<T>(answer: (response: ServerResponse) => void, work: (base: string) => Promise<T>): Promise<T> {
  const server = createServer((message, response) => void message.resume().on('end', () => answer(response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const json = (status: number, body: unknown) => (response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

it('A23.5 a sentence that a target wrote is told without the characters that steer a terminal', async () => {
  const evil = '\u001b]0;title\u0007\u001b[2J\u009b31m';
  const members = { members: { party: { headers: async () => ({ authorization: 'Bearer x' }) } } };
  const refused = json(401, { errors: [{ message: evil, extensions: { help: evil } }] });
  const told = await against(refused, (base) => refusedToken(base, members));
  expect(told?.en).toBeDefined();
  expect(told?.en).not.toMatch(STEERS);
  const reason = json(503, { errors: [{ message: 'm', extensions: { reason: evil } }] });
  await expect(against(reason, probe)).rejects.toSatisfy((error: Error) => !STEERS.test(error.message));
});

it('A23.5 an answer of 256 MB, 260 kB on the wire, is not read to its end', async () => {
  const bomb = gzipSync(Buffer.alloc(256 * 1_048_576, ' '));
  const sent = (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
  const got = await against(sent, (base) =>
    exchange(base, {}).then(
      ({ text }) => text.length,
      () => 0,
    ),
  );
  expect(got).toBeLessThan(64 * 1_048_576);
});
