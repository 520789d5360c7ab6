/** Length of the fuzz tests: in the suite a few runs with a fixed seed, under `npm run fuzz` as many as fit into a time, or a number, with a random seed. */
import fc from 'fast-check';

/** Minutes for each property, set by `npm run fuzz`; 0 in the suite. */
export const MINUTES = Number(process.env.FUZZ_MINUTES ?? 0);

/** Runs of each property, set by `npm run fuzz -- --runs`; 0 where the time decides. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 0);

/** Seed, set by `npm run fuzz -- --seed` to see a failure again. */
const SEED = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };

/** Whether this is a run of `npm run fuzz`. */
export const LONG = MINUTES > 0 || RUNS > 0;

/** Longest that a run with a number of runs may take: a week. */
const ANY_TIME = 7 * 24 * 60 * 60_000;

/** Timeout of a test with one property. */
export const TIMEOUT = RUNS > 0 ? ANY_TIME : (MINUTES + 2) * 60_000;

/** Prints the number of runs, which a run limited by time does not fix beforehand, and fails like fast-check's own reporter. */
function report<Tried>(details: fc.RunDetails<Tried>): void {
  process.stderr.write(`  ${details.numRuns} runs, seed ${details.seed}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}

/** Parameters for fast-check. `runs` is the number of runs in the suite. fast-check prints the seed of a failure. */
export const budget = (runs: number) =>
  LONG
    ? {
        ...SEED,
        numRuns: RUNS > 0 ? RUNS : 1_000_000_000,
        ...(RUNS > 0 ? {} : { interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false }),
        reporter: report,
      }
    : { numRuns: runs };
