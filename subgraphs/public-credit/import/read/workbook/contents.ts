/** What a workbook holds: its parts by relation (ECMA-376 part 2, 6.5), its sheets, and the shared texts of its cells. */
import type { Entry } from 'yauzl';
import type { Localized } from '../../../../../schema/localized.ts';
import { FileFault } from '../../columns/faults.ts';
import { type Book, LISTED_MAX, local, read, TOO_MANY_LISTED } from './xml.ts';

/** Most characters of all shared texts: cells refer to them in any order, so they are kept in memory. */
const TEXTS_MAX = 64_000_000;
/** Most shared texts: empty ones need memory too. */
const TEXTS_COUNT_MAX = 5_000_000;
const TOO_MANY: Localized = {
  en: 'The texts of the workbook are too large to be read. Send it as CSV.',
  zh: '工作簿的文本过大，无法读取。请改报CSV文件。',
};

interface Relation {
  readonly id: string;
  /** Last part of the type: transitional and strict workbooks differ before it. */
  readonly type: string;
  readonly target: string;
}

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** How names of parts are compared. */
export const partName = (name: string): string => decoded(name).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** The part that a relation of another one names. */
function resolved(from: string, target: string): string {
  const path = decoded(target).replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

/** Relations of a part; of the package itself where the name is empty. */
async function relationsOf(book: Book, name: string): Promise<readonly Relation[]> {
  const at = name.lastIndexOf('/') + 1;
  const found: Relation[] = [];
  await read(book, book.part(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`), {
    open: ({ name: tag, attributes }) => {
      if (tag !== 'Relationship' || attributes.TargetMode === 'External') return;
      if (found.length > LISTED_MAX) throw new FileFault(TOO_MANY_LISTED);
      const type = (attributes.Type ?? '').split('/').at(-1) ?? '';
      found.push({ id: attributes.Id ?? '', type, target: resolved(name, attributes.Target ?? '') });
    },
  });
  return found;
}

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

export interface Contents {
  /** Worksheets in their order. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly entry: Entry | undefined }[];
  readonly texts: Entry | undefined;
  readonly styles: Entry | undefined;
  readonly from1904: boolean;
}

/** What the workbook names. Charts, dialogs and macros stand in sheets that are no worksheets. */
export async function contentsOf(book: Book): Promise<Contents> {
  const root = (await relationsOf(book, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const listed: Listed[] = [];
  let from1904 = false;
  await read(book, book.part(root), {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => local(key) === 'id' && key !== 'id')?.[1] ?? '';
      // Whatever a program writes that is not visible was not meant to be seen.
      const hidden = (attributes.state ?? 'visible').trim().toLowerCase() !== 'visible';
      listed.push({ name: attributes.name ?? '', hidden, relation });
      if (listed.length > LISTED_MAX) throw new FileFault(TOO_MANY_LISTED);
    },
  });
  const relations = await relationsOf(book, root);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const part = (type: string, usual: string): Entry | undefined =>
    book.part(relations.find((relation) => relation.type === type)?.target ?? resolved(root, usual));
  const sheets = listed.flatMap(({ name, hidden, relation }) => {
    const found = byId.get(relation);
    if (found !== undefined && !['', 'worksheet'].includes(found.type)) return [];
    return [{ name, hidden, entry: book.part(found?.target ?? resolved(root, 'worksheets/sheet1.xml')) }];
  });
  return { sheets, texts: part('sharedStrings', 'sharedStrings.xml'), styles: part('styles', 'styles.xml'), from1904 };
}

/** Replaces escapes of characters that XML cannot contain (ECMA-376, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export async function textsOf(book: Book, entry: Entry | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  let size = 0;
  let text = '';
  let inText = false;
  // Nesting of phonetic texts (rPh), which stand beside a text and are no part of it.
  let aloud = 0;
  await read(book, entry, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') aloud += 1;
      else if (name === 't') inText = aloud === 0;
    },
    text: (part) => {
      if (!inText) return;
      text += part;
      size += part.length;
      if (size > TEXTS_MAX) throw new FileFault(TOO_MANY);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') aloud -= 1;
      else if (name === 'si') {
        if (texts.length >= TEXTS_COUNT_MAX) throw new FileFault(TOO_MANY);
        texts.push(unescaped(text));
      }
    },
  });
  return texts;
}
