/**
 * The report as PDF: tagged, with the language of each part, every character by a font that holds it. A record stays on one page unless it is longer than
 * one; then its heading is said again.
 */
import { setImmediate } from 'node:timers/promises';
import QRCode from 'qrcode';
import type { ReportStatus } from '../../../subgraphs/reports/reports.ts';
import { certificateTexts } from '../certificate.ts';
import { type EntryTexts, entryTexts } from '../entries.ts';
import { headOf } from '../head.ts';
import { objectionOf } from '../objection.ts';
import type { Report, ReportEntry, ReportSection } from '../report.ts';
import { CERTIFICATE, SECTION_TITLES, TITLES, WORDS } from '../wording.ts';
import type { ReportFonts } from './fonts.ts';
import { type Block, centred } from './letters.ts';
import {
  BANNER,
  BEGIN,
  COLOURS,
  FROM,
  GAP,
  LABEL,
  type Pair,
  pairOf,
  paragraph,
  QR,
  RECORD,
  SECTION,
  SENTENCE,
  SMALL,
  sum,
  TITLE,
  table,
  VALUE,
} from './parts.ts';
import { type Element, MARGIN, Sheet } from './sheet.ts';
import { pointsOf } from './spans.ts';

interface Laid {
  readonly texts: EntryTexts;
  readonly heading: Block;
  readonly pairs: readonly Pair[];
  readonly from: Block;
  readonly height: number;
}

function layOut(sheet: Sheet, entry: ReportEntry): Laid {
  const texts = entryTexts(entry, sheet.language);
  const heading = sheet.block(
    `${texts.heading}${texts.mark}`,
    entry.objected ? { ...RECORD, colour: COLOURS.mark } : RECORD,
  );
  const pairs = texts.pairs.map((pair) => pairOf(sheet, pair));
  const from = sheet.block(texts.from, FROM);
  return { texts, heading, pairs, from, height: heading.height + GAP + sum(pairs) + from.height + 10 };
}

/** Room that has to be left for an entry to begin on this page: all of it, unless it is longer than a page. */
const roomFor = (sheet: Sheet, { height }: Laid): number => (height <= sheet.pageHeight ? height : BEGIN);

/** Of what is said again on each page the first lines alone: a heading that filled a page would leave no room for what it heads. */
const firstLines = (block: Block, most = 3): Block =>
  block.lines.length <= most ? block : { ...block, lines: block.lines.slice(0, most), height: block.lineHeight * most };

function entryInto(sheet: Sheet, parent: Element, laid: Laid): void {
  sheet.need(roomFor(sheet, laid));
  const part = sheet.open('Sect', parent);
  sheet.down(sheet.open('H3', part), laid.heading);
  sheet.y += GAP;
  const again = firstLines(sheet.block(`${laid.texts.heading}${WORDS.continued[sheet.language]}`, RECORD));
  sheet.onTurn = () => {
    sheet.artifactText(again, sheet.y, () => MARGIN);
    sheet.y += again.height + GAP;
  };
  table(sheet, part, laid.pairs);
  sheet.need(laid.from.height);
  sheet.onTurn = undefined;
  sheet.down(sheet.open('P', part), laid.from);
  sheet.y += 4;
  sheet.rule(COLOURS.line);
  part.end();
}

async function sectionInto(sheet: Sheet, { key, asked, entries }: ReportSection): Promise<void> {
  const { language } = sheet;
  const heading = sheet.block(SECTION_TITLES[key][language], SECTION);
  const [first] = entries;
  const laid = first === undefined ? undefined : layOut(sheet, first);
  const below = laid === undefined ? 40 : Math.min(roomFor(sheet, laid), sheet.pageHeight - heading.height - 20);
  sheet.need(8 + heading.height + 9 + below);
  const part = sheet.open('Sect');
  sheet.y += 8;
  sheet.down(sheet.open('H2', part), heading);
  sheet.y += 3;
  sheet.rule(COLOURS.line);
  if (laid === undefined) {
    const none = (asked ? WORDS.none : WORDS.noneOf)[language];
    sheet.down(sheet.open('P', part), sheet.block(none, LABEL));
  } else entryInto(sheet, part, laid);
  for (const entry of entries.slice(1)) {
    // Whoever else is asking has a turn: a report can have thousands of records.
    await setImmediate();
    entryInto(sheet, part, layOut(sheet, entry));
  }
  part.end();
}

