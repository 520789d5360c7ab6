/** Files that are brought as evidence, looked into (Article 39): what is kept, and what each thing that hides in a file is refused as. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { examine } from '../../gateway/evidence/examine.ts';
import { FaultyFile } from '../../gateway/evidence/file-fault.ts';
import { pictureAnew } from '../../gateway/evidence/image.ts';
import type { Kind } from '../../gateway/evidence/kinds.ts';
import { lookIntoPdf } from '../../gateway/evidence/pdf/look.ts';
import {
  archive,
  claimed,
  packed,
  packedObject,
  photograph,
  printed,
  SECRETS,
  screenshot,
  stream,
  written,
} from './made.ts';

let zip: Buffer;
let photo: Buffer;
let shot: Buffer;
let plain: Buffer;
beforeAll(async () => {
  [zip, photo, shot, plain] = await Promise.all([archive(), photograph(), screenshot(), printed()]);
});

/** What is wrong with it; null where nothing is. */
async function fault(kind: Kind, file: Buffer): Promise<string | null> {
  try {
    await (kind === 'PDF' ? lookIntoPdf(file) : pictureAnew(kind, file));
    return null;
  } catch (error) {
    if (error instanceof FaultyFile) return error.fault;
    throw error;
  }
}
const inPdf = (...more: Parameters<typeof written>) => fault('PDF', written(...more));

describe('A39.2 a PDF', () => {
  it('is kept as it is: printed, written object by object, with objects packed, and revised', async () => {
    expect(await fault('PDF', plain)).toBeNull();
    expect(await inPdf()).toBeNull();
    expect(await inPdf([packedObject('<< /Producer (x) >>')])).toBeNull();
    expect(await inPdf([packed('BT (/JavaScript is a word) Tj ET'), '<< /BaseFont /#CB#CE#CC#E5 >>'])).toBeNull();
    const revised = Buffer.concat([
      written(),
      Buffer.from('4 0 obj\n(note)\nendobj\nxref\n0 0\ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
    ]);
    expect(await fault('PDF', revised)).toBeNull();
  });

  it('that runs something is refused: plain, packed, escaped, hidden in other data', async () => {
    const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
    expect(await inPdf([script])).toBe('SCRIPT');
    expect(await inPdf([packedObject(script)])).toBe('SCRIPT');
    expect(await inPdf(['<< /S /#4A#61vaScript >>'])).toBe('ESCAPED');
    expect(await inPdf(['<< /S /Java#53cript >>'])).toBe('ESCAPED');
    expect(await inPdf([packedObject('<< /S /#4AavaScript >>')])).toBe('ESCAPED');
    // A table may lead into the data of a stream, where a reader finds what stands there.
    expect(await inPdf([stream(`9 0 obj ${script} endobj`)])).toBe('HIDDEN');
    expect(await inPdf([stream('<< /S /J#61vaScript >>')])).toBe('HIDDEN');
    expect(await inPdf([stream('9 0 %x\nobj << /AA 1 >> endobj')])).toBe('HIDDEN');
    // The type of a stream of objects may be left out: readers go by the table.
    const head = '9 0 ';
    expect(await inPdf([packed(`${head}${script}`, `/N 1 /First ${head.length}`)])).toBe('SCRIPT');
  });

  it.each([
    ['ACTION', '<< /S /Launch /F (cmd.exe) >>'],
    ['ACTION', '<< /S /URI /URI (https://example.cn) >>'],
    ['ACTION', '<< /S /SubmitForm /F (https://example.cn) >>'],
    ['ACTION', '<< /S /GoToR /F (other.pdf) >>'],
    ['ACTION', '<< /AA << /O 4 0 R >> >>'],
    ['ATTACHED', '<< /Type /Filespec /EF << /F 5 0 R >> >>'],
    ['ATTACHED', '<< /Names << /EmbeddedFiles 5 0 R >> >>'],
    ['FORM', '<< /Fields [] /XFA 5 0 R >>'],
    ['MEDIA', '<< /Subtype /RichMedia >>'],
    ['ENCRYPTED', '<< /Encrypt 5 0 R >>'],
  ])('that acts, carries or hides is refused as %s: %s', async (wrong, object) => {
    expect(await inPdf([object])).toBe(wrong);
    expect(await inPdf([packedObject(object)])).toBe(wrong);
  });

  it('that is another kind of file too is refused', async () => {
    const pdf = written();
    expect(await fault('PDF', Buffer.concat([pdf, zip]))).toBe('TWO_KINDS');
    expect(await fault('PDF', Buffer.concat([pdf, zip, Buffer.from('\n%%EOF\n')]))).toBe('TWO_KINDS');
    expect(await fault('PDF', Buffer.concat([pdf, photo, Buffer.from('\n%%EOF\n')]))).not.toBeNull();
    expect(await fault('PDF', Buffer.concat([photo, pdf]))).toBe('BROKEN');
    expect(await inPdf([stream(zip)])).toBe('TWO_KINDS');
    const page = Buffer.from(pdf.toString('latin1').replace('\n', '\n%<script>alert(1)</script>\n'), 'latin1');
    expect(await fault('PDF', page)).toBe('TWO_KINDS');
    expect(await fault('PDF', Buffer.from('%PDF-1.7\nnothing of it\n%%EOF\n'))).toBe('TWO_KINDS');
    expect(await fault('PDF', Buffer.from('%PDF-1.7\n%%EOF\n'))).toBe('BROKEN');
  });

  it('that grows without bound is refused', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(300_000);
    expect(await inPdf([stream(bomb, '/Filter /FlateDecode')])).toBe('TOO_MUCH');
    expect(await inPdf([stream(bomb, '/Filter /FlateDecode /Type /ObjStm /N 1 /First 4')])).toBe('TOO_MUCH');
    const twice = deflateSync(deflateSync(Buffer.alloc(10_000_000)));
    expect(await inPdf([stream(twice, '/Filter [/FlateDecode /FlateDecode]')])).toBe('TOO_MUCH');
    expect(await inPdf([stream('', '/Subtype /Image /Width 100000 /Height 100000')])).toBe('TOO_MUCH');
    expect(await inPdf(['['.repeat(500) + ']'.repeat(500)])).toBe('TOO_MUCH');
    const kids = `<< /Type /Pages /Kids [${'3 0 R '.repeat(1_001)}] /Count 1001 >>`;
    expect(await inPdf([], { pages: kids })).toBe('TOO_MUCH');
  });
});

