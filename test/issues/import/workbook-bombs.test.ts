/** Workbooks of kilobytes that fill memory or disk: what is open in XML is kept until it is closed, and a shared text can stand in every cell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openSheet } from '../../../subgraphs/public-credit/import/read/workbook.ts';
import { zipOf } from '../../subgraphs/workbook-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-bombs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = '<sheet name="a" sheetId="1" r:id="r1"/>';

interface Parts {
  readonly sheets?: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly rows?: string;
}

async function read({ sheets = SHEET, texts = '', styles = '', rows = '' }: Parts): Promise<number> {
  const file = join(folder, 'bomb.xlsx');
  writeFileSync(
    file,
    zipOf([
      { name: 'xl/workbook.xml', text: `<workbook xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>` },
      { name: 'xl/_rels/workbook.xml.rels', text: '<r><Relationship Id="r1" Target="a.xml"/></r>' },
      { name: 'xl/sharedStrings.xml', text: `<sst>${texts}</sst>` },
      { name: 'xl/styles.xml', text: `<s>${styles}</s>` },
      { name: 'xl/a.xml', text: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    ]),
  );
  let count = 0;
  for await (const _row of (await openSheet(file, () => undefined)).rows) count += 1;
  return count;
}

const long = 'a'.repeat(2_000_000);
const sharedRow = (cells: number): string => `<row>${'<c t="s"><v>0</v></c>'.repeat(cells)}</row>`;

it.each<[string, Parts, RegExp]>([
  ['a text that never ends', { rows: `<row><c><v>${long}` }, /more than 1000000 bytes/],
  ['an attribute that never ends', { rows: `<row a="${long}` }, /more than 1000000 bytes/],
  ['a comment that never ends', { rows: `<!--${long}` }, /more than 1000000 bytes/],
  ['a shared text that never ends', { texts: `<si><t>${long}` }, /more than 1000000 bytes/],
  ['elements in elements', { rows: '<a>'.repeat(200) }, /nested deeper/],
  ['sheets without end', { sheets: SHEET.repeat(100_001) }, /more sheets or formats/],
  ['formats without end', { styles: `<cellXfs>${'<xf/>'.repeat(100_001)}</cellXfs>` }, /more sheets or formats/],
  ['a cell of a long text', { texts: `<si><t>${'a'.repeat(32_768)}</t></si>`, rows: sharedRow(1) }, /more than 32767/],
  [
    'a row of shared texts',
    { texts: `<si><t>${'a'.repeat(32_767)}</t></si>`, rows: sharedRow(31) },
    /Row 1 holds more/,
  ],
])('A19.2 %s is refused while it is read', async (_what, parts, told) => {
  await expect(read(parts)).rejects.toThrow(told);
});

it('A19.2 cells as long as a spreadsheet takes them are read', async () => {
  expect(await read({ texts: `<si><t>${'a'.repeat(32_767)}</t></si>`, rows: sharedRow(30).repeat(3) })).toBe(3);
});
