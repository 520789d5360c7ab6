/** That no report is made of a person told by its time whether she is held: it did not leave at the time at which such answers leave. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BANK_A, COMPANY, HIDDEN, NOT_HELD, sharedWorld, type World } from '../../kit.ts';
import { make } from '../../stories/report-kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});
afterAll(() => {
  vi.restoreAllMocks();
});

it('A23.5 whether held or not, it waits for the next multiple of the veil; a report that tells something does not', async () => {
  const refused = async () => {
    const answers = [HIDDEN, NOT_HELD].map((person) => make(world, BANK_A, { subject: person }, LOAN));
    return (await Promise.all(answers)).map(({ status, body }) => [status, body.errors[0].extensions.reason]);
  };
  // The multiples do not come: what waits for one does not leave.
  const multiples: (() => void)[] = [];
  const real = globalThis.setInterval;
  vi.spyOn(globalThis, 'setInterval').mockImplementation((call, after, ...rest) => {
    if (after !== 25) return real(call, after, ...rest);
    multiples.push(() => call());
    return real(() => undefined, 3_600_000);
  });
  let left = 0;
  const waiting = refused().finally(() => {
    left += 1;
  });
  for (let other = 0; other < 3; other += 1)
    expect((await make(world, BANK_A, { subject: COMPANY }, LOAN)).status).toBe(201);
  expect(left).toBe(0);
  expect(multiples).toHaveLength(5);
  const coming = real(() => {
    for (const multiple of multiples) multiple();
  }, 5);
  expect(await waiting.finally(() => clearInterval(coming))).toEqual([
    [404, 'NOT_FOUND'],
    [404, 'NOT_FOUND'],
  ]);
});
