import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { sharedWorld, type World } from '../../kit.ts';

/** A kind that is called as something that every object has was looked up in one: a single row ended the import of all behind it. */
let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-kind-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  [
    'double-publicity-penalty',
    'CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_CFLB1,CF_JDRQ',
    (kind: string) => `哈尔滨示例甲有限公司,91239999MA1ABC019L,${kind}号,${kind},2026-01-05`,
  ],
  [
    'double-publicity-permit',
    'XK_XDR_MC,XK_XDR_LB,XK_XDR_SHXYM,XK_WSH,XK_XKLB,XK_JDRQ',
    (kind: string) => `哈尔滨示例甲有限公司,法人及非法人组织,91239999MA1ABC019L,${kind}号,${kind},2026-01-05`,
  ],
] as const)('A19.2 a kind of %s is its own name where the form has none for it', async (layout, head, row) => {
  const file = join(folder, `${layout}.csv`);
  writeFileSync(file, `${head}\n${['constructor', 'toString', '__proto__', '01'].map(row).join('\n')}\n`);
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  expect(await importProviderFile({ file, layout, unit: 'HLJ-AMR', open })).toMatchObject({ rows: 4, accepted: 4 });
});
