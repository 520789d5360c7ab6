/** Types and constants that all processes of the benchmark share. */
export interface Identifier {
  readonly type: 'USCC' | 'CITIZEN_ID';
  readonly value: string;
}

export const TODAY = '2026-11-20';

/** The clock of both sides stands still, so that the dates of the sample and the tokens are valid whenever the benchmark runs. */
export const NOW = new Date(`${TODAY}T10:00:00+08:00`);

export const OPERATIONS = ['PublicLookup', 'PartyCheck', 'MatterCheck', 'PartyBatch'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What a server process has used. */
export interface Usage {
  /** CPU time since its start, user and system. */
  readonly cpuMs: number;
  readonly residentBytes: number;
}

/** Tokens of the callers in the benchmark. */
export interface Tokens {
  readonly bank: string;
  readonly desk: string;
  readonly subject: string;
}

/** One burst of load. */
export interface Burst {
  readonly urls: readonly string[];
  readonly operation: Operation;
  readonly tokens: Tokens;
  readonly seconds: number;
  readonly connections: number;
  readonly batch: number;
  /** Where in the list of subjects it begins: no two bursts begin alike. */
  readonly seed: number;
  /** Requests a second, each sent at its time whether others are answered or not; absent where each connection sends the next when it was answered. */
  readonly rate?: number;
}

export interface BurstResult {
  readonly requests: number;
  readonly errors: number;
  /** The first answer that was none, with its beginning. */
  readonly fault: string | null;
  readonly seconds: number;
  /** Latency of every request in milliseconds. At a fixed rate from the time at which it was to be sent. */
  readonly latencies: readonly number[];
}
