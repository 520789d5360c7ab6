/** Whoever hung up in the middle of a body or of an answer was a fault of the server, logged as an error that anybody could cause. */
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, soonest, type World } from '../../kit.ts';
import { recordLog } from '../../recorded-log.ts';

interface Line {
  readonly level: number;
  readonly path?: string;
  readonly status?: number;
}

const { log, logged } = recordLog<Line>();

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest(), { sample: false, log, faults: () => 'HANGS' });
});
afterAll(() => world.close());

const ERROR = 50;
const BODY = '{"query":"{ purposes { code } }"}';

/** Sends what is given, waits until it is under way, and hangs up. Returns what the log says of the request. */
async function hangUp(sent: string): Promise<Line> {
  const before = logged.length;
  const { hostname, port } = new URL(world.server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.write(sent, resolve));
  await setTimeout(200);
  socket.destroy();
  for (;;) {
    const line = logged.slice(before).find(({ path }) => path === '/graphql');
    if (line !== undefined) return line;
    await setTimeout(10);
  }
}

const head = (length: number): string =>
  `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

it('is a request that was given up, in the middle of its body or of its answer, and no fault', async () => {
  expect(await hangUp(`${head(BODY.length)}${BODY.slice(0, 10)}`)).toMatchObject({ status: 499 });
  expect(await hangUp(`${head(BODY.length)}${BODY}`)).toMatchObject({ status: 499 });
  expect(logged.filter(({ level }) => level >= ERROR)).toEqual([]);
});
