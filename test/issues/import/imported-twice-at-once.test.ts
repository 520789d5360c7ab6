/** Two imports of one file at once wrote their rejected rows into one another's file, and a server that could not write one ended. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { sharedWorld, type World } from '../../kit.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-at-once-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 1_200;
/** Rows without a usable code: each comes back. */
function put(name: string): string {
  const file = join(folder, name);
  const rows = Array.from({ length: ROWS }, (_none, row) => `示例${row},BAD${row},2020-01-05`);
  writeFileSync(file, `name,uscc,reg_date\n${rows.join('\n')}\n`);
  return file;
}
const bring = (file: string, onProgress: () => void = () => undefined) =>
  importProviderFile({
    file,
    layout: 'registration',
    unit: 'HLJ-AMR',
    open: () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' }),
    onProgress,
  });
const rejectedOf = (file: string): number =>
  readFileSync(`${file}.rejected.csv`, 'utf8').trimEnd().split('\n').length - 1;

it('A21.4 of two imports of one file at once the second is told to wait', async () => {
  const file = put('twice.csv');
  const [first, second] = await Promise.allSettled([bring(file), bring(file)]);
  expect(first).toMatchObject({ status: 'fulfilled', value: { rejected: ROWS } });
  expect(second).toMatchObject({ reason: { message: expect.stringMatching(/Process \d+ imports this file already/) } });
  expect(rejectedOf(file)).toBe(ROWS);
  expect(await bring(file)).toMatchObject({ rejected: ROWS });
});

it('A21.4 what a killed import left keeps nobody, though another process got its number', async () => {
  const file = put('killed.csv');
  for (const left of [`${process.pid} 1`, '2147483646', '']) {
    writeFileSync(`${file}.lock`, left);
    expect(await bring(file)).toMatchObject({ rejected: ROWS });
  }
});

it('a file of rejected rows that cannot be written ends the import with a sentence, and not the server', async () => {
  const file = put('folder.csv');
  mkdirSync(`${file}.rejected.csv`);
  await expect(bring(file)).rejects.toThrow(/rejected\.csv cannot be written \(.*copy it into a folder/);
});

it('nothing is written through a link that lies beside the file', async () => {
  const file = put('link.csv');
  const others = join(folder, 'others');
  writeFileSync(others, 'kept');
  symlinkSync(others, `${file}.progress.json.new`);
  const plant = () => {
    rmSync(`${file}.rejected.csv`, { force: true });
    symlinkSync(others, `${file}.rejected.csv`);
  };
  await expect(bring(file, plant)).rejects.toThrow(/cannot be written \(ELOOP\)/);
  expect(readFileSync(others, 'utf8')).toBe('kept');
  // Taken up again it begins anew, without the link.
  expect(await bring(file)).toMatchObject({ rejected: ROWS, resumedAt: 0 });
  expect([rejectedOf(file), readFileSync(others, 'utf8')]).toEqual([ROWS, 'kept']);
});
