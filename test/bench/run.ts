/** `npm run bench`: measures this gateway and a stock Apollo gateway on the same database in the same run. See README.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from '../postgresql.ts';
import { comparisons } from './load/questions.ts';
import { checkSame } from './load/same-answers.ts';
import { tokensOf } from './load/tokens.ts';
import { loadProvince } from './province/province.ts';
import { type Burst, type BurstResult, OPERATIONS, type Operation } from './settings.ts';
import { type Child, startChild } from './sides/child.ts';
import { type Side, startOwn, startStock, startWithoutLedger } from './sides/sides.ts';
import { type Comparison, chart } from './told/chart.ts';
import { type Figures, figuresOf, machine, type Round, rowsOf, table } from './told/report.ts';
import { COUNTING, countStatements, versionOf, writeStatements } from './told/statements.ts';

const HELP = `Measures this gateway (a) beside stock @apollo/gateway and Apollo Servers (b).

  npm run bench -- [--seconds N] [--rounds N] [--connections N] [--subjects N] [--batch N] [--processes N] [--only OPERATION] [--ledger] [--profile FOLDER] [--node OPTIONS] [--chart FILE]

  --seconds      length of one round of one side at one operation (default 4)
  --rounds       rounds, the two sides taking turns (default 3)
  --connections  connections, each with one request at a time (default 16)
  --subjects     synthetic subjects, ten records each (default 3000)
  --batch        subjects in a batch of PartyBatch (default 100)
  --processes    processes of (a) over the one database (default 1); (b) is five: a gateway and four subgraphs
  --only         ${OPERATIONS.join(', ')}
  --ledger       measures (a) beside itself without its ledger (c): what the ledger costs
  --profile      writes a CPU profile of (a) and what each statement cost into a folder, and measures (a) alone
  --node         options of Node for (a), in one word: --node '--max-semi-space-size=64'
  --chart        writes the comparison as a picture, an SVG, into a file

It needs the binaries of PostgreSQL (initdb, pg_ctl) for (b): without them (a) alone is measured, on the embedded database.`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

interface Plan {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly subjects: number;
  readonly batch: number;
  readonly processes: number;
  readonly operations: readonly Operation[];
  readonly ledger: boolean;
  readonly profile: string | undefined;
  readonly node: readonly string[];
  readonly chart: string | undefined;
}

const WARM_UP_SECONDS = 3;

function planOf(): Plan | undefined {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '16' },
      subjects: { type: 'string', default: '3000' },
      batch: { type: 'string', default: '100' },
      processes: { type: 'string', default: '1' },
      only: { type: 'string' },
      ledger: { type: 'boolean', default: false },
      profile: { type: 'string' },
      node: { type: 'string', default: '' },
      chart: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const number = (name: 'seconds' | 'rounds' | 'connections' | 'subjects' | 'batch' | 'processes'): number => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} ${values[name]} is no number above 0.`);
    return value;
  };
  const operations = OPERATIONS.filter((operation) => values.only === undefined || values.only === operation);
  if (operations.length === 0) throw new Error(`--only ${values.only} is none of ${OPERATIONS.join(', ')}.`);
  return {
    seconds: number('seconds'),
    rounds: number('rounds'),
    connections: number('connections'),
    subjects: number('subjects'),
    batch: number('batch'),
    processes: number('processes'),
    operations,
    ledger: values.ledger,
    profile: values.profile,
    node: values.node.split(' ').filter((option) => option !== ''),
    chart: values.chart,
  };
}

/** The versions of the stock packages of side (b), as the project pins them. */
function versions(): string {
  const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const names = ['@apollo/gateway', '@apollo/server', '@apollo/subgraph'];
  return names.map((name) => `${name} ${dependencies[name]}`).join(', ');
}

