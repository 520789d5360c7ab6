/** A cell that a spreadsheet takes for a formula came back as one in the file of rejected rows, which is opened in a spreadsheet to be mended. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { sharedWorld, type World } from '../../kit.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-formula-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bring = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  return importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open });
};
const rejected = (file: string | null): string => readFileSync(file ?? '', 'utf8').replace('\ufeff', '');

const CELLS = ["=cmd|'/C calc'!A0", '+1', '-1', '@SUM(1)', '＝1', "'=1", "''-1", "'quoted'", 'plain'];

it('a rejected row computes nothing where it is opened, and is the same row when it is sent again', async () => {
  const rows = CELLS.map((scope) => `示例,BAD,2020-01-05,${scope}`).join('\n');
  const first = await bring('first.csv', `name,uscc,reg_date,scope,=EVIL()\n${rows.replaceAll('\n', ',\n')},\n`);
  const came = rejected(first.rejectedFile);
  expect(came.split('\n')[0]).toBe("name,uscc,reg_date,scope,'=EVIL(),line,code,reason");
  const cells = came
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  expect(cells.flat().filter((cell) => /^[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
  // Not mended, it comes back as it came before: nothing is added a second time.
  const again = rejected((await bring('again.csv', came)).rejectedFile);
  const scopes = (text: string): (string | undefined)[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',')[3])
      .sort();
  expect(scopes(again)).toEqual(scopes(came));
});

it('A21.4 a row that was mended is stored without the apostrophe that was added', async () => {
  const first = await bring(
    'sign.csv',
    'name,uscc,reg_date,scope\n哈尔滨示例甲有限公司,91239999MA1ABC019X,2020-12-01,-热力供应\n',
  );
  const came = rejected(first.rejectedFile);
  expect(came).toContain(",'-热力供应,");
  expect(await bring('mended.csv', came.replace('19X', '19L'))).toMatchObject({ corrected: 1, rejected: 0 });
  const query = '{ subject(identifier: { type: USCC, value: "91239999MA1ABC019L" }) { registration { scope } } }';
  const { data } = await world.ask(null, query);
  expect(data.subject.registration).toEqual({ scope: '-热力供应' });
});
