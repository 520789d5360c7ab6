/** Small files that other programs made. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFile } from './read.ts';

const read = (name: string) => readFile(join(import.meta.dirname, 'made', name));

it.each(['openpyxl.xlsx', 'libreoffice.xlsx'])('A18.2 A19.2 %s is read as it is seen', async (name) => {
  const { taken, faults, warned } = await read(name);
  expect(taken.slice(0, 2)).toEqual(['3 示罚〔2026〕1号 2026-09-01', '6 示罚〔2026〕042号 2026-09-04']);
  expect(faults).toEqual(expect.arrayContaining(['4 ROW_HIDDEN', '5 FORMULA H']));
  expect(warned).toEqual(expect.arrayContaining(['0 SHEET_HIDDEN', '0 SHEETS_IGNORED', '1 TITLE_PASSED']));
});

it('A19.2 dates of openpyxl as ISO text are read', async () => {
  expect((await read('openpyxl-iso-dates.xlsx')).taken[0]).toBe('2 示罚〔2026〕1号 2026-09-01');
});

it.each(['libreoffice-utf-8.csv', 'libreoffice-gb18030.csv'])(
  'A19.2 %s: a number that was rounded before it came is no number of a decision',
  async (name) => {
    const { taken, faults } = await read(name);
    expect(faults).toEqual(['3 NUMBER_ROUNDED D']);
    expect(taken).toEqual(['2 示罚〔2026〕1号 2026-09-01', '4 示罚〔2026〕3号 2026-09-03']);
  },
);

it.each([
  ['libreoffice.ods', /\.ods/],
  ['libreoffice.xls', /\.xls/],
  ['web-page.xls', /HTML/],
])('A19.2 %s is named as what it is', async (name, told) => {
  expect((await read(name)).refused?.localized.zh).toMatch(told);
});
