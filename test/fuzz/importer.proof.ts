/** Import files that are nearly right: every row is stored or rejected with its reason, or the whole file is refused with one sentence. In `npm run proof`, because
 * each file is imported whole. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ImportSummary, importProviderFile, type Layout } from '../../subgraphs/import.ts';
import { FileFault } from '../../subgraphs/public-credit/import/columns/faults.ts';
import { rowsIn, seenIn } from '../files/parts-of.ts';
import { NO_JOBS, openWorld, soonest, type World } from '../kit.ts';
import { budget, TIMEOUT } from './budget.ts';
import { nearlySheets, SHEETS, type Sheet } from './files.ts';
import { asRead, csvOf, FORMS } from './forms.ts';
import { nearlyBytes } from './nearly-right-input.ts';
import { READERS } from './readers.ts';
import { INSIDE } from './refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-fuzz-'));
const FILE = join(folder, 'file');
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest(), { environment: NO_JOBS });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
/** Whatever was imported, the queries of all callers must still be answered. */
afterEach(async () => {
  for (const { by, query, purpose } of READERS) {
    const { errors } = await world.ask(by, query, {}, { case: '模糊', ...(purpose === undefined ? {} : { purpose }) });
    const codes = (errors ?? []).map(({ extensions }) => extensions.code).filter((code) => code !== 'FORBIDDEN');
    expect([query, codes]).toEqual([query, []]);
  }
});

/** Imports the file. Returns the summary, or the message with which the file is refused. Any other error fails the test. */
async function bring(layout: Layout, trial = false): Promise<ImportSummary | string> {
  const unit = 'HLJ-AMR';
  const open = () => world.server.requestAs({ role: 'PROVIDER', unit });
  try {
    return await importProviderFile({ file: FILE, layout, unit, open, trial });
  } catch (error) {
    if (error instanceof FileFault) return error.message;
    throw error;
  }
}

/** The rejected rows: their cells as they were sent, with line, code and reason. */
async function rejectedOf({ rejectedFile }: ImportSummary, layout: Layout) {
  if (rejectedFile === null) return { header: undefined, rows: [] };
  if (rejectedFile.endsWith('.xlsx')) {
    const [header = [], ...rows] = rowsIn(await seenIn(rejectedFile));
    const width = header.length - 3;
    return {
      header,
      rows: rows.map((row) => {
        const [line, code, reason] = row.slice(width, width + 3);
        // What stands beside the table stands behind what is added.
        return { sent: [...row.slice(0, width), ...row.slice(width + 3)], line: Number(line), code, reason };
      }),
    };
  }
  const text = readFileSync(rejectedFile, 'utf8');
  if (layout === 'records') {
    const back = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    return {
      header: undefined,
      rows: back.map(({ line, code, reason, faults: _faults, ...sent }) => ({ line, code, reason, sent })),
    };
  }
  const [header, ...rows]: string[][] = parse(text, { bom: true, relax_column_count: true });
  return {
    header,
    rows: rows.map((row) => ({
      sent: row.slice(0, -3),
      line: Number(row.at(-3)),
      code: row.at(-2),
      reason: row.at(-1),
    })),
  };
}

/** Imports the file twice and checks what is promised of both summaries. */
async function twice(layout: Layout, bytes: Uint8Array): Promise<ImportSummary | string> {
  writeFileSync(FILE, bytes);
  const first = await bring(layout);
  const second = await bring(layout);
  expect(existsSync(`${FILE}.progress.json`)).toBe(false);
  if (typeof first === 'string' || typeof second === 'string') {
    expect(second).toBe(first);
    expect(first).toMatch(/^[A-Z][^\n]{10,2000}[.)]$/);
    expect(first).not.toMatch(INSIDE);
    return first;
  }
  for (const { rows, accepted, unchanged, corrected, rejected } of [first, second])
    expect(accepted + unchanged + corrected + rejected).toBe(rows);
  const back = await rejectedOf(first, layout);
  expect(back.rows).toHaveLength(first.rejected);
  for (const { line, code, reason } of back.rows) {
    expect(line).toBeGreaterThan(layout === 'records' ? 0 : 1);
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(reason).toMatch(/^[A-Z\d].*\w+ \w+.*[.)]$/is);
    // Several faults are told at once, each with its code.
    const faults = String(reason).split(/(?=\b[A-Z]+(?:_[A-Z]+)* – )/);
    for (const one of faults) expect(one.length).toBeLessThan(500);
    expect(reason).not.toMatch(INSIDE);
  }
  expect(new Set(back.rows.map(({ line }) => line)).size).toBe(back.rows.length);
  // The second import of the same file changes nothing (Article 36 (3)).
  expect(second).toMatchObject({ rows: first.rows, accepted: 0, corrected: 0, rejected: first.rejected });
  return first;
}

