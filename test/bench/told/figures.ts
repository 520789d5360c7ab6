/** What the rounds of one side at one operation come to. Pure. */
import type { BurstResult } from '../settings.ts';

export interface Round extends BurstResult {
  /** CPU time of the side's processes. */
  readonly serverMs: number;
  /** CPU time of the PostgreSQL server meanwhile; 0 for an embedded database, which is within the process. */
  readonly databaseMs: number;
  readonly residentBytes: number;
}

export interface Figures {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly errors: number;
  /** CPU time a request of the whole: servers and database. It says less of the machine, and of what else runs there, than requests a second do. */
  readonly cpuMs: number;
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly residentMiB: number;
}

const MIB = 2 ** 20;

/** The value below which this share of the sorted values lies: the nearest rank. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

export const ascending = (values: readonly number[]): number[] => [...values].sort((left, right) => left - right);

export function figuresOf(rounds: readonly Round[]): Figures {
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  const requests = sum((round) => round.requests);
  const sorted = ascending(rounds.flatMap((round) => round.latencies));
  const each = (of: (round: Round) => number): number => (requests === 0 ? 0 : sum(of) / requests);
  const serverMs = each((round) => round.serverMs);
  const databaseMs = each((round) => round.databaseMs);
  return {
    requests,
    perSecond: requests / sum((round) => round.seconds),
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    p999: quantile(sorted, 0.999),
    errors: sum((round) => round.errors),
    cpuMs: serverMs + databaseMs,
    serverMs,
    databaseMs,
    residentMiB: Math.max(...rounds.map((round) => round.residentBytes)) / MIB,
  };
}
