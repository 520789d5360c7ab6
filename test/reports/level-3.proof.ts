/** Every name is spelled, with the fonts of Debian. A proof: it reads fonts of this machine, where there are any. */
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openFonts, SYSTEM_FONTS } from '../../gateway/reports/pdf/fonts.ts';
import { bundledFonts } from './report.ts';

/** The Han characters of level 3 (GB 18030-2022, 87 887): the basic block, extensions A to F, and twelve of the block of compatibility. */
const LEVEL_3: readonly (readonly [first: number, last: number])[] = [
  [0x4e00, 0x9fef],
  [0x3400, 0x4db5],
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
];
const COMPATIBLE = [0xe, 0xf, 0x11, 0x13, 0x14, 0x1f, 0x21, 0x23, 0x24, 0x27, 0x28, 0x29].map((low) => 0xfa00 + low);
const LEVEL_3_POINTS = [
  ...LEVEL_3.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_none, place) => first + place)),
  ...COMPATIBLE,
];

describe.runIf(SYSTEM_FONTS.some((path) => path.endsWith('HanaMinB.ttf') && existsSync(path)))(
  'with fonts-hanazono',
  () => {
    it('A36.3 every Han character of GB 18030-2022, level 3, is drawn by a font, five excepted that fonts-noto-cjk has', async () => {
      expect(LEVEL_3_POINTS).toHaveLength(87_887);
      const bundled = await bundledFonts();
      const [first] = await bundled.facesFor(new Set([0x4e00]));
      const missing = LEVEL_3_POINTS.filter((point) => first?.font.hasGlyphForCodePoint(point) !== true);
      // Of a thousand of them, and of those of the basic block, the embedding is tried; the rest are in the same fonts.
      const share = Math.ceil(missing.length / 1_000);
      const tried = new Set(missing.filter((point, place) => point < 0x10000 || place % share === 0));
      const fonts = await openFonts({ log: pino({ level: 'silent' }) });
      const faces = await fonts.facesFor(tried);
      const left = missing.filter((point) => !faces.some(({ font }) => font.hasGlyphForCodePoint(point)));
      // Five that Unicode 11 added (2018) are in fonts-noto-cjk alone; a machine that has both lacks none.
      expect([[], [0x9feb, 0x9fec, 0x9fed, 0x9fee, 0x9fef]]).toContainEqual(left);
    });
  },
);
