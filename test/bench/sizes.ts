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
import { type Bench, measureInTurns, type Taking } from './measure.ts';
import type { Plan } from './plan.ts';
import { TEMPLATE_OF } from './province/multiply.ts';
import { loadProvince } from './province/province.ts';
import { type Identifier, NOW } from './settings.ts';
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

/** One size, ready to be asked, and what ends it. */
interface Opened extends Taking {
  readonly size: Omit<OfSize, 'operations'>;
}

/** Loads a province into a database of its own and starts this gateway over it. `closing`: what ends it, the last first. */
async function openSize(
  subjects: number,
  processes: number,
  say: (line: string) => void,
  closing: (() => unknown)[],
): Promise<Opened> {
  const cluster = startCluster(true, SETTINGS);
  if (cluster === undefined) throw new Error('Sizes are measured over PostgreSQL, whose binaries are not found.');
  const folder = mkdtempSync(join(tmpdir(), 'credit-bench-'));
  closing.unshift(
    () => cluster.stop(),
    () => rmSync(folder, { recursive: true, force: true }),
  );
  const limits = { RATE_PUBLIC: '100000000', RATE_UNIT: '100000000' };
  const environment = { ...limits, PORT: '0', DATA_DIR: folder, DATABASE_URL: cluster.socketUrl };
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
  const { forget, end } = await uncounted(cluster.url);
  closing.unshift(() => load.stop(), end);
  const bench: Bench = { load, tokens, database: await serverCpu(cluster.url), forget, say };
  return {
    bench,
    side: { ...side, name: `${subjects} subjects` },
    size: { subjects, ...(await sizeOf(cluster.url)), loadedSeconds, jobs },
  };
}

/** Each size in a database of its own. All are loaded, then they take turns, so that the machine drifts for all. */
export async function measureSizes(plan: Plan, say: (line: string) => void): Promise<OfSize[]> {
  const { operations, seconds, rounds, connections, batch, processes, sizes } = plan;
  const closing: (() => unknown)[] = [];
  try {
    const opened: Opened[] = [];
    for (const subjects of sizes) opened.push(await openSize(subjects, processes, say, closing));
    const told = opened.map(() => [] as OfSize['operations'][number][]);
    for (const operation of operations) {
      const loading = { operation, seconds, rounds, connections, batch, warmUpSeconds: WARM_UP_SECONDS };
      for (const [place, { figures }] of (await measureInTurns(opened, loading)).entries())
        told[place]?.push({ operation, figures });
    }
    return opened.map(({ size }, place) => ({ ...size, operations: told[place] ?? [] }));
  } finally {
    for (const close of closing) await close();
  }
}
