/** Renders a report as PDF. A character that the font lacks is shown as its code point `[U+…]`, never as an empty box. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { ReportStatus } from '../../subgraphs/reports/reports.ts';
import { headOf } from './head.ts';
import { nameIn, type Report, type ReportEntry } from './report.ts';
import { labelOf, SECTION_TITLES, TITLES, WORDS, wordOf } from './wording.ts';

/** Folder of the font files. The package exports only their names, so the path is found from its entry file. */
const FONTS = fileURLToPath(new URL('../fonts', import.meta.resolve('@embedpdf/fonts-sc')));

interface Face {
  readonly bytes: Buffer;
  readonly font: Font;
}

const faces = new Map<string, Face>();

/** Loads a font at the first report: a server that makes none need not hold its eight megabytes. */
function face(weight: 'Regular' | 'Bold'): Face {
  const known = faces.get(weight);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(FONTS, `NotoSansHans-${weight}.otf`));
  const made = { bytes, font: create(bytes) as Font };
  faces.set(weight, made);
  return made;
}

const COLOURS = { ink: '#1d2430', quiet: '#5b6678', line: '#d7dce4', mark: '#8c1d18' } as const;
const MARGIN = 54;
const QR = 92;

/** Replaces characters that the font lacks by their code points. `whole` is false where any was replaced. */
function withCodePoints(text: string, font: Font): { readonly text: string; readonly whole: boolean } {
  let whole = true;
  let out = '';
  for (const character of text.normalize('NFC')) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x20) out += ' ';
    else if (font.hasGlyphForCodePoint(point)) out += character;
    else {
      whole = false;
      out += `[U+${point.toString(16).toUpperCase()}]`;
    }
  }
  return { text: out, whole };
}

type Document = InstanceType<typeof PDFDocument>;

class Writer {
  readonly document: Document;
  readonly report: Report;
  whole = true;
  private readonly font = face('Regular').font;

  constructor(document: Document, report: Report) {
    this.document = document;
    this.report = report;
  }

  legible(text: string): string {
    const { text: out, whole } = withCodePoints(text, this.font);
    this.whole &&= whole;
    return out;
  }

  get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  /** Begins a new page where less than `height` points are left. */
  need(height: number): void {
    if (this.document.y + height > this.document.page.height - MARGIN - 18) this.document.addPage();
  }

  line(text: string, size: number, colour: string, weight: 'Regular' | 'Bold' = 'Regular', width = this.width): void {
    this.document
      .font(weight)
      .fontSize(size)
      .fillColor(colour)
      .text(this.legible(text), MARGIN, this.document.y, { width });
  }

  pair(label: string, value: string, width = this.width): void {
    const { document } = this;
    const column = Math.min(150, width * 0.3);
    const text = this.legible(value);
    document.font('Regular').fontSize(9.5);
    const height = Math.max(
      document.heightOfString(text, { width: width - column - 8 }),
      document.heightOfString(this.legible(label), { width: column }),
    );
    // A pair is kept on one page, unless it is longer than a page.
    if (height < 600) this.need(height + 2);
    const top = document.y;
    document.fillColor(COLOURS.quiet).text(this.legible(label), MARGIN, top, { width: column });
    document.fillColor(COLOURS.ink).text(text, MARGIN + column + 8, top, { width: width - column - 8 });
    if (document.y < top + height && document.y >= top) document.y = top + height;
    document.y += 2;
  }

  rule(): void {
    const { document } = this;
    document
      .moveTo(MARGIN, document.y)
      .lineTo(MARGIN + this.width, document.y)
      .lineWidth(0.5)
      .strokeColor(COLOURS.line)
      .stroke();
    document.y += 6;
  }
}

