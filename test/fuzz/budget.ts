/** How long is tried: a few runs of one seed with the other tests, or as many as fit into a time with a seed of its own. */
import fc from 'fast-check';

/** Minutes of each property, as `npm run fuzz` gives them; 0 with the other tests. */
export const MINUTES = Number(process.env.FUZZ_MINUTES ?? 0);

/** The long run, which tries everything that the suite tries a part of. */
export const LONG = MINUTES > 0;

/** Longest time of a test with one property. */
export const TIMEOUT = (MINUTES + 2) * 60_000;

/** Says how much was tried: of a run without a number of runs only its time is known. */
function report<Tried>(details: fc.RunDetails<Tried>): void {
  process.stderr.write(`  ${details.numRuns} runs, seed ${details.seed}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}

/** What fast-check is told; `runs` is how many the suite can afford. It prints the seed of what fails. */
export const budget = (runs: number) =>
  LONG
    ? {
        numRuns: 1_000_000_000,
        interruptAfterTimeLimit: MINUTES * 60_000,
        markInterruptAsFailure: false,
        reporter: report,
      }
    : { numRuns: runs, seed: 20_261_120 };
