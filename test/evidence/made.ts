/** Files as people and as attackers make them: PDFs written object by object, pictures with what cameras say of themselves. */
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import yazl from 'yazl';

/** A PDF that a printer could have made. */
export function printed(text = 'Evidence'): Promise<Buffer> {
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const document = new PDFDocument({ size: 'A4' });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  document.on('end', () => resolve(Buffer.concat(parts)));
  document.text(text).addPage().text('2');
  document.end();
  return promise;
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>';

export const stream = (data: Buffer | string, dictionary = ''): string =>
  `<< ${dictionary} /Length ${Buffer.from(data as string, 'latin1').length} >>\nstream\n${Buffer.isBuffer(data) ? data.toString('latin1') : data}\nendstream`;

export const packed = (data: string, dictionary = ''): string =>
  stream(deflateSync(Buffer.from(data, 'latin1')), `/Filter /FlateDecode ${dictionary}`);

/** Objects with a table that leads to each, as ISO 32000-2, 7.5.4, has it. `catalog` and `page` replace those of a plain page. */
export function written(
  more: readonly string[] = [],
  { catalog = CATALOG, page = PAGE, pages = PAGES }: { catalog?: string; page?: string; pages?: string } = {},
): Buffer {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = [catalog, pages, page, ...more].map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A stream of objects (7.5.7) that holds one. */
export const packedObject = (object: string, number = 9): string => {
  const head = `${number} 0 `;
  return packed(`${head}${object}`, `/Type /ObjStm /N 1 /First ${head.length}`);
};

const pixels = (width: number, height: number) => {
  const data = Buffer.alloc(width * height * 3);
  // The upper left quarter is red, everything else blue.
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data[(y * width + x) * 3 + (x < width / 2 && y < height / 2 ? 0 : 2)] = 255;
  return sharp(data, { raw: { width, height, channels: 3 } });
};

/** What a telephone says of where and by whom a picture was made. */
export const SECRETS = ['SECRETCAMERA', 'PHONE OF MEI'] as const;

/** A photograph that was held on its side (orientation 6: turned right by a quarter), with what its camera says. */
export const photograph = (width = 64, height = 32): Promise<Buffer> =>
  pixels(width, height)
    .jpeg()
    .withExif({
      IFD0: { Make: SECRETS[0], Artist: SECRETS[1], Orientation: '6' },
      IFD3: { GPSLatitude: '45/1 48/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

export const screenshot = (width = 64, height = 32): Promise<Buffer> =>
  pixels(width, height)
    .png()
    .withExif({ IFD0: { Artist: SECRETS[1] } })
    .toBuffer();

/** A PNG that says it has so many pixels. */
export function claimed(width: number, height: number, png: Buffer): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  return copy;
}

export function archive(): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from('what'), 'a.txt');
  zip.end();
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const parts: Buffer[] = [];
  zip.outputStream.on('data', (part: Buffer) => parts.push(part));
  zip.outputStream.on('end', () => resolve(Buffer.concat(parts)));
  return promise;
}
