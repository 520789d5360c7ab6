/** A delivery that was accepted is not accepted again because a second header of its name comes with it. */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLIENTS, folder } from './fake.ts';

it('A39.1 the receiver in Python accepts a delivery once', async () => {
  writeFileSync(join(folder, 'secret'), 'whs_test\n');
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(CLIENTS.python[0], [CLIENTS.python[1], 'receive', String(port), join(folder, 'secret')]);
  let out = '';
  child.stdout.on('data', (part) => (out += part));
  const body = '{"unit":"BANK-A","cursor":"c","count":2}';
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = createHmac('sha256', 'whs_test').update(`${timestamp}.one.${body}`).digest('hex');
  const call = (strange: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          `POST / HTTP/1.1\r\nHost: x\r\nCredit-Delivery: ${strange}\r\nCredit-Delivery: one\r\nCredit-Timestamp: ${timestamp}\r\n` +
            `Credit-Signature: v1=${signature}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        ),
      );
      socket.on('data', () => resolve(void socket.end())).on('error', reject);
    });
  try {
    for (let tries = 0; tries < 50; tries += 1)
      try {
        await call('first');
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    await call('second');
    await call('third');
    expect(out.match(/^accepted/gm)?.length ?? 0).toBeLessThanOrEqual(1);
  } finally {
    child.kill();
  }
});
