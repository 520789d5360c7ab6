/** What is read from replicas, and how far they are behind. Without replicas there are no values. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Database } from '../../subgraphs/database/database.ts';

export function replicaMetrics(registers: Registry[], { replicas }: Pick<Database, 'replicas'>): void {
  new Counter({
    name: 'credit_public_reads_total',
    help: 'Look-ups of the public where there are replicas, by where they were read: replica, or the primary because all were behind or gone.',
    labelNames: ['outcome'],
    registers,
    collect() {
      if (replicas === undefined) return;
      this.reset();
      for (const [outcome, count] of Object.entries(replicas.asked())) this.inc({ outcome }, count);
    },
  });
  // Of several processes the one that sees it worst tells.
  new Gauge({
    name: 'credit_replica_lag_seconds',
    help: "How far a replica was behind at the last look, by the primary's own clock; by its place in REPLICA_URLS.",
    labelNames: ['place'],
    aggregator: 'max',
    registers,
    collect() {
      for (const [place, { lagMs }] of (replicas?.each() ?? []).entries())
        if (lagMs !== undefined) this.set({ place: String(place + 1) }, Math.max(0, lagMs) / 1_000);
    },
  });
  new Gauge({
    name: 'credit_replica_lag_max_seconds',
    help: 'How far a replica may be behind to be read (REPLICA_LAG_MAX_MS).',
    aggregator: 'max',
    registers,
    collect() {
      if (replicas !== undefined) this.set(replicas.lagMaxMs / 1_000);
    },
  });
  new Gauge({
    name: 'credit_replica_ready',
    help: 'Whether the last question could be read from a replica (1 or 0); by its place in REPLICA_URLS.',
    labelNames: ['place'],
    aggregator: 'min',
    registers,
    collect() {
      for (const [place, { state }] of (replicas?.each() ?? []).entries())
        this.set({ place: String(place + 1) }, state === 'READY' ? 1 : 0);
    },
  });
}
