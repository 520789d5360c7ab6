/** Writes workbooks (ECMA-376) as streams: rows are asked for once for each part that tells of them, and are never whole in memory. */
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { cellName, letterOf } from '../columns/faults.ts';
import { escaped, HEAD, type Look, NOTE_SHAPE, packageParts, SPACE, STYLES, styleOf } from './workbook-parts.ts';

export interface Note {
  /** Place of the column, from 0. */
  readonly at: number;
  readonly text: string;
}

export interface WrittenRow {
  readonly cells: readonly string[];
  /** Shown as comments of their cells, which are filled with a colour. */
  readonly notes?: readonly Note[];
  readonly look?: Look;
}

/** A list of values to choose from, for the cells of a column from a row on. */
export interface Choice {
  readonly column: number;
  readonly from: number;
  /** Where the values stand, such as 代码表!$A$3:$A$5. */
  readonly source: string;
}

export interface WrittenSheet {
  readonly name: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozen: number;
  readonly hasNotes: boolean;
  readonly choices?: readonly Choice[];
  readonly rows: () => AsyncIterable<WrittenRow> | Iterable<WrittenRow>;
}

/** The last row of a sheet. */
const LAST_ROW = 1_048_576;
/** Characters of a cell, and of a comment that is still read. */
const CELL_MAX = 32_767;

const cellXml = (text: string, reference: string, style: number): string =>
  text === '' && style === STYLES.text
    ? ''
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, CELL_MAX))}</t></is></c>`;

function rowXml({ cells, notes = [], look = 'text' }: WrittenRow, line: number): string {
  const noted = new Set(notes.map(({ at }) => at));
  const style = (at: number): number => (look === 'text' && noted.has(at) ? STYLES.fault : styleOf(look));
  return `<row r="${line}">${cells.map((text, at) => cellXml(text, cellName(at, line), style(at))).join('')}</row>`;
}

/** Texts in pieces that are worth writing. */
async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = '';
  for await (const text of texts) {
    waiting += text;
    if (waiting.length < 65_536) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

async function* sheetXml(sheet: WrittenSheet, hear: (notes: number) => void): AsyncGenerator<string> {
  const { widths, frozen, choices = [], hasNotes } = sheet;
  const columns = widths
    .map(
      (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${STYLES.text}" customWidth="1"/>`,
    )
    .join('');
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  yield `${HEAD}<worksheet ${SPACE}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
  let line = 0;
  for await (const row of sheet.rows()) {
    line += 1;
    hear(row.notes?.length ?? 0);
    yield rowXml(row, line);
  }
  const lists = choices.map(
    ({ column, from, source }) =>
      `<dataValidation type="list" allowBlank="1" sqref="${letterOf(column)}${from}:${letterOf(column)}${LAST_ROW}"><formula1>${escaped(source)}</formula1></dataValidation>`,
  );
  const validations =
    lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  yield `</sheetData>${validations}${hasNotes ? '<legacyDrawing r:id="drawing"/>' : ''}</worksheet>`;
}

async function* notesOf(sheet: WrittenSheet): AsyncGenerator<Note & { readonly line: number }> {
  let line = 0;
  for await (const { notes = [] } of sheet.rows()) {
    line += 1;
    for (const note of notes) yield { ...note, line };
  }
}

async function* commentsXml(sheet: WrittenSheet): AsyncGenerator<string> {
  yield `${HEAD}<comments ${SPACE}><authors><author></author></authors><commentList>`;
  for await (const { at, line, text } of notesOf(sheet))
    yield `<comment ref="${cellName(at, line)}" authorId="0"><text><t xml:space="preserve">${escaped(text.slice(0, CELL_MAX))}</t></text></comment>`;
  yield '</commentList></comments>';
}

/** The boxes of comments. A drawing numbers its shapes in blocks of 1024, and names the blocks that it uses. */
async function* drawingXml(sheet: WrittenSheet, count: () => number): AsyncGenerator<string> {
  const blocks = Array.from({ length: Math.floor(count() / 1024) + 1 }, (_none, at) => at + 1).join(',');
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>${NOTE_SHAPE}`;
  let id = 1024;
  for await (const { at, line, text } of notesOf(sheet)) {
    id += 1;
    const rows = Math.min(12, 3 + Math.ceil(text.length / 24));
    yield `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${at + 1}, 15, ${line - 1}, 4, ${at + 5}, 15, ${line - 1 + rows}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${line - 1}</x:Row><x:Column>${at}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}

/** Writes a workbook under another name first, so that a cut one is never found under its own. */
export async function writeWorkbook(path: string, sheets: readonly WrittenSheet[]): Promise<void> {
  const zip = new ZipFile();
  const failed = new AbortController();
  const add = (name: string, texts: () => AsyncIterable<string>): void =>
    zip.addReadStreamLazy(name, (give) => {
      const stream = Readable.from(inPieces(texts()), { objectMode: false });
      stream.once('error', (error) => failed.abort(error));
      give(null, stream);
    });
  for (const { name, text } of packageParts(sheets)) zip.addBuffer(Buffer.from(text), name);
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    let notes = 0;
    const hear = (more: number): void => {
      notes += more;
    };
    add(`xl/worksheets/sheet${number}.xml`, () => sheetXml(sheet, hear));
    if (!sheet.hasNotes) return;
    add(`xl/comments${number}.xml`, () => commentsXml(sheet));
    add(`xl/drawings/vmlDrawing${number}.vml`, () => drawingXml(sheet, () => notes));
  });
  zip.end();
  // Removed first, so that it is not written through a symbolic link.
  rmSync(`${path}.new`, { force: true });
  try {
    await pipeline(zip.outputStream, createWriteStream(`${path}.new`, { flags: 'wx' }), { signal: failed.signal });
  } catch (error) {
    rmSync(`${path}.new`, { force: true });
    throw failed.signal.aborted ? failed.signal.reason : error;
  }
  renameSync(`${path}.new`, path);
}
