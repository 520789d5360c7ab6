/** The letters of a PDF: which font draws which character, and a text as lines of a width that are not yet on a page. */
import type PDFDocument from 'pdfkit';
import type { Language } from '../templates.ts';
import type { Face } from './font-file.ts';
import type { DrawingFace } from './fonts.ts';
import { type Line, linesOf } from './lines.ts';
import { type FaceOf, runsOf } from './spans.ts';

export interface Style {
  /** Size of the letters in points. */
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
}

/** A text in lines, not yet on a page. */
export interface Block {
  readonly lines: readonly Line[];
  readonly style: Style;
  readonly lineHeight: number;
  readonly height: number;
}

/** Height of a line, and how far its base line lies below its top, as a share of the size. */
const LINE = 1.42;
export const ASCENT = 1.08;

/** The fonts of a document. */
export interface FacesOf {
  /** In the order in which they are asked for a character; the first is that of the document. */
  readonly faces: readonly DrawingFace[];
  /** The bold one of the first. */
  readonly bold: Face;
}

export class Letters {
  private readonly document: InstanceType<typeof PDFDocument>;
  private readonly language: Language;
  private readonly faceOf: FaceOf;

  constructor(document: InstanceType<typeof PDFDocument>, language: Language, { faces, bold }: FacesOf) {
    this.document = document;
    this.language = language;
    document.registerFont('Bold', bold.bytes, bold.member);
    for (const [place, { bytes, member }] of faces.entries()) document.registerFont(`Face${place}`, bytes, member);
    const known = new Map<number, number | undefined>();
    this.faceOf = (point) => {
      if (!known.has(point)) {
        const found = faces.findIndex(({ draws }) => draws(point));
        known.set(point, found < 0 ? undefined : found);
      }
      return known.get(point);
    };
  }

  /** Makes a font the one that the document draws with. */
  choose(face: number, { size, bold }: Style): void {
    this.document.font(bold === true && face === 0 ? 'Bold' : `Face${face}`).fontSize(size);
  }

  /** `whole` is false where a character is shown as its code point. */
  block(text: string, style: Style, width: number): { readonly block: Block; readonly whole: boolean } {
    const { runs, whole } = runsOf(text, this.language, this.faceOf);
    const lines = linesOf(runs, width, (part, face) => {
      this.choose(face, style);
      return this.document.widthOfString(part);
    });
    const lineHeight = style.size * LINE;
    return { block: { lines, style, lineHeight, height: lines.length * lineHeight }, whole };
  }
}

/** X at which a line stands in the middle. */
export const centred =
  (left: number, width: number) =>
  (line: Line): number =>
    left + (width - line.reduce((sum, fragment) => sum + fragment.width, 0)) / 2;
