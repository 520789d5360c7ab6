/**
 * A name of two lines ended the row in the file: csv-stringify quotes a lone line feed or carriage return only where no `record_delimiter` is given. What
 * stood behind it began a row of its own, and so could be a formula. Items are published with such names (publishCatalogItem checks none).
 */
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csvOf } from '../../../subgraphs/statistics/csv.ts';

it.each(['\n', '\r', '\r\n'])(
  'A22.1 A23.5 a name of two lines stays one field of the file (RFC 4180, 2.6): %j',
  (end) => {
    const en = `Penalties${end}=1+1`;
    const text = csvOf(['ITEM'], [{ keys: ['P'], labels: [{ en, zh: '处罚' }], count: 2_000, error: 216 }]);
    expect(text).toContain(`"${en}"`);
    // As programs read it, which take any of the three for the end of a row.
    const rows = parse(text, {
      bom: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as string[][];
    expect(rows.map(([first]) => first)).toEqual(['ITEM', 'P']);
  },
);
