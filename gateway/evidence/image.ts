/** Pictures: their structure is walked, their size bounded before a pixel is decoded, and what is kept is their pixels alone, encoded anew. */
import sharp from 'sharp';
import { FaultyFile } from './file-fault.ts';
import { checkNoArchive } from './foreign.ts';
import type { Kind } from './kinds.ts';

/** Telephones make up to 50 million pixels; a page at 600 dpi has 35 million. */
const PIXELS_MAX = 52_000_000;
const SIDE_MAX = 20_000;
/** Encoded anew, a picture of 10 MB may become a little larger, and none becomes that. */
const ANEW_MAX = 40 * 1024 * 1024;
const QUALITY = 92;

interface Size {
  readonly width: number;
  readonly height: number;
}

const broken = (): FaultyFile => new FaultyFile('BROKEN_IMAGE');

function checkSize({ width, height }: Size): void {
  if (width === 0 || height === 0) throw broken();
  if (width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX) throw new FaultyFile('TOO_MUCH');
}

const PNG_HEAD = 8;
/** Length, name and check sum of a chunk. */
const PNG_FRAME = 12;
const IHDR_LENGTH = 13;

/** Chunk after chunk from the head to the end; behind it nothing. */
function checkPng(bytes: Buffer): void {
  let at = PNG_HEAD;
  for (let isFirst = true; ; isFirst = false) {
    if (at + PNG_FRAME > bytes.length) throw broken();
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (isFirst) {
      if (name !== 'IHDR' || length !== IHDR_LENGTH || bytes.length < at + PNG_FRAME + length) throw broken();
      checkSize({ width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) });
    }
    at += PNG_FRAME + length;
    if (name === 'IEND') break;
  }
  if (at !== bytes.length) throw new FaultyFile('TWO_KINDS');
}

const JPEG_HEAD = 2;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Start of frame, but for those numbers of the row that mean something else (ITU T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** A marker without a length. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Application segment of the Multi-Picture Format (CIPA DC-007): cameras keep further pictures behind the first. */
const MPF = Buffer.from('MPF\0', 'latin1');

/** Segment after segment to the end of the image; behind it nothing, or the further pictures that a camera announced, which are left behind. */
function checkJpeg(bytes: Buffer): void {
  let at = JPEG_HEAD;
  let sized = false;
  let announced = false;
  for (;;) {
    if (bytes[at] !== 0xff) throw broken();
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined || marker === 0) throw broken();
    at += 2;
    if (marker === END_OF_IMAGE) break;
    if (isBare(marker)) continue;
    if (at + 2 > bytes.length) throw broken();
    const length = bytes.readUInt16BE(at);
    if (length < 2 || at + length > bytes.length) throw broken();
    if (isFrame(marker)) {
      if (length < 8) throw broken();
      checkSize({ height: bytes.readUInt16BE(at + 3), width: bytes.readUInt16BE(at + 5) });
      sized = true;
    }
    announced ||= marker === 0xe2 && MPF.equals(bytes.subarray(at + 2, at + 6));
    at += length;
    // Of a scan the next marker is the first 0xff that neither stands for itself nor restarts.
    if (marker === START_OF_SCAN)
      for (; ; at += 1) {
        at = bytes.indexOf(0xff, at);
        if (at < 0) throw broken();
        const next = bytes[at + 1] ?? 0;
        if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) break;
      }
  }
  if (!sized) throw broken();
  const behind = bytes.subarray(at);
  if (behind.every((byte) => byte === 0)) return;
  if (!announced || !behind.includes(Buffer.from([0xff, 0xd8, 0xff]))) throw new FaultyFile('TWO_KINDS');
}

/** The picture made anew from its pixels: turned as its camera held it, without what else the file said. */
export async function pictureAnew(kind: Exclude<Kind, 'PDF'>, bytes: Buffer): Promise<Buffer> {
  if (kind === 'PNG') checkPng(bytes);
  else checkJpeg(bytes);
  checkNoArchive(bytes);
  sharp.concurrency(1);
  sharp.cache(false);
  try {
    const read = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1 });
    if ((await read.metadata()).format !== kind.toLowerCase()) throw broken();
    const upright = read.autoOrient().toColourspace('srgb');
    const made = await (kind === 'PNG' ? upright.png() : upright.jpeg({ quality: QUALITY })).toBuffer();
    if (made.length > ANEW_MAX) throw new FaultyFile('TOO_MUCH');
    return made;
  } catch (error) {
    if (error instanceof FaultyFile) throw error;
    throw broken();
  }
}
