/**
 * The fonts of a PDF: the bundled one, those of REPORT_FONTS, then those of the system, so that every name is spelled (GB 18030-2022, level 3).
 * A font of the system is read when a report has a character that those before it lack, and once.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { reportFontMessages } from '../../../schema/messages/door/report-fonts.ts';
import { ConfigFault } from '../../settings/config-fault.ts';
import { type Face, FontFault, hasOutline, readFace, samplesOf, tryEmbedding } from './font-file.ts';

/** Folder of the bundled font files. The package exports only their names, so the path is found from its entry file. */
const BUNDLED = fileURLToPath(new URL('../fonts', import.meta.resolve('@embedpdf/fonts-sc')));

/**
 * Fonts of systems with characters that the bundled one lacks, in the order in which they are asked: the planes of rare characters first. Debian's and
 * Fedora's hanazono and noto-cjk, Alpine's and Arch's noto-cjk, what Windows and macOS bring.
 */
export const SYSTEM_FONTS: readonly string[] = [
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
  '/usr/share/fonts/hanazono-fonts/HanaMinB.ttf',
  '/usr/share/fonts/TTF/HanaMinB.ttf',
  'C:\\Windows\\Fonts\\simsunb.ttf',
  'C:\\Windows\\Fonts\\SimsunExtG.ttf',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/hanazono/HanaMinA.ttf',
  '/usr/share/fonts/hanazono-fonts/HanaMinA.ttf',
  '/usr/share/fonts/TTF/HanaMinA.ttf',
  '/System/Library/Fonts/Supplemental/Songti.ttc',
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
];

export interface FontOptions {
  /** Files of REPORT_FONTS, in their order. */
  readonly files?: readonly string[];
  /** Files that are asked where they are there. */
  readonly system?: readonly string[];
  readonly log: Pick<Logger, 'warn'>;
}

/** A font with the characters that it draws in one report. */
export interface DrawingFace extends Face {
  readonly draws: (point: number) => boolean;
}

export interface ReportFonts {
  /** The bundled bold font. */
  bold(): Promise<Face>;
  /**
   * Fonts that together hold the characters, as far as any does, in the order in which they are asked. The bundled one is always the first. Each was
   * tried with the characters that it is to draw.
   */
  facesFor(points: ReadonlySet<number>): Promise<readonly DrawingFace[]>;
}

/** Reads the files of REPORT_FONTS and embeds characters of each for a trial. Throws ConfigFault: the file, what is wrong, what to do. */
async function namedFaces(files: readonly string[]): Promise<readonly Face[]> {
  const faces: Face[] = [];
  for (const path of files) {
    try {
      const face = await readFace(path);
      tryEmbedding(face, samplesOf(face));
      faces.push(face);
    } catch (error) {
      throw error instanceof FontFault ? new ConfigFault(reportFontMessages[error.kind](path)) : error;
    }
  }
  return faces;
}

/** Opens the fonts. Without `files` nothing is read before the first report. */
export async function openFonts({ files = [], system = SYSTEM_FONTS, log }: FontOptions): Promise<ReportFonts> {
  const named = await namedFaces(files);
  const read = new Map<string, Promise<Face>>();
  const bundled = (name: string): Promise<Face> => {
    const path = join(BUNDLED, name);
    const face = read.get(path) ?? readFace(path);
    read.set(path, face);
    return face;
  };
  /** Fonts that failed. A font that failed once is asked no more. */
  const failed = new Set<string>();
  const fails = (path: string, fault: unknown): void => {
    if (!failed.has(path))
      log.warn(
        { font: path, fault: fault instanceof FontFault ? fault.kind : 'cannotEmbed' },
        'a font cannot be used for reports; it is passed over',
      );
    failed.add(path);
  };
  const ofSystem = async (path: string): Promise<Face | undefined> => {
    if (failed.has(path) || !existsSync(path)) return undefined;
    try {
      const face = read.get(path) ?? readFace(path);
      read.set(path, face);
      return await face;
    } catch (error) {
      fails(path, error);
      return undefined;
    }
  };
  const tried = new Map<Face, Set<number>>();
  /** Whether the font draws the characters. Each is tried once. */
  const draws = (face: Face, points: readonly number[]): boolean => {
    const known = tried.get(face) ?? new Set();
    tried.set(face, known);
    const fresh = points.filter((point) => !known.has(point));
    try {
      if (fresh.length > 0) tryEmbedding(face, fresh);
    } catch (error) {
      fails(face.path, error);
      return false;
    }
    for (const point of fresh) known.add(point);
    return true;
  };
  const heldOf = (face: Face, points: readonly number[]): readonly number[] => {
    try {
      return points.filter((point) => hasOutline(face, point));
    } catch (error) {
      fails(face.path, error);
      return [];
    }
  };
  return {
    bold: () => bundled('NotoSansHans-Bold.otf'),
    facesFor: async (points) => {
      const first = await bundled('NotoSansHans-Regular.otf');
      const faces: DrawingFace[] = [{ ...first, draws: (point) => first.font.hasGlyphForCodePoint(point) }];
      let missing = [...points].filter((point) => !first.font.hasGlyphForCodePoint(point));
      for (const source of [...named, ...system]) {
        if (missing.length === 0) break;
        const face = typeof source === 'string' ? await ofSystem(source) : source;
        if (face === undefined || failed.has(face.path)) continue;
        const held = heldOf(face, missing);
        if (held.length === 0 || !draws(face, held)) continue;
        const drawn = new Set(held);
        faces.push({ ...face, draws: (point) => drawn.has(point) });
        missing = missing.filter((point) => !drawn.has(point));
      }
      return faces;
    },
  };
}
