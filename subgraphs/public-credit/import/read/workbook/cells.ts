/** Rows of a sheet as a stream: the sheet is never in memory whole. */
import type { Entry } from 'yauzl';
import type { Localized } from '../../../../../schema/localized.ts';
import { FileFault } from '../../columns/faults.ts';
import { COLUMNS_MAX } from '../../columns/headers.ts';
import { ROUNDED } from '../row-faults.ts';
import { LINE_MAX } from '../source.ts';
import type { Finding, RawRow } from '../table.ts';
import { unescaped } from './contents.ts';
import { momentOf, momentOfText } from './dates.ts';
import { GENERAL, type NumberFormat, shown } from './number-format.ts';
import { arrays, columnOf } from './references.ts';
import { type Book, type Heard, parts } from './xml.ts';

export interface Setting {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** Most characters that spreadsheets accept in a cell. */
const CELL_MAX = 32_767;

/** Digits of a number that a workbook keeps exactly. */
const DIGITS = 15;

const ERROR_VALUE: Localized = {
  en: 'The cell holds an error value: write what it should say.',
  zh: '单元格为错误值（如#REF!）。请填写正确内容。',
};
const FORMULA: Localized = {
  en: 'The cell holds a formula. Copy it and paste the value only, so that it says what is meant.',
  zh: '单元格为公式。请复制后选择性粘贴为“数值”，再重新报送。',
};

export async function* cellRows(book: Book, entry: Entry, setting: Setting, onBytes: (count: number) => void) {
  let ready: RawRow[] = [];
  let line = 0;
  let hidden = false;
  let cells: string[] = [];
  let found: Finding[] = [];
  let at = { column: -1, reference: '', type: '', style: 0 };
  let value = '';
  let inValue = false;
  let isFormula = false;
  let aloud = 0;
  let length = 0;
  const spilled = arrays();

  const find = (code: string, message: Localized): void => {
    found.push({ column: at.column, code, message });
  };
  const checkLength = (text: string): void => {
    if (text.length > CELL_MAX)
      throw new FileFault({
        en: `The cell ${at.reference} holds more than ${CELL_MAX} characters, which no spreadsheet takes. Shorten it.`,
        zh: `单元格${at.reference}超过${CELL_MAX}个字符。请缩短内容。`,
      });
  };
  const sharedText = (): string => {
    const text = setting.texts[Number(value)];
    if (text === undefined)
      throw new FileFault({
        en: `The cell ${at.reference} names a text that is missing: the workbook is damaged. Save it anew.`,
        zh: `单元格${at.reference}引用的文本不存在，工作簿已损坏。请重新另存后报送。`,
      });
    // A shared text is checked at each cell, because it may be repeated in all of them.
    checkLength(text);
    return text;
  };
  const numberText = (): string => {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value;
    const format = setting.formats[at.style] ?? GENERAL;
    const moment = format.kind === 'date' ? momentOf(number, setting.from1904) : null;
    if (moment !== null) return moment;
    if (Math.abs(number) >= 10 ** DIGITS) find('NUMBER_ROUNDED', ROUNDED);
    return shown(number, format);
  };
  const cellText = (): string => {
    if (value === '') return '';
    switch (at.type) {
      case 's':
        return sharedText();
      case 'e':
        find('CELL_ERROR', ERROR_VALUE);
        return value;
      case 'inlineStr':
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return momentOfText(value);
      case '':
      case 'n':
        return numberText();
      default:
        return value;
    }
  };
  const closeCell = (): void => {
    if (isFormula || spilled.has(at.column, line)) find('FORMULA', FORMULA);
    const text = cellText();
    // A cell that is only coloured is no cell of the table.
    if (text === '') return;
    if (at.column >= COLUMNS_MAX) {
      if (text.trim() === '') return;
      throw new FileFault({
        en: `Row ${line} has a cell in column ${at.column + 1}. This is no exchange file; delete what stands beside the table.`,
        zh: `第${line}行在第${at.column + 1}列有内容，超出报送格式。请删除表格右侧的内容。`,
      });
    }
    length += text.length;
    if (length > LINE_MAX)
      throw new FileFault({
        en: `Row ${line} holds more than ${LINE_MAX} characters. Shorten it.`,
        zh: `第${line}行超过${LINE_MAX}个字符。请缩短内容。`,
      });
    while (cells.length < at.column) cells.push('');
    cells[at.column] = text;
  };
  const heard: Heard = {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        hidden =
          ['1', 'true', 'on'].includes((attributes.hidden ?? '').trim().toLowerCase()) ||
          Number(attributes.ht ?? 1) === 0;
        length = 0;
        cells = [];
        found = [];
        at = { ...at, column: -1 };
      } else if (name === 'c') {
        const reference = attributes.r ?? '';
        const column = columnOf(reference) ?? at.column + 1;
        at = { column, reference, type: attributes.t ?? '', style: Number(attributes.s ?? 0) };
        value = '';
        isFormula = false;
      } else if (name === 'f') {
        isFormula = true;
        if (attributes.ref !== undefined && attributes.t !== 'shared') spilled.add(attributes.ref);
      } else if (name === 'rPh') aloud += 1;
      else if (name === 'v' || name === 't') inValue = aloud === 0;
    },
    text: (part) => {
      if (inValue) value += part;
      checkLength(value);
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') aloud -= 1;
      else if (name === 'c') closeCell();
      else if (name === 'row') {
        if (cells.length === 0) return;
        ready.push({ line, cells, found, hidden });
      }
    },
  };
  for await (const _piece of parts(book, entry, heard, onBytes)) {
    yield* ready;
    ready = [];
  }
  yield* ready;
}
