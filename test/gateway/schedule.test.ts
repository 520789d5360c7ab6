/** Jobs at fixed times, such as the checkpoints of the ledger. */
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { atTimes } from '../../gateway/process/schedule.ts';

const log = pino({ level: 'silent' });

/** Resolves once it holds; fails by the limit of the test. */
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('A17.2 a job at fixed times waits for the next one, and one that failed is tried again before it', async () => {
  const hour = 3_600_000;
  // After the second run the next time is an hour away; that run fails, the third too, the fourth succeeds.
  const waits = [15, 15];
  const fails = [false, true, true, false];
  let runs = 0;
  const schedule = atTimes(
    () => waits.shift() ?? hour,
    'test',
    async () => {
      if (fails[runs++]) throw new Error('not now');
    },
    { log },
    15,
  );
  expect(runs).toBe(0);
  await until(() => runs === 4);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(runs).toBe(4);
  await schedule.stop();
});

it('A17.2 who stops it waits for the run in progress, and nothing comes after', async () => {
  let began = 0;
  let ended = 0;
  const schedule = atTimes(
    () => 5,
    'test',
    async () => {
      began += 1;
      await new Promise((resolve) => setTimeout(resolve, 40));
      ended += 1;
    },
    { log },
  );
  await until(() => began > 0);
  await schedule.stop();
  expect(ended).toBe(began);
  const stopped = began;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(began).toBe(stopped);
});
