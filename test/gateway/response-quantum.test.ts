/** When an answer leaves that shows nothing of somebody who was asked for (Article 23). Intervals are counted beside a control of the same length. */
import { expect, it } from 'vitest';
import { quantumOf, responseQuantum } from '../../gateway/message/response-quantum.ts';
import { synthesizeCitizenId } from '../../subgraphs/public-credit/sample/generate/synthesize-identifiers.ts';
import { BANK_A, type Headers, HIDDEN, type Holder, PERMIT_OFFICE, sharedWorld } from '../kit.ts';
import { DESK_CASE, LOAN } from '../stories/withheld.ts';

/** Counts intervals of 25 ms while something runs. */
async function intervalsOf(work: () => Promise<unknown>): Promise<number> {
  let passed = 0;
  const control = setInterval(() => {
    passed += 1;
  }, 25);
  await work();
  clearInterval(control);
  return passed;
}

it('A23.5 adversarial 84: the interval grows with how many are asked for, whatever is held of them', () => {
  expect([1, 49, 50, 100, 200, 1_000].map(quantumOf)).toEqual([25, 25, 50, 75, 125, 525]);
});

it('A23.5 an answer leaves at a multiple of its interval, and at once where something is shown of each', async () => {
  const quantum = responseQuantum();
  expect(await intervalsOf(() => quantum.next(0))).toBe(0);
  for (const [subjects, multiple] of [
    [1, 1],
    [120, 3],
    [200, 5],
  ] as const) {
    await quantum.next(subjects);
    // From one multiple to the next are as many intervals as it has; the control may see one more or less at either end.
    const passed = await intervalsOf(() => quantum.next(subjects));
    expect(Math.abs(passed - multiple)).toBeLessThanOrEqual(1);
  }
  quantum.clear();
});

const MANY = Array.from({ length: 150 }, (_none, at) => ({
  type: 'CITIZEN_ID' as const,
  value: synthesizeCitizenId('1969-12-31', 500 + at),
}));
const BATCH = 'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name } }';

it.each<[string, Holder | null, Headers]>([
  ['anyone', null, {}],
  ['a bank', BANK_A, LOAN],
  ['a desk', PERMIT_OFFICE, DESK_CASE],
])('A23.5 adversarial 84: a batch of %s leaves at the interval of its size', async (_name, holder, headers) => {
  const world = await sharedWorld('pglite', 'reading');
  const took = (ids: object) => intervalsOf(() => world.ask(holder, BATCH, { ids }, headers));
  await took(MANY);
  // Four intervals for a hundred and fifty, of whom nothing is held, or one is who is withheld. The control begins earlier than the answer's clock.
  for (const ids of [MANY, [HIDDEN, ...MANY.slice(1)]]) expect(await took(ids)).toBeGreaterThanOrEqual(3);
});
