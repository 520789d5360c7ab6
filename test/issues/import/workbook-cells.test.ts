/** Cells of a workbook that say nothing were read as the first text of the book, error values as text, and escaped characters as their escape. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { seenIn } from '../../files/parts-of.ts';
import { sharedWorld, type World } from '../../kit.ts';
import { type SheetCell, workbookOf } from '../../subgraphs/workbook-file.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-cells-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CODE = '91239999MA9AAB001D';
const xml = (type: string, inside: string): SheetCell => ({
  xml: (reference) => `<c r="${reference}" t="${type}">${inside}</c>`,
});
const bring = (name: string, ...cells: SheetCell[]) => {
  const file = join(folder, name);
  writeFileSync(file, workbookOf([['name', 'uscc', 'reg_date', 'capital', 'scope'], cells]));
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  return importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open });
};

it('A19.2 a cell without a value is empty, and an escaped character is that character (ECMA-376, 22.9.2.19)', async () => {
  const cells = [xml('s', ''), '甲_x000D_\n乙_x005F_x000D_丙'];
  expect(await bring('a.xlsx', '示例有限公司', CODE, '2020-01-05', ...cells)).toMatchObject({ accepted: 1 });
  const query = `{ subject(identifier: { type: USCC, value: "${CODE}" }) { registration { capital scope } } }`;
  const { data } = await world.ask(null, query);
  expect(data.subject.registration).toEqual({ capital: null, scope: '甲\r\n乙_x000D_丙' });
});

it('A19.2 an error value is no content: its row comes back with the cell', async () => {
  const found = await bring('b.xlsx', xml('e', '<v>#REF!</v>'), CODE, '2020-01-05');
  expect(found).toMatchObject({ accepted: 0, corrected: 0, rejected: 1 });
  const { cells, comments } = await seenIn(found.rejectedFile ?? '');
  expect([cells.F2, cells.G2, Object.keys(comments)]).toEqual(['2', 'CELL_ERROR', ['A2']]);
});

it.each(['_x0000_', '_xD800_'])(
  'A19.2 an escape %s that is no text brings its row back, as such a text does elsewhere',
  async (written) => {
    for (const name of ['name', 'capital']) {
      const cells =
        name === 'name' ? [`甲${written}`, CODE, '2020-01-05'] : ['甲', CODE, '2020-01-05', `百万${written}`];
      expect(await bring(`d${written}.xlsx`, ...cells)).toMatchObject({ accepted: 0, corrected: 0, rejected: 1 });
    }
  },
);

it('A19.2 a text that the workbook does not hold is no empty cell: the file is damaged', async () => {
  await expect(bring('c.xlsx', xml('s', '<v>999</v>'), CODE, '2020-01-05')).rejects.toThrow(/A2.*damaged/);
});
