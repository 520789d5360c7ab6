/** A server that had been handed a file with blank lines alone, or a sheet of empty rows, could not be stopped until it had read all of them. A proof: it reads files of many megabytes. */
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
      { name: 'xl/a.xml', text: `<s><row>${head}</row>${'<row/>'.repeat(2_000_000)}</s>` },
    ]),
  ],
];

it.each(FILES)('A21.4 reading a %s stops when it is told to, though it comes to no row', async (name, bytes) => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const stopped = new Error('stopped');
  const read = async (stopping: AbortController, onBytes: () => void): Promise<void> => {
    const hearing = { signal: stopping.signal, onWarning: () => undefined, onBytes };
    for await (const _row of fileRows(file, 'registration', hearing));
  };
  /** Milliseconds of processor time behind the first bytes. */
  const behind = async (work: (onBytes: () => void) => Promise<unknown>): Promise<number> => {
    let told: NodeJS.CpuUsage | undefined;
    await work(() => {
      told ??= process.threadCpuUsage();
    });
    return process.threadCpuUsage(told).user / 1_000;
  };
  const toTheEnd = await behind((onBytes) => read(new AbortController(), onBytes));
  const toTheStop = await behind((onBytes) => {
    const stopping = new AbortController();
    const stop = (): void => {
      onBytes();
      stopping.abort(stopped);
    };
    return expect(read(stopping, stop)).rejects.toBe(stopped);
  });
  expect(toTheStop).toBeLessThan(toTheEnd / 3);
});
