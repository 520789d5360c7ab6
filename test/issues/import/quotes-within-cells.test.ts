/** A quotation mark within a cell ended the import of everything before and behind it, with the cell in the sentence that said so. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { sharedWorld, type World } from '../../kit.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-quotes-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = 'name,uscc,reg_date,scope\n';
const row = (scope: string, code = '91239999MA1ABC019L'): string =>
  `哈尔滨示例甲有限公司,${code},2020-12-01,${scope}\n`;
const bring = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  return importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open });
};
const scope = async (): Promise<unknown> => {
  const id = 'identifier: { type: USCC, value: "91239999MA1ABC019L" }';
  const { data } = await world.ask(
    null,
    `{ subject(${id}) { records(first: 50, items: ["REG-ENTERPRISE"]) { nodes { ... on Registration { scope } } } } }`,
  );
  return data.subject.records.nodes[0].scope;
};

it.each([
  ['within.csv', '销售"三无"产品', '销售"三无"产品'],
  ['first.csv', '"三无"产品', '"三无"产品'],
  ['enclosed.csv', '"销售""三无""产品,服务"', '销售"三无"产品,服务'],
])('A21.4 a quotation mark is a character of its cell (%s)', async (name, written, meant) => {
  expect(await bring(name, HEAD + row(written))).toMatchObject({ rows: 1, rejected: 0 });
  expect(await scope()).toBe(meant);
});

it('A21.4 what was read before a quotation mark that never closes is not lost, and the sentence holds nothing of a cell', async () => {
  const text = HEAD + row('甲', 'BAD') + row('"从不');
  await expect(bring('open.csv', text)).rejects.toThrow(
    /^The file stops being CSV at line 3: a quotation mark opens there and is not closed to the end of the file\.$/,
  );
  expect(readFileSync(join(folder, 'open.csv.rejected.csv'), 'utf8')).toContain(',甲,2,');
});

it('a first line of one column is told how cells are separated', async () => {
  await expect(bring('hyphens.csv', HEAD.replaceAll(',', '-'))).rejects.toThrow(/with commas between them\.$/);
  expect(await bring('semicolons.csv', HEAD.replaceAll(',', ';'))).toMatchObject({ warnings: { DELIMITER: 1 } });
});
