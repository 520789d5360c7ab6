/**
 * Lines that name the columns of exchange files. A column has its code or its Chinese name, from the form in force or that of 2016, and some have other
 * spellings.
 */
import type { Localized } from '../../../../schema/localized.ts';
import { redactAlone } from '../../../texts/alone.ts';
import type { Column } from './columns.ts';
import { FileFault, letterOf } from './faults.ts';
import { folded, isNumbering } from './heading.ts';
import { titleOf } from './titles.ts';

/** Most columns that a file can have: the widest form has 31. */
export const COLUMNS_MAX = 100;

/** Columns that the file of rejected rows has in addition, also when it is sent again. */
export const ADDED: readonly string[] = ['line', 'code', 'reason'];

export interface Naming {
  /** Columns that are read: those of the form in force, and older ones. */
  readonly columns: readonly Column[];
  /** Columns of the form in force in their order, as templates have them. */
  readonly inForce: readonly Column[];
  /** Other spellings, each with the code that it stands for. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Spellings that count where the file has the column under no other name. */
  readonly loosely?: Readonly<Record<string, string>>;
  /** Columns without which a file is not of the layout. */
  readonly required: readonly string[];
  /** Columns by which the form of 2016 is recognized, and required columns that it does not have. */
  readonly of2016?: { readonly marks: readonly string[]; readonly lacks: readonly string[] };
  /** Columns with numbers that identify: one that a spreadsheet rounded would name something else. */
  readonly numbers?: readonly string[];
  /** Columns with the names of subjects: one that lost characters would name somebody else. */
  readonly names?: readonly string[];
}

interface Table {
  readonly codes: ReadonlyMap<string, string>;
  readonly loosely: ReadonlyMap<string, string>;
}

const foldedNames = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([text, code]) => [folded(text), code] as const);

function tableOf({ columns, spellings, loosely = {} }: Naming): Table {
  const codes = new Map([
    ...foldedNames(spellings),
    ...columns.flatMap(({ code, name }) => {
      // 行政相对人代码_1(统一社会信用代码) may also be called by the text in its brackets.
      const inner = /^行政相对人代码.*\((.+)\)$/u.exec(name)?.[1];
      return [code, name, ...(inner === undefined ? [] : [inner])].map((text) => [folded(text), code] as const);
    }),
  ]);
  return { codes, loosely: new Map(foldedNames(loosely)) };
}

const tables = new WeakMap<Naming, Table>();

function tableFor(naming: Naming): Table {
  const table = tables.get(naming) ?? tableOf(naming);
  tables.set(naming, table);
  return table;
}

/** How well a line names the columns of a layout. */
export interface Fit {
  /** Code of each column in the order of the file; null for columns that the layout does not have. */
  readonly codes: readonly (string | null)[];
  /** Required columns that the line does not name. */
  readonly missing: readonly string[];
}

export function fitOf(naming: Naming, line: readonly string[]): Fit {
  const table = tableFor(naming);
  const names = line.map(folded);
  const codes = names.map((name) => table.codes.get(name) ?? null);
  names.forEach((name, index) => {
    const code = table.loosely.get(name);
    if (codes[index] === null && code !== undefined && !codes.includes(code)) codes[index] = code;
  });
  const lacks = naming.of2016?.marks.some((code) => codes.includes(code)) ? naming.of2016.lacks : [];
  return { codes, missing: naming.required.filter((code) => !codes.includes(code) && !lacks.includes(code)) };
}

/** Whether a line below the names of the columns names them again, as templates do that have codes and Chinese names. */
export function namesAgain(naming: Naming, { codes }: Fit, line: readonly string[]): boolean {
  const table = tableFor(naming);
  const filled = line.filter((text) => text.trim() !== '').length;
  const same = line.filter((text, index) => codes[index] != null && table.codes.get(folded(text)) === codes[index]);
  return same.length >= 3 && same.length * 2 > filled;
}

/** Code and Chinese name of a column. */
export const called = ({ columns }: Naming, code: string): string => {
  const name = columns.find((column) => column.code === code)?.name;
  return name === undefined || name === code ? code : `${code} (${name})`;
};

/** Refuses a line that names a column twice. */
export function checkOnce(naming: Naming, { codes }: Fit, line: number): void {
  const twice = codes.findIndex((code, index) => code !== null && codes.indexOf(code) !== index);
  const code = codes[twice];
  if (code == null) return;
  const letters = [codes.indexOf(code), twice].map(letterOf);
  const name = called(naming, code);
  throw new FileFault({
    en: `Line ${line} names ${name} twice, in the columns ${letters.join(' and ')}. Name each column once.`,
    zh: `第${line}行重复出现${name}，位于${letters.join('列和')}列。每列只能出现一次，请删除或改名。`,
  });
}

/** Columns that the layout does not have, each with its warning. What numbers the rows is no such column. */
export function unknownColumns(
  layout: string,
  { codes }: Fit,
  header: readonly string[],
): readonly { readonly column: number; readonly message: Localized }[] {
  return header.flatMap((text, column) => {
    if (codes[column] !== null || text.trim() === '' || ADDED.includes(text) || isNumbering(text)) return [];
    const name = redactAlone(text.slice(0, 60));
    return {
      column,
      message: {
        en: `The column ${name} is none of the layout ${layout}.`,
        zh: `列“${name}”不属于${layout}格式，未读取。`,
      },
    };
  });
}

/** Columns with amounts in yuan, where the form has them in 万元: told once a file. */
export const columnsInYuan = ({ codes }: Fit): readonly { readonly column: number; readonly message: Localized }[] =>
  codes.flatMap((code, column) =>
    code?.endsWith('_YUAN') === true
      ? [
          {
            column,
            message: {
              en: `The column ${titleOf(code).en} holds yuan, where the form has 万元, and is read so.`,
              zh: `列${titleOf(code).zh}以元为单位（规定格式为万元），已按元读取。`,
            },
          },
        ]
      : [],
  );

/** Whether a cell only numbers its row. Anything else that such a column holds is said beside the row. */
export const isRowNumber = (name: string, text: string): boolean => isNumbering(name) && /^\d*$/.test(text.trim());
