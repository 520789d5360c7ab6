/** Writes a table as a file in each form that the import takes: CSV in UTF-8 or GB 18030, gzip, XLSX. */
import { gzipSync } from 'node:zlib';
import { workbookOf } from '../subgraphs/workbook-file.ts';
import type { Sheet } from './files.ts';

/** Two-byte codes of GB 18030 by character. Node can only decode GB 18030, so the table is built by decoding every code. */
const GB18030 = new Map<string, readonly number[]>();
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
    if ([...text].length === 1 && text !== '\ufffd') GB18030.set(text, [lead, trail]);
  }

/** Encodes text in GB 18030. Characters of four bytes are replaced by a box. */
const gb18030 = (text: string): Buffer =>
  Buffer.from([...text].flatMap((one) => (one < '\u0080' ? [one.charCodeAt(0)] : (GB18030.get(one) ?? [0xa1, 0xf5]))));

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The text as a reader of the form gets it, which differs where the form cannot hold a character. */
export const asRead = (form: string, text: string): string =>
  form === 'GB18030' ? new TextDecoder('gb18030').decode(gb18030(text)) : text;

export const csvOf = ({ layout, rows }: Sheet): string =>
  rows.map((cells) => `${layout === 'records' ? cells.join('') : cells.map(quoted).join(',')}\n`).join('');

/** Writers of a sheet by form. */
export const FORMS: Readonly<Record<string, (sheet: Sheet) => Buffer>> = {
  'UTF-8': (sheet) => Buffer.from(csvOf(sheet)),
  'UTF-8 with a mark and CRLF': (sheet) => Buffer.from(`\ufeff${csvOf(sheet).replaceAll('\n', '\r\n')}`),
  GB18030: (sheet) => gb18030(csvOf(sheet)),
  gzip: (sheet) => gzipSync(csvOf(sheet)),
  XLSX: ({ rows }) => workbookOf(rows),
};
