import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../../schema/localized.ts';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { sharedWorld, type World } from '../../kit.ts';

/** A unit that was mistyped sent every row of a file back, each with the reason that another unit provides its item. */
let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-unit-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('A21.1 a unit that is not registered is told at once, with those that provide items', async () => {
  const file = join(folder, 'unit.csv');
  writeFileSync(file, 'name,uscc,reg_date\n哈尔滨示例甲有限公司,91239999MA1ABC019L,2020-01-05\n');
  const bring = (unit: string, language: Language = 'en') =>
    importProviderFile({
      file,
      language,
      layout: 'registration',
      unit,
      open: () => world.server.requestAs({ role: 'PROVIDER', unit }),
    });
  await expect(bring('HLJ-AMT')).rejects.toThrow(
    /^No unit HLJ-AMT is registered\. .*Units of role provider: .*HLJ-AMR/,
  );
  await expect(bring('HLJ-AMT', 'zh')).rejects.toThrow(/^报送单位HLJ-AMT未登记。.*可报送的单位：.*HLJ-AMR/);
  await expect(bring('BANK-A', 'zh')).rejects.toThrow(/^单位BANK-A登记为协议方，不是公共信用信息提供单位/);
  // A bank is registered and provides nothing.
  await expect(bring('BANK-A')).rejects.toThrow(/^The unit BANK-A is registered as PARTY/);
  expect(existsSync(`${file}.rejected.csv`)).toBe(false);
  // One that is registered and provides other items is told row by row: a file may hold several items.
  expect(await bring('HLJ-TAX')).toMatchObject({ rejected: 1 });
});
