/** `npm run redact`: what texts show. Tells and moves on how they are redacted, and holds the function against a corpus. */
import { readFileSync } from 'node:fs';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import type { Language } from '../../schema/localized.ts';
import { declareUnsafe, type RedactionStatus, redactionStatus, remakeAll } from '../../subgraphs/redaction/job.ts';
import { openPlatform } from '../platform.ts';
import { readConfig } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { corpusReport } from './beside/corpus-report.ts';
import { TEXTS } from './texts/redact.ts';

type Texts = (typeof TEXTS)[Language];

/** Subjects of one slice, after which the progress is told. */
const SLICE = 200;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const waiting = ({ version, subjects }: RedactionStatus): number =>
  subjects.reduce((sum, one) => (one.version < version ? sum + one.subjects : sum), 0);

function tell(status: RedactionStatus, texts: Texts): void {
  say(texts.version(status.version));
  for (const { version, subjects } of status.subjects) say(texts.ofVersion(version, subjects));
  for (const { version, reason, declaredAt } of status.unsafe)
    say(texts.unsafe(version, new Date(declaredAt).toISOString(), reason));
  if (status.unsafe.some(({ version }) => version === status.version)) say(texts.unsafeHere);
  const left = waiting(status);
  say(left === 0 ? texts.nothingWaits : texts.waits(left));
}

async function run(work: Awaited<ReturnType<typeof openPlatform>>, texts: Texts): Promise<void> {
  const total = waiting(await redactionStatus(work.requestAs));
  const began = performance.now();
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  const made = await remakeAll(work.requestAs, SLICE, ({ subjects, failed }) => {
    const rate = (subjects + failed) / ((performance.now() - began) / 1_000);
    const left = Math.max(0, total - subjects - failed);
    process.stderr.write(`${texts.progress(subjects, total, Math.round(rate), left / rate)}\n`);
    return !stopped;
  });
  say(texts.made(made.subjects, REDACTION_VERSION, made.texts));
  if (stopped) say(texts.stopped);
  if (made.failed > 0) {
    process.exitCode = 1;
    process.stderr.write(`${texts.failed(made.failed, made.causes)}\n`);
  }
}

interface Asked {
  readonly status: boolean;
  readonly run: boolean;
  readonly 'declare-unsafe'?: string | undefined;
  readonly reason?: string | undefined;
}

async function onDatabase(asked: Asked, texts: Texts): Promise<void> {
  const unsafe = asked['declare-unsafe'];
  const version = Number(unsafe);
  if (unsafe !== undefined && (!Number.isInteger(version) || version < 1 || version > REDACTION_VERSION))
    fail(texts.noVersion(unsafe, REDACTION_VERSION));
  if (unsafe !== undefined && (asked.reason ?? '').trim() === '') fail(texts.reasonMissing);
  const platform = await openPlatform(readConfig());
  try {
    if (unsafe !== undefined) await declareUnsafe(platform.requestAs, version, (asked.reason ?? '').trim());
    if (asked.run) await run(platform, texts);
    if (!asked.run) tell(await redactionStatus(platform.requestAs), texts);
  } finally {
    await platform.close();
  }
}

const OPTIONS = {
  status: { type: 'boolean', default: false },
  run: { type: 'boolean', default: false },
  'declare-unsafe': { type: 'string' },
  reason: { type: 'string' },
  corpus: { type: 'string' },
} as const;

await command(TEXTS, { options: OPTIONS }, async ({ values, texts }) => {
  const asked = [values.status, values.run, values['declare-unsafe'] !== undefined, values.corpus !== undefined];
  if (asked.filter(Boolean).length !== 1) fail(`${texts.giveOne}\n\n${texts.help}`);
  if (values.corpus === undefined) return onDatabase(values, texts);
  const { lines, isClean } = corpusReport(readFileSync(values.corpus, 'utf8'), values.corpus, texts.corpus);
  for (const line of lines) say(line);
  process.exitCode = isClean ? 0 : 2;
});
