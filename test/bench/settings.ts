/** Types and constants that all processes of the benchmark share. */
export interface Identifier {
  readonly type: 'USCC' | 'CITIZEN_ID';
  readonly value: string;
}

export const TODAY = '2026-11-20';

/** The clock of both sides stands still, so that the dates of the sample and the tokens are valid whenever the benchmark runs. */
export const NOW = new Date(`${TODAY}T10:00:00+08:00`);

export const OPERATIONS = ['PublicLookup', 'PartyCheck', 'PartyBatch'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What a server process has used. */
export interface Usage {
  /** CPU time since its start, user and system. */
  readonly cpuMs: number;
  readonly residentBytes: number;
}

/** One burst of load. */
export interface Burst {
  readonly urls: readonly string[];
  readonly operation: Operation;
  readonly token: string;
  readonly seconds: number;
  readonly connections: number;
  readonly batch: number;
  readonly seed: number;
}

export interface BurstResult {
  readonly requests: number;
  readonly errors: number;
  readonly seconds: number;
  /** Latency of every request in milliseconds. */
  readonly latencies: readonly number[];
}