function entryInto(writer: Writer, entry: ReportEntry): void {
  const { language } = writer.report;
  writer.need(52);
  const mark = entry.objected ? `（${WORDS.objected[language]}）` : '';
  writer.line(
    `${nameIn(entry.list ?? entry.item, language)}${mark}`,
    10.5,
    entry.objected ? COLOURS.mark : COLOURS.ink,
    'Bold',
  );
  writer.document.y += 2;
  for (const [field, value] of Object.entries(entry.values))
    writer.pair(labelOf(field, language), wordOf(value, language));
  for (const field of entry.withheld) writer.pair(labelOf(field, language), `（${WORDS.withheld[language]}）`);
  const from = [
    `${WORDS.occurred[language]} ${entry.occurredOn}`,
    `${WORDS.source[language]} ${nameIn(entry.source, language)}`,
    ...(entry.receivedAt === null ? [] : [`${WORDS.received[language]} ${headOf.instant(entry.receivedAt)}`]),
    ...(entry.displayedUntil === null ? [] : [`${WORDS.displayedUntil[language]} ${entry.displayedUntil}`]),
  ];
  writer.line(from.join(' · '), 8.5, COLOURS.quiet);
  writer.document.y += 4;
  writer.rule();
}

async function head(writer: Writer, status: ReportStatus): Promise<void> {
  const { document, report } = writer;
  const { language } = report;
  const width = writer.width - QR - 20;
  const code = await QRCode.toBuffer(report.verify, { margin: 1, width: 368, errorCorrectionLevel: 'M' });
  document.image(code, MARGIN + writer.width - QR, MARGIN, { width: QR });
  document.font('Regular').fontSize(7).fillColor(COLOURS.quiet);
  document.text(writer.legible(WORDS.verify[language]), MARGIN + writer.width - QR - 6, MARGIN + QR + 2, {
    width: QR + 12,
    align: 'center',
  });
  const below = document.y;
  document.y = MARGIN;
  writer.line(TITLES[report.template][language], 19, COLOURS.ink, 'Bold', width);
  document.y += 8;
  for (const [label, value] of headOf.report(report)) writer.pair(label, value, width);
  document.y = Math.max(document.y, below) + 8;
  if (status.status === 'SUPERSEDED') {
    writer.line(WORDS.superseded[language], 11, COLOURS.mark, 'Bold');
    document.y += 6;
  }
}

/** Writes the report number and "page n of m" on every page. It runs last, because the number of pages is known only then. */
function feet({
  document,
  report,
  legible,
}: Pick<Writer, 'document' | 'report'> & { legible: (text: string) => string }): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // The text lies below the margin. With a margin left, pdfkit would begin a new page for it.
    document.page.margins.bottom = 0;
    const words = WORDS.page[report.language].replace('{page}', String(page + 1)).replace('{pages}', String(count));
    document
      .font('Regular')
      .fontSize(8)
      .fillColor(COLOURS.quiet)
      .text(legible(`${report.jti}    ${words}`), MARGIN, document.page.height - 36, {
        width: document.page.width - 2 * MARGIN,
        align: 'center',
        lineBreak: false,
      });
  }
}

/** The report as PDF. */
export async function reportPdf(report: Report, status: ReportStatus): Promise<Buffer> {
  const { language } = report;
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: TITLES[report.template][language], Subject: report.jti, CreationDate: new Date(report.issuedAt) },
  } as ConstructorParameters<typeof PDFDocument>[0]);
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve) => document.on('end', () => resolve()));
  document.registerFont('Regular', face('Regular').bytes);
  document.registerFont('Bold', face('Bold').bytes);
  document.font('Regular');
  const writer = new Writer(document, report);
  await head(writer, status);
  for (const { key, asked, entries } of report.sections) {
    writer.need(70);
    document.y += 8;
    writer.line(SECTION_TITLES[key][language], 13, COLOURS.ink, 'Bold');
    document.y += 3;
    writer.rule();
    if (entries.length === 0) writer.line(asked ? WORDS.none[language] : WORDS.noneOf[language], 9.5, COLOURS.quiet);
    for (const entry of entries) entryInto(writer, entry);
  }
  writer.need(60);
  document.y += 12;
  writer.line(WORDS.notice[language], 8, COLOURS.quiet);
  if (!writer.whole) writer.line(WORDS.missingGlyph[language], 8, COLOURS.quiet);
  feet({ document, report, legible: (text) => writer.legible(text) });
  document.end();
  await ended;
  return Buffer.concat(parts);
}
