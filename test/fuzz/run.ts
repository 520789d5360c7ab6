/** `npm run fuzz`: runs the fuzz tests for a given time, with a new random seed each time. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const FOLDER = new URL('.', import.meta.url);
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

  npm run fuzz -- [--minutes N] [--runs N] [--only NAME]

  --minutes  length of each property, on each database where it is on both (default 10)
  --runs     as many runs of each property, if they fit into the time
  --only     one of

${WHAT.join('\n')}

What fails is made small and printed with its seed. CI runs a few hundred of one seed with the other tests.`;

/** Runs and returns the exit status. Throws for wrong arguments. */
function main(): number {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      runs: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const minutes = Number(values.minutes);
  if (!(minutes > 0 && minutes <= 10_000))
    throw new Error(`--minutes ${values.minutes} is no number of minutes above 0 and up to 10000: try --minutes 10.`);
  const runs = Number(values.runs ?? 1);
  if (!(Number.isInteger(runs) && runs > 0))
    throw new Error(`--runs ${values.runs} is no whole number above 0: try --runs 10000.`);
  if (values.only !== undefined && !FILES.has(values.only))
    throw new Error(`--only ${values.only} is none of ${[...FILES.keys()].join(', ')}.`);
  const what = values.only === undefined ? 'test/fuzz' : `test/fuzz/${FILES.get(values.only)}`;
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--mode', 'fuzz', what],
    {
      cwd: new URL('../..', import.meta.url),
      stdio: 'inherit',
      env: {
        ...process.env,
        FUZZ_MINUTES: String(minutes),
        ...(values.runs === undefined ? {} : { FUZZ_RUNS: String(runs) }),
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
