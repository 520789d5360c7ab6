/** The failures of the day: each is made as a process can make it, and mended, or mends itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOnce, statusOf, until } from '../../gateway/topology/health.ts';
import { superuserUrl } from '../../gateway/topology/layout.ts';
import { isInStep, type Topology } from '../../gateway/topology/topology.ts';
import { descendants, signalAll } from './descendants.ts';
import { fillDisk } from './disks.ts';
import type { TcpProxy } from './proxy.ts';

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface Day {
  readonly topology: Topology;
  /** Between the two databases, by the node that they lead to. */
  readonly proxies: readonly TcpProxy[];
  /** Files by which the clock of a process is stepped; undefined where libfaketime is not there. */
  readonly clocks: { readonly library: string; fileOf(name: string): string } | undefined;
  /** Why the databases have no small disks of their own, where they have none. */
  readonly noDisks: string | undefined;
  /** Questions that were refused or lost since a moment. */
  refusedSince(moment: number): number;
}

export interface Failure {
  readonly name: string;
  /** Makes it, lets it last, and mends what nothing mends by itself. Returns what was seen meanwhile. */
  readonly make: (day: Day) => Promise<string | undefined>;
  /** Refusals that are right of such a failure, though they do not say that it may be asked again. */
  readonly tolerated?: RegExp;
  /** Why it cannot be made here. */
  readonly skipped?: (day: Day) => string | undefined;
}

/** First line of `postmaster.pid`: PostgreSQL itself, which Patroni keeps. */
const postmaster = ({ topology }: Day, node: string): number =>
  Number(readFileSync(join(topology.setting.layout.folder, node, 'postmaster.pid'), 'utf8').split('\n')[0]);

const primary = async ({ topology }: Day): Promise<string> => {
  for (;;) {
    const name = await topology.primary();
    if (name !== undefined) return name;
    await pause(200);
  }
};

const replica = async (day: Day): Promise<string> => ((await primary(day)) === 'db1' ? 'db2' : 'db1');

/** Waits until answers wait for both databases again, and the replica may take the primary's place. */
export async function inStep({ topology }: Day, atMostMs = 60_000): Promise<void> {
  for (const began = performance.now(); !(await isInStep(topology.setting).catch(() => false)); await pause(250))
    if (performance.now() - began > atMostMs) throw new Error('The databases are not in step again.');
}

/** A statement of a superuser on the primary. Asked again where it is just another. */
async function asSuperuser({ topology }: Day, statement: string): Promise<readonly object[]> {
  for (let tries = 1; ; tries += 1)
    try {
      return await askOnce<object>(superuserUrl(topology.setting.layout), statement);
    } catch (error) {
      if (tries === 20) throw error;
      await pause(500);
    }
}

/** A whole machine of a database: Patroni, PostgreSQL and all its connections. */
const machine = (day: Day, node: string): number[] => [
  ...descendants(day.topology.processes.get(node)?.pid ?? 0),
  ...descendants(postmaster(day, node)),
];

/** Where a gateway or a subgraph says whether it is ready. */
function readiness({ setting: { layout } }: Topology, name: string): string {
  const all: Readonly<Record<string, { readonly port: number }>> = { ...layout.gateways, ...layout.subgraphs };
  return `http://127.0.0.1:${all[name]?.port}/readyz`;
}

const killed = (name: string): Failure => ({
  name: `${name} killed`,
  make: async ({ topology }) => {
    const process = topology.processes.get(name);
    const before = process?.restarts ?? 0;
    process?.signal('SIGKILL');
    while ((process?.restarts ?? 0) === before || process?.pid === undefined) await pause(50);
    const began = performance.now();
    await until(name, async () => (await statusOf(readiness(topology, name))) === 200, 60_000);
    return `ready again after ${((performance.now() - began) / 1_000).toFixed(1)} s`;
  },
});

