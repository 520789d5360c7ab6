/** An import that was stopped went on beside files that were not as it had left them: rejected rows were lost, or came back as no table. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { sharedWorld, type World } from '../../kit.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-left-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 1_200;
/** Rows without a usable code: each comes back. Imported up to the first batch of 500. */
async function stopped(name: string): Promise<string> {
  const file = join(folder, name);
  const rows = Array.from({ length: ROWS }, (_none, row) => `示例${row},BAD${row},2020-01-05`);
  writeFileSync(file, `name,uscc,reg_date\n${rows.join('\n')}\n`);
  await stop(file, 1);
  return file;
}
const bring = (file: string, more: object = {}) => {
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
  return importProviderFile({ file, layout: 'registration', unit: 'HLJ-AMR', open, ...more });
};
async function stop(file: string, batches: number, more: object = {}): Promise<void> {
  const stopping = new AbortController();
  let told = 0;
  const onProgress = () => {
    told += 1;
    if (told === batches) stopping.abort();
  };
  await expect(bring(file, { ...more, signal: stopping.signal, onProgress })).rejects.toThrow();
}
const rejectedOf = (file: string): string[] => readFileSync(`${file}.rejected.csv`, 'utf8').trimEnd().split('\n');
const whole = (file: string) => {
  const [head, ...rows] = rejectedOf(file);
  expect(head).toBe('\ufeffname,uscc,reg_date,line,code,reason');
  expect(rows.map((row) => row.split(',')[1])).toEqual(Array.from({ length: ROWS }, (_none, row) => `BAD${row}`));
};

it('A21.4 every rejected row comes back, also where the file of the first ones was taken away meanwhile', async () => {
  const file = await stopped('away.csv');
  rmSync(`${file}.rejected.csv`);
  expect(await bring(file)).toMatchObject({ rows: ROWS, rejected: ROWS });
  whole(file);
});

it('A21.4 every rejected row comes back, also where a dry run was stopped in between', async () => {
  const file = await stopped('between.csv');
  await stop(file, 1);
  await stop(file, 1, { trial: true });
  expect(await bring(file)).toMatchObject({ rows: ROWS, rejected: ROWS });
  whole(file);
});

it('A21.4 where nothing was touched it goes on where it was', async () => {
  const file = await stopped('on.csv');
  expect(await bring(file)).toMatchObject({ rows: ROWS, rejected: ROWS, resumedAt: 500 });
  whole(file);
});
