/** Who had handed a file to a server that was killed was shown where in the program it ended, and not what to do. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { handOver } from '../../../gateway/process/control-socket.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-hand-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['before it said anything', ''],
  ['between two lines', '{"progress":{"rows":500,"share":0.1}}\n'],
  ['within a line', '{"progress":{"rows":500,"share":0.1}}\n{"progr'],
])('a server that is killed %s is told as stopped, and that the import goes on', async (_when, said) => {
  mkdirSync(join(folder, 'control'), { recursive: true });
  const server = createServer((_message, response) => {
    response.write(said === '' ? '\n' : said, () => setTimeout(() => response.socket?.destroy(), 20));
  });
  await new Promise<void>((resolve) => server.listen(join(folder, 'control', 'socket'), resolve));
  const order = {
    file: '/nowhere.csv',
    layout: 'registration',
    unit: 'HLJ-AMR',
    trial: false,
    language: 'en',
  } as const;
  const told: number[] = [];
  await expect(handOver(folder, order, ({ rows }) => told.push(rows))).rejects.toThrow(/it goes on where it was/);
  expect(told).toEqual(said === '' ? [] : [500]);
  await new Promise((resolve) => server.close(resolve));
});
