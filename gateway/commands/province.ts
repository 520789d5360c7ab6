/** `npm run province`: applies a province file, or prints the held province as one. */
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import type { Language } from '../../schema/localized.ts';
import { type Fault, readProvince } from '../../subgraphs/province/read.ts';
import { loadSample } from '../../subgraphs/sample.ts';
import { openDevelopmentIssuer } from '../identity/development-issuer.ts';
import { openIdentity } from '../identity/open.ts';
import { openPlatform } from '../platform.ts';
import { handTo } from '../process/hand-over.ts';
import {
  carryOut,
  PROVINCE,
  type ProvinceOrdered,
  type ProvinceProgress,
  type ProvinceResult,
} from '../process/province-order.ts';
import { type Config, readConfig } from '../settings/config.ts';
import { command, fail } from './arguments.ts';
import { TEXTS } from './texts/province.ts';
import { planLines } from './texts/province-plan.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

type Carry = (order: ProvinceOrdered) => Promise<ProvinceResult>;

const PROGRESS_EVERY_MS = 1_000;

function progressLine(language: Language): (progress: ProvinceProgress) => void {
  let printedAt: number | undefined;
  return ({ done, total }) => {
    const now = performance.now();
    printedAt ??= now;
    if (now - printedAt < PROGRESS_EVERY_MS) return;
    printedAt = now;
    say(TEXTS[language].progress(done, total));
  };
}

/** Opens the platform here, and carries out orders until it is closed. */
async function openHere(config: Config, language: Language): Promise<{ carry: Carry; close(): Promise<void> }> {
  const opened = await openPlatform(config);
  const { platform, snapshots, requestAs, close } = opened;
  try {
    // As the server does: in development an empty database begins with the sample.
    if (config.sample) await loadSample(platform, snapshots, (step) => say(TEXTS[language].sample(step)));
    const readCaller = openIdentity({
      platform,
      config,
      development: config.mode === 'development' ? await openDevelopmentIssuer(config.folder) : undefined,
      proxies: config.trustedProxies,
      publicUrls: () => (config.publicUrl === undefined ? [] : [config.publicUrl]),
      onFault: (issuer, fault) => say(`${issuer}: ${fault}`),
    });
    const hands = { platform, requestAs, readCaller };
    return { carry: (order) => carryOut(hands, order, progressLine(language)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Over the socket where a server has the embedded database open; here otherwise. */
async function withProvince<Result>(language: Language, work: (carry: Carry) => Promise<Result>): Promise<Result> {
  const config = readConfig();
  let here: Awaited<ReturnType<typeof openHere>> | undefined;
  const carry: Carry = async (order) => {
    if (here === undefined && config.databaseUrl === undefined) {
      const { stopped } = TEXTS[language];
      const onProgress = progressLine(language);
      const handed = await handTo<ProvinceProgress, ProvinceResult>(config.folder, {
        path: PROVINCE,
        order,
        stopped,
        onProgress,
      });
      if (handed !== undefined) return handed;
    }
    here ??= await openHere(config, language);
    return here.carry(order);
  };
  try {
    return await work(carry);
  } finally {
    await here?.close();
  }
}

interface Asked {
  readonly file: string;
  readonly content: Buffer;
  readonly token: string | undefined;
  readonly trial: boolean;
  readonly yes: boolean;
  readonly language: Language;
}

async function agreedOnTerminal(language: Language): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|是)$/i.test((await terminal.question(TEXTS[language].ask)).trim());
  } finally {
    terminal.close();
  }
}

/** In a container a user may have a number and no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.()}`;
  }
}

/** Shows the plan, asks where there is somebody to ask, and applies what was shown. */
async function apply({ file, content, token, trial, yes, language }: Asked, carry: Carry): Promise<number> {
  const texts = TEXTS[language];
  const faulty = (faults: readonly Fault[]): number => {
    for (const { line, column, said } of faults) say(`${file}:${line}:${column}: ${said[language]}`);
    say(texts.faults(faults.length));
    return 1;
  };
  const refused = (result: ProvinceResult): number => {
    if ('outcome' in result && result.outcome === 'FAULTY') return faulty(result.faults);
    if ('outcome' in result && result.outcome === 'REFUSED') say(result.said[language]);
    return 1;
  };
  // What is wrong with the file alone needs no database.
  const read = readProvince(content);
  if (!read.ok) return faulty(read.faults);
  const order = {
    what: 'apply' as const,
    content: content.toString('base64'),
    ranBy: userName(),
    host: hostname(),
    ...(token === undefined ? {} : { token }),
  };
  const shown = await carry({ ...order, trial: true, confirmed: false });
  if (!('outcome' in shown) || shown.outcome !== 'PLANNED') return refused(shown);
  const { plan } = shown;
  for (const line of planLines(plan, file, language)) process.stdout.write(`${line}\n`);
  if (plan.unsigned > 0 && !plan.first && token === undefined) process.stdout.write(`${texts.signs(plan.unsigned)}\n`);
  if (trial) process.stdout.write(`${texts.trial}\n`);
  if (trial || plan.changes.length === 0) return 0;
  const mayAsk = !yes && process.stdin.isTTY === true && process.stderr.isTTY === true;
  const agreed = mayAsk && (await agreedOnTerminal(language));
  if (mayAsk && !agreed) {
    say(texts.declined);
    return 1;
  }
  const applied = await carry({ ...order, trial: false, confirmed: yes || agreed, planned: plan.digest });
  if (!('outcome' in applied) || applied.outcome !== 'APPLIED') return refused(applied);
  process.stdout.write(`${texts.applied(applied.plan.changes.length, applied.plan.hash)}\n`);
  return 0;
}

async function exported(carry: Carry): Promise<number> {
  const result = await carry({ what: 'export' });
  if (!('exported' in result)) return 1;
  process.stdout.write(result.exported);
  return 0;
}

/** `-` is the standard input, by which a file gets into a container: its user may not open /dev/stdin. */
const STANDARD_INPUT = 0;

function contentOf(path: string, noFile: (file: string) => string): Buffer {
  try {
    return readFileSync(path === '-' ? STANDARD_INPUT : path);
  } catch {
    return fail(noFile(path));
  }
}

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  export: { type: 'boolean', default: false },
  token: { type: 'string' },
  'token-file': { type: 'string' },
} as const;

await command(TEXTS, { options: OPTIONS, files: true }, async ({ values, positionals, language, texts }) => {
  const { token: given, 'token-file': tokenFile, 'dry-run': trial, yes } = values;
  if (values.export) {
    if (trial || yes || given !== undefined || tokenFile !== undefined || positionals.length > 0)
      fail(texts.exportAlone);
    process.exitCode = await withProvince(language, exported);
    return;
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) fail(`${texts.nameOneFile}\n\n${texts.help}`);
  if (given !== undefined && tokenFile !== undefined) fail(texts.oneToken);
  const content = contentOf(file, texts.noFile);
  const token = tokenFile === undefined ? given : contentOf(tokenFile, texts.noFile).toString('utf8').trim();
  const asked = { file, content, token, trial, yes, language };
  process.exitCode = await withProvince(language, (carry) => apply(asked, carry));
});
