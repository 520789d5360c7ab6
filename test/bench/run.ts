/** `npm run bench`: measures this gateway and others over the same database in the same run. See README.md. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from '../postgresql.ts';
import { comparisons, furtherComparisons } from './load/questions.ts';
import { checkSame } from './load/same-answers.ts';
import { tokensOf } from './load/tokens.ts';
import { type Bench, type Loading, measure, measureBatch, measureMemory } from './measure.ts';
import { HELP, type Plan, planOf } from './plan.ts';
import { loadProvince } from './province/province.ts';
import { type Identifier, OPERATIONS, type Tokens } from './settings.ts';
import { startChild } from './sides/child.ts';
import type { Side } from './sides/side.ts';
import { startSides } from './sides/sides.ts';
import { measureSizes } from './sizes.ts';
import { aimsTable } from './told/aims.ts';
import { chart } from './told/chart.ts';
import { keep, pathOf, tellInReadme } from './told/history.ts';
import { machineOf, machineText, report } from './told/report.ts';
import { type AtRate, type Measured, type Results, sideOf } from './told/results.ts';
import { serverCpu, uncounted } from './told/server-cpu.ts';
import { COUNTING, countStatements, versionOf, writeStatements } from './told/statements.ts';

const began = performance.now();
const say = (line: string): void => {
  process.stderr.write(`${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s  ${line}\n`);
};

/** Of code that was just started: the sides with five processes take the longest to be compiled. Before each round a side is warmed again. */
const WARM_UP_SECONDS = 4;
/** The processes of all sides have connections; what a server does by itself now and then would fall on whichever side has its turn. */
const SETTINGS = ['max_connections=500', 'autovacuum=off', 'max_wal_size=8GB', 'checkpoint_timeout=30min'];
const IDLE_MS = 2_000;
/** Rounds over one connection, or at a fixed rate. */
const SECONDS_ALONE = 1.5;
const SECONDS_AT_RATE = 6;

const today = (): string => new Date().toISOString().slice(0, 10);

/** The versions of the packages of the other sides, as the project pins them. */
function versions(): Record<string, string> {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const names = [
    ...['@apollo/gateway', '@apollo/server', '@apollo/subgraph', '@mikro-orm/core'],
    ...['@graphql-hive/gateway-runtime', '@graphql-hive/router-runtime'],
  ];
  return Object.fromEntries(names.map((name) => [name, dependencies[name] ?? devDependencies[name]]));
}

/** Every side answers as (a) does, or nothing is measured. */
async function compare(sides: readonly Side[], subjects: readonly Identifier[], tokens: Tokens): Promise<void> {
  const own = sides.find(({ letter }) => letter === 'a');
  if (own === undefined) return;
  for (const side of sides.filter((one) => one !== own)) {
    const isWhole = side.operations.length === OPERATIONS.length;
    const compared = await checkSame(own, side, ({ name }) => [
      ...comparisons(subjects, tokens),
      ...(isWhole ? furtherComparisons(subjects, tokens, name) : []),
    ]);
    say(`${compared} questions are answered alike by ${own.name} and ${side.name}.`);
  }
}

/** What all take while nobody asks: it falls on whichever side has its turn. */
async function tellIdle({ database, say }: Bench, sides: readonly Side[]): Promise<void> {
  const usage = async (): Promise<number> => {
    const each = await Promise.all(sides.map((side) => side.usage()));
    return each.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  };
  const before = { servers: await usage(), database: database() };
  await sleep(IDLE_MS);
  const servers = ((await usage()) - before.servers) / IDLE_MS;
  const share = ((database() - before.database) * 1_000) / IDLE_MS;
  say(
    `While nobody asks, the servers of all sides take ${(servers * 100).toFixed(0)} % of a core, and the database ${(share * 100).toFixed(0)} %.`,
  );
}

/** What is measured of all sides over one province. */
async function measureAll(bench: Bench, sides: readonly Side[], plan: Plan, url: string | undefined) {
  const { seconds, rounds, connections, batch, rate } = plan;
  const loading = (operation: Loading['operation']): Loading => ({
    ...{ operation, seconds, rounds, connections, batch, warmUpSeconds: WARM_UP_SECONDS },
  });
  const measured: Measured[] = [];
  const alone: Measured[] = [];
  const atRate: AtRate[] = [];
  const measureOne = async (operation: Loading['operation']): Promise<void> => {
    const counted = plan.profile === undefined ? undefined : url;
    if (counted !== undefined) await countStatements(counted);
    const of = await measure(bench, sides, loading(operation));
    measured.push({ operation, sides: of });
    if (counted !== undefined && plan.profile !== undefined)
      say(`  ${await writeStatements(counted, plan.profile, operation)}`);
    const single = { ...loading(operation), seconds: SECONDS_ALONE, rounds: 1, connections: 1, warmUpSeconds: 0 };
    if (sides.length > 1) alone.push({ operation, sides: await measure(bench, sides, single) });
    if (rate === undefined) return;
    const rateFor = ({ letter }: Side): number =>
      'perSecond' in rate ? rate.perSecond : rate.share * (sideOf(measured, operation, letter)?.perSecond ?? 1);
    const steady = sides.filter(({ letter }) => letter === 'a' || letter === 'b');
    const fixed = { ...loading(operation), seconds: SECONDS_AT_RATE, rounds: 1, warmUpSeconds: 0, rate: rateFor };
    const told = await measure(bench, steady, fixed);
    atRate.push({
      operation,
      sides: told.map((one) => ({ ...one, rate: rateFor(steady.find(({ letter }) => letter === one.letter) as Side) })),
    });
  };
  for (const operation of plan.operations)
    await measureOne(operation).catch((error: unknown) => {
      // What was measured before is told all the same.
      say(`  ${operation} is not measured to its end: ${String(error)}`);
      process.exitCode = 1;
    });
  const [own] = sides;
  const large =
    plan.large > 0 && plan.profile === undefined && own?.letter === 'a' && plan.operations.includes('PartyBatch');
  const batched = large ? await measureBatch(bench, own, plan.large, { seconds, connections }) : undefined;
  return {
    measured,
    ...(alone.length === 0 ? {} : { alone }),
    ...(atRate.length === 0 ? {} : { atRate }),
    ...(batched === undefined ? {} : { batched }),
  };
}

