/** Makes small font files (OpenType 1.9): a box for each character that is asked for, and every fault that a file can have. */

const u8 = (...values: number[]): Buffer => Buffer.from(values.map((value) => value & 0xff));
const u16 = (...values: number[]): Buffer => Buffer.concat(values.map((value) => u8(value >> 8, value)));
const u32 = (...values: number[]): Buffer => Buffer.concat(values.map((value) => u16(value >>> 16, value & 0xffff)));

/** A box of one contour with four points on the curve, or no outline at all. */
const box = (): Buffer =>
  Buffer.concat([
    u16(1, 100, 0, 900, 800), // Contours; xMin, yMin, xMax, yMax.
    u16(3, 0), // Last point of the contour; no instructions.
    u8(1, 1, 1, 1),
    u16(100, 800, 0, -800), // X, each from the one before.
    u16(0, 0, 800, 0),
  ]);

export interface FontWish {
  readonly points: readonly number[];
  readonly name?: string;
  /** Rights of embedding (OS/2 `fsType`). */
  readonly fsType?: number;
  /** Without outlines, as a font of pictures. */
  readonly withoutOutlines?: boolean;
  /** The outlines are no outlines: a contour has more points than the file. */
  readonly brokenOutlines?: boolean;
  /** Every outline is empty. */
  readonly emptyOutlines?: boolean;
}

function cmapOf(points: readonly number[]): Buffer {
  const sorted = [...points].sort((left, right) => left - right);
  const groups = sorted.map((point) => u32(point, point, points.indexOf(point) + 1));
  const table = Buffer.concat([u16(12, 0), u32(16 + 12 * groups.length, 0, groups.length), ...groups]);
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), table]);
}

function nameOf(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16();
  const ids = [1, 4, 6];
  const records = ids.map((id) => u16(3, 1, 0x409, id, text.length, 0));
  return Buffer.concat([u16(0, ids.length, 6 + 12 * ids.length), ...records, text]);
}

function tablesOf({ points, name = 'Boxes', fsType = 0, ...wish }: FontWish) {
  const count = points.length + 1;
  const drawn = wish.brokenOutlines === true ? Buffer.concat([u16(1, 0, 0, 9, 9), u16(60_000, 0)]) : box();
  const glyph = wish.emptyOutlines === true ? Buffer.alloc(0) : drawn;
  const outlines = Array.from({ length: count }, () => glyph);
  const tables: Record<string, Buffer> = {
    'OS/2': Buffer.concat([
      u16(4, 1000, 400, 5, fsType, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      Buffer.alloc(10),
      u32(0, 0, 0, 0),
      Buffer.from('TEST'),
      u16(0x40, 0x20, 0xffff, 800, -200, 0, 900, 300),
      u32(0, 0),
      u16(500, 700, 0, 0x20, 1),
    ]),
    cmap: cmapOf(points),
    head: Buffer.concat([
      u16(1, 0, 1, 0),
      u32(0, 0x5f0f3cf5),
      u16(0, 1000),
      Buffer.alloc(16),
      u16(100, 0, 900, 800, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([u16(1, 0, 800, -200, 0, 1000, 0, 0, 900, 1, 0, 0, 0, 0, 0, 0, 0), u16(count)]),
    hmtx: Buffer.concat(Array.from({ length: count }, () => u16(1000, 100))),
    maxp: Buffer.concat([u16(1, 0, count, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: nameOf(name),
    post: Buffer.concat([u16(3, 0, 0, 0, 0, 0), u32(0, 0, 0, 0, 0)]),
  };
  if (wish.withoutOutlines !== true) {
    tables.glyf = Buffer.concat([...outlines, Buffer.alloc(4)]);
    tables.loca = Buffer.concat(Array.from({ length: count + 1 }, (_none, place) => u32(place * glyph.length)));
  }
  return tables;
}

/** The sum of a table in words of four bytes (OpenType, "Calculating Checksums"); that of the whole file in `head` is zero here. */
function sumOf(table: Buffer): number {
  const words = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  let sum = 0n;
  for (let place = 0; place < words.length; place += 4) sum += BigInt(words.readUInt32BE(place));
  return Number(sum % 0x1_0000_0000n);
}

/** The file of a font whose tables begin at an offset of the whole file. */
function fontAt(wish: FontWish, start: number): Buffer {
  const tables = Object.entries(tablesOf(wish)).sort(([left], [right]) => (left < right ? -1 : 1));
  let offset = start + 12 + 16 * tables.length;
  const entries: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, table] of tables) {
    entries.push(Buffer.concat([Buffer.from(tag.padEnd(4)), u32(sumOf(table), offset, table.length)]));
    const body = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([u32(0x00010000), u16(tables.length, 0, 0, 0), ...entries, ...bodies]);
}

export const fontFile = (wish: FontWish): Buffer => fontAt(wish, 0);

/** A collection of two fonts (TTC). */
export function collectionFile(first: FontWish, second: FontWish): Buffer {
  const start = 12 + 8;
  const one = fontAt(first, start);
  return Buffer.concat([
    Buffer.from('ttcf'),
    u32(0x00010000, 2, start, start + one.length),
    one,
    fontAt(second, start + one.length),
  ]);
}
