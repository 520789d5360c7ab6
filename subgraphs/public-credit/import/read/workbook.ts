/** Opens the sheet of a workbook that is read (ECMA-376, .xlsx): the first one that whoever sends it sees. */
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FileFault } from '../columns/faults.ts';
import { refuseZip } from './other-kinds.ts';
import type { RawRow } from './table.ts';
import { cellRows } from './workbook/cells.ts';
import { contentsOf, partName, textsOf } from './workbook/contents.ts';
import { formatsOf } from './workbook/styles.ts';

export interface Sheet {
  /** Names of further visible sheets, which are not read. */
  readonly ignored: readonly string[];
  /** Whether it is a template of ours that was filled in. */
  readonly isTemplate: boolean;
  /** Names of sheets that are not seen. */
  readonly hidden: readonly string[];
  readonly rows: AsyncGenerator<RawRow>;
}

/** The sheet of the templates that explains them. It is no sheet of rows that is forgotten. */
export const GUIDE_SHEET = '代码表';

const DAMAGED = {
  en: 'The file is no workbook that can be opened: it is damaged, or packed with something else inside.',
  zh: '该文件不是可以打开的工作簿：文件已损坏，或压缩包内是其他内容。请重新另存后报送。',
};

/** Opens the first visible sheet. Throws FileFault where the file is no readable workbook. */
export async function openSheet(file: string, onBytes: (count: number) => void, signal?: AbortSignal): Promise<Sheet> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await openPromise(file, { autoClose: false, lazyEntries: true });
    for await (const entry of zip.eachEntry()) entries.set(partName(entry.fileName), entry);
  } catch {
    throw new FileFault(DAMAGED);
  }
  const book = { zip, signal, part: (name: string) => entries.get(partName(name)) };
  try {
    const { sheets, from1904, ...parts } = await contentsOf(book);
    if (sheets.length === 0) refuseZip([...entries.keys()]);
    const sheet = sheets.find(({ hidden }) => !hidden);
    if (sheet === undefined)
      throw new FileFault({
        en: 'Every sheet of the workbook is hidden. Unhide the one that is meant, and save the workbook.',
        zh: '工作簿的工作表全部处于隐藏状态。请取消隐藏要报送的工作表，保存后重新报送。',
      });
    const { entry } = sheet;
    if (entry === undefined)
      throw new FileFault({
        en: 'The workbook is damaged: its first visible sheet is missing. Save it anew.',
        zh: '工作簿已损坏：缺少第一个可见的工作表。请重新另存后报送。',
      });
    const texts = await textsOf(book, parts.texts);
    const formats = await formatsOf(book, parts.styles);
    const rows = async function* (): AsyncGenerator<RawRow> {
      try {
        yield* cellRows(book, entry, { texts, formats, from1904 }, onBytes);
      } finally {
        zip.close();
      }
    };
    const named = (of: boolean) => sheets.filter((one) => one !== sheet && one.hidden === of).map(({ name }) => name);
    const ignored = named(false).filter((name) => name !== GUIDE_SHEET);
    const isTemplate = sheets.some((one) => one !== sheet && one.name === GUIDE_SHEET);
    return { ignored, isTemplate, hidden: named(true), rows: rows() };
  } catch (error) {
    zip.close();
    throw error;
  }
}
