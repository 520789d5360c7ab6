/** What every process of the benchmark agrees on. */
export interface Identifier {
  readonly type: 'USCC' | 'CITIZEN_ID';
  readonly value: string;
}

export const TODAY = '2026-11-20';

/** The clock of both sides stands still, so that the sample's dates and the tokens hold whenever this is run. */
export const NOW = new Date(`${TODAY}T10:00:00+08:00`);

export const OPERATIONS = ['PublicLookup', 'PartyCheck', 'PartyBatch'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What a server says of itself when asked. */
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
  /** Milliseconds of every request. */
  readonly latencies: readonly number[];
}