describe('A39.2 a picture', () => {
  it('is made anew from its pixels, turned as it was held, without what its camera said', async () => {
    expect(photo.includes(SECRETS[0])).toBe(true);
    expect(photo.includes(SECRETS[1])).toBe(true);
    for (const [kind, file] of [
      ['JPEG', photo],
      ['PNG', shot],
    ] as const) {
      const anew = await pictureAnew(kind, file);
      const { width, height, exif, icc, xmp, orientation, format } = await sharp(anew).metadata();
      expect([format, width, height, exif, icc, xmp, orientation]).toEqual([
        kind.toLowerCase(),
        ...(kind === 'JPEG' ? [32, 64] : [64, 32]),
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      for (const secret of SECRETS) expect(anew.includes(secret)).toBe(false);
    }
    // The quarter that stood in the upper left stands in the upper right once it is turned right.
    const { data, info } = await sharp(await pictureAnew('JPEG', photo))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const redAt = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 0) > 128;
    expect([redAt(4, 4), redAt(27, 4), redAt(4, 59), redAt(27, 59)]).toEqual([false, true, false, false]);
  });

  it('with something behind it, or that is none, is refused', async () => {
    expect(await fault('JPEG', Buffer.concat([photo, zip]))).toBe('TWO_KINDS');
    expect(await fault('PNG', Buffer.concat([shot, zip]))).toBe('TWO_KINDS');
    expect(await fault('PNG', Buffer.concat([shot, Buffer.from([0])]))).toBe('TWO_KINDS');
    expect(await fault('JPEG', photo.subarray(0, 200))).toBe('BROKEN_IMAGE');
    expect(await fault('PNG', shot.subarray(0, 40))).toBe('BROKEN_IMAGE');
    const damaged = Buffer.from(shot);
    damaged.fill(0x55, shot.indexOf('IDAT') + 10, shot.indexOf('IDAT') + 30);
    expect(await fault('PNG', damaged)).toBe('BROKEN_IMAGE');
  });

  it('of more pixels than are decoded is refused before one is', async () => {
    expect(await fault('PNG', claimed(100_000, 100_000, shot))).toBe('TOO_MUCH');
    expect(await fault('PNG', claimed(20_001, 1, shot))).toBe('TOO_MUCH');
    expect(await fault('PNG', claimed(0, 1, shot))).toBe('BROKEN_IMAGE');
    const large = Buffer.from(photo);
    const frame = large.indexOf(Buffer.from([0xff, 0xc0]));
    large.writeUInt16BE(65_000, frame + 5);
    large.writeUInt16BE(65_000, frame + 7);
    expect(await fault('JPEG', large)).toBe('TOO_MUCH');
  });
});

describe('A39.2 in threads', () => {
  it('what is kept comes back, what is wrong is said with its article, and what takes too long ends', async () => {
    expect(Buffer.from(await examine('PDF', plain, 'a')).equals(plain)).toBe(true);
    const code = async (work: Promise<unknown>) =>
      work.then(
        () => null,
        ({ extensions }) => [extensions.code, extensions.reason, extensions.article],
      );
    expect(await code(examine('PDF', written(['<< /JS (x) >>']), 'a'))).toEqual([
      'BAD_USER_INPUT',
      'FILE_SCRIPT',
      '39',
    ]);
    expect(await code(examine('PNG', photo, 'a'))).toEqual(['BAD_USER_INPUT', 'FILE_OTHER_KIND', '39']);
    expect(await code(examine('PDF', plain, 'a', 1))).toEqual(['BAD_USER_INPUT', 'FILE_TOO_LONG', '39']);
  });

  it('nobody has more than two files looked into at once, and others wait their turn', async () => {
    const files = ['a', 'a', 'a', 'b'].map((by) => examine('PNG', shot, by));
    expect((await Promise.allSettled(files)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });
});
