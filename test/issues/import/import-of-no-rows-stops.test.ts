/** A server that had been handed a file with blank lines alone, or a sheet of empty rows, could not be stopped until it had read all of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { fileRows } from '../../../subgraphs/public-credit/import/read/rows.ts';
import { zipOf } from '../../subgraphs/workbook-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-no-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = ['name', 'uscc', 'reg_date'];
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = HEAD.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');
const FILES: readonly (readonly [string, Buffer])[] = [
  ['text', Buffer.from(`${HEAD.join(',')}\n${'\n'.repeat(20_000_000)}`)],
  ['packed', gzipSync(`${HEAD.join(',')}\n${'\n'.repeat(20_000_000)}`)],
  [
    'workbook',
    zipOf([
      { name: 'xl/workbook.xml', text: `<w xmlns:r="${RELATIONS}"><sheet name="a" r:id="r1"/></w>` },
      { name: 'xl/_rels/workbook.xml.rels', text: '<r><Relationship Id="r1" Target="a.xml"/></r>' },
      { name: 'xl/a.xml', text: `<s><row>${head}</row>${'<row/>'.repeat(3_000_000)}</s>` },
    ]),
  ],
];

it.each(FILES)('A21.4 reading a %s stops when it is told to, though it comes to no row', async (name, bytes) => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const stopping = new AbortController();
  const stopped = new Error('stopped');
  let told = 0;
  const hearing = {
    signal: stopping.signal,
    onWarning: () => undefined,
    onBytes: () => {
      told = performance.now();
      stopping.abort(stopped);
    },
  };
  const read = async (): Promise<void> => {
    for await (const _row of fileRows(file, 'registration', hearing));
  };
  await expect(read()).rejects.toBe(stopped);
  expect(performance.now() - told).toBeLessThan(500);
});
