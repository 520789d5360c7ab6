/** A workbook of a few kilobytes whose list of shared texts holds nothing, a hundred million times, filled the memory of who imported it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openSheet } from '../../../subgraphs/public-credit/import/read/workbook.ts';
import { zipOf } from '../../subgraphs/workbook-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-nothing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const put = (texts: string): string => {
  const file = join(folder, 'nothing.xlsx');
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  writeFileSync(
    file,
    zipOf([
      {
        name: 'xl/workbook.xml',
        text: `<workbook xmlns="${SPACE}" xmlns:r="${relation}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: `<Relationships><Relationship Id="r1" Target="a.xml"/></Relationships>`,
      },
      { name: 'xl/a.xml', text: `<worksheet xmlns="${SPACE}"><sheetData/></worksheet>` },
      { name: 'xl/sharedStrings.xml', text: `<sst xmlns="${SPACE}">${texts}</sst>` },
    ]),
  );
  return file;
};

it('A19.2 more texts than the cells of any exchange file are refused before they fill the memory', async () => {
  await expect(openSheet(put('<si/>'.repeat(5_000_001)), () => undefined)).rejects.toThrow(/texts of the workbook/);
});

it('A19.2 a workbook without texts is read', async () => {
  const { rows } = await openSheet(put('<si/>'), () => undefined);
  expect((await rows.next()).done).toBe(true);
});
