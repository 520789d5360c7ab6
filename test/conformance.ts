/** `npm run conformance`: lists for each obligation the tests that prove it and whether they pass. Test names carry the ids of obligations. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { OBLIGATIONS, type Obligation } from '../schema/law/articles/obligations.ts';

const HELP = `Prints which tests show which obligation of the Regulations, and whether they pass.

  npm run conformance [-- --report FILE]

  --report   a JSON report of vitest to read, instead of running both steps of the suite

Exit status: 0 when every obligation that is due is shown by tests that pass, 1 otherwise.`;

/** The parts of vitest's JSON report that are used here. */
export interface Report {
  readonly testResults: readonly {
    readonly name: string;
    /** `failed` also where the file could not be loaded. */
    readonly status?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Line {
  readonly obligation: Obligation;
  readonly passed: number;
  readonly failed: number;
  /** Tests of known faults, which fail as expected. They do not prove the obligation. */
  readonly known: number;
  readonly files: number;
  readonly result: 'pass' | 'FAIL' | 'GAP' | 'not yet';
}

const ID = /\bA\d\d\.\d\b/g;
/** A marker in brackets in the name of a test that is expected to fail. */
const KNOWN = / \[[a-z ]+\] /;

/** Returns a line for each obligation, and the ids in test names that belong to no obligation. */
export function conformance(report: Report, obligations: readonly Obligation[]): { lines: Line[]; unknown: string[] } {
  const shown = new Map<string, { passed: number; failed: number; known: number; files: Set<string> }>();
  for (const { name, assertionResults } of report.testResults)
    for (const { fullName, status } of assertionResults)
      for (const id of new Set(fullName.match(ID))) {
        const tests = shown.get(id) ?? { passed: 0, failed: 0, known: 0, files: new Set() };
        if (status === 'passed' && KNOWN.test(fullName)) tests.known += 1;
        else if (status === 'passed') tests.passed += 1;
        else if (status === 'failed') tests.failed += 1;
        tests.files.add(name);
        shown.set(id, tests);
      }
  const known = new Set(obligations.map(({ id }) => id));
  const lines = obligations.map((obligation): Line => {
    const tests = shown.get(obligation.id);
    const passed = tests?.passed ?? 0;
    const failed = tests?.failed ?? 0;
    const without = obligation.due === 'now' ? 'GAP' : 'not yet';
    const result = failed > 0 ? 'FAIL' : passed > 0 ? (obligation.due === 'now' ? 'pass' : 'not yet') : without;
    return { obligation, passed, failed, known: tests?.known ?? 0, files: tests?.files.size ?? 0, result };
  });
  return { lines, unknown: [...shown.keys()].filter((id) => !known.has(id)).sort() };
}

/** The table as text. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ obligation: { id, article, title }, passed, failed, known, files, result }) => {
    const tests = passed + failed === 0 ? '' : `${passed + failed} in ${files} file${files === 1 ? '' : 's'}`;
    const missing = known === 0 ? '' : ` (${known} tests are known to fail)`;
    return `${id.padEnd(6)} ${article.padEnd(10)} ${result.padEnd(8)} ${tests.padEnd(16)} ${title}${missing}`;
  });
  return [
    `${'id'.padEnd(6)} ${'article'.padEnd(10)} ${'result'.padEnd(8)} ${'tests'.padEnd(16)} obligation`,
    ...rows,
  ].join('\n');
}

/** Runs both steps of the suite. Their progress goes to standard error, because standard output is for the table. */
function runSuite(): Report {
  const folder = mkdtempSync(join(tmpdir(), 'credit-conformance-'));
  const run = (step: string): Report['testResults'] => {
    const file = join(folder, `${step}.json`);
    process.stderr.write(`Running the step ${step} of the suite …\n`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    spawnSync('vitest', ['run', '--config', 'test/vitest.config.ts', '--mode', step, ...reporters], {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 2, 'inherit'],
    });
    if (!existsSync(file)) throw new Error(`The step ${step} of the suite left no report: see what it says above.`);
    return (JSON.parse(readFileSync(file, 'utf8')) as Report).testResults;
  };
  try {
    return { testResults: [...run('test'), ...run('proof')] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main(): number {
  const { values } = parseArgs({ options: { report: { type: 'string' }, help: { type: 'boolean', default: false } } });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const report: Report = values.report === undefined ? runSuite() : JSON.parse(readFileSync(values.report, 'utf8'));
  const { lines, unknown } = conformance(report, OBLIGATIONS);
  process.stdout.write(`${table(lines)}\n`);
  const count = (result: Line['result']): number => lines.filter((line) => line.result === result).length;
  process.stdout.write(
    `\n${count('pass')} shown, ${count('not yet')} not yet, ${count('GAP')} due without a test, ${count('FAIL')} failing\n`,
  );
  for (const id of unknown) process.stdout.write(`${id} stands in a test's name but in no register\n`);
  // A failed test without an id makes the run fail too.
  // So does a file that could not be loaded: it has no tests in the report.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' || assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  for (const { name } of broken) process.stdout.write(`tests fail in ${relative(process.cwd(), name)}\n`);
  return count('GAP') + count('FAIL') + unknown.length + broken.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main();
