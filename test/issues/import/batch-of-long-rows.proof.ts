/** A proof, for it imports forty rows of a megabyte. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { openWorld, soonest, type World } from '../../kit.ts';

/** Rows were held by their number alone: five hundred of the longest that are read fill half a gigabyte of the server. */
let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-long-'));
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

it('long rows are settled before five hundred of them are held, each once', async () => {
  const file = join(folder, 'long.csv');
  const scope = '热'.repeat(300_000);
  const rows = Array.from({ length: 40 }, (_none, row) => `示例${row},BAD${row},2020-01-05,${scope}`);
  writeFileSync(file, `name,uscc,reg_date,scope\n${rows.join('\n')}\n`);
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  const told: number[] = [];
  const onProgress = ({ rows: count }: { rows: number }) => told.push(count);
  const summary = await importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open, onProgress });
  expect(summary).toMatchObject({ rows: 40, rejected: 40 });
  expect(told).toEqual([14, 28, 40]);
});
