/** `npm run fuzz`: runs the fuzz tests for a given time, with a new random seed each time. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const FOLDER = new URL('.', import.meta.url);
const ROOT = new URL('../..', import.meta.url);
const FILES = new Map(
  readdirSync(FOLDER)
    .filter((file) => /\.(?:test|proof)\.ts$/.test(file))
    .sort()
    .map((file) => [file.split('.')[0] ?? file, file]),
);

/** The list of files for the help text. Each is described by the first clause of its first comment, so that the list stays current. */
const WHAT = [...FILES].map(([name, file]) => {
  const [, clause = ''] = /^\/\*\*[\s*]*([^:.]+)/.exec(readFileSync(new URL(file, FOLDER), 'utf8')) ?? [];
  return `  ${name.padEnd(12)} ${clause}`;
});

const HELP = `Throws at every door what nobody would send, and looks for faults and leaks.

  npm run fuzz -- [--minutes N | --runs N] [--seed N] [--only NAME]

  --minutes  length of each property, on each database where it is on both (default 10)
  --runs     number of runs of each property, however long they take, in place of a time
  --seed     seed of a failure, to see it again
  --only     one of

${WHAT.join('\n')}
  time         whether the time of an answer tells what is withheld, on each database; half an hour, whatever --minutes says

What fails is made small and printed with its seed. CI runs a few hundred of one seed with the other tests.`;

/** A whole number above 0. Throws for anything else. */
function wholeNumber(name: string, value: string | undefined, most: number): string | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value) || !(Number(value) > 0 && Number(value) <= most))
    throw new Error(`--${name} ${value} is no whole number from 1 to ${most}: try --${name} 1000.`);
  return value;
}

/** Runs and returns the exit status. Throws for wrong arguments. */
function main(): number {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (values.minutes !== undefined && values.runs !== undefined)
    throw new Error('--minutes and --runs both say when to stop: give one of them.');
  const runs = wholeNumber('runs', values.runs, 1_000_000_000);
  const seed = wholeNumber('seed', values.seed?.replace(/^-/, ''), 4_294_967_295) && values.seed;
  const minutes = Number(values.minutes ?? 10);
  if (!(minutes > 0 && minutes <= 10_000))
    throw new Error(`--minutes ${values.minutes} is no number of minutes above 0 and up to 10000: try --minutes 10.`);
  // By hand and on an idle machine: the suite asserts no time.
  if (values.only === 'time')
    return spawnSync(process.execPath, ['test/fuzz/time.ts'], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
  if (values.only !== undefined && !FILES.has(values.only))
    throw new Error(`--only ${values.only} is none of ${[...FILES.keys(), 'time'].join(', ')}.`);
  const what = values.only === undefined ? 'test/fuzz' : `test/fuzz/${FILES.get(values.only)}`;
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--mode', 'fuzz', what],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(runs === undefined ? { FUZZ_MINUTES: String(minutes) } : { FUZZ_RUNS: runs }),
        ...(seed === undefined ? {} : { FUZZ_SEED: seed }),
      },
    },
  );
  return status ?? 1;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error} See --help.\n`);
  process.exitCode = 2;
}
