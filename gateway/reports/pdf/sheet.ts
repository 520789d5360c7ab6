/**
 * A PDF as it is written: fonts, lines, pages, and its structure for those who do not see it (ISO 32000-1, 14.7 and 14.8). Everything that stands on a
 * page is part of the structure, in the order in which it is read, or an artifact (rules, page numbers, a heading said again).
 */
import PDFDocument from 'pdfkit';
import type { Language } from '../templates.ts';
import { TAG_OF } from '../wording.ts';
import { ASCENT, type Block, type FacesOf, Letters, type Style } from './letters.ts';
import type { Fragment, Line } from './lines.ts';

type Document = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Document['struct']>;

export const MARGIN = 54;
/** Room below the margin for the foot of a page. */
const FOOT = 18;

export interface SheetOptions extends FacesOf {
  readonly language: Language;
  readonly title: string;
  readonly subject: string;
  readonly created: Date;
}

/** A fragment at its place on the page. */
interface Placed {
  readonly fragment: Fragment;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
}

export class Sheet {
  readonly document: Document;
  /** The whole of the structure. */
  readonly root: Element;
  /** False where a character is shown as its code point. */
  whole = true;
  /** Where the next line begins, in points from the top of the page. */
  y = MARGIN;
  /** Writes on each new page what belongs to the record that goes on there. */
  onTurn: (() => void) | undefined;
  readonly language: Language;
  private readonly letters: Letters;
  private readonly bytes: Promise<Buffer>;

  constructor({ language, title, subject, created, faces, bold }: SheetOptions) {
    this.language = language;
    const document = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      tagged: true,
      lang: TAG_OF[language],
      displayTitle: true,
      pdfVersion: '1.7',
      info: { Title: title, Subject: subject, CreationDate: created },
    } as ConstructorParameters<typeof PDFDocument>[0]);
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    this.bytes = new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
    this.letters = new Letters(document, language, { faces, bold });
    this.document = document;
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  private get bottom(): number {
    return this.document.page.height - MARGIN - FOOT;
  }

  /** Height of an empty page. */
  get pageHeight(): number {
    return this.bottom - MARGIN;
  }

  block(text: string, style: Style, width = this.width): Block {
    const { block, whole } = this.letters.block(text, style, width);
    this.whole &&= whole;
    return block;
  }

  turn(): void {
    this.document.addPage();
    this.y = MARGIN;
    this.onTurn?.();
  }

  /** Begins a new page where less than `height` points are left. */
  need(height: number): void {
    if (this.y + height > this.bottom) this.turn();
  }

  /** How many lines of a block still fit on the page. */
  fitting({ lineHeight }: Block): number {
    return Math.max(0, Math.floor((this.bottom - this.y + 0.01) / lineHeight));
  }

  /** Opens an element of the structure. What is drawn into it is drawn at once. */
  open(type: string, parent: Element = this.root, options: Parameters<Document['struct']>[1] = {}): Element {
    const element = this.document.struct(type, options);
    parent.add(element);
    return element;
  }

  private put({ fragment, x, y }: Placed, style: Style): void {
    this.letters.choose(fragment.face, style);
    this.document.fillColor(style.colour).text(fragment.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  /** Writes lines of a block into an element. What is said in the other language stands in a span of that language. */
  write(
    element: Element,
    { lines, style, lineHeight }: Block,
    x: number,
    top: number,
    [from, until] = [0, lines.length],
  ): void {
    const placed = lines.slice(from, until).flatMap((line, row) => {
      let at = x;
      return line.map((fragment): Placed => {
        const place = { fragment, x: at, y: top + row * lineHeight + style.size * ASCENT };
        at += fragment.width;
        return place;
      });
    });
    for (let first = 0, next = 0; first < placed.length; first = next) {
      const language = placed[first]?.fragment.language ?? this.language;
      while (placed[next]?.fragment.language === language) next += 1;
      const stretch = placed.slice(first, next);
      const draw = (): void => {
        for (const one of stretch) this.put(one, style);
      };
      if (language === this.language) element.add(draw);
      else this.open('Span', element, { lang: TAG_OF[language] } as never).add(draw);
    }
  }

  /** Writes a block down the page, onto the next ones where it is longer. */
  down(element: Element, block: Block, x = MARGIN): void {
    this.columns([{ element, block, x }]);
  }

  /** Writes blocks beside each other, as the cells of a row. */
  columns(cells: readonly { readonly element: Element; readonly block: Block; readonly x: number }[]): void {
    const rest = cells.map((cell) => ({ ...cell, from: 0 }));
    for (;;) {
      let tallest = 0;
      for (const cell of rest) {
        const until = Math.min(cell.block.lines.length, cell.from + this.fitting(cell.block));
        this.write(cell.element, cell.block, cell.x, this.y, [cell.from, until]);
        tallest = Math.max(tallest, (until - cell.from) * cell.block.lineHeight);
        cell.from = until;
      }
      this.y += tallest;
      if (rest.every(({ from, block }) => from === block.lines.length)) return;
      this.turn();
    }
  }

  /** Draws what is no content. */
  artifact(draw: () => void, type = 'Layout'): void {
    this.document.markContent('Artifact', { type } as never);
    draw();
    this.document.endMarkedContent();
  }

  /** Lines of a block that are no content. */
  artifactText(
    { lines, style, lineHeight }: Block,
    top: number,
    xOf: (line: Line) => number,
    type = 'Pagination',
  ): void {
    this.artifact(() => {
      for (const [row, line] of lines.entries()) {
        let at = xOf(line);
        for (const fragment of line) {
          this.put({ fragment, x: at, y: top + row * lineHeight + style.size * ASCENT }, style);
          at += fragment.width;
        }
      }
    }, type);
  }

  rule(colour: string): void {
    this.artifact(() => {
      const { document } = this;
      document
        .moveTo(MARGIN, this.y)
        .lineTo(MARGIN + this.width, this.y)
        .lineWidth(0.5)
        .strokeColor(colour)
        .stroke();
    });
    this.y += 6;
  }

  end(): Promise<Buffer> {
    this.root.end();
    this.document.end();
    return this.bytes;
  }
}
