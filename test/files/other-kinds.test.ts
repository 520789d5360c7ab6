/** What is no CSV or XLSX is named as what it is, with how to save it, in both languages. */
import { expect, it } from 'vitest';
import { zipOf } from '../subgraphs/workbook-file.ts';
import { HEAD, line, readBytes } from './read.ts';

const TEXT = `${HEAD}\r\n${line(1)}\r\n`;
const little = Buffer.from(TEXT, 'utf16le');
const big = Buffer.from(little).swap16();
const zip = (...names: string[]) => zipOf(names.map((name) => ({ name, text: '<a/>' })));

/** A compound file of one directory sector ([MS-CFB] 2.2, 2.6). */
function compound(...streams: string[]): Buffer {
  const bytes = Buffer.alloc(1536);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 0x1e);
  bytes.writeUInt32LE(1, 0x30);
  for (const [at, name] of streams.entries()) bytes.write(`${name}\0`, 1024 + at * 128, 'utf16le');
  return bytes;
}

it.each<[string, Buffer | string, RegExp]>([
  ['UTF-16 little', little, /UTF-16/],
  ['UTF-16 big', big, /UTF-16/],
  ['UTF-16 little with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little]), /UTF-16/],
  ['UTF-16 big with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), big]), /UTF-16/],
  ['ods', zip('mimetype', 'content.xml'), /\.ods/],
  ['xlsb', zip('xl/workbook.bin'), /\.xlsb/],
  ['docx', zip('word/document.xml'), /\.docx/],
  ['a zip of a CSV', zip('数据.csv'), /解压|Unpack/],
  ['xls', compound('Root Entry', 'Workbook'), /\.xls/],
  ['xls of 5.0', compound('Root Entry', 'Book'), /\.xls/],
  ['a password', compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), /password|密码/],
  ['doc', compound('Root Entry', 'WordDocument'), /\.doc/],
  ['ppt', compound('Root Entry', 'PowerPoint Document'), /\.ppt/],
  ['pdf', '%PDF-1.7\n', /PDF/],
  ['a web page', '\ufeff <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>', /HTML/],
  ['a table of a web page', '<table><tr><td>甲</td></tr></table>', /HTML/],
  ['XML of 2003', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', /2003/],
  ['7z', Buffer.from('377abcaf271c0004', 'hex'), /\.7z/],
  ['rar', Buffer.from('526172211a0700', 'hex'), /\.rar/],
])('A19.2 %s', async (_what, bytes, told) => {
  const { refused, taken } = await readBytes(bytes);
  expect(taken).toEqual([]);
  expect(refused?.localized.en).toMatch(/\b(?:[Ss]ave|Unpack)\b/);
  expect(refused?.localized.zh).toMatch(/另存|解压/);
  for (const text of Object.values(refused?.localized ?? {})) expect(text).toMatch(told);
});
