/** Reads a font file and says what is wrong with it, before a report is laid out with it. */
import { readFile, stat } from 'node:fs/promises';
import { create, type Font, type FontCollection } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { reportFontMessages } from '../../../schema/messages/door/report-fonts.ts';

/** A font, and the bytes of its file: every document reads them anew, because a font remembers what was written with it. */
export interface Face {
  readonly path: string;
  readonly bytes: Buffer;
  /** Which font of a collection; undefined where the file is one font. */
  readonly member: string | undefined;
  /** For questions alone, never for drawing. */
  readonly font: Font;
}

/** What is wrong with a font file. */
export class FontFault extends Error {
  readonly kind: keyof typeof reportFontMessages;
  constructor(kind: FontFault['kind'], cause?: unknown) {
    super(`The font cannot be used (${kind}).`, { cause });
    this.kind = kind;
  }
}

/** The largest font of the world's scripts has some sixty megabytes. */
const BYTES_MAX = 256 * 1024 * 1024;

async function bytesOf(path: string): Promise<Buffer> {
  try {
    // Before it is opened: whoever opens a pipe waits for its other end.
    const found = await stat(path);
    if (!found.isFile()) throw new FontFault('noFile');
    if (found.size > BYTES_MAX) throw new FontFault('tooLarge');
    return await readFile(path);
  } catch (error) {
    if (error instanceof FontFault) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new FontFault(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable', error);
  }
}

/** Signatures of files (OpenType 1.9, "Organization of an OpenType Font"; WOFF, WOFF2; a collection). */
const SFNT = new Set(['\0\u0001\0\0', 'OTTO', 'true']);
const WOFF = new Set(['wOFF', 'wOF2']);
const COLLECTION = 'ttcf';

/** The sum of a table in words of four bytes, the last filled up with zeros. `head` holds a sum of the whole file, which counts as zero. */
function sumOf(bytes: Buffer, tag: string, offset: number, length: number): number {
  let sum = 0;
  const whole = length - (length % 4);
  for (let place = 0; place < whole; place += 4)
    if (tag !== 'head' || place !== 8) sum = (sum + bytes.readUInt32BE(offset + place)) >>> 0;
  const rest = Buffer.alloc(4);
  bytes.copy(rest, 0, offset + whole, offset + length);
  return (sum + rest.readUInt32BE(0)) >>> 0;
}

/**
 * Throws where a table of the font at an offset lies outside of the file, or is not what it was when the font was made. What reads a damaged table may come
 * to no end, so that none is read.
 */
function checkTables(bytes: Buffer, start: number, known = new Set<string>()): void {
  const count = start + 12 > bytes.length ? Number.POSITIVE_INFINITY : bytes.readUInt16BE(start + 4);
  if (start + 12 + 16 * count > bytes.length) throw new FontFault('torn');
  for (let entry = start + 12; entry < start + 12 + 16 * count; entry += 16) {
    const [tag, sum] = [bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 4)];
    const [offset, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)];
    if (offset + length > bytes.length) throw new FontFault('torn');
    const table = `${tag} ${offset} ${length} ${sum}`;
    if (!known.has(table) && sumOf(bytes, tag, offset, length) !== sum) throw new FontFault('damaged');
    known.add(table);
  }
}

/** Throws FontFault where the file is not whole. The fonts of a collection share tables, each of which is looked at once. */
function checkWhole(bytes: Buffer, signature: string): void {
  if (WOFF.has(signature)) {
    if (bytes.length < 12 || bytes.readUInt32BE(8) > bytes.length) throw new FontFault('torn');
    return;
  }
  if (signature !== COLLECTION) {
    checkTables(bytes, 0);
    return;
  }
  const fonts = bytes.length < 12 ? 0 : bytes.readUInt32BE(8);
  if (fonts === 0 || 12 + 4 * fonts > bytes.length) throw new FontFault('torn');
  const known = new Set<string>();
  for (let font = 0; font < fonts; font += 1) checkTables(bytes, bytes.readUInt32BE(12 + 4 * font), known);
}