const forms = Object.keys(FORMS);

/** A sign that is seen. */
const SEEN = /[^\s\p{Cf}\u3164\u2800]/u;

/** A cell that a spreadsheet would run as a formula. The file of rejected rows puts an apostrophe before it (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell of a workbook is text, and computes nothing: only an apostrophe of its own is kept from being taken off. */
const guards = (cell: string, form: string): boolean => FORMULA.test(cell) && (form !== 'XLSX' || cell.startsWith("'"));

it(
  'A21.4 A36.2 of a table with cells that are not right every row is stored, or comes back as it was sent with its line and reason',
  async () => {
    const outcomes = { stored: 0, back: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(nearlySheets, fc.constantFrom(...forms), async (sheet, form) => {
        const records = sheet.layout === 'records';
        const came = await twice(
          sheet.layout,
          FORMS[records && form === 'XLSX' ? 'UTF-8' : form]?.(sheet) ?? Buffer.of(),
        );
        if (typeof came === 'string') {
          outcomes.refused += 1;
          return;
        }
        outcomes.stored += came.accepted + came.corrected;
        outcomes.back += came.rejected;
        // Lines without anything to see are no rows. No cell holds a line break, so that lines and rows have the same numbers.
        const lines = linesOf(sheet, form);
        expect(came.rows).toBe(lines.filter((cells) => cells.length > 0).length);
        const { header, rows } = await rejectedOf(came, sheet.layout);
        if (records) return;
        const read = (text: string): string => asRead(form, text);
        const first = (sheet.rows[0] ?? []).map((name) => read(name).trim());
        const own = (_cell: string, at: number): boolean => !ADDED.has(first[at] ?? '');
        if (header !== undefined) expect(header).toEqual([...first.filter(own), 'line', 'code', 'reason']);
        for (const { line, sent } of rows)
          expect(sent).toEqual(
            lines[line - 2]
              ?.filter(own)
              .map(read)
              .map((cell) => (guards(cell, form) ? `'${cell}` : cell)),
          );
      }),
      budget(60),
    );
    expect(Object.entries(outcomes).filter(([, count]) => count === 0)).toEqual([]);
  },
  TIMEOUT,
);

it(
  'A21.4 a file with a few of its bytes changed, in whatever form, is taken row by row or refused with one sentence',
  async () => {
    const files = SHEETS.flatMap((sheet) =>
      Object.entries(FORMS)
        .filter(([form]) => sheet.layout !== 'records' || form !== 'XLSX')
        .map(([, write]) => ({ layout: sheet.layout, bytes: write(sheet) })),
    );
    const changed = fc
      .constantFrom(...files)
      .chain(({ layout, bytes }) =>
        fc.tuple(fc.constant(layout), nearlyBytes([bytes, bytes, ...files.map((one) => one.bytes)])),
      );
    await fc.assert(
      fc.asyncProperty(changed, async ([layout, bytes]) => {
        await twice(layout, bytes);
      }),
      budget(120),
    );
  },
  TIMEOUT,
);

const ADDED = new Set(['line', 'code', 'reason']);

/** The rows after the header as a reader gets them: empty where the line is empty, and in a workbook padded to the header's width. */
function linesOf(sheet: Sheet, form: string): readonly (readonly string[])[] {
  if (sheet.layout === 'records')
    return csvOf(sheet)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => [line]);
  const [first = [], ...rows] = sheet.rows;
  // A workbook does not store empty cells at the end of a row.
  const stored = (cells: readonly string[]): readonly string[] =>
    form === 'XLSX' ? cells.slice(0, cells.findLastIndex((text) => text !== '') + 1) : cells;
  const width = stored(first).length;
  const isSeen = (text: string): boolean => SEEN.test(asRead(form, text));
  return rows.map((row) => {
    const cells = stored(row);
    if (!cells.some(isSeen)) return [];
    // What is left out at the end is empty; a filled cell beside the table comes back with its row.
    if (cells.slice(width).some(isSeen)) return cells;
    return [...cells.slice(0, width), ...Array<string>(Math.max(0, width - cells.length)).fill('')];
  });
}
