/** What the reader of the file finds in the cells of a row, before a layout reads them. */
import type { Localized } from '../../../../schema/localized.ts';
import { letterOf } from '../columns/faults.ts';
import { called, type Naming } from '../columns/headers.ts';
import { lostCharacters } from './lost-characters.ts';
import type { Finding, Header, RawRow } from './table.ts';

/** A number and a power of ten behind it, in either width, also behind the apostrophe of a text. */
const POWER = /^'?[+-]?\d(?:\.\d+E\+?|E\+)\d{1,3}$/;
const MAY_BE_POWER = /[eEｅＥ]/;

const isRounded = (text: string): boolean =>
  MAY_BE_POWER.test(text) && POWER.test(text.normalize('NFKC').replace(/\s/gu, '').toUpperCase());

export const ROUNDED: Localized = {
  en: 'This is what a spreadsheet left of a long number: write it anew in a cell that is formatted as text.',
  zh: '该编号已被电子表格截断或转为科学计数法。请将单元格设为文本格式后重新填写完整编号。',
};

const FORMULA: Localized = {
  en: 'The cell begins with "=", as a formula does: write what it comes to.',
  zh: '单元格以“=”开头，属于公式。请改填计算结果。',
};

/** Looks at the cells of a row: faults and losses are told, each with its column. */
export type Look = (row: RawRow, fault: (finding: Finding) => void, warn: (finding: Finding) => void) => void;

export function lookAt(naming: Naming, { codes }: Header): Look {
  const numbers = new Set(naming.numbers);
  const names = new Set(naming.names);
  const known = codes.flatMap((code, column) => (code === null ? [] : [{ code, column }]));
  const places = known.map(({ code, column }) => ({
    column,
    isNumber: numbers.has(code),
    identifies: numbers.has(code) || names.has(code),
    lost: lossIn(called(naming, code), column),
  }));
  return ({ cells, found }, fault, warn) => {
    for (const one of found ?? []) if (codes[one.column] != null) fault(one);
    for (const { column, isNumber, identifies, lost } of places) {
      const text = cells[column];
      if (text === undefined || text === '') continue;
      if (text.trimStart().startsWith('=')) fault({ column, code: 'FORMULA', message: FORMULA });
      if (isNumber && isRounded(text)) fault({ column, code: 'NUMBER_ROUNDED', message: ROUNDED });
      if (lostCharacters(text) !== null)
        (identifies ? fault : warn)({ column, code: 'CHARACTERS_LOST', message: lost });
    }
  };
}

const lossIn = (name: string, column: number): Localized => ({
  en: `${name} in column ${letterOf(column)} holds characters that were lost when the text was converted: write it anew from the source, and save the file as UTF-8.`,
  zh: `${letterOf(column)}列${name}存在乱码或丢失的字符。请从源系统重新导出，并以UTF-8编码保存。`,
});
