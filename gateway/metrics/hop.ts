/** What is counted where each subgraph is a process of its own: at the gateway the parts that it asks for, at a subgraph those that it answers and refuses. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type HopReason, hopMessages } from '../../schema/messages/door/hop.ts';

/** In seconds, around what a part of a question takes. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * How a part ended at the gateway: `answered`, `refused` where the subgraph did not take the hop, `late` where its time was over, `unreached` where nobody was
 * connected to, `broken` where the connection or the answer was, `gone` where the client went away.
 */
const PARTS = ['answered', 'refused', 'late', 'unreached', 'broken', 'gone'] as const;
export type PartOutcome = (typeof PARTS)[number];

export interface HopCounters {
  /** Of the gateway. */
  part(subgraph: string, outcome: PartOutcome, seconds: number): void;
  retried(subgraph: string): void;
  /** How many processes of each subgraph are left alone now, which Prometheus is told when it asks. */
  leftAlone(read: () => ReadonlyMap<string, number>): void;
  /** Of a subgraph. */
  refused(reason: HopReason): void;
}

export function openHopCounters(registry: Registry): HopCounters {
  const registers = [registry];
  const parts = new Counter({
    name: 'credit_hop_parts_total',
    help: 'Parts of questions that this gateway asked a subgraph for, by subgraph and outcome (answered, refused, late, unreached, broken, gone).',
    labelNames: ['subgraph', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'credit_hop_seconds',
    help: 'Time to the answer of a subgraph in seconds, by subgraph.',
    labelNames: ['subgraph'],
    buckets: BUCKETS,
    registers,
  });
  const retries = new Counter({
    name: 'credit_hop_retries_total',
    help: 'Parts that were sent to another process of the subgraph, because the first was not reached.',
    labelNames: ['subgraph'],
    registers,
  });
  let read: () => ReadonlyMap<string, number> = () => new Map();
  new Gauge({
    name: 'credit_hop_processes_left_alone',
    help: 'Processes of a subgraph that this gateway asks nothing for a moment, because they failed several times in a row.',
    labelNames: ['subgraph'],
    registers,
    collect() {
      for (const [subgraph, count] of read()) this.set({ subgraph }, count);
    },
  });
  const refusals = new Counter({
    name: 'credit_hop_refusals_total',
    help: 'Requests that this subgraph refused because no gateway had signed them for it, by reason.',
    labelNames: ['reason'],
    registers,
  });
  // A counter that begins with its first event has no first increase.
  for (const reason of Object.keys(hopMessages)) refusals.inc({ reason }, 0);
  return {
    part: (subgraph, outcome, took) => {
      parts.inc({ subgraph, outcome });
      seconds.observe({ subgraph }, took);
    },
    retried: (subgraph) => retries.inc({ subgraph }),
    leftAlone: (how) => {
      read = how;
      for (const subgraph of how().keys()) {
        for (const outcome of PARTS) parts.inc({ subgraph, outcome }, 0);
        retries.inc({ subgraph }, 0);
      }
    },
    refused: (reason) => refusals.inc({ reason }),
  };
}
