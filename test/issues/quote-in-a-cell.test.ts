/** A quote within a cell that is not quoted ended the import with an error of the CSV parser, which repeated the cell. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../subgraphs/import.ts';
import { FileFault } from '../../subgraphs/public-credit/import/headers.ts';
import { openWorld, type World } from '../kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-quote-'));
let world: World;
beforeAll(async () => {
  world = await openWorld('pglite');
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['5"张小梅', 'The file stops being CSV at line 3: a quote stands within a cell that is not quoted.'],
  ['"5"张小梅', 'The file stops being CSV at line 3: a quoted cell goes on behind its closing quote.'],
  ['"张小梅', 'The file stops being CSV at line 3: a quoted cell is not closed.'],
])('A19.2 %s is told with its line and without the cell', async (cell, message) => {
  const file = join(folder, 'quote.csv');
  writeFileSync(
    file,
    `name,uscc,reg_date\n龙江示例,91239999MA9AAA012A,2020/1/5\n${cell},91239999MA9AAA0205,2020/1/5\n`,
  );
  const unit = 'HLJ-AMR';
  const bring = () =>
    importProviderFile({
      file,
      layout: 'registration',
      unit,
      open: () => world.server.act({ role: 'PROVIDER', unit }),
    });
  await expect(bring()).rejects.toThrow(new FileFault(message));
});
