/** `node test/bench/worst.ts`: measures how an attacker's requests slow down other callers. See README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startCluster } from '../postgresql.ts';
import { question } from './load/questions.ts';
import { tokensOf } from './load/tokens.ts';
import { loadProvince } from './province/province.ts';
import type { Identifier, Tokens, Usage } from './settings.ts';
import { startChild } from './sides/child.ts';
import type { Side } from './sides/side.ts';
import { startOwn } from './sides/sides.ts';
import { quantile } from './told/figures.ts';
import { machine } from './told/report.ts';
import { table } from './told/table.ts';
import type { Order, Outcomes } from './worst/attacker-process.ts';
import { CASE_NAMES, costliest } from './worst/worst-cases.ts';

const HELP = `A bank asks this gateway twenty times a second, while an attacker sends what is dearest to refuse, or to answer.

  node test/bench/worst.ts [--seconds N] [--rate N] [--only TEXT] [--limited]

  --seconds  length of each case (default 5)
  --rate     questions a second of the bank, each sent at its time whether the one before is answered or not (default 20)
  --only     cases whose name holds this text
  --limited  with the rate limit of the public as it is by default, which an attacker from one address soon meets

Ends with 1 if the server dies, or if a question of the bank is not answered. Cases: ${CASE_NAMES.join('; ')}.`;

const CALM = 'nobody else';
const MIB = 2 ** 20;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Phase {
  readonly name: string;
  /** Latencies of the answered requests in milliseconds, sorted. */
  readonly latencies: readonly number[];
  readonly failed: number;
  readonly outcomes: Outcomes;
  readonly seconds: number;
  readonly cpuMs: number;
  readonly residentMiB: number;
}

/** Sends one request. Resolves with null where the response has data and no errors, else with the fault. */
function sendRequest(
  url: URL,
  agent: Agent,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', (error) => resolve(error.message));
      response.on('end', () => {
        const answer = Buffer.concat(parts).toString();
        resolve(response.statusCode === 200 && !answer.includes('"errors"') ? null : answer.slice(0, 300));
      });
    });
    sent.on('error', (error) => resolve(error.message));
    sent.end(body);
  });
}

/**
 * The bank: sends a request at fixed times, whether or not the one before was answered. Latency counts from the fixed time, so that a server
 * that stalls cannot hide it (coordinated omission).
 */
async function ordinary(url: URL, subjects: readonly Identifier[], tokens: Tokens, rate: number, seconds: number) {
  const agent = new Agent({ keepAlive: true });
  const latencies: number[] = [];
  const faults: string[] = [];
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let beat = 0; beat < rate * seconds; beat += 1) {
    const at = began + (beat * 1_000) / rate;
    const wait = at - performance.now();
    if (wait > 0) await sleep(wait);
    const { headers, body } = question('PartyCheck', subjects, beat * 7, 1, tokens);
    all.push(
      sendRequest(url, agent, body, headers).then((fault) => {
        if (fault === null) latencies.push(performance.now() - at);
        else faults.push(fault);
      }),
    );
  }
  await Promise.all(all);
  agent.destroy();
  if (faults[0] !== undefined) say(`  not answered: ${faults[0]}`);
  return { latencies: latencies.sort((left, right) => left - right), failed: faults.length };
}

/** The largest page size with which the request `costliest` is not refused. */
async function largestPage(url: URL, subjects: readonly Identifier[]): Promise<number> {
  const agent = new Agent();
  let [allowed, refused] = [1, 201];
  while (refused - allowed > 1) {
    const page = Math.floor((allowed + refused) / 2);
    const { body, headers } = costliest(subjects, page);
    if ((await sendRequest(url, agent, body.toString(), headers)) === null) allowed = page;
    else refused = page;
  }
  agent.destroy();
  return allowed;
}

