/** Length of the fuzz tests: in the suite a few runs with a fixed seed, under `npm run fuzz` as many as fit into a time with a random seed. */
import fc from 'fast-check';

/** Minutes for each property, set by `npm run fuzz`; 0 in the suite. */
export const MINUTES = Number(process.env.FUZZ_MINUTES ?? 0);

/** Number of runs of each property, set by `npm run fuzz`; without one as many as fit into the time. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1_000_000_000);

/** Whether this is a run of `npm run fuzz`. */
export const LONG = MINUTES > 0;

/** Timeout of a test with one property. */
export const TIMEOUT = (MINUTES + 2) * 60_000;

/** Prints the number of runs, which a run limited by time does not fix beforehand, and fails like fast-check's own reporter. */
function report<Tried>(details: fc.RunDetails<Tried>): void {
  process.stderr.write(`  ${details.numRuns} runs, seed ${details.seed}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}

/** Parameters for fast-check. `runs` is the number of runs in the suite. fast-check prints the seed of a failure. */
export const budget = (runs: number) =>
  LONG
    ? {
        numRuns: RUNS,
        interruptAfterTimeLimit: MINUTES * 60_000,
        markInterruptAsFailure: false,
        reporter: report,
      }
    : { numRuns: runs, seed: 20_261_120 };
