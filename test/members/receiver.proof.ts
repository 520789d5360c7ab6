/** The receiver of the Python client: what is refused by its length, and calls that come at once. A proof, because it starts a process. */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLIENTS, folder } from '../issues/clients/fake.ts';

const SECRET = 'whs_test';
writeFileSync(join(folder, 'secret'), `${SECRET}\n`);

it('A39.1 the receiver reads no body of any size, and of many calls at once with one id accepts one', async () => {
  // A port that was free a moment ago.
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const child = spawn('python3', [CLIENTS.python[1], 'receive', String(port), join(folder, 'secret')]);
  let out = '';
  child.stdout.on('data', (part) => (out += part));
  const body = '{"unit":"BANK-A","cursor":"c","count":2}';
  const at = Math.floor(Date.now() / 1_000);
  const headers = {
    'credit-delivery': 'one',
    'credit-timestamp': String(at),
    'credit-signature': `v1=${createHmac('sha256', SECRET).update(`${at}.one.${body}`).digest('hex')}`,
  };
  const call = (more: Readonly<Record<string, string>>, sent: string) =>
    new Promise<number>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', method: 'POST', headers: { ...headers, ...more } };
      request(options, (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', reject)
        .end(sent);
    });
  try {
    for (let tries = 0; ; tries += 1)
      try {
        // Not even begun to be sent: it is refused by its length.
        expect(await call({ 'content-length': '999999999' }, '')).toBe(401);
        break;
      } catch (fault) {
        if (tries === 50 || (fault as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw fault;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    const answers = await Promise.all(Array.from({ length: 8 }, () => call({}, body)));
    expect(answers).toEqual(Array(8).fill(204));
    expect(out.match(/^accepted/gm)).toHaveLength(1);
  } finally {
    child.kill();
  }
});
