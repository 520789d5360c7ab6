/** Reads what a written workbook holds, part by part, with no code of the importer: cells, fillings and comments by reference. */
import { SaxesParser } from 'saxes';
import { openPromise } from 'yauzl';

export async function textsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const zip = await openPromise(file, { autoClose: false, lazyEntries: true });
  const texts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    texts.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  zip.close();
  return texts;
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its text and that of the elements within. */
  text: string;
}

/** Elements of a name. Throws where a part is no XML. */
export function elementsOf(xml: string | undefined, name: string): readonly Element[] {
  const found: Element[] = [];
  if (xml === undefined) return found;
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const element = { name: tag.name, attributes: tag.attributes as Element['attributes'], text: '' };
    open.push(element);
    if (tag.name === name) found.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return found;
}

export interface Seen {
  /** Text of each cell. */
  readonly cells: Readonly<Record<string, string>>;
  /** Colour of the filling of each filled cell of the rows below the first. */
  readonly filled: readonly string[];
  readonly comments: Readonly<Record<string, string>>;
  /** Number formats and types of cells, each once. */
  readonly kinds: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
}

export async function seenIn(file: string, sheet = 1): Promise<Seen> {
  const texts = await textsOf(file);
  const cells = elementsOf(texts.get(`xl/worksheets/sheet${sheet}.xml`), 'c');
  const styles = elementsOf(texts.get('xl/styles.xml'), 'xf').slice(1);
  const styleOf = (cell: Element) => styles[Number(cell.attributes.s)]?.attributes ?? {};
  return {
    cells: Object.fromEntries(cells.map((cell) => [cell.attributes.r, cell.text])),
    filled: cells.flatMap((cell) => {
      const reference = cell.attributes.r ?? '';
      return /\D1$/.test(reference) || styleOf(cell).fillId === '0' ? [] : [reference];
    }),
    comments: Object.fromEntries(
      elementsOf(texts.get(`xl/comments${sheet}.xml`), 'comment').map(({ attributes, text }) => [attributes.ref, text]),
    ),
    kinds: [...new Set(cells.map((cell) => `${cell.attributes.t} ${styleOf(cell).numFmtId}`))],
    texts,
  };
}

const placeOf = (letters: string): number =>
  [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Rows of cells by their places, with the characters that XML cannot hold (ECMA-376, 22.9.2.19). */
export function rowsIn({ cells }: Seen): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [reference, text] of Object.entries(cells)) {
    const [, letters = '', number = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    rows[Number(number) - 1] ??= [];
    const row = rows[Number(number) - 1] ?? [];
    const place = placeOf(letters);
    while (row.length < place) row.push('');
    row[place] = text.replace(/_x([0-9A-F]{4})_/g, (_escape, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return rows;
}