/** Measures the sides in turns, round by round, so that other load on the machine affects both. */
async function measure(
  sides: readonly Side[],
  load: Child,
  plan: Plan,
  operation: Operation,
  token: string,
): Promise<{ name: string; figures: Figures }[]> {
  let seed = 0;
  const burst = async (side: Side, seconds: number): Promise<Round> => {
    seed += 100_003;
    const before = await side.usage();
    const { connections, batch } = plan;
    const order: Burst = { urls: side.urls, operation, token, seconds, connections, batch, seed };
    const result = await load.ask<BurstResult>(order);
    const after = await side.usage();
    return { ...result, cpuMs: after.cpuMs - before.cpuMs, residentBytes: after.residentBytes };
  };
  const rounds = sides.map((side) => ({ side, taken: [] as Round[] }));
  for (const { side } of rounds) await burst(side, WARM_UP_SECONDS);
  for (let round = 0; round < plan.rounds; round += 1)
    for (const { side, taken } of rounds) {
      const one = await burst(side, plan.seconds);
      taken.push(one);
      say(
        `  ${operation} ${round + 1}/${plan.rounds} ${side.name}: ${(one.requests / one.seconds).toFixed(0)} requests/s`,
      );
    }
  return rounds.map(({ side, taken }) => ({ name: side.name, figures: figuresOf(taken) }));
}

async function main(): Promise<void> {
  const plan = planOf();
  if (plan === undefined) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'credit-bench-'));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    // With fsync, because in production a response waits until the ledger is on disk.
    const cluster = startCluster(true, plan.profile === undefined ? [] : COUNTING);
    if (cluster !== undefined) closing.unshift(() => cluster.stop());
    else say('No PostgreSQL binaries are found: (a) alone is measured, on the embedded database.');
    const environment = {
      // All connections are one caller, which would reach the default rate limits. Requests are still counted, so their cost is measured.
      RATE_PUBLIC: '100000000',
      RATE_UNIT: '100000000',
      PORT: '0',
      DATA_DIR: folder,
      ...(cluster === undefined ? {} : { DATABASE_URL: cluster.url }),
    };
    const subjects = await loadProvince(environment, plan.subjects, say);
    const tokens = await tokensOf(folder);
    const profiling = [
      ...plan.node,
      ...(plan.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${plan.profile}`]),
    ];
    const sides = [await startOwn(environment, plan.processes, profiling)];
    closing.unshift(() => Promise.all(sides.map((side) => side.stop())));
    if (plan.ledger) {
      if (cluster === undefined) throw new Error('The embedded database is one process: --ledger needs PostgreSQL.');
      sides.push(await startWithoutLedger(environment));
    } else if (cluster !== undefined && plan.profile === undefined) sides.push(await startStock(environment));
    const { child: load } = await startChild('load/load-process.ts', { subjects });
    closing.unshift(() => load.stop());
    const [own, stock] = sides;
    if (own !== undefined && stock !== undefined)
      say(
        `${await checkSame(own.urls[0] as string, stock.urls[0] as string, comparisons(subjects, tokens))} questions are answered alike by both.`,
      );
    const compared: Comparison[] = [];
    for (const operation of plan.operations) {
      const counted = plan.profile === undefined ? undefined : cluster?.url;
      if (counted !== undefined) await countStatements(counted);
      compared.push({ operation, sides: await measure(sides, load, plan, operation, tokens.bank) });
      if (counted !== undefined && plan.profile !== undefined)
        say(`  ${await writeStatements(counted, plan.profile, operation)}`);
    }
    const rows = compared.flatMap(({ operation, sides }) => rowsOf(operation, sides));
    const database = cluster === undefined ? 'embedded database' : `PostgreSQL ${await versionOf(cluster.url)}`;
    const settings = `${plan.subjects} synthetic subjects, ${plan.connections} connections, batch of ${plan.batch}, ${plan.rounds} × ${plan.seconds} s`;
    process.stdout.write(`${table(rows)}\n\n${machine()}, ${database}; ${settings}\n`);
    if (plan.chart !== undefined) {
      const measured = `Measured on ${new Date().toISOString().slice(0, 10)}: ${settings}.`;
      writeFileSync(plan.chart, chart(compared, [measured, `${machine()}, ${database}, ${versions()}.`]));
      say(`The chart is in ${plan.chart}.`);
    }
    say(`${((performance.now() - began) / 1_000).toFixed(0)} s in all.`);
  } finally {
    for (const close of closing) await close();
  }
}

await main();
