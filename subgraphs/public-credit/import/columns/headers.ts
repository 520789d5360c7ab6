/**
 * First lines of exchange files. A column has its code or its Chinese name, from the form in force or that of 2016, and some have other spellings.
 */
import { redactAlone } from '../../../texts/alone.ts';

import type { Column } from './columns.ts';
import { FileFault as ToldFault } from './faults.ts';
import type { WarningCode } from './warnings.ts';

/** A file that is not of its layout at all. */
export class FileFault extends ToldFault {
  constructor(message: string) {
    super({ en: message, zh: message });
  }
}

/** Most columns that a file can have: the widest form has 31. */
export const COLUMNS_MAX = 100;

/** Columns that the file of rejected rows has in addition, also when it is sent again. */
export const ADDED: readonly string[] = ['line', 'code', 'reason'];

export interface Naming {
  /** Columns of the layout in their order. */
  readonly columns: readonly Column[];
  /** Other spellings, each with the code that it stands for. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Spellings that count where the file has the column under no other name. */
  readonly loosely?: Readonly<Record<string, string>>;
  /** Columns without which a file is not of the layout. */
  readonly required: readonly string[];
  /** Columns by which the form of 2016 is recognized, and required columns that it does not have. */
  readonly of2016?: { readonly marks: readonly string[]; readonly lacks: readonly string[] };
}

/** Width, case, spaces and punctuation do not distinguish columns. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()_、,.:;]/gu, '');

interface Table {
  readonly codes: ReadonlyMap<string, string>;
  readonly loosely: ReadonlyMap<string, string>;
}

const foldedNames = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([text, code]) => [folded(text), code] as const);

function tableOf({ columns, spellings, loosely = {} }: Naming): Table {
  const codes = new Map([
    ...columns.flatMap(({ code, name }) => {
      // 行政相对人代码_1(统一社会信用代码) may also be called by the text in its brackets.
      const inner = /^行政相对人代码.*\((.+)\)$/u.exec(name)?.[1];
      return [code, name, ...(inner === undefined ? [] : [inner])].map((text) => [folded(text), code] as const);
    }),
    ...foldedNames(spellings),
  ]);
  return { codes, loosely: new Map(foldedNames(loosely)) };
}

const tables = new WeakMap<Naming, Table>();

/** Code of each column in the order of the file; null for columns that the layout does not have. Throws FileFault for a file of another layout. */
export function codesOf(
  layout: string,
  naming: Naming,
  header: readonly string[],
  warn: (code: WarningCode, message: string) => void,
): readonly (string | null)[] {
  if (header.length > COLUMNS_MAX)
    throw new FileFault(
      `The first line has ${header.length} columns; the widest exchange form has ${naming.columns.length}. This is no file of the layout ${layout}.`,
    );
  const table = tables.get(naming) ?? tableOf(naming);
  tables.set(naming, table);
  const codes = header.map((text) => table.codes.get(folded(text)) ?? null);
  header.forEach((text, index) => {
    const code = table.loosely.get(folded(text));
    if (codes[index] === null && code !== undefined && !codes.includes(code)) codes[index] = code;
  });
  const lacks = naming.of2016?.marks.some((code) => codes.includes(code)) ? naming.of2016.lacks : [];
  const missing = naming.required.filter((code) => !codes.includes(code) && !lacks.includes(code));
  if (missing.length > 0)
    throw new FileFault(
      `The file is not of the layout ${layout}: its first line lacks ${missing.map((code) => called(naming, code)).join(', ')}. Send the codes or the Chinese names of the columns as first line${header.length === 1 ? ', with commas between them' : ''}.`,
    );
  const twice = codes.filter((code, index) => code !== null && codes.indexOf(code) !== index);
  if (twice.length > 0) throw new FileFault(`The first line names ${twice.join(', ')} twice. Name each column once.`);
  header.forEach((text, index) => {
    if (codes[index] === null && text.trim() !== '' && !ADDED.includes(text))
      warn('COLUMN_UNKNOWN', `The column ${redactAlone(text.slice(0, 60))} is none of the layout ${layout}.`);
  });
  return codes;
}

const called = ({ columns }: Naming, code: string): string => {
  const name = columns.find((column) => column.code === code)?.name;
  return name === undefined || name === code ? code : `${code} (${name})`;
};
