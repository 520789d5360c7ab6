/** Prints what a run measured, as tables. */
import { cpus, totalmem } from 'node:os';
import type { Figures } from './figures.ts';
import type { AtRate, Batched, Machine, Measured, OfSide, Results } from './results.ts';
import { table } from './table.ts';

const HEADS = [
  'operation',
  'side',
  'CPU ms a request',
  'of it servers',
  'database',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'p99.9 ms',
  'errors',
  'memory MiB',
] as const;

const perSecond = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

const cells = (of: Figures): string[] => [
  of.cpuMs.toFixed(2),
  of.serverMs.toFixed(2),
  of.databaseMs.toFixed(2),
  perSecond(of.perSecond),
  of.p50.toFixed(1),
  of.p99.toFixed(1),
  of.p999.toFixed(1),
  String(of.errors),
  of.residentMiB.toFixed(0),
];

const times = (own: number, other: number): string => (other === 0 ? '' : `×${(own / other).toFixed(2)}`);

/** How (a) compares with another side. */
const ratios = (own: Figures, { letter, figures }: OfSide): string[] => [
  '',
  `(a) / (${letter})`,
  ...(['cpuMs', 'serverMs', 'databaseMs', 'perSecond', 'p50', 'p99', 'p999'] as const).map((name) =>
    times(own[name], figures[name]),
  ),
  '',
  times(own.residentMiB, figures.residentMiB),
];

function rowsOf({ operation, sides }: Measured): string[][] {
  const own = sides.find(({ letter }) => letter === 'a')?.figures;
  return sides.flatMap((side) => [
    [operation, side.name, ...cells(side.figures)],
    ...(own === undefined || side.letter === 'a' ? [] : [ratios(own, side)]),
  ]);
}

const closed = (measured: readonly Measured[]): string => table(measured.flatMap(rowsOf), HEADS);

const atRate = (all: readonly AtRate[]): string =>
  table(
    all.flatMap(({ operation, sides }) =>
      sides.map(({ name, rate, figures }) => [
        operation,
        name,
        perSecond(rate),
        perSecond(figures.perSecond),
        figures.p50.toFixed(1),
        figures.p99.toFixed(1),
        figures.p999.toFixed(1),
        String(figures.errors),
      ]),
    ),
    ['operation', 'side', 'sent/s', 'answered/s', 'p50 ms', 'p99 ms', 'p99.9 ms', 'errors'],
  );

const batched = ({ size, alone, loaded }: Batched): string =>
  table(
    [
      ['one connection', alone],
      ['all connections', loaded],
    ].map(([how, of]) => {
      const { batch, singles } = of as Batched['alone'];
      return [how as string, batch.toFixed(0), singles.toFixed(0), times(singles, batch)];
    }),
    [`${size} subjects`, 'ms in one batch', 'ms one by one', 'times as quick'],
  );

/** Everything that was measured, each part under its heading. */
export function report({ measured, alone, atRate: rates, batched: batch, sizes, resident, ...of }: Results): string {
  const parts: string[] = [];
  if (measured !== undefined) parts.push(closed(measured));
  if (alone !== undefined && alone.length > 0) parts.push('One connection, one question at a time:', closed(alone));
  if (rates !== undefined)
    parts.push('At a fixed rate; latency from the moment at which a question was to be sent:', atRate(rates));
  if (batch !== undefined) parts.push('A batch beside single questions, (a):', batched(batch));
  for (const { subjects, records, loadedSeconds, databaseMiB, operations, jobs } of sizes ?? [])
    parts.push(
      `${subjects} subjects with ${records} records, loaded in ${loadedSeconds.toFixed(0)} s, ${databaseMiB.toFixed(0)} MiB${jobs === undefined ? '' : `; jobs of the day ${jobs.seconds.toFixed(1)} s, their longest statement ${jobs.longestMs.toFixed(0)} ms: ${jobs.longest}`}:`,
      closed(
        operations.map(({ operation, figures }) => ({ operation, sides: [{ letter: 'a', name: '(a)', figures }] })),
      ),
    );
  if (resident !== undefined)
    parts.push(
      `Resident after 1 minute ${resident.firstMiB.toFixed(0)} MiB, after ${resident.minutes} minutes ${resident.lastMiB.toFixed(0)} MiB: ${times(resident.lastMiB, resident.firstMiB)}.`,
    );
  parts.push(`${of.date}: ${machineText(of.machine)}; ${of.settings}.`);
  return parts.join('\n\n');
}

export const machineText = ({ cores, model, memoryGiB, node, database, packages }: Machine): string =>
  [
    `${cores} × ${model}`,
    `${memoryGiB} GiB`,
    `Node ${node}`,
    database,
    ...Object.entries(packages).map(([name, version]) => `${name} ${version}`),
  ].join(', ');

/** The machine of the measurement. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

export const machineOf = (database: string, packages: Readonly<Record<string, string>>): Machine => ({
  cores: cpus().length,
  model: cpus()[0]?.model.trim() ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  database,
  packages,
});
