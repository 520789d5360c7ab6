/** Rejected rows of a workbook come back as a workbook with a comment on each cell that is wrong, and can be mended there. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../schema/localized.ts';
import { importProviderFile } from '../../subgraphs/import.ts';
import { sharedWorld, type World } from '../kit.ts';
import { workbookOf } from '../subgraphs/workbook-file.ts';
import { elementsOf, seenIn } from './parts-of.ts';
import { NAMES, rowOf } from './read.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'credit-workbook-'));
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, rows: readonly (readonly string[])[]): string => {
  const file = join(folder, name);
  writeFileSync(file, workbookOf(rows));
  return file;
};
const bring = (file: string, more: { language?: Language; signal?: AbortSignal; onProgress?: () => void } = {}) => {
  const unit = 'HLJ-AMR';
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit });
  return importProviderFile({ file, layout: 'double-publicity-penalty', unit, open, ...more });
};
const header = NAMES.split(',');

it('A19.2 A21.4 each fault is a comment on its cell, and the row is mended there', async () => {
  const wrong = rowOf('甲', {
    2: '91239999MA1ABC019X',
    6: 'viel',
    7: '2026-13-01',
    8: "'=1 _x005F_x0041_ <局>_x000B_",
  });
  const file = put('first.xlsx', [header, rowOf('乙'), wrong]);
  const { rejectedFile, rejectedFiles, ...summary } = await bring(file, { language: 'zh' });
  expect([summary.rows, summary.rejected, rejectedFile]).toEqual([2, 1, `${file}.rejected.xlsx`]);
  expect(rejectedFiles).toEqual([rejectedFile]);
  const { cells, comments, filled, kinds, texts } = await seenIn(rejectedFile ?? '');
  expect([cells.A1, cells.J1, cells.K1, cells.L1]).toEqual([header[0], 'line', 'code', 'reason']);
  expect([cells.C2, cells.G2, cells.H2, cells.J2]).toEqual(['91239999MA1ABC019X', 'viel', '2026-13-01', '3']);
  // Escapes of ECMA-376, 22.9.2.19; the apostrophe is doubled, for one is taken off again.
  expect(cells.I2).toBe("''=1 _x005F_x0041_ <局>_x000B_");
  // Every cell is text, also the number of the line: format 49 (ECMA-376, 18.8.30).
  expect(kinds).toEqual(['inlineStr 49']);
  expect(Object.keys(comments)).toEqual(['C2', 'G2', 'H2']);
  expect(filled).toEqual(['C2', 'G2', 'H2']);
  expect(comments.H2).toBe('DATE – 处罚决定日期（CF_JDRQ）不是日期：请写作2026/01/05。');
  expect(elementsOf(texts.get('xl/worksheets/sheet1.xml'), 'pane')[0]?.attributes).toMatchObject({
    ySplit: '1',
    state: 'frozen',
  });
  // A comment is shown by a shape that names its cell.
  const drawing = texts.get('xl/drawings/vmlDrawing1.vml');
  const places = elementsOf(drawing, 'x:Row').map(({ text }) => text);
  expect([places, elementsOf(drawing, 'x:Column').map(({ text }) => text)]).toEqual([
    ['1', '1', '1'],
    ['2', '6', '7'],
  ]);
  expect(readdirSync(folder).filter((name) => /part|new|lock|progress/.test(name))).toEqual([]);
  // Mended as a spreadsheet saves it, without the comments.
  const row = header.map((_name, at) => cells[`${'ABCDEFGHI'[at]}2`] ?? '');
  const mended = [row[0], row[1], '91239999MA1ABC019L', row[3], row[4], row[5], '0.2', '2026/9/1', "''=1 局"];
  const added = [cells.J2, cells.K2, cells.L2];
  const second = put('second.xlsx', [
    [...header, 'line', 'code', 'reason'],
    [...mended, ...added].map((text) => text ?? ''),
  ]);
  expect(await bring(second)).toMatchObject({ rows: 1, accepted: 1, rejected: 0, rejectedFile: null });
});

it('A19.2 what comes back unmended says the same again, letter by letter', async () => {
  const odd = ["'=1", "''-2", "'quoted", '_x0041_', 'a\u2028b', '<&>"', ' blank '];
  const rows = odd.map((text, at) => rowOf(`丙${at}`, { 4: text, 7: '2026-13-01' }));
  const once = await bring(put('odd.xlsx', [header, ...rows]));
  const twice = await bring(once.rejectedFile ?? '');
  expect([once.rejected, twice.rejected]).toEqual([odd.length, odd.length]);
  const [first, again] = await Promise.all([once, twice].map(({ rejectedFile }) => seenIn(rejectedFile ?? '')));
  const facts = (seen: typeof first) => odd.map((_text, at) => seen?.cells[`E${at + 2}`]);
  expect(facts(again)).toEqual(facts(first));
});

it('A19.2 what is wrong with a row as a whole stands at its code, and cells beyond the table behind what is added', async () => {
  const file = put('wide.xlsx', [header, [...rowOf('丁'), 'beside']]);
  const { rejectedFile } = await bring(file);
  const { cells, comments } = await seenIn(rejectedFile ?? '');
  expect([cells.J2, cells.K2, cells.M2]).toEqual(['2', 'COLUMNS', 'beside']);
  expect(Object.keys(comments)).toEqual(['K2']);
});

it('A21.4 an import that was stopped brings back every row, and an import of right rows leaves no old workbook', async () => {
  const rows = Array.from({ length: 1_100 }, (_none, at) => rowOf(`戊${at}`, { 7: '2026-13-01' }));
  const file = put('stopped.xlsx', [header, ...rows]);
  const stopping = new AbortController();
  await expect(bring(file, { signal: stopping.signal, onProgress: () => stopping.abort() })).rejects.toThrow();
  expect(existsSync(`${file}.rejected.xlsx`)).toBe(false);
  const on = await bring(file);
  expect(on).toMatchObject({ rows: 1_100, rejected: 1_100, resumedAt: 500 });
  const { cells, comments, texts } = await seenIn(on.rejectedFile ?? '');
  expect([cells.D2, cells.D1101, cells.J1101]).toEqual(['例〔2026〕戊0号', '例〔2026〕戊1099号', '1101']);
  expect(Object.keys(comments)).toHaveLength(1_100);
  // A drawing of more than 1023 shapes names the second block of their numbers.
  expect(elementsOf(texts.get('xl/drawings/vmlDrawing1.vml'), 'o:idmap')[0]?.attributes.data).toBe('1,2');
  writeFileSync(file, workbookOf([header, rowOf('己')]));
  expect(await bring(file)).toMatchObject({ rejected: 0, rejectedFile: null, rejectedFiles: [] });
  expect(existsSync(`${file}.rejected.xlsx`)).toBe(false);
});
