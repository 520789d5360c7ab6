/** Files of other kinds, told by their bytes: each is named as what it is, with how to save it instead. */
import type { Localized } from '../../../../schema/law/localized.ts';
import { FileFault } from '../columns/faults.ts';
import { bytesAt, isPacked, starts } from './bytes.ts';

export const SAVE: Localized = {
  en: 'Open it in a spreadsheet program and save it as .xlsx, or as CSV in UTF-8.',
  zh: '请用电子表格软件打开，另存为.xlsx或UTF-8编码的CSV后重新报送。',
};

const saveAs = (en: string, zh: string): FileFault =>
  new FileFault({ en: `This is ${en}. ${SAVE.en}`, zh: `该文件是${zh}。${SAVE.zh}` });

/** Names in the directory of a compound file ([MS-CFB] 2.6), each with what it shows. */
const STREAMS: readonly (readonly [name: string, en: string, zh: string])[] = [
  ['Workbook', 'a workbook of the old kind (.xls, or .et of WPS)', '旧版工作簿（.xls，或WPS的.et）'],
  ['Book', 'a workbook of the old kind (.xls)', '旧版工作簿（.xls）'],
  ['WordDocument', 'a text document (.doc or .wps)', '文字文档（.doc或.wps）'],
  ['PowerPoint Document', 'a presentation (.ppt or .dps)', '演示文稿（.ppt或.dps）'],
];

async function refuseCompound(file: string, head: Buffer, packed: boolean): Promise<never> {
  // Where the directory begins stands in the header; where the file is packed, it is looked for in what was read.
  const size = 1 << Math.min(head.length > 0x20 ? head.readUInt16LE(0x1e) : 9, 16);
  const first = head.length > 0x34 ? head.readUInt32LE(0x30) : 0;
  const directory = packed ? head : await bytesAt(file, (first + 1) * size, 4096);
  const has = (name: string): boolean => directory.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage'))
    throw new FileFault({
      en: 'The workbook is protected by a password. Open it, take the password away, and save it as .xlsx.',
      zh: '该工作簿设有打开密码。请打开后取消密码，另存为.xlsx后重新报送。',
    });
  const [, en, zh] = STREAMS.find(([name]) => has(name)) ?? [
    '',
    'a workbook of the old kind (.xls), or one with a password',
    '旧版Office文件（如.xls），或设有密码的文件',
  ];
  throw saveAs(en, zh);
}

/** Kinds by their first bytes. */
const KINDS: readonly (readonly [bytes: string, en: string, zh: string])[] = [
  ['%PDF', 'a PDF document', 'PDF文档'],
  ['{\\rtf', 'a text document (.rtf)', '文字文档（.rtf）'],
  ['\x89PNG', 'an image', '图片'],
  ['\xff\xd8\xff', 'an image', '图片'],
];

const ARCHIVES = [
  '7z\xbc\xaf\x27\x1c',
  'Rar!\x1a\x07',
  'BZh',
  '\xfd7zXZ',
  '\x28\xb5\x2f\xfd',
  'PK\x05\x06',
  'PK\x07\x08',
];

const UTF16: Localized = {
  en: 'The file is text in UTF-16 (“Unicode text”). Save it as CSV in UTF-8, or as .xlsx.',
  zh: '该文件是UTF-16编码的文本（“Unicode文本”）。请另存为UTF-8编码的CSV，或.xlsx。',
};

/** Whether bytes without a mark are text in UTF-16: separators and ends of line have a zero byte there, always on the same side. */
function isUtf16(head: Buffer): boolean {
  const bytes = head.subarray(0, Math.min(head.length, 4096) & ~1);
  if (bytes.length < 4 || !bytes.includes(0)) return false;
  return ['utf-16le', 'utf-16be'].some((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text holds.
    return !/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text) && /[\t\n\r,;]/.test(text);
  });
}

/** Markup that is saved under the name of a workbook. */
function markupOf(head: Buffer): FileFault | undefined {
  const text = head
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (
    /^mime-version:/.test(text) ||
    /^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|meta|body|table|style|div)\b/.test(text)
  )
    return saveAs('a web page (HTML), whatever its name says', '网页（HTML）格式的文件，与扩展名无关');
  if (!/^<(?:\?xml|\w)/.test(text)) return undefined;
  return /urn:schemas-microsoft-com:office:spreadsheet|progid="excel\.sheet"/.test(text)
    ? saveAs('an XML spreadsheet of 2003', 'XML电子表格2003')
    : saveAs('XML', 'XML文件');
}

/** Refuses other kinds of files, with what to do about each. */
export async function refuseOthers(file: string, head: Buffer, packed: boolean): Promise<void> {
  const begins = (text: string): boolean => starts(head, ...Buffer.from(text, 'latin1'));
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) await refuseCompound(file, head, packed);
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) throw new FileFault(UTF16);
  if (isPacked(head))
    throw new FileFault({
      en: 'The file is packed twice. Unpack it once.',
      zh: '文件被压缩了两次。请解压一次后重新报送。',
    });
  const kind = KINDS.find(([bytes]) => begins(bytes));
  if (kind !== undefined) throw saveAs(kind[1], kind[2]);
  if (ARCHIVES.some(begins))
    throw new FileFault({
      en: 'This is an archive (.7z, .rar or the like). Unpack it, and send the file within.',
      zh: '该文件是压缩包（.7z、.rar等）。请解压后报送其中的文件。',
    });
  if (isUtf16(head)) throw new FileFault(UTF16);
  const markup = markupOf(head);
  if (markup !== undefined) throw markup;
}

/** Refuses a zip without a workbook, by the names of its parts. */
export function refuseZip(names: readonly string[]): never {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/)) throw saveAs('a binary workbook (.xlsb)', '二进制工作簿（.xlsb）');
  if (has(/^content\.xml$/)) throw saveAs('an OpenDocument file (.ods)', 'OpenDocument文件（.ods）');
  if (has(/^word\/document\.xml$/)) throw saveAs('a text document (.docx)', '文字文档（.docx）');
  if (has(/^ppt\/presentation\.xml$/)) throw saveAs('a presentation (.pptx)', '演示文稿（.pptx）');
  if (has(/^index\/.*\.iwa$|^index\.zip$/)) throw saveAs('a document of Numbers or Pages', 'Numbers或Pages文档');
  throw new FileFault({
    en: 'The file is packed, but no workbook. Unpack it, and send the CSV or XLSX within.',
    zh: '该文件是压缩包，不是工作簿。请解压后报送其中的CSV或XLSX文件。',
  });
}
