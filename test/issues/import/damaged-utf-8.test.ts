/** A file that says it is UTF-8, with a character cut in half, was read as GB18030: names of other characters could be stored. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { sourceOf } from '../../../subgraphs/public-credit/import/read/source.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-damaged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (bytes: Buffer): string => {
  const file = join(folder, 'file.csv');
  writeFileSync(file, bytes);
  return file;
};

/** Every run of characters has an even number of bytes, so that it is text in GB18030 as well; the last one is cut. */
const TEXT = Buffer.from('name,uscc,reg_date\n示例公司,91239999MA1ABC019L,2020-01-05\n示例');
const CUT = Buffer.concat([TEXT, Buffer.from([0xe5, 0x85]), Buffer.from(',91239999MA1ABC019L,2020-01-05\n')]);
const marked = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from('\ufeff'), bytes]);

it.each([
  ['as it is', marked(CUT)],
  ['packed', gzipSync(marked(CUT))],
])('A19.2 a damaged file with the mark of UTF-8 is refused with its line, %s', async (_how, bytes) => {
  await expect(sourceOf(put(bytes))).rejects.toThrow(/says that it is UTF-8, and line 3 holds/);
});

it('A19.2 where neither encoding fits, the line is told', async () => {
  const odd = Buffer.concat([TEXT, Buffer.from([0xff]), Buffer.from(',1\n')]);
  await expect(sourceOf(put(odd))).rejects.toThrow(/neither text in UTF-8 nor in GB18030: line 3 holds/);
  const last = Buffer.concat([TEXT, Buffer.from([0xff])]);
  await expect(sourceOf(put(last))).rejects.toThrow(/line 3 holds/);
});
