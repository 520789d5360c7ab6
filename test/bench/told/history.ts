/** Figures by date: each day's results are a file of history/, and the tables of the README are made from these. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Operation } from '../settings.ts';
import { aimsTable } from './aims.ts';
import { machineText, report } from './report.ts';
import { type Results, sideOf } from './results.ts';
import { table } from './table.ts';

const HISTORY = join(import.meta.dirname, '../history');
export const README = join(import.meta.dirname, '../README.md');

/** Of two lists those of the second, and of the first what the second has not. */
function merged<One>(
  before: readonly One[] | undefined,
  now: readonly One[] | undefined,
  keyOf: (one: One) => unknown,
) {
  if (before === undefined || now === undefined) return now ?? before;
  const known = new Set(now.map(keyOf));
  return [...before.filter((one) => !known.has(keyOf(one))), ...now];
}

/** Between the settings of runs that each brought a part. */
const AND = '; beside it ';

const operationOf = ({ operation }: { readonly operation: Operation }): Operation => operation;

/** A run brings what it measured, operation by operation and size by size; what another run of the day measured stays. */
export function together(before: Results | undefined, now: Results): Results {
  if (before === undefined || before.date !== now.date) return now;
  const parts = {
    measured: merged(before.measured, now.measured, operationOf),
    alone: merged(before.alone, now.alone, operationOf),
    atRate: merged(before.atRate, now.atRate, operationOf),
    sizes: merged(before.sizes, now.sizes, ({ subjects }) => subjects),
  };
  const there = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
  const settings = [...new Set([...before.settings.split(AND), ...now.settings.split(AND)])].join(AND);
  return { ...before, ...now, ...there, settings };
}

/** Writes results to a file, beside what an earlier run of the same day wrote to it. */
export function keep(path: string, results: Results): Results {
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : undefined;
  const all = together(before, results);
  mkdirSync(dirname(path), { recursive: true });
  // Two digits beyond the point are more than a machine repeats.
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value;
  writeFileSync(path, `${JSON.stringify(all, rounded, 1)}\n`);
  return all;
}

export const pathOf = (date: string): string => join(HISTORY, `${date}.json`);

/** All results that are kept, the newest first. */
export const history = (folder = HISTORY): Results[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Results);

const SHOWN: readonly (readonly [Operation, string])[] = [
  ['PublicLookup', 'look-up'],
  ['PartyCheck', 'check'],
  ['MatterCheck', 'matter'],
  ['PartyBatch', 'batch'],
];

/** A line for each day: CPU time a request and requests a second of (a), and what they are of those of (b). */
export function historyTable(all: readonly Results[]): string {
  const cell = (results: Results, operation: Operation, name: 'cpuMs' | 'perSecond', digits: number): string => {
    const own = sideOf(results.measured, operation, 'a')?.[name];
    const stock = sideOf(results.measured, operation, 'b')?.[name];
    if (own === undefined) return '';
    return `${own.toFixed(digits)}${stock === undefined || stock === 0 ? '' : ` (×${(own / stock).toFixed(2)})`}`;
  };
  return table(
    all.map((results) => [
      results.date,
      ...SHOWN.flatMap(([operation]) => [
        cell(results, operation, 'cpuMs', 2),
        cell(results, operation, 'perSecond', 0),
      ]),
      machineText(results.machine),
    ]),
    ['date', ...SHOWN.flatMap(([, name]) => [`${name}, CPU ms`, `${name}/s`]), 'machine'],
  );
}

/** What stands between the marks of a text, replaced. Throws where the marks are not there. */
export function between(text: string, mark: string, content: string): string {
  const [open, close] = [`<!-- ${mark} -->`, `<!-- end of ${mark} -->`];
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from === -1 || to < from) throw new Error(`The marks ${open} and ${close} are not there.`);
  return `${text.slice(0, from + open.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** The README with the figures of the newest day, and a line for every day. */
export function withFigures(readme: string, all: readonly Results[]): string {
  const [newest] = all;
  const figures = newest === undefined ? 'Nothing was measured yet.' : `${report(newest)}\n\n${aimsTable(newest)}`;
  return between(between(readme, 'figures', figures), 'history', historyTable(all));
}

export const tellInReadme = (): void => writeFileSync(README, withFigures(readFileSync(README, 'utf8'), history()));
