/** Measures sides in turns, so that other load on the machine falls on all of them. */
import type { Burst, BurstResult, Operation, Tokens } from './settings.ts';
import type { Child } from './sides/child.ts';
import type { Side } from './sides/side.ts';
import { figuresOf, type Round } from './told/figures.ts';
import type { Batched, OfSide, Resident } from './told/results.ts';

export interface Bench {
  readonly load: Child;
  readonly tokens: Tokens;
  /** CPU time of the database so far, in seconds. */
  readonly database: () => number;
  /** Makes what parties asked about today new to all sides alike. */
  readonly forget: () => Promise<void>;
  readonly say: (line: string) => void;
}

export interface Loading {
  readonly operation: Operation;
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
  readonly batch: number;
  readonly warmUpSeconds: number;
  /** Requests a second of a side; absent where each connection waits for its answer. */
  readonly rate?: (side: Side) => number;
}

/** No two bursts of a run ask for the same subjects in the same order, and no case is asked about twice. */
let seed = 0;

async function burst(bench: Bench, side: Side, loading: Loading, seconds: number): Promise<Round> {
  seed += 100_003;
  const { operation, connections, batch, rate } = loading;
  const order: Burst = {
    ...{ urls: side.urls, operation, tokens: bench.tokens, seconds, connections, batch, seed },
    ...(rate === undefined ? {} : { rate: rate(side) }),
  };
  await bench.forget();
  const before = { side: await side.usage(), database: bench.database() };
  const result = await bench.load.ask<BurstResult>(order);
  const after = { side: await side.usage(), database: bench.database() };
  if (result.fault !== null)
    bench.say(`  ${side.name} ${operation}: ${result.errors} not answered, the first: ${result.fault}`);
  return {
    ...result,
    serverMs: after.side.cpuMs - before.side.cpuMs,
    databaseMs: (after.database - before.database) * 1_000,
    residentBytes: after.side.residentBytes,
  };
}

const SETTLE_SECONDS = 1.5;

/** A side, and what is read and forgotten beside it: sides over several databases have each their own. */
export interface Taking {
  readonly bench: Bench;
  readonly side: Side;
}

/** The sides that answer the operation, in turns, round by round. */
export async function measureInTurns(all: readonly Taking[], loading: Loading): Promise<OfSide[]> {
  const { operation, rounds, seconds, warmUpSeconds } = loading;
  const taking = all
    .filter(({ side }) => side.operations.includes(operation))
    .map((one) => ({ ...one, taken: [] as Round[] }));
  if (warmUpSeconds > 0) for (const { bench, side } of taking) await burst(bench, side, loading, warmUpSeconds);
  for (let round = 0; round < rounds; round += 1)
    for (const { bench, side, taken } of taking) {
      // While others had their turn its pools let go of their connections: each new one plans every statement anew, which no server under load does.
      if (all.length > 1) await burst(bench, side, loading, SETTLE_SECONDS);
      const one = await burst(bench, side, loading, seconds);
      taken.push(one);
      const figures = figuresOf([one]);
      bench.say(
        `  ${operation} ${round + 1}/${rounds} ${side.name}: ${figures.perSecond.toFixed(0)} requests/s, ${figures.cpuMs.toFixed(2)} ms of CPU each`,
      );
    }
  return taking.map(({ side, taken }) => ({ letter: side.letter, name: side.name, figures: figuresOf(taken) }));
}

/** Sides over one database. */
export const measure = (bench: Bench, sides: readonly Side[], loading: Loading): Promise<OfSide[]> =>
  measureInTurns(
    sides.map((side) => ({ bench, side })),
    loading,
  );

/** A batch of `size` beside single questions of the same fields. Milliseconds that so many subjects take. */
export async function measureBatch(
  bench: Bench,
  side: Side,
  size: number,
  { seconds, connections }: Pick<Loading, 'seconds' | 'connections'>,
): Promise<Batched> {
  const timed = async (batch: number, over: number): Promise<number> => {
    const loading = {
      operation: 'PartyBatch',
      seconds,
      rounds: 1,
      connections: over,
      batch,
      warmUpSeconds: 1,
    } as const;
    const [one] = await measure(bench, [side], loading);
    return ((size / batch) * 1_000) / (one?.figures.perSecond ?? 0);
  };
  const both = async (over: number) => ({ batch: await timed(size, over), singles: await timed(1, over) });
  return { size, alone: await both(1), loaded: await both(connections) };
}

/** Resident memory of a side under load: after a minute and after all of them, each time the most that a round of every operation found. */
export async function measureMemory(
  bench: Bench,
  side: Side,
  minutes: number,
  loading: Omit<Loading, 'operation' | 'rounds' | 'seconds'>,
): Promise<Resident> {
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 60_000;
  const quiet = { ...bench, say: () => undefined };
  let first: number | undefined;
  let most = 0;
  while (elapsed() < minutes) {
    most = 0;
    for (const operation of side.operations) {
      const [one] = await measure(quiet, [side], { ...loading, operation, rounds: 1, seconds: 5 });
      most = Math.max(most, one?.figures.residentMiB ?? 0);
    }
    if (elapsed() >= 1) first ??= most;
    bench.say(`  ${elapsed().toFixed(1)} of ${minutes} minutes: ${most.toFixed(0)} MiB resident`);
  }
  return { minutes, firstMiB: first ?? most, lastMiB: most };
}