/** Prints what was measured, and keeps it where the plan says so. */
function tell(plan: Plan, results: Results): void {
  const kept = [...(plan.json === undefined ? [] : [plan.json]), ...(plan.history ? [pathOf(results.date)] : [])].map(
    (path) => keep(path, results),
  );
  process.stdout.write(`${report(results)}\n`);
  if (plan.aims) process.stdout.write(`\n${aimsTable(kept.at(-1) ?? results)}\n`);
  if (plan.chart !== undefined && results.measured !== undefined)
    writeFileSync(
      plan.chart,
      chart(results.measured, [
        `Measured on ${results.date}: ${results.settings}.`,
        `${machineText(results.machine)}.`,
      ]),
    );
  if (plan.history) tellInReadme();
}

async function main(): Promise<void> {
  const plan = planOf();
  if (plan === undefined) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const [count = 0] = plan.sizes;
  if (plan.sizes.length > 1) {
    const { connections, batch, seconds, rounds } = plan;
    const sizes = await measureSizes(plan, say);
    const settings = `${connections} connections, batch of ${batch}, ${rounds} × ${seconds} s`;
    tell(plan, { date: today(), machine: machineOf('PostgreSQL', versions()), settings, sizes });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'credit-bench-'));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    // With fsync, because in production a response waits until the ledger is on disk.
    const cluster = startCluster(true, [...SETTINGS, ...(plan.profile === undefined ? [] : COUNTING)]);
    if (cluster !== undefined) closing.unshift(() => cluster.stop());
    else say('No PostgreSQL binaries are found: (a) alone is measured, on the embedded database.');
    const environment = {
      // All connections are one caller, which would reach the default rate limits. Requests are still counted, so their cost is measured.
      RATE_PUBLIC: '100000000',
      RATE_UNIT: '100000000',
      PORT: '0',
      DATA_DIR: folder,
      ...(cluster === undefined ? {} : { DATABASE_URL: cluster.socketUrl }),
    };
    const subjects = await loadProvince(environment, count, say);
    const tokens = await tokensOf(folder);
    const profiling = plan.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${plan.profile}`];
    const sides: Side[] = [];
    closing.unshift(() => Promise.all(sides.map((side) => side.stop())));
    await startSides(
      cluster === undefined || plan.minutes > 0 ? ['a'] : plan.sides,
      {
        ...{ environment, nodeOptions: [...plan.node, ...profiling] },
        processes: cluster === undefined ? 1 : plan.processes,
      },
      (started) => {
        sides.push(...started);
        for (const { name } of started) say(`${name} is up.`);
      },
    );
    const { child: load } = await startChild('load/load-process.ts', { subjects });
    closing.unshift(() => load.stop());
    await compare(sides, subjects, tokens);
    const database = cluster === undefined ? () => 0 : await serverCpu(cluster.url);
    const counted = cluster === undefined ? undefined : await uncounted(cluster.url);
    closing.unshift(() => counted?.end());
    const bench: Bench = { load, tokens, database, forget: async () => counted?.forget(), say };
    await tellIdle(bench, sides);
    const { connections, batch, seconds, rounds } = plan;
    const part =
      plan.minutes > 0
        ? {
            resident: await measureMemory(bench, sides[0] as Side, plan.minutes, {
              connections,
              batch,
              warmUpSeconds: 0,
            }),
          }
        : await measureAll(bench, sides, plan, cluster?.url);
    tell(plan, {
      date: today(),
      machine: machineOf(
        cluster === undefined ? 'embedded database' : `PostgreSQL ${await versionOf(cluster.url)}`,
        versions(),
      ),
      settings: `${count} synthetic subjects, ${connections} connections, batch of ${batch}, ${rounds} × ${seconds} s`,
      ...part,
    });
    say('Done.');
  } finally {
    for (const close of closing) await close();
  }
}

await main();
