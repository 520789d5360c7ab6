/** The time that a request may take did not hold for reports: one was waited for as long as a part of it took. A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, openWorld, soonest, subject, type World } from '../../kit.ts';
import { fetchReport, make } from '../../stories/report-kit.ts';

let world: World;
let hanging = '';
beforeAll(async () => {
  world = await openWorld(soonest(), {
    environment: { REQUEST_TIMEOUT_MS: '3000', SUBGRAPH_TIMEOUT_MS: '600000' },
    faults: (name) => (name === hanging ? 'HANGS' : undefined),
  });
});
afterAll(() => world.close());

it('A36.3 a report whose parts do not come is given up with the request, and the next one is made', async () => {
  hanging = 'sanctions';
  const { status, body } = await make(world, subject(COMPANY), {});
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'UNAVAILABLE']);
  hanging = '';
  const made = await make(world, subject(COMPANY), {});
  expect(made.status).toBe(201);
  expect((await fetchReport(world, subject(COMPANY), made.body.id, 'application/jose')).status).toBe(200);
});
