/** Looks into a PDF: every object, also those that lie packed in streams, and how much its streams become. It changes nothing: a seal of the document holds. */
import { constants, inflateSync } from 'node:zlib';
import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { FaultyFile } from '../file-fault.ts';
import { checkNoArchive, checkNoMarkup } from '../foreign.ts';
import { FORBIDDEN, HIDDEN } from './names.ts';
import { type Entries, readObjects } from './objects.ts';

const PAGES_MAX = 1_000;
/** Of one stream and of all, unpacked. A page in colour at 300 dpi has 26 MB. */
const STREAM_MAX = 130 * 1024 * 1024;
const ALL_MAX = 500 * 1024 * 1024;
/** An image is drawn whole by whoever opens the page. */
const PIXELS_MAX = 150_000_000;

const BEGINS = /^%PDF-(?:1\.[0-7]|2\.0)[\r\n \t]/;
const ENDS = /%%EOF[\0\t\n\f\r ]{0,1000}$/;

const checkName = (name: string): void => {
  const fault = FORBIDDEN.get(name);
  if (fault !== undefined) throw new FaultyFile(fault);
};

const filtersOf = (entries: Entries): readonly string[] => {
  const filter = entries.get('/Filter') ?? entries.get('/F');
  if (typeof filter === 'string') return [filter];
  return Array.isArray(filter) ? filter : [];
};

const isFlate = (filter: string | undefined): boolean => filter === '/FlateDecode' || filter === '/Fl';

/** Unpacked, as far as it goes. Throws where it becomes more than there is room for. */
function unpacked(data: Buffer, room: number): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: Math.min(STREAM_MAX, room), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new FaultyFile('TOO_MUCH');
    return undefined;
  }
}

function checkImage(entries: Entries): void {
  const [width, height] = [entries.get('/Width'), entries.get('/Height')];
  if (typeof width === 'number' && typeof height === 'number' && width * height > PIXELS_MAX)
    throw new FaultyFile('TOO_MUCH');
}

/** The objects of a stream of objects (7.5.7), behind the numbers at its beginning. */
function readPacked(entries: Entries, plain: Buffer | undefined): void {
  const first = entries.get('/First');
  if (plain === undefined || typeof first !== 'number' || first > plain.length) throw new FaultyFile('BROKEN');
  // The numbers before are read too: what stands there is nothing else.
  readObjects(plain.toString('latin1'), { name: checkName, stream: () => undefined, comment: checkNoMarkup }, true);
}

function walk(bytes: Buffer, text: string): void {
  let room = ALL_MAX;
  const stream = (entries: Entries, start: number, end: number): void => {
    const data = bytes.subarray(start, end);
    const filters = filtersOf(entries);
    checkImage(entries);
    if (entries.has('/FFilter') || filters.filter(isFlate).length > 1) throw new FaultyFile('TOO_MUCH');
    // A stream with its data in another file.
    if (typeof entries.get('/F') !== 'string' && entries.has('/F') && !Array.isArray(entries.get('/F')))
      throw new FaultyFile('ATTACHED');
    const plain = isFlate(filters[0]) ? unpacked(data, room) : filters.length === 0 ? data : undefined;
    room -= plain?.length ?? 0;
    // Readers take for one what the table calls one, whatever its type says.
    if (entries.get('/Type') === '/ObjStm' || entries.has('/First')) {
      if (filters.length > 1) throw new FaultyFile('HIDDEN');
      readPacked(entries, plain);
    } else if (HIDDEN.test(text.slice(start, end))) throw new FaultyFile('HIDDEN');
  };
  readObjects(text, { name: checkName, stream, comment: checkNoMarkup }, false);
}

/** The names of an object as the library reads it. */
function namesOf(object: PDFObject, found: (name: string) => void): void {
  if (object instanceof PDFName) found(`/${object.decodeText()}`);
  else if (object instanceof PDFArray) for (const one of object.asArray()) namesOf(one, found);
  else if (object instanceof PDFStream) namesOf(object.dict, found);
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) {
      namesOf(key, found);
      namesOf(value, found);
    }
}

/** Read by the library as well: two readers that were written by others must find the same. */
async function readAgain(bytes: Buffer): Promise<void> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  } catch (error) {
    throw new FaultyFile(error instanceof EncryptedPDFError ? 'ENCRYPTED' : 'BROKEN');
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) namesOf(object, checkName);
  let pages: number;
  try {
    pages = document.getPageCount();
  } catch {
    throw new FaultyFile('BROKEN');
  }
  if (pages === 0) throw new FaultyFile('BROKEN');
  if (pages > PAGES_MAX) throw new FaultyFile('TOO_MUCH');
}

/** Throws what is wrong with it. */
export async function lookIntoPdf(bytes: Buffer): Promise<void> {
  const text = bytes.toString('latin1');
  if (!BEGINS.test(text)) throw new FaultyFile('BROKEN');
  if (!ENDS.test(text)) throw new FaultyFile('TWO_KINDS');
  checkNoArchive(bytes);
  walk(bytes, text);
  await readAgain(bytes);
}
