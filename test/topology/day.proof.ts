/**
 * A day of failures: `npm run topology` in a folder of its own, under load, and what fails in turn. A proof, for it runs a database pair, two gateways and four
 * subgraphs for some minutes. `FAILURES=frozen npm run proof -- test/topology/day` makes those alone whose name has the word.
 */
import { chmodSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import { childEnvironment } from '../../gateway/settings/config.ts';
import { askOnce } from '../../gateway/topology/health.ts';
import { layOut, superuserUrl } from '../../gateway/topology/layout.ts';
import { findPrograms, install, lacking, mayInstall, type Programs } from '../../gateway/topology/programs.ts';
import { startTopology, type Topology } from '../../gateway/topology/topology.ts';
import { userFor } from '../../gateway/topology/user.ts';
import type { SubgraphName } from '../../subgraphs/names.ts';
import { OPERATOR } from '../kit.ts';
import { mountDisks, unmountDisks } from './disks.ts';
import { type Day, FAILURES, pause } from './failures.ts';
import { FIRST_MARK, Load } from './load.ts';
import { TcpProxy } from './proxy.ts';

const environment = childEnvironment({
  RATE_PUBLIC: '1000000',
  RATE_SUBJECT: '1000000',
  RATE_UNIT: '1000000',
  LOG_LEVEL: 'warn',
  DUE_EVERY_MS: '5000',
});
const say = (line: string): void => void process.stdout.write(`   ${line}\n`);

/** What is missing is installed where that may be done; else it is said what is. */
function missing(): readonly string[] {
  const now = (): string[] => lacking(findPrograms(environment.PATH ?? ''));
  if (now().length > 0 && mayInstall())
    try {
      install(now(), environment);
    } catch {
      // No packages here: said below.
    }
  return now();
}

const absent = missing();
if (absent.length > 0)
  say(
    `The day of failures is left out: ${absent.join(', ')} of Debian is not installed, and cannot be here. As root: apt-get install ${absent.join(' ')}`,
  );

const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1');

describe.skipIf(absent.length > 0)('a day of failures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-day-'));
  const proxies: TcpProxy[] = [];
  const figures: string[][] = [];
  let topology: Topology;
  let load: Load;
  let day: Day;
  let disks: readonly string[] = [];

  beforeAll(async () => {
    chmodSync(folder, 0o700);
    const layout = await layOut(folder, 0, async (_name, port) => {
      const proxy = new TcpProxy(port);
      proxies.push(proxy);
      return proxy.listen();
    });
    disks = layout.nodes.map(({ name }) => join(folder, name));
    const noDisks = mountDisks(disks);
    const user = userFor(folder);
    if (typeof user === 'string') throw new Error(`Nobody but root may pass ${user}.`);
    const fileOf = (name: string): string => join(folder, `clock-${name}`);
    const stepped = ['non-public-credit', 'gateway-2'];
    for (const name of stepped) writeFileSync(fileOf(name), '+0\n', { mode: 0o644 });
    const faked = (name: string): NodeJS.ProcessEnv => ({
      ...{ LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: fileOf(name), FAKETIME_CACHE_DURATION: '1' },
      ...{ FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' },
    });
    const began = performance.now();
    topology = startTopology(
      {
        ...{ layout, user, environment, programs: findPrograms(environment.PATH ?? '') as Programs },
        more: library === undefined ? {} : Object.fromEntries(stepped.map((name) => [name, faked(name)])),
      },
      { up: () => undefined, restarts: (name, afterMs) => say(`${name} ended; again in ${afterMs} ms`) },
    );
    await topology.ready;
    say(`everything is up after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
    load = new Load(topology.url, await openDevelopmentIssuer(join(folder, 'data')));
    const refusedSince = (moment: number): number => {
      const { refused, lost, partial } = load.since(moment);
      return refused + lost + partial;
    };
    day = { topology, proxies, noDisks, refusedSince, clocks: library === undefined ? undefined : { library, fileOf } };
    load.start();
  });

  afterAll(async () => {
    await load?.stop();
    const rows = [['failure', 'unanswered s', 'right', 'partial', 'refused', 'lost', 'wrong'], ...figures];
    for (const [name = '', ...cells] of rows) say(name.padEnd(44) + cells.map((cell) => cell.padStart(13)).join(''));
    await topology?.stop();
    for (const proxy of proxies) proxy.close();
    unmountDisks(disks);
    if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true });
    else say(`kept: ${folder}`);
  });

  /** Until answers of every kind come right, by themselves. */
  const well = async (name: string): Promise<number> => {
    const began = performance.now();
    for (;;) {
      const moment = performance.now();
      await pause(1_500);
      if (load.isWell(moment)) return performance.now() - began;
      if (performance.now() - began > 60_000)
        throw new Error(`Not well a minute after: ${name}: ${load.since(moment).how.join('; ')}`);
    }
  };

  /** A gauge of the first gateway, read when its figures are not older than ten seconds. */
  const gauge = async (name: string): Promise<number> => {
    const { metrics } = topology.setting.layout.gateways['gateway-1'];
    const told = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(told)?.[1]);
  };

  it('A17.1 with a pair, an entry stands on one replica before its answer leaves, and the metric says so', async () => {
    await vi.waitFor(async () => expect(await gauge('credit_database_synchronous_replicas')).toBe(1), 120_000);
    expect(await gauge('credit_ledger_alone_seconds')).toBe(0);
  });

  it('A17.1 before anything fails every answer is right', async () => {
    const moment = performance.now();
    await well('the start');
    expect(load.since(moment)).toMatchObject({ refused: 0, lost: 0, wrong: 0 });
  });

  it('A17.1 what the public asks is read from the replica', async () => {
    const asked = async (name: SubgraphName): Promise<number> => {
      const { metrics } = topology.setting.layout.subgraphs[name];
      const told = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
      return Number(/^credit_public_reads_total\{outcome="replica"\} (\d+)$/m.exec(told)?.[1] ?? 0);
    };
    await vi.waitFor(async () => expect(await asked('public-credit')).toBeGreaterThan(0), 120_000);
  });

  for (const { name, make, skipped, tolerated } of FAILURES.filter(({ name }) =>
    new RegExp(process.env.FAILURES ?? '').test(name),
  ))
    it(`A17.1 ${name}: no wrong answer, and it is well again by itself`, async () => {
      const why = skipped?.(day);
      if (why !== undefined) return say(`${name}: left out, ${why}`);
      const moment = performance.now();
      const seen = await make(day);
      await well(name);
      const { how, unansweredMs, ...counts } = load.since(moment);
      figures.push([name, (unansweredMs / 1_000).toFixed(1), ...Object.values(counts).map(String)]);
      for (const one of [seen, ...how]) if (one !== undefined) say(`${name}: ${one}`);
      const wrong = [...load.wrong].filter((one) => tolerated?.test(one) !== true);
      load.wrong.clear();
      expect(wrong.slice(0, 5)).toEqual([]);
    });

  it('A17.1 A17.2 every answer that disclosed something has its entry, nothing stands twice, and the ledger holds', async () => {
    await load.stop();
    const url = superuserUrl(topology.setting.layout);
    const entries = await askOnce<{ request: string; count: number }>(
      url,
      `select request_id as request, count(*)::int as count from ledger.disclosure
        where request_id = any ($1::uuid[]) and seen <> 'NONE' group by 1`,
      [[...load.disclosed.keys()]],
    );
    const written = new Map(entries.map(({ request, count }) => [request, count]));
    say(`${load.disclosed.size} answers disclosed something, ${written.size} of them have an entry`);
    expect(load.disclosed.size).toBeGreaterThan(50);
    expect([...load.disclosed].filter(([id]) => !written.has(id))).toEqual([]);
    expect(entries.filter(({ count }) => count !== 1)).toEqual([]);
    const drafts = await askOnce<{ mark: number; count: number }>(
      url,
      'select daily_quota as mark, count(*)::int as count from control.agreement where daily_quota >= $1 group by 1',
      [FIRST_MARK],
    );
    const made = new Map(drafts.map(({ mark, count }) => [mark, count]));
    say(`${load.drafted.size} mutations were answered, ${made.size} were done`);
    expect([...load.drafted].filter((mark) => !made.has(mark))).toEqual([]);
    expect(drafts.filter(({ count }) => count !== 1)).toEqual([]);
    // Checkpoints say when the primary was alone, and when it was not.
    const stood = await askOnce<{ replicas: number }>(
      url,
      'select distinct replicas from ledger.checkpoint order by 1',
    );
    expect(stood).toContainEqual({ replicas: 1 });
    if (figures.some(([name]) => name?.includes('wire to the replica'))) expect(stood).toContainEqual({ replicas: 0 });
    // What the sequencer left lying while the primary changed is published by the next checkpoint.
    await pause(7_000);
    const { text } = await load.ask(OPERATOR, '{ verifyLedger { intact entries pending fault } }', {});
    say(text);
    expect(text).toContain('"intact":true');
    // Jobs that failed meanwhile work again, by themselves.
    for (const { metrics } of Object.values(topology.setting.layout.gateways)) {
      const told = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
      const failing = told.split('\n').filter((line) => /^credit_job_failures_in_a_row\{.* [1-9]/.test(line));
      expect(failing).toEqual([]);
      expect(told).toMatch(/^credit_job_failures_in_a_row\{task="checkpoints"\} 0$/m);
    }
  });
});
