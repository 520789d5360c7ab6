/** Templates of the layouts: a workbook to fill in, made from the same tables that rows are read by. */
import { existsSync } from 'node:fs';
import type { Language } from '../../../../schema/localized.ts';
import { FileFault } from '../columns/faults.ts';
import { CODE_LISTS, type CodeList } from '../forms/code-lists.ts';
import { isLayout, LAYOUT_OF, LAYOUTS, type TableLayout } from '../layouts.ts';
import { GUIDE_SHEET } from '../read/workbook.ts';
import { noteOf } from './column-notes.ts';
import { type Choice, type WrittenRow, writeWorkbook } from './workbook.ts';

export const TEMPLATE_LAYOUTS: readonly string[] = LAYOUTS.filter((layout) => LAYOUT_OF[layout].form === 'table');

/** A line of `records`, as an example. */
const LINE =
  '{"item":"REG-ENTERPRISE","subject":{"type":"USCC","value":"91239999MA1ABC019L"},"subjectName":"哈尔滨示例冰雪设备有限公司","occurredOn":"2020-01-05","content":{"legalName":"哈尔滨示例冰雪设备有限公司","registeredOn":"2020-01-05","status":"存续"}}';

function tableOf(layout: string): TableLayout {
  const definition = isLayout(layout) ? LAYOUT_OF[layout] : undefined;
  if (definition?.form === 'table') return definition;
  const list = TEMPLATE_LAYOUTS;
  throw definition === undefined
    ? new FileFault({
        en: `There is no layout ${layout}. Templates are made of ${list.join(', ')}.`,
        zh: `没有格式${layout}。可生成模板的格式：${list.join('、')}。`,
      })
    : new FileFault({
        en: `The layout ${layout} has no template: it is a text file with one JSON object a line, such as\n${LINE}\nTemplates are made of ${list.join(', ')}.`,
        zh: `${layout}格式没有模板：该格式为文本文件，每行一个JSON对象，例如\n${LINE}\n可生成模板的格式：${list.join('、')}。`,
      });
}

/** First row and last row of a list of codes in the guide. */
interface Placed extends CodeList {
  readonly first: number;
  readonly last: number;
}

const HEADINGS: Readonly<Record<Language, { readonly codes: readonly string[]; readonly columns: readonly string[] }>> =
  {
    en: { codes: ['List of codes', 'Code', 'Name'], columns: ['Column', 'Code', 'How to write it', 'Example'] },
    zh: { codes: ['代码表', '代码', '名称'], columns: ['列名', '代码', '填写说明', '示例'] },
  };

const mark = (isNeeded: boolean): string => (isNeeded ? '*' : '');

/** The second sheet: lists of codes, and how each column is written. */
function guideOf({ naming }: TableLayout, language: Language) {
  const headings = HEADINGS[language];
  const rows: WrittenRow[] = [];
  const lists: Placed[] = [];
  for (const list of CODE_LISTS) {
    if (!naming.inForce.some(({ code }) => list.columns.includes(code))) continue;
    rows.push({ cells: headings.codes, look: 'head' });
    const first = rows.length + 1;
    for (const { code, name } of list.entries) rows.push({ cells: [list.name, code, name] });
    lists.push({ ...list, first, last: rows.length });
    rows.push({ cells: [] });
  }
  rows.push({ cells: headings.columns, look: 'head' });
  for (const { code, name } of naming.inForce) {
    const note = noteOf(code);
    const cells = [`${name}${mark(naming.required.includes(code))}`, code, note?.[language] ?? '', note?.example ?? ''];
    rows.push({ cells, look: 'wrapped' });
  }
  return { rows, lists };
}

/** Rows above those that are filled in: the Chinese names, and the codes. */
const HEADER_ROWS = 2;

function choicesOf({ naming }: TableLayout, lists: readonly Placed[]): readonly Choice[] {
  return naming.inForce.flatMap(({ code }, column) => {
    const list = lists.find(({ columns }) => columns.includes(code));
    if (list === undefined) return [];
    return { column, from: HEADER_ROWS + 1, source: `'${GUIDE_SHEET}'!$C$${list.first}:$C$${list.last}` };
  });
}

/** Writes the template of a layout, and returns its path. Throws FileFault where there is none, or where the file is there already. */
export async function writeTemplate(layout: string, language: Language, file = `${layout}.xlsx`): Promise<string> {
  try {
    const definition = tableOf(layout);
    if (existsSync(file))
      throw new FileFault({
        en: `The file ${file} is there already. Name another one, or take it away.`,
        zh: `文件${file}已存在，不会覆盖。请另指定文件名，或移走该文件。`,
      });
    const { naming } = definition;
    const { rows, lists } = guideOf(definition, language);
    const notes = naming.inForce.flatMap(({ code }, at) => {
      const text = noteOf(code)?.[language];
      return text === undefined ? [] : [{ at, text }];
    });
    const header: readonly WrittenRow[] = [
      {
        cells: naming.inForce.map(({ code, name }) => `${name}${mark(naming.required.includes(code))}`),
        look: 'head',
        notes,
      },
      { cells: naming.inForce.map(({ code }) => code), look: 'head' },
    ];
    await writeWorkbook(file, [
      {
        name: layout,
        widths: naming.inForce.map(({ name }) => Math.min(40, Math.max(14, [...name].length * 2 + 2))),
        frozen: HEADER_ROWS,
        hasNotes: true,
        choices: choicesOf(definition, lists),
        rows: () => header,
      },
      { name: GUIDE_SHEET, widths: [40, 16, 60, 40], frozen: 0, hasNotes: false, rows: () => rows },
    ]);
    return file;
  } catch (error) {
    throw error instanceof FileFault ? error.in(language) : error;
  }
}
