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

/** Identifiers of everybody in the sample's files, each once. */
export function everyIdentifier(): { type: 'USCC' | 'CITIZEN_ID'; value: string }[] {
  const registered = ['registrations-synthetic.csv', 'registrations-gleif.csv'].flatMap((name) =>
    rowsOf(name).map((row) => ({ type: 'USCC' as const, value: row.uscc ?? '' })),
  );
  const persons = file('persons.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ type: 'CITIZEN_ID' as const, value: String((JSON.parse(line) as { value: string }).value) }));
  return [...registered, ...persons];
}

/** Cells as yuan: the layout carries ten thousands. */
export const yuan = (tenThousands: string | undefined): string => (Number(tenThousands) * 10_000).toFixed(2);

export const isoDate = (date: string | undefined): string => (date ?? '').replaceAll('/', '-');
