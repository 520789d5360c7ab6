/** Workbooks made by hand for the tests (ECMA-376 in a zip): every kind of cell, and what is wrong with some. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly text: string;
}

/** A zip of deflated parts (PKWARE APPNOTE 4.3). */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text } of parts) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(path.length, 22);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, packed);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, behind, path);
    at += 30 + path.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A cell: text, or XML of its own. */
export type SheetCell = string | { readonly xml: (reference: string) => string };

/** A number with a style: 0 plain, 1 a date as built in, 2 a date of a format of its own. */
export const number = (value: string, style = 0): SheetCell => ({
  xml: (reference) => `<c r="${reference}" s="${style}"><v>${value}</v></c>`,
});

const letter = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);

/** A workbook whose first sheet holds these rows: texts shared, a phonetic guide beside each that must not be read. */
export function workbookOf(rows: readonly (readonly SheetCell[])[], others: readonly string[] = []): Buffer {
  const texts: string[] = [];
  const cellOf = (cell: SheetCell, reference: string): string => {
    if (typeof cell !== 'string') return cell.xml(reference);
    if (cell === '') return '';
    if (texts.length % 3 === 2) {
      texts.push('unused');
      return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    }
    texts.push(cell);
    return `<c r="${reference}" t="s"><v>${texts.length - 1}</v></c>`;
  };
  const data = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellOf(cell, `${letter(c)}${r + 1}`)).join('')}</row>`)
    .join('');
  const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const sheets = ['第一张', ...others].map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 7}"/>`,
  );
  const relations = sheets.map(
    (_sheet, index) => `<Relationship Id="rId${index + 7}" Target="worksheets/s${index}.xml"/>`,
  );
  return zipOf([
    {
      name: 'xl/workbook.xml',
      text: `<?xml version="1.0"?><workbook ${space} xmlns:r="r"><workbookPr/><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: `<Relationships>${relations.join('')}</Relationships>` },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet ${space}><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      text: `<sst ${space}>${texts
        .map(
          (text, index) =>
            `<si><r><t xml:space="preserve">${escaped(text)}</t></r><rPh sb="0" eb="1"><t>pin${index}</t></rPh></si>`,
        )
        .join('')}</sst>`,
    },
    { name: 'xl/worksheets/s0.xml', text: `<worksheet ${space}><sheetData>${data}</sheetData></worksheet>` },
    ...others.map((_name, index) => ({ name: `xl/worksheets/s${index + 1}.xml`, text: `<worksheet ${space}/>` })),
  ]);
}
