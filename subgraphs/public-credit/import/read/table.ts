/** Rows of a table before their cells are interpreted, and the search for the line that names its columns. */
import type { Localized } from '../../../../schema/localized.ts';
import { redactAlone } from '../../../texts/alone.ts';
import { FileFault } from '../columns/faults.ts';
import { asSent, isReturned } from '../columns/formula-cells.ts';
import { COLUMNS_MAX, called, checkOnce, type Fit, fitOf, type Naming, namesAgain } from '../columns/headers.ts';

/** Something that the reader of the file found in a cell. */
export interface Finding {
  readonly column: number;
  readonly code: string;
  readonly message: Localized;
}

export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly found?: readonly Finding[];
  /** Whether the row is not seen in its sheet. */
  readonly hidden?: boolean;
  /** Whether it stands where templates name their columns. */
  readonly isOfTemplate?: boolean;
}

/** The line that names the columns. */
export interface Header extends Fit {
  readonly line: number;
  readonly names: readonly string[];
  /** Whether the file is one of rejected rows that was sent again. */
  readonly returned: boolean;
}

/** Most lines among which the names of the columns are looked for. */
const LINES = 10;

const NO_ROWS = new FileFault({
  en: 'The file is empty.',
  zh: '文件为空，请检查后重新报送。',
});

const filledOf = (cells: readonly string[]): number => cells.filter((text) => text.trim() !== '').length;

function headerOf(naming: Naming, { line, cells }: RawRow): Header {
  const trimmed = cells.map((name) => name.trim());
  const returned = isReturned(trimmed);
  const names = returned ? asSent(trimmed) : trimmed;
  return { line, names, returned, ...fitOf(naming, names) };
}

function refuse(layout: string, naming: Naming, tried: readonly Header[]): never {
  const named = ({ codes }: Header): number => codes.filter((code) => code !== null).length;
  const [first] = tried;
  if (first === undefined) throw NO_ROWS;
  const width = filledOf(first.names);
  if (width > COLUMNS_MAX)
    throw new FileFault({
      en: `The first line has ${width} columns; the widest exchange form has ${naming.columns.length}. This is no file of the layout ${layout}.`,
      zh: `首行有${width}列，而${layout}格式最多${naming.columns.length}列。请检查文件格式。`,
    });
  const best = tried.reduce((left, right) => (named(right) > named(left) ? right : left), first);
  const lacks = best.missing.map((code) => called(naming, code));
  const comma = best.names.length === 1;
  const [which, whichZh] =
    best.line === first.line || named(best) === 0
      ? ['its first line', '首行']
      : [`line ${best.line}, which looks most like the names of its columns,`, `第${best.line}行最像列名行，但`];
  throw new FileFault({
    en: `The file is not of the layout ${layout}: ${which} lacks ${lacks.join(', ')}. Send the codes or the Chinese names of the columns as first line${comma ? ', with commas between them' : ''}.`,
    zh: `文件不符合${layout}格式：${whichZh}缺少${lacks.join('、')}。请在首行填写各列的代码或中文名称${comma ? '，以逗号分隔' : ''}。`,
  });
}

export interface Start {
  readonly header: Header;
  /** Lines that are passed over, with what is said of each. */
  readonly passed: readonly { readonly line: number; readonly message: Localized }[];
  /** The first row of data, which was read to see whether it is one. */
  readonly first: RawRow | undefined;
}

const titleOf = ({ cells }: RawRow): string =>
  redactAlone(
    cells
      .filter((text) => text.trim() !== '')
      .join(' ')
      .slice(0, 60),
  );

/** Reads up to the first row of data. Throws FileFault where no line names the columns. */
export async function startOf(layout: string, naming: Naming, rows: AsyncGenerator<RawRow>): Promise<Start> {
  const tried: Header[] = [];
  const passed: { line: number; message: Localized }[] = [];
  while (tried.length < LINES) {
    const next = await rows.next();
    if (next.done === true) break;
    const header = headerOf(naming, next.value);
    tried.push(header);
    if (header.missing.length > 0 || filledOf(header.names) > COLUMNS_MAX) {
      const text = titleOf(next.value);
      const { line } = header;
      passed.push({
        line,
        message: {
          en: `Line ${line} stands above the names of the columns and is passed over: ${text}`,
          zh: `第${line}行位于列名行之上，未作为数据读取：${text}`,
        },
      });
      continue;
    }
    checkOnce(naming, header, header.line);
    const below = await rows.next();
    if (below.done === true) return { header, passed, first: undefined };
    if (!namesAgain(naming, header, below.value.cells)) return { header, passed, first: below.value };
    const { line, isOfTemplate = false } = below.value;
    if (isOfTemplate) return { header, passed, first: undefined };
    passed.push({
      line,
      message: {
        en: `Line ${line} names the columns again and is passed over.`,
        zh: `第${line}行重复列名，未作为数据读取。`,
      },
    });
    return { header, passed, first: undefined };
  }
  return refuse(layout, naming, tried);
}
