/** Workbooks part by part, as other programs than the usual ones name and join them. */
import { zipOf } from '../subgraphs/workbook-file.ts';
import { HEAD, rowOf } from './read.ts';

export interface Sheet {
  readonly name: string;
  readonly state?: string;
  /** Last part of the type of the relation. */
  readonly type?: string;
  /** XML of the rows. */
  readonly rows: string;
}

export interface Book {
  readonly sheets: readonly Sheet[];
  readonly texts?: readonly string[];
  /** Codes of formats: the style 1 is the first of them. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  /** How parts are named in the zip, by the name that they have in relations. */
  readonly rename?: (name: string) => string;
  /** How a relation names its target. */
  readonly target?: (name: string) => string;
  readonly strict?: boolean;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const letter = (column: number): string => String.fromCharCode(65 + column);

/** A row of texts; what is given replaces the XML of a cell. */
export const row = (
  number: number,
  cells: readonly string[],
  { change = {}, attributes = '' }: { change?: Readonly<Record<number, string>>; attributes?: string } = {},
): string =>
  `<row r="${number}" ${attributes}>${cells
    .map((text, column) => {
      const reference = `${letter(column)}${number}`;
      return (
        change[column]?.replace('@', `r="${reference}"`) ??
        `<c r="${reference}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
      );
    })
    .join('')}</row>`;

export const head = (number = 1): string => row(number, HEAD.split(','));
export const data = (
  number: number,
  change: Readonly<Record<number, string>> = {},
  more: { cells?: Readonly<Record<number, string>>; attributes?: string } = {},
): string => row(number, rowOf(number, more.cells), { change, attributes: more.attributes ?? '' });

export function bookOf({
  sheets,
  texts = [],
  formats = [],
  is1904 = false,
  rename = (name) => name,
  target = (name) => name,
  strict = false,
}: Book): Buffer {
  const space = strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, name: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target(name)}"/>`;
  const part = (name: string, text: string) => ({ name: rename(name), text });
  return zipOf([
    part('_rels/.rels', `<Relationships>${relation('r0', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${space}" xmlns:r="${relations}"><workbookPr date1904="${is1904}"/><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"${state === undefined ? '' : ` state="${state}"`}/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets.map(({ type = 'worksheet' }, at) => relation(`s${at}`, type, `worksheets/sheet${at + 1}.xml`)).join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('f', 'styles', 'styles.xml')}</Relationships>`,
    ),
    part(
      'xl/sharedStrings.xml',
      `<sst xmlns="${space}">${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${space}"><numFmts>${formats
        .map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escaped(code)}"/>`)
        .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
        .map((_code, at) => `<xf numFmtId="${170 + at}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    ),
    ...sheets.map(({ rows }, at) =>
      part(
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${space}"><sheetData>${rows}</sheetData></worksheet>`,
      ),
    ),
  ]);
}
