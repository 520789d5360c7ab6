/** Rows of numbers as a file for spreadsheet programs: RFC 4180, with the byte order mark without which Excel takes UTF-8 for another encoding. */
import { stringify } from 'csv-stringify/sync';
import type { StatisticsKey } from '../../schema/law/statistics/statistics.ts';
import type { Localized } from '../../schema/localized.ts';

interface CsvRow {
  readonly keys: readonly string[];
  readonly labels: readonly Localized[];
  readonly count: number | null;
  readonly error: number | null;
}

/** Lines of cells as a file. What a program could take for a formula begins with an apostrophe. */
export const fileOf = (lines: readonly (readonly (string | number)[])[]): string =>
  stringify(
    lines.map((line) => [...line]),
    // Beside its own delimiter it would not quote a lone line feed or carriage return, which programs take for the end of a row.
    { bom: true, record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ },
  );

export const csvOf = (keys: readonly StatisticsKey[], rows: readonly CsvRow[]): string =>
  fileOf([
    [...keys.flatMap((key) => [key, `${key}（中文）`, `${key} (English)`]), 'count', 'error', 'suppressed'],
    ...rows.map(({ keys: values, labels, count, error }) => [
      ...values.flatMap((value, at) => [value, labels[at]?.zh ?? '', labels[at]?.en ?? '']),
      count ?? '',
      error ?? '',
      count === null ? 'true' : 'false',
    ]),
  ]);
