/** `npm run redact`: what texts show. Tells and moves on how they are redacted, and holds the function against a corpus. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import { declareUnsafe, type RedactionStatus, redactionStatus, remakeAll } from '../../subgraphs/redaction/job.ts';
import { openPlatform } from '../platform.ts';
import { readConfig } from '../settings/config.ts';
import { corpusReport } from './corpus-report.ts';

const HELP = `What texts show of natural persons (Article 23): personal information in them is masked, and a text in which it is not sure is withheld whole.

  npm run redact -- --status
  npm run redact -- --run
  npm run redact -- --declare-unsafe VERSION --reason TEXT
  npm run redact -- --corpus FILE

  --status          the version of the function, how many subjects are held in texts of which version, and which versions are unsafe
  --run             makes texts of earlier versions anew, with progress; the server does it by itself, in slices, from its start on
  --declare-unsafe  withholds at once every text that this version made, and supersedes the reports that hold one; it is not taken back. Texts of the
                    version of this release stay withheld until a newer release makes them anew
  --reason          why, for whoever reads the status
  --corpus          holds the function against texts, one JSON object a line: { id, kind, about, known, text, secrets, keep }
                    (test/cases/README.md); prints what leaks and what is masked too much, by kind

Exit status of --corpus: 0 nothing leaks and no ordinary text is changed, 2 something does, 1 failed.
The embedded database can be opened by one process at a time: stop the server first, or use DATABASE_URL. --corpus opens none.`;

/** Subjects of one slice, after which the progress is told. */
const SLICE = 200;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

const waiting = ({ version, subjects }: RedactionStatus): number =>
  subjects.reduce((sum, one) => (one.version < version ? sum + one.subjects : sum), 0);

function tell(status: RedactionStatus): void {
  say(`The function is version ${status.version}.`);
  for (const { version, subjects } of status.subjects) say(`  version ${version}: the texts of ${subjects} subjects`);
  for (const { version, reason, declaredAt } of status.unsafe)
    say(`  version ${version} is unsafe since ${new Date(declaredAt).toISOString()}, and withheld: ${reason}`);
  if (status.unsafe.some(({ version }) => version === status.version))
    say('That is the version of this release: its texts stay withheld until a release with a newer one is started.');
  const left = waiting(status);
  say(left === 0 ? 'Nothing waits.' : `${left} subjects wait: npm run redact -- --run, or start the server.`);
}

const time = (seconds: number): string => (seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`);

async function run(work: Awaited<ReturnType<typeof openPlatform>>): Promise<void> {
  const total = waiting(await redactionStatus(work.requestAs));
  const began = performance.now();
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  const made = await remakeAll(work.requestAs, SLICE, ({ subjects, failed }) => {
    const rate = (subjects + failed) / ((performance.now() - began) / 1_000);
    const left = Math.max(0, total - subjects - failed);
    process.stderr.write(`${subjects} of ${total} subjects, ${Math.round(rate)} a second, ${time(left / rate)} left\n`);
    return !stopped;
  });
  say(`The texts of ${made.subjects} subjects were made anew by version ${REDACTION_VERSION}: ${made.texts} records.`);
  if (stopped) say('Stopped. The same command goes on.');
  if (made.failed > 0)
    throw new Error(
      `Those of ${made.failed} subjects could not be, and stay as they are: ${made.causes.join(' ')} Give a key that is missing, and run this again.`,
    );
}

async function onDatabase(values: { status: boolean; run: boolean; 'declare-unsafe'?: string; reason?: string }) {
  const unsafe = values['declare-unsafe'];
  const version = Number(unsafe);
  if (unsafe !== undefined && (!Number.isInteger(version) || version < 1 || version > REDACTION_VERSION))
    fail(`--declare-unsafe ${unsafe} is no version: give 1 to ${REDACTION_VERSION}.`);
  if (unsafe !== undefined && (values.reason ?? '').trim() === '') fail('--reason is missing: say why it is unsafe.');
  const platform = await openPlatform(readConfig());
  try {
    if (unsafe !== undefined) await declareUnsafe(platform.requestAs, version, (values.reason ?? '').trim());
    if (values.run) await run(platform);
    if (!values.run) tell(await redactionStatus(platform.requestAs));
  } finally {
    await platform.close();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      status: { type: 'boolean', default: false },
      run: { type: 'boolean', default: false },
      'declare-unsafe': { type: 'string' },
      reason: { type: 'string' },
      corpus: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const asked = [values.status, values.run, values['declare-unsafe'] !== undefined, values.corpus !== undefined];
  if (values.help) return say(HELP);
  if (asked.filter(Boolean).length !== 1) fail(`Give one of --status, --run, --declare-unsafe, --corpus.\n\n${HELP}`);
  if (values.corpus === undefined) return onDatabase(values);
  const { lines, isClean } = corpusReport(readFileSync(values.corpus, 'utf8'), values.corpus);
  for (const line of lines) say(line);
  process.exitCode = isClean ? 0 : 2;
}

try {
  await main();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
