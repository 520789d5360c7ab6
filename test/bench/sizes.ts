/** Growth: this gateway alone over provinces of several sizes, each made of the same imported subjects. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlatform } from '../../gateway/platform.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { runTelling } from '../../subgraphs/rights/told/run-telling.ts';
import { startCluster } from '../postgresql.ts';
import { checkCopies } from './load/same-answers.ts';
import { tokensOf } from './load/tokens.ts';
import { measure } from './measure.ts';
import type { Plan } from './plan.ts';
import { TEMPLATE_OF } from './province/multiply.ts';
import { loadProvince } from './province/province.ts';
import { type Identifier, NOW, type Operation } from './settings.ts';
import { startChild } from './sides/child.ts';
import { startOwn } from './sides/sides.ts';
import type { OfSize } from './told/results.ts';
import { serverCpu, uncounted } from './told/server-cpu.ts';
import { countStatements, longestStatement, sizeOf, WITH_COUNTERS } from './told/statements.ts';

/** Subjects that are imported; the others are copies of these, for all sizes alike. */
const IMPORTED = 3_000;
/** Copies that are held against what they were made of. */
const COMPARED = 100;
const WARM_UP_SECONDS = 5;

/** What a server of this size has, for every size alike, so that what differs is the size. */
const SETTINGS = [
  'max_connections=500',
  'shared_buffers=4GB',
  'max_wal_size=16GB',
  'checkpoint_timeout=30min',
  'autovacuum=off',
  ...WITH_COUNTERS,
];

/** The jobs of the day, once: how long they take, and the longest of their statements. */
async function runJobs(environment: NodeJS.ProcessEnv, url: string): Promise<NonNullable<OfSize['jobs']>> {
  const { requestAs, close } = await openPlatform(readConfig(environment), { now: () => NOW });
  try {
    await countStatements(url);
    const began = performance.now();
    await runDue(requestAs, () => NOW);
    await runTelling(requestAs, () => NOW);
    const seconds = (performance.now() - began) / 1_000;
    return { seconds, ...(await longestStatement(url)) };
  } finally {
    await close();
  }
}

async function measureSize(
  subjects: number,
  { operations, seconds, rounds, connections, batch, processes }: Plan,
  say: (line: string) => void,
): Promise<OfSize> {
  const cluster = startCluster(true, SETTINGS);
  if (cluster === undefined) throw new Error('Sizes are measured over PostgreSQL, whose binaries are not found.');
  const folder = mkdtempSync(join(tmpdir(), 'credit-bench-'));
  const closing: (() => unknown)[] = [() => cluster.stop(), () => rmSync(folder, { recursive: true, force: true })];
  try {
    const limits = { RATE_PUBLIC: '100000000', RATE_UNIT: '100000000' };
    const environment = { ...limits, PORT: '0', DATA_DIR: folder, DATABASE_URL: cluster.url };
    const began = performance.now();
    const imported = Math.min(IMPORTED, subjects - (subjects % TEMPLATE_OF));
    const identifiers = await loadProvince(environment, subjects, say, imported);
    const loadedSeconds = (performance.now() - began) / 1_000;
    say(`${subjects} subjects are loaded in ${loadedSeconds.toFixed(0)} s.`);
    const jobs = await runJobs(environment, cluster.url);
    say(
      `The jobs of the day take ${jobs.seconds.toFixed(1)} s, their longest statement ${jobs.longestMs.toFixed(0)} ms.`,
    );
    const tokens = await tokensOf(folder);
    const side = await startOwn({ environment, processes });
    closing.unshift(() => side.stop());
    const copies = Math.min(COMPARED, subjects - imported);
    const pairs = Array.from({ length: copies }, (_, place) => {
      const last = subjects - 1 - place;
      return [identifiers[last % imported] as Identifier, identifiers[last] as Identifier] as const;
    });
    if (copies > 0)
      say(
        `${await checkCopies(side, pairs, tokens)} questions about copies are answered as about what they were made of.`,
      );
    const { child: load } = await startChild('load/load-process.ts', { subjects: identifiers });
    closing.unshift(() => load.stop());
    const { forget, end } = await uncounted(cluster.url);
    closing.unshift(end);
    const bench = { load, tokens, database: await serverCpu(cluster.url), forget, say };
    const told: { operation: Operation; figures: OfSize['operations'][number]['figures'] }[] = [];
    for (const operation of operations) {
      const loading = { operation, seconds, rounds, connections, batch, warmUpSeconds: WARM_UP_SECONDS };
      const [one] = await measure(bench, [side], loading);
      if (one !== undefined) told.push({ operation, figures: one.figures });
    }
    return { subjects, ...(await sizeOf(cluster.url)), loadedSeconds, operations: told, jobs };
  } finally {
    for (const close of closing) await close();
  }
}

/** Each size in a database of its own, one after another. */
export async function measureSizes(plan: Plan, say: (line: string) => void): Promise<OfSize[]> {
  const sizes: OfSize[] = [];
  for (const subjects of plan.sizes) {
    say(`${subjects} subjects:`);
    sizes.push(await measureSize(subjects, plan, say));
  }
  return sizes;
}
