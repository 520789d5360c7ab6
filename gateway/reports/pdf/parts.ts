/** Parts of a page that reports and certificates share: styles, a table of labels and values, a paragraph. */
import type { Block, Style } from './letters.ts';
import { type Element, MARGIN, type Sheet } from './sheet.ts';

export const COLOURS = { ink: '#1d2430', quiet: '#5b6678', line: '#d7dce4', mark: '#8c1d18' } as const;
export const QR = 92;
export const GAP = 2;
/** Less than this is no room to begin something longer than a page. */
export const BEGIN = 120;

export const TITLE: Style = { size: 19, colour: COLOURS.ink, bold: true };
export const SECTION: Style = { size: 13, colour: COLOURS.ink, bold: true };
export const RECORD: Style = { size: 10.5, colour: COLOURS.ink, bold: true };
export const LABEL: Style = { size: 9.5, colour: COLOURS.quiet };
export const VALUE: Style = { size: 9.5, colour: COLOURS.ink };
export const FROM: Style = { size: 8.5, colour: COLOURS.quiet };
export const SENTENCE: Style = { size: 12, colour: COLOURS.ink };
export const SMALL: Style = { size: 8, colour: COLOURS.quiet };
export const BANNER: Style = { size: 11, colour: COLOURS.mark, bold: true };

export interface Pair {
  readonly label: Block;
  readonly value: Block;
  /** Where the value begins. */
  readonly x: number;
  readonly height: number;
}

export function pairOf(sheet: Sheet, [label, value]: readonly [string, string], width = sheet.width): Pair {
  const column = Math.min(150, width * 0.3);
  const blocks = { label: sheet.block(label, LABEL, column), value: sheet.block(value, VALUE, width - column - 8) };
  return { ...blocks, x: MARGIN + column + 8, height: Math.max(blocks.label.height, blocks.value.height) + GAP };
}

/** Labels and values as a table of two columns: each label heads its row. */
export function table(sheet: Sheet, parent: Element, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return;
  const whole = sheet.open('Table', parent);
  for (const { label, value, x, height } of pairs) {
    // A pair is kept on one page, unless it is longer than a page.
    if (height <= sheet.pageHeight - BEGIN) sheet.need(height);
    const row = sheet.open('TR', whole);
    const head = sheet.open('TH', row, { scope: 'Row' } as never);
    sheet.columns([
      { element: head, block: label, x: MARGIN },
      { element: sheet.open('TD', row), block: value, x },
    ]);
    sheet.y += GAP;
  }
  whole.end();
}

export const sum = (pairs: readonly Pair[]): number => pairs.reduce((height, pair) => height + pair.height, 0);

export function paragraph(sheet: Sheet, parent: Element, text: string, style: Style): void {
  const block = sheet.block(text, style);
  if (block.height <= sheet.pageHeight) sheet.need(block.height);
  sheet.down(sheet.open('P', parent), block);
  sheet.y += 4;
}