const rowOf = ({ name, latencies, failed, outcomes, seconds, cpuMs, residentMiB }: Phase, calm: number): string[] => {
  const sent = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const p99 = quantile(latencies, 0.99);
  return [
    name,
    Object.entries(outcomes)
      .sort(([, left], [, right]) => right - left)
      .slice(0, 2)
      .map(([outcome, count]) => `${outcome}${sent === count ? '' : ` × ${count}`}`)
      .join(', '),
    sent === 0 ? '' : (sent / seconds).toFixed(1),
    quantile(latencies, 0.5).toFixed(1),
    p99.toFixed(1),
    `×${(p99 / calm).toFixed(1)}`,
    String(failed),
    (cpuMs / seconds / 10).toFixed(0),
    residentMiB.toFixed(0),
  ];
};
const HEADS = ['attacker', 'gets', 'requests/s', 'p50 ms', 'p99 ms', 'p99 / calm', 'failed', 'CPU %', 'memory MiB'];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '5' },
      rate: { type: 'string', default: '20' },
      only: { type: 'string', default: '' },
      limited: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${HELP}\n`);
  const [seconds, rate] = [Number(values.seconds), Number(values.rate)];
  if (!(seconds >= 1)) throw new Error(`--seconds ${values.seconds} is no number of at least 1.`);
  if (!(rate >= 1)) throw new Error(`--rate ${values.rate} is no number of at least 1.`);
  const names = CASE_NAMES.filter((name) => name.includes(values.only));
  if (names.length === 0) throw new Error(`No case holds "${values.only}". They are: ${CASE_NAMES.join('; ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'credit-worst-'));
  const cluster = startCluster(true);
  const closing: (() => unknown)[] = [() => cluster?.stop(), () => rmSync(folder, { recursive: true, force: true })];
  try {
    if (cluster === undefined) say('No PostgreSQL binaries are found: the embedded database is used.');
    const environment = {
      PORT: '0',
      DATA_DIR: folder,
      ...(values.limited ? {} : { RATE_PUBLIC: '100000000' }),
      ...(cluster === undefined ? {} : { DATABASE_URL: cluster.url }),
    };
    const subjects = await loadProvince(environment, 1_000, say);
    const tokens = await tokensOf(folder);
    const side: Side = await startOwn({ environment, processes: 1 });
    closing.unshift(() => side.stop());
    const url = new URL(side.urls[0] as string);
    const page = await largestPage(url, subjects);
    say(`The costliest allowed question brings a hundred subjects with up to ${page} records each.`);
    const forged = `${tokens.bank.slice(0, -8)}AAAAAAAA`;
    const { child: attacker } = await startChild('worst/attacker-process.ts', { subjects, forged, page });
    closing.unshift(() => attacker.stop());
    const phase = async (name: string): Promise<Phase> => {
      const before = await side.usage();
      const [{ latencies, failed }, outcomes] = await Promise.all([
        ordinary(url, subjects, tokens, rate, seconds),
        name === CALM ? {} : attacker.ask<Outcomes>({ url: url.href, name, seconds } satisfies Order),
      ]);
      const after: Usage = await side.usage();
      const cpuMs = after.cpuMs - before.cpuMs;
      say(`  ${name}: p99 ${quantile(latencies, 0.99).toFixed(1)} ms`);
      return { name, latencies, failed, outcomes, seconds, cpuMs, residentMiB: after.residentBytes / MIB };
    };
    await phase(CALM);
    const phases = [await phase(CALM)];
    for (const name of names) phases.push(await phase(name));
    phases.push(await phase(CALM));
    const calm = quantile(phases[0]?.latencies ?? [], 0.99);
    process.stdout.write(
      `${table(
        phases.map((each) => rowOf(each, calm)),
        HEADS,
      )}\n\n`,
    );
    process.stdout.write(
      `${machine()}, ${cluster === undefined ? 'embedded database' : 'PostgreSQL'}; ${rate} questions a second of a bank, ${seconds} s each; the rate limit of the public ${values.limited ? 'as by default' : 'lifted'}.\n`,
    );
    const failed = phases.reduce((sum, each) => sum + each.failed, 0);
    process.stdout.write(
      failed === 0
        ? 'The server is alive, and every question of the bank was answered.\n'
        : `${failed} questions of the bank were not answered.\n`,
    );
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    for (const close of closing) await close();
  }
}

await main();