export const FAILURES: readonly Failure[] = [
  killed('public-credit'),
  killed('gateway-1'),
  {
    name: 'a subgraph frozen for 8 s',
    make: async ({ topology }) => {
      topology.processes.get('non-public-credit')?.signal('SIGSTOP');
      await pause(8_000);
      topology.processes.get('non-public-credit')?.signal('SIGCONT');
      return undefined;
    },
  },
  {
    name: 'PostgreSQL of the primary killed',
    make: async (day) => {
      const before = await primary(day);
      const began = performance.now();
      process.kill(postmaster(day, before), 'SIGKILL');
      let now: string | undefined = before;
      while (now === before || now === undefined) {
        await pause(100);
        now = await day.topology.primary();
        if (performance.now() - began > 40_000) throw new Error(`${before} stays primary.`);
      }
      const took = performance.now() - began;
      await inStep(day);
      return `${before} → ${now} after ${(took / 1_000).toFixed(1)} s`;
    },
  },
  {
    name: 'the wire to the replica cut for 10 s',
    make: async (day) => {
      for (const proxy of day.proxies) proxy.cut();
      const began = performance.now();
      await pause(500);
      let alone: number | undefined;
      while (performance.now() - began < 10_000) {
        const [row] = (await asSuperuser(
          day,
          `select current_setting('synchronous_standby_names') as names`,
        )) as readonly { names: string }[];
        if (row?.names === '') alone ??= performance.now() - began;
        await pause(250);
      }
      for (const proxy of day.proxies) proxy.mend();
      await inStep(day);
      return alone === undefined ? 'never alone' : `alone after ${(alone / 1_000).toFixed(1)} s`;
    },
  },
  {
    name: 'the replica frozen for 12 s',
    make: async (day) => {
      const pids = machine(day, await replica(day));
      signalAll(pids, 'SIGSTOP');
      await pause(12_000);
      signalAll(pids, 'SIGCONT');
      await inStep(day);
      return undefined;
    },
  },
  {
    name: 'the primary frozen until it is replaced',
    make: async (day) => {
      const before = await primary(day);
      const began = performance.now();
      const pids = machine(day, before);
      signalAll(pids, 'SIGSTOP');
      let now: string | undefined;
      try {
        while (now === before || now === undefined) {
          await pause(250);
          now = await day.topology.primary();
          if (performance.now() - began > 50_000) throw new Error(`${before} stays primary.`);
        }
      } finally {
        signalAll(pids, 'SIGCONT');
      }
      const took = performance.now() - began;
      await inStep(day);
      return `${before} → ${now} after ${(took / 1_000).toFixed(1)} s`;
    },
  },
  {
    name: 'no connection left (53300) for 6 s',
    make: async (day) => {
      await asSuperuser(day, 'alter database credit connection limit 1');
      await asSuperuser(
        day,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = 'credit' and usename <> 'postgres'`,
      );
      await pause(6_000);
      await asSuperuser(day, 'alter database credit connection limit -1');
      return undefined;
    },
  },
  {
    name: 'disk of the ledger full (53100) for 5 s',
    make: async (day) => {
      await asSuperuser(
        day,
        `create function public.disk_full() returns trigger language plpgsql as $$ begin
           raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
         create trigger aa_disk_full before insert on ledger.disclosure execute function public.disk_full()`,
      );
      await pause(5_000);
      await asSuperuser(day, 'drop trigger aa_disk_full on ledger.disclosure; drop function public.disk_full()');
      return undefined;
    },
  },
  {
    name: 'disk of the primary full (tmpfs) for 8 s',
    skipped: ({ noDisks }) => noDisks,
    make: async (day) => {
      const before = await primary(day);
      const since = performance.now();
      const empty = fillDisk(join(day.topology.setting.layout.folder, before));
      const full = (): boolean => day.refusedSince(since) > 0;
      let now: string | undefined = before;
      try {
        // Until a page or a segment of the journal found no room.
        while (!full() && now === before) {
          await pause(250);
          now = await day.topology.primary();
          if (performance.now() - since > 40_000) throw new Error('Nothing needed room.');
        }
        await pause(8_000);
      } finally {
        empty();
      }
      now = await primary(day);
      await inStep(day);
      return before === now ? 'the same primary goes on' : `${before} → ${now}`;
    },
  },
  {
    name: 'clock of a subgraph an hour ahead for 5 s',
    skipped: ({ clocks }) => (clocks === undefined ? 'libfaketime (faketime) is not installed' : undefined),
    make: async ({ clocks }) => {
      if (clocks === undefined) return undefined;
      writeFileSync(clocks.fileOf('non-public-credit'), '+1h\n');
      await pause(5_000);
      writeFileSync(clocks.fileOf('non-public-credit'), '+0\n');
      return undefined;
    },
  },
  {
    name: 'clock of a gateway an hour behind for 5 s',
    // Until the balancer has heard that its clock is wrong, tokens are of a time to come for it.
    tolerated: /^401 .*"The token is not valid\./,
    skipped: ({ clocks }) => (clocks === undefined ? 'libfaketime (faketime) is not installed' : undefined),
    make: async ({ clocks }) => {
      if (clocks === undefined) return undefined;
      writeFileSync(clocks.fileOf('gateway-2'), '-1h\n');
      await pause(5_000);
      writeFileSync(clocks.fileOf('gateway-2'), '+0\n');
      return undefined;
    },
  },
];
