/** Parts of a written workbook that hold no rows: types, relations, styles (ECMA-376). */

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const SPACE = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"`;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Characters that XML cannot hold, and what reads as one of their escapes (ECMA-376, 22.9.2.19). */
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)|\p{Cs}/gu;
const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within XML. */
export const escaped = (text: string): string =>
  text
    .replace(UNWRITABLE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? '');

/** Looks of rows: text as it is, names of columns, text that is broken into lines. */
export type Look = 'text' | 'head' | 'wrapped';
export const STYLES = { text: 1, head: 2, fault: 3, wrapped: 4 } as const;
export const styleOf = (look: Look): number => STYLES[look];

const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
/** Format 49 is that of text: a spreadsheet then leaves what is typed as it is. */
const xf = (font: number, filled: number, wrapped = false): string =>
  `<xf numFmtId="49" fontId="${font}" fillId="${filled}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${wrapped ? ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' : '/>'}`;

const STYLESHEET = `${HEAD}<styleSheet ${SPACE}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE7EEF7')}${fill('FFFFC7CE')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(0, 0)}${xf(1, 2)}${xf(0, 3)}${xf(0, 0, true)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const NOTE_SHAPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

interface Part {
  readonly name: string;
  readonly text: string;
}

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function typesOf(sheets: readonly { readonly hasNotes: boolean }[]): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${kind}.${type}+xml"/>`;
  const ofSheets = sheets.map(
    ({ hasNotes }, at) =>
      override(`xl/worksheets/sheet${at + 1}.xml`, 'worksheet') +
      (hasNotes ? override(`xl/comments${at + 1}.xml`, 'comments') : ''),
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${ofSheets.join('')}</Types>`;
}

/** All parts but those with rows and comments. */
export function packageParts(
  sheets: readonly { readonly name: string; readonly hasNotes: boolean }[],
): readonly Part[] {
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="sheet${at + 1}"/>`,
  );
  return [
    { name: '[Content_Types].xml', text: typesOf(sheets) },
    { name: '_rels/.rels', text: relations([['book', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      text: `${HEAD}<workbook ${SPACE}><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...sheets.map((_sheet, at) => [`sheet${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['styles', 'styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: STYLESHEET },
    ...sheets.flatMap(({ hasNotes }, at) =>
      hasNotes
        ? [
            {
              name: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
              text: relations([
                ['comments', 'comments', `../comments${at + 1}.xml`],
                ['drawing', 'vmlDrawing', `../drawings/vmlDrawing${at + 1}.vml`],
              ]),
            },
          ]
        : [],
    ),
  ];
}
