/** Marks of another kind of file, whatever stands before them: a file that is two kinds opens as what its reader takes it for. */
import { FaultyFile } from './file-fault.ts';

/** End of a ZIP's directory, on the first disk: whoever opens a ZIP looks for it from the end. Archives of Java and of Office are ZIPs too. */
const ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06, 0, 0, 0, 0]);
/** Marks of an archive by RAR and 7-Zip, and of a program that opens itself. */
const ARCHIVES = [ZIP, Buffer.from('Rar!\x1a\x07', 'latin1'), Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])];

/** How browsers and servers know what they run. */
const MARKUP = /<(?:script|html|svg|iframe|!doctype\s+html|\?php)\b/i;

/** Throws where the bytes hold the mark of an archive. */
export function checkNoArchive(bytes: Buffer): void {
  if (ARCHIVES.some((mark) => bytes.includes(mark))) throw new FaultyFile('TWO_KINDS');
}

/** Throws where a text that no reader of the kind shows is a page or a program. */
export function checkNoMarkup(text: string): void {
  if (MARKUP.test(text)) throw new FaultyFile('TWO_KINDS');
}
