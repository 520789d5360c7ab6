/** What one process counts by itself. Of several processes these are added up. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { SEALED_PLACES } from '../../subgraphs/keys/sealed-places.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { type HopCounters, openHopCounters } from './hop.ts';
import { replicaMetrics } from './replicas.ts';

/** In seconds. The last ones lie around the request deadline. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** An error of an answer, as it is counted. */
export interface Refusal {
  readonly code: string;
  readonly reason: string | undefined;
  /** Openness of what was asked for, where the error tells. */
  readonly tier: string | undefined;
}

export interface Answered {
  /** Pattern of a known route. A path as sent may hold an identification number. */
  readonly path: string;
  readonly status: number;
  readonly role: string | undefined;
  readonly seconds: number;
  readonly refusals: readonly Refusal[];
}

/**
 * How the ledger was settled for an answer: `settled` where its entries are written or it needs none, `refused` where a field was refused, `quota` where the
 * day's quota is short, `ended` where what it rests on ended meanwhile, `unavailable` where the ledger could not be written. Of the last three nothing is given.
 */
const SETTLEMENTS = ['settled', 'refused', 'quota', 'ended', 'unavailable'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export interface Counters {
  /** Where each subgraph is a process of its own. */
  readonly hop: HopCounters;
  answered(answer: Answered): void;
  settled(outcome: Settlement): void;
  ran(task: string, succeeded: boolean): void;
  webhooksCalled(calls: { readonly delivered: number; readonly failed: number }): void;
  subjectsTold(told: { readonly sent: number; readonly failed: number; readonly ended: number }): void;
  imported(rows: { readonly accepted: number; readonly unchanged: number; readonly rejected: number }): void;
}

/** Reasons are words of the code. Should one be made from a value some day, it makes no label. */
const labelOf = (word: string | undefined): string =>
  word === undefined ? 'none' : /^[A-Z][A-Z_]{1,40}$/.test(word) ? word : 'other';

export function openCounters(
  registry: Registry,
  { database, secrets }: Pick<Platform, 'database' | 'secrets'>,
): Counters {
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter<Label>({ name, help, labelNames: [...labelNames], registers });
  const requests = counter('credit_requests_total', 'Requests answered, by path, status and role.', [
    'path',
    'status',
    'role',
  ]);
  const errors = counter('credit_errors_total', 'Errors in answers, by code.', ['code']);
  const refusals = counter(
    'credit_refusals_total',
    'Errors in answers, by code, reason, and openness of what was asked for where the error tells it.',
    ['code', 'reason', 'tier'],
  );
  const settlements = counter('credit_settlements_total', 'Answers for which the ledger was settled, by outcome.', [
    'outcome',
  ]);
  // `task`, because `job` is Prometheus's own label of what it scrapes.
  const runs = counter('credit_job_runs_total', 'Runs of background jobs, by task and outcome (done, failed).', [
    'task',
    'outcome',
  ]);
  const calls = counter('credit_webhook_calls_total', 'Calls of webhooks, by outcome (delivered, failed).', [
    'outcome',
  ]);
  const told = counter(
    'credit_subject_notices_total',
    'Notices to subjects through their channels, by outcome (sent, failed, ended).',
    ['outcome'],
  );
  const rows = counter(
    'credit_import_rows_total',
    'Rows of files that this server imported for a command, by outcome (accepted, unchanged, rejected).',
    ['outcome'],
  );
  const seconds = new Histogram({
    name: 'credit_request_seconds',
    help: 'Time to the answer in seconds, by path.',
    labelNames: ['path'],
    buckets: BUCKETS,
    registers,
  });
  // Of several processes the one that is worst off, or came last, says how the job does.
  const inARow = new Gauge({
    name: 'credit_job_failures_in_a_row',
    help: 'Failures of a background job since it last succeeded.',
    labelNames: ['task'],
    aggregator: 'max',
    registers,
  });
  const succeededAt = new Gauge({
    name: 'credit_job_last_success_timestamp_seconds',
    help: 'When a background job last succeeded (Unix time).',
    labelNames: ['task'],
    aggregator: 'max',
    registers,
  });
  const total = (name: string, help: string, read: () => number): void => {
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  };
  total('credit_database_statements_total', 'Statements sent to the database.', () => database.statements());
  total('credit_database_round_trips_total', 'Times that a reader waited for the database.', () =>
    database.roundTrips(),
  );
  new Counter({
    name: 'credit_unreadable_rows_total',
    help: 'Rows that were met and could not be opened with the keys that are known, by place.',
    labelNames: ['place'],
    registers,
    collect() {
      this.reset();
      // From zero, so that the first row is an increase.
      for (const { table } of SEALED_PLACES) this.inc({ place: table }, 0);
      for (const [place, rows] of secrets.unreadable.counts()) this.inc({ place }, rows);
    },
  });
  const connections = (name: string, help: string, read: 'waiting' | 'max'): void => {
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers,
      collect() {
        for (const one of database.connections()) this.set({ pool: one.pool }, one[read]);
      },
    });
  };
  new Gauge({
    name: 'credit_database_connections',
    help: 'Connections to the database and its replicas, by pool (read, write, replica-1 and so on) and state (in_use, idle).',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const { pool, inUse, idle } of database.connections()) {
        this.set({ pool, state: 'in_use' }, inUse);
        this.set({ pool, state: 'idle' }, idle);
      }
    },
  });
  connections('credit_database_connections_max', 'Most connections that a pool opens.', 'max');
  connections('credit_database_connections_waiting', 'Requests that wait for a connection.', 'waiting');
  replicaMetrics(registers, database);
  // A counter that begins with its first event has no first increase.
  for (const outcome of SETTLEMENTS) settlements.inc({ outcome }, 0);
  for (const outcome of ['delivered', 'failed']) calls.inc({ outcome }, 0);
  for (const outcome of ['sent', 'failed', 'ended']) told.inc({ outcome }, 0);
  for (const outcome of ['accepted', 'unchanged', 'rejected']) rows.inc({ outcome }, 0);
  errors.inc({ code: 'INTERNAL' }, 0);

  return {
    hop: openHopCounters(registry),
    answered: ({ path, status, role, seconds: took, refusals: told }) => {
      requests.inc({ path, status: String(status), role: role ?? 'none' });
      seconds.observe({ path }, took);
      for (const { code, reason, tier } of told) {
        errors.inc({ code });
        refusals.inc({ code: labelOf(code), reason: labelOf(reason), tier: labelOf(tier) });
      }
    },
    settled: (outcome) => settlements.inc({ outcome }),
    ran: (task, succeeded) => {
      runs.inc({ task, outcome: succeeded ? 'done' : 'failed' });
      if (!succeeded) return inARow.inc({ task });
      inARow.set({ task }, 0);
      succeededAt.setToCurrentTime({ task });
    },
    webhooksCalled: ({ delivered, failed }) => {
      calls.inc({ outcome: 'delivered' }, delivered);
      calls.inc({ outcome: 'failed' }, failed);
    },
    subjectsTold: ({ sent, failed, ended }) => {
      told.inc({ outcome: 'sent' }, sent);
      told.inc({ outcome: 'failed' }, failed);
      told.inc({ outcome: 'ended' }, ended);
    },
    imported: ({ accepted, unchanged, rejected }) => {
      rows.inc({ outcome: 'accepted' }, accepted);
      rows.inc({ outcome: 'unchanged' }, unchanged);
      rows.inc({ outcome: 'rejected' }, rejected);
    },
  };
}
