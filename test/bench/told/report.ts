/** Computes the figures of a side for an operation, and prints the table of all. */
import { cpus, totalmem } from 'node:os';
import type { BurstResult, Operation } from '../settings.ts';

export interface Round extends BurstResult {
  readonly cpuMs: number;
  readonly residentBytes: number;
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
  readonly cpuMs: number;
  readonly residentMiB: number;
}

const MIB = 2 ** 20;

const sum = (rounds: readonly Round[], of: (round: Round) => number): number =>
  rounds.reduce((total, round) => total + of(round), 0);

export function figuresOf(rounds: readonly Round[]): Figures {
  const requests = sum(rounds, (round) => round.requests);
  const sorted = rounds.flatMap((round) => round.latencies).sort((left, right) => left - right);
  const quantile = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: requests / sum(rounds, (round) => round.seconds),
    p50: quantile(0.5),
    p99: quantile(0.99),
    errors: sum(rounds, (round) => round.errors),
    cpuMs: sum(rounds, (round) => round.cpuMs) / requests,
    residentMiB: Math.max(...rounds.map((round) => round.residentBytes)) / MIB,
  };
}

const COLUMNS = ['requests/s', 'p50 ms', 'p99 ms', 'errors', 'CPU ms/request', 'memory MiB'] as const;

const cells = ({ perSecond, p50, p99, errors, cpuMs, residentMiB }: Figures): string[] => [
  perSecond.toFixed(perSecond < 100 ? 1 : 0),
  p50.toFixed(1),
  p99.toFixed(1),
  String(errors),
  cpuMs.toFixed(2),
  residentMiB.toFixed(0),
];

const times = (own: number, stock: number): string => (stock === 0 ? '' : `×${(own / stock).toFixed(2)}`);

/** Table rows of one operation: a row for each side, and one with the ratio of (a) to the other. */
export function rowsOf(operation: Operation, sides: readonly { name: string; figures: Figures }[]): string[][] {
  const rows = sides.map(({ name, figures }) => [operation, name, ...cells(figures)]);
  const [own, stock] = sides;
  if (own === undefined || stock === undefined) return rows;
  const ratio = (of: (figures: Figures) => number): string => times(of(own.figures), of(stock.figures));
  return [
    ...rows,
    [
      '',
      `(a) / ${stock.name.slice(0, 3)}`,
      ratio((it) => it.perSecond),
      ratio((it) => it.p50),
      ratio((it) => it.p99),
      '',
      ratio((it) => it.cpuMs),
      ratio((it) => it.residentMiB),
    ],
  ];
}

export function table(
  rows: readonly (readonly string[])[],
  heads: readonly string[] = ['operation', 'side', ...COLUMNS],
): string {
  const all = [heads, ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length))) ?? [];
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head = [], ...body] = all;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** The machine of the measurement. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
