/** The files of the sample as a reader of them sees them: where the tests take what they expect from. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const file = (name: string): string =>
  readFileSync(new URL(`../../subgraphs/public-credit/sample/${name}`, import.meta.url), 'utf8');

export type CsvRow = Readonly<Record<string, string>>;

const rowsOf = (name: string): readonly CsvRow[] => parse(file(name), { columns: true, bom: true });

/** The penalty with this document number, as the provider delivered it. */
export function penaltyRow(documentNumber: string): CsvRow {
  const row = rowsOf('penalties.csv').find((candidate) => candidate.CF_WSH === documentNumber);
  if (row === undefined) throw new Error(`The sample has no penalty ${documentNumber}.`);
  return row;
}

/** Cells as yuan: the layout carries ten thousands. */
export const yuan = (tenThousands: string | undefined): string => (Number(tenThousands) * 10_000).toFixed(2);

export const isoDate = (date: string | undefined): string => (date ?? '').replaceAll('/', '-');

/** Every penalty of the sample, as the provider delivered it. */
export const penaltyRows = (): readonly CsvRow[] => rowsOf('penalties.csv');
