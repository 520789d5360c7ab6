import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { sharedWorld, type World } from '../../kit.ts';

/** Rejected rows that were mended and sent again could be rejected once more, and then not be sent a third time. */
let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-rejected-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bring = (file: string, layout: 'registration' | 'records', unit: string) =>
  importProviderFile({ file, layout, unit, open: () => world.server.requestAs({ role: 'PROVIDER', unit }) });

const mended = (file: string | null, name: string, wrong: string, right: string): string => {
  const path = join(folder, name);
  writeFileSync(path, readFileSync(file ?? '', 'utf8').replace(wrong, right));
  return path;
};

it('A19.2 rows of a CSV file are mended as often as it takes', async () => {
  const first = join(folder, 'first.csv');
  writeFileSync(first, 'name,uscc,reg_date\n哈尔滨示例甲有限公司,91239999MA1ABC019X,2020-13-01\n');
  const once = await bring(first, 'registration', 'HLJ-AMR');
  const second = mended(once.rejectedFile, 'second.csv', '2020-13-01', '2020-12-01');
  const twice = await bring(second, 'registration', 'HLJ-AMR');
  expect([twice.accepted, twice.rejected]).toEqual([0, 1]);
  expect(readFileSync(twice.rejectedFile ?? '', 'utf8').split('\n')[0]).toBe(
    '\ufeffname,uscc,reg_date,line,code,reason',
  );
  const third = mended(twice.rejectedFile, 'third.csv', '91239999MA1ABC019X', '91239999MA1ABC019L');
  expect(await bring(third, 'registration', 'HLJ-AMR')).toMatchObject({ corrected: 1, rejected: 0 });
});

it('A19.2 lines of records come back as lines of records', async () => {
  const line = {
    item: 'REG-ENTERPRISE',
    subject: { type: 'USCC', value: '91239999MA1ABC019X' },
    subjectName: '哈尔滨示例甲有限公司',
    occurredOn: '2020-12-01',
    content: { legalName: '哈尔滨示例甲有限公司' },
  };
  const first = join(folder, 'first.ndjson');
  writeFileSync(first, `${JSON.stringify(line)}\nno json\n`);
  const once = await bring(first, 'records', 'HLJ-AMR');
  expect([once.accepted, once.rejected]).toEqual([0, 2]);
  const lines = readFileSync(once.rejectedFile ?? '', 'utf8')
    .trim()
    .split('\n');
  const came = lines.map((text) => JSON.parse(text));
  expect(came[1]).toEqual({ line: 2, code: 'JSON', reason: 'The line is not JSON.', record: 'no json' });
  expect(came[0]).toMatchObject({ ...line, line: 1, code: 'IDENTIFIER_CHECK_DIGIT' });
  const second = mended(once.rejectedFile, 'second.ndjson', '91239999MA1ABC019X', '91239999MA1ABC019L');
  expect(await bring(second, 'records', 'HLJ-AMR')).toMatchObject({ corrected: 1, rejected: 1 });
});
