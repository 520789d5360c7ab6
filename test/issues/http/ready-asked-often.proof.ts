/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { singleFlight } from '../../../gateway/http/single-flight.ts';
import { openWorld, type World } from '../../kit.ts';

/** Whether the server is ready could be asked without limit, and each time the database was: on the embedded one all others waited behind. */
let world: World;
beforeAll(async () => {
  world = await openWorld('pglite');
});
afterAll(() => world.close());

it('those who ask together whether the server is ready are told by one look at the database', async () => {
  const { database } = world.server.platform;
  const execute = database.execute;
  let looks = 0;
  const done = Promise.withResolvers<void>();
  const look =
    (wait: () => Promise<void>): typeof execute =>
    async (session, role, statement, parameters) => {
      if (statement.name === 'gap-open') {
        looks += 1;
        await wait();
      }
      return execute(session, role, statement, parameters);
    };
  Object.assign(database, { execute: look(() => done.promise) });
  const asked = Array.from({ length: 50 }, () => fetch(`${world.server.url}/readyz`));
  setTimeout(() => done.resolve(), 300);
  expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
  expect(looks).toBe(1);
  expect((await fetch(`${world.server.url}/readyz`)).status).toBe(200);
  expect(looks).toBe(2);
  Object.assign(database, { execute: look(() => Promise.reject(new Error('gone'))) });
  expect((await fetch(`${world.server.url}/readyz`)).status).toBe(503);
  Object.assign(database, { execute });
  expect((await fetch(`${world.server.url}/readyz`)).status).toBe(200);
});

it('work that failed is done again', async () => {
  let tries = 0;
  const work = singleFlight(async () => {
    tries += 1;
    if (tries === 1) throw new Error('once');
  });
  await expect(Promise.all([work(), work()])).rejects.toThrow('once');
  await expect(work()).resolves.toBeUndefined();
});