/** Of a collection the font for simplified Chinese, else the first: they differ in how they draw one character. */
const memberOf = ({ fonts }: FontCollection): Font | undefined =>
  fonts.find(({ postscriptName }) => /sc\b|SC\b/.test(postscriptName ?? '')) ?? fonts[0];

/** Embedding is a right that the maker of a font gives (OpenType, OS/2 `fsType`). */
interface Rights {
  readonly noEmbedding?: boolean;
  readonly viewOnly?: boolean;
  readonly editable?: boolean;
  readonly noSubsetting?: boolean;
  readonly bitmapOnly?: boolean;
}

function isForbidden(font: Font): boolean {
  const { noEmbedding, viewOnly, editable, noSubsetting, bitmapOnly }: Rights =
    (font['OS/2'] as { fsType?: Rights } | undefined)?.fsType ?? {};
  return (noEmbedding === true && !viewOnly && !editable) || noSubsetting === true || bitmapOnly === true;
}

/** Reads a font file. Throws FontFault. */
export async function readFace(path: string): Promise<Face> {
  const bytes = await bytesOf(path);
  const signature = bytes.toString('latin1', 0, 4);
  if (!SFNT.has(signature) && !WOFF.has(signature) && signature !== COLLECTION) throw new FontFault('noFont');
  checkWhole(bytes, signature);
  try {
    const opened = create(bytes);
    const font = 'fonts' in opened ? memberOf(opened) : opened;
    if (font === undefined) throw new FontFault('noFont');
    const { tables } = (font as unknown as { directory: { tables: Record<string, unknown> } }).directory;
    if (!('glyf' in tables) && !('CFF ' in tables)) throw new FontFault('noOutlines');
    if (isForbidden(font)) throw new FontFault('forbidden');
    return { path, bytes, font, member: 'fonts' in opened ? font.postscriptName : undefined };
  } catch (error) {
    throw error instanceof FontFault ? error : new FontFault('cannotEmbed', error);
  }
}

/** Writes characters into a document that nobody sees. Throws FontFault where the font cannot be embedded with them. */
export function tryEmbedding({ bytes, member }: Pick<Face, 'bytes' | 'member'>, points: readonly number[]): void {
  try {
    const document = new PDFDocument({ font: undefined, autoFirstPage: false });
    document.on('data', () => undefined);
    document.addPage();
    document.registerFont('Trial', bytes, member);
    document.font('Trial');
    for (const point of points) document.text(String.fromCodePoint(point), 0, 0, { lineBreak: false });
    document.end();
  } catch (error) {
    throw new FontFault('cannotEmbed', error);
  }
}

/** Whether a character has an outline: some fonts name characters that they draw as nothing. */
export const hasOutline = ({ font }: Pick<Face, 'font'>, point: number): boolean =>
  font.hasGlyphForCodePoint(point) && font.glyphForCodePoint(point).path.commands.length > 0;

/** The planes with characters (Unicode 17): what lies behind them is not sought. */
const SOUGHT = 0x40000;

/** Characters for a trial: the first, the last, and some between. Throws FontFault where none has an outline. */
export function samplesOf(face: Face): readonly number[] {
  const { font } = face;
  try {
    const held: number[] = [];
    for (let point = 0x21; point < SOUGHT; point += 1) if (font.hasGlyphForCodePoint(point)) held.push(point);
    const parts = 6;
    const places = Array.from({ length: parts + 1 }, (_none, part) => Math.floor(((held.length - 1) * part) / parts));
    const samples = [...new Set(places)].flatMap((place) => held[place] ?? []);
    if (!samples.some((point) => hasOutline(face, point))) throw new FontFault('noOutlines');
    return samples;
  } catch (error) {
    throw error instanceof FontFault ? error : new FontFault('cannotEmbed', error);
  }
}