async function head(sheet: Sheet, report: Report, status: ReportStatus): Promise<void> {
  const { language } = sheet;
  const width = sheet.width - QR - 20;
  const left = MARGIN + sheet.width - QR;
  sheet.down(sheet.open('H1'), sheet.block(TITLES[report.template][language], TITLE, width));
  sheet.y += 8;
  const pairs = headOf.report(report).map((pair) => pairOf(sheet, pair, width));
  table(sheet, sheet.root, pairs);
  const code = await QRCode.toBuffer(report.verify, { margin: 1, width: 368, errorCorrectionLevel: 'M' });
  const figure = sheet.open('Figure', sheet.root, {
    alt: `${WORDS.verify[language]}: ${report.verify}`,
    bbox: [left, MARGIN, left + QR, MARGIN + QR],
  } as never);
  figure.add(() => sheet.document.image(code, left, MARGIN, { width: QR }));
  const caption = sheet.block(WORDS.verify[language], { size: 7, colour: COLOURS.quiet }, QR + 12);
  sheet.artifactText(caption, MARGIN + QR + 2, centred(left - 6, QR + 12), 'Layout');
  sheet.y = Math.max(sheet.y, MARGIN + QR + 2 + caption.height) + 8;
  if (status.status !== 'SUPERSEDED') return;
  sheet.down(sheet.open('P'), sheet.block(WORDS.superseded[language], BANNER));
  sheet.y += 6;
}

/** Where to object, and what the report is and is not. */
function closing(sheet: Sheet, report: Report): void {
  const { language } = sheet;
  const heading = sheet.block(WORDS.objections[language], SECTION);
  const objections = sheet.block(objectionOf(report), VALUE);
  sheet.need(8 + heading.height + 3 + Math.min(objections.height, sheet.pageHeight - 60));
  sheet.y += 8;
  const part = sheet.open('Sect');
  sheet.down(sheet.open('H2', part), heading);
  sheet.y += 3;
  sheet.down(sheet.open('P', part), objections);
  sheet.y += 12;
  part.end();
  paragraph(sheet, sheet.root, WORDS.notice[language], SMALL);
  if (!sheet.whole) paragraph(sheet, sheet.root, WORDS.missingGlyph[language], SMALL);
}

/** What a certificate says in place of sections; false for a report. */
function certified(sheet: Sheet, report: Report): boolean {
  const texts = certificateTexts(report);
  if (texts === undefined) return false;
  const part = sheet.open('Sect');
  paragraph(sheet, part, texts.sentence, SENTENCE);
  sheet.y += 6;
  table(
    sheet,
    part,
    texts.pairs.map((pair) => pairOf(sheet, pair)),
  );
  sheet.y += 8;
  paragraph(sheet, part, texts.meaning, VALUE);
  part.end();
  paragraph(sheet, sheet.root, CERTIFICATE.notice[sheet.language], SMALL);
  if (!sheet.whole) paragraph(sheet, sheet.root, WORDS.missingGlyph[sheet.language], SMALL);
  return true;
}

/** Writes the report number and "page n of m" on every page. It runs last, because the number of pages is known only then. */
function feet(sheet: Sheet, report: Report): void {
  const { document, language } = sheet;
  const { start, count } = document.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    // The text lies below the margin. With a margin left, pdfkit would begin a new page for it.
    document.page.margins.bottom = 0;
    const words = WORDS.page[language].replace('{page}', String(page + 1)).replace('{pages}', String(count));
    const foot = sheet.block(`${report.jti}    ${words}`, SMALL);
    sheet.artifactText(foot, document.page.height - 38, centred(MARGIN, sheet.width));
  }
}

/** Every text that the PDF shows, for the fonts to be chosen. */
function textsOf(report: Report): string[] {
  const { language, sections } = report;
  const said = [
    TITLES[report.template],
    ...Object.values(WORDS),
    ...Object.values(SECTION_TITLES),
    CERTIFICATE.notice,
  ].map((both) => both[language]);
  const { sentence, pairs = [], meaning } = certificateTexts(report) ?? {};
  const entries = sections.flatMap(({ entries }) => entries.map((entry) => entryTexts(entry, language)));
  return [
    ...said,
    ...headOf.report(report).flat(),
    ...(sentence === undefined || meaning === undefined ? [objectionOf(report)] : [sentence, ...pairs.flat(), meaning]),
    ...entries.flatMap(({ heading, mark, pairs, from }) => [heading, mark, from, ...pairs.flat()]),
  ];
}

/** The report as PDF. */
export async function reportPdf(report: Report, status: ReportStatus, fonts: ReportFonts): Promise<Buffer> {
  const sheet = new Sheet({
    language: report.language,
    title: TITLES[report.template][report.language],
    subject: report.jti,
    created: new Date(report.issuedAt),
    faces: await fonts.facesFor(pointsOf(textsOf(report))),
    bold: await fonts.bold(),
  });
  await head(sheet, report, status);
  if (!certified(sheet, report)) {
    for (const section of report.sections) await sectionInto(sheet, section);
    closing(sheet, report);
  }
  feet(sheet, report);
  return sheet.end();
}
