/** Draws the results of a run as an SVG chart: a row for each operation, a panel for each measure, this gateway above the stock one. */

import type { Operation } from '../settings.ts';
import type { Figures } from './figures.ts';

/** One operation and the figures of the two sides, this gateway first. */
export interface Comparison {
  readonly operation: Operation;
  readonly sides: readonly { readonly name: string; readonly figures: Figures }[];
}

interface Measure {
  readonly title: string;
  readonly better: 'more' | 'less';
  readonly of: (figures: Figures) => number;
}

const MEASURES: readonly Measure[] = [
  { title: 'requests/s', better: 'more', of: (figures) => figures.perSecond },
  { title: 'p99, ms', better: 'less', of: (figures) => figures.p99 },
  { title: 'CPU, ms each', better: 'less', of: (figures) => figures.cpuMs },
  { title: 'memory, MiB', better: 'less', of: (figures) => figures.residentMiB },
];

const LEFT = 116;
const TOP = 64;
const PANEL = 216;
const GAP = 14;
const ROW = 62;
const BAR = 18;
/** Space after the longest bar for its number and ratio. */
const LABEL = 92;
const FOOT = 20;

/** Colours that colour-blind readers can tell apart, in print too. */
const COLOURS = ['#0b5cad', '#b8bec6'] as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const text = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more === '' ? '' : ` ${more}`}>${escaped(content)}</text>`;

const short = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** The bars of an operation for one measure. The longer one fills the panel, so lengths can be compared only within a row. */
function bars({ sides }: Comparison, { of }: Measure, x: number, y: number): string[] {
  const values = sides.map(({ figures }) => of(figures));
  const longest = Math.max(...values);
  const [, other] = values;
  return values.flatMap((value, index) => {
    const length = longest === 0 ? 0 : (value / longest) * (PANEL - LABEL);
    const top = y + index * (BAR + 4);
    const ratio = index === 0 && other !== undefined && other > 0 ? ` (×${(value / other).toFixed(2)})` : '';
    return [
      `<rect x="${x}" y="${top}" width="${length.toFixed(1)}" height="${BAR}" rx="2" fill="${COLOURS[index] ?? COLOURS[1]}"/>`,
      text(Math.round(x + length + 5), top + 13, `${short(value)}${ratio}`, index === 0 ? 'font-weight="600"' : ''),
    ];
  });
}

/**
 * Draws the comparisons as SVG, with `notes` (machine, versions, settings) at the foot. Its title and description hold the figures as text too,
 * for screen readers.
 */
export function chart(comparisons: readonly Comparison[], notes: readonly string[]): string {
  const width = LEFT + MEASURES.length * (PANEL + GAP);
  const height = TOP + comparisons.length * ROW + notes.length * FOOT + 16;
  const names = comparisons[0]?.sides.map(({ name }) => name) ?? [];
  const descriptions = comparisons.map(
    ({ operation, sides }) =>
      `${operation}: ${sides.map(({ name, figures }) => `${name} ${MEASURES.map(({ title, of }) => `${short(of(figures))} ${title}`).join(', ')}`).join('; ')}.`,
  );
  const legend = names.flatMap((name, index) => [
    `<rect x="${LEFT + index * 330}" y="12" width="12" height="12" rx="2" fill="${COLOURS[index] ?? COLOURS[1]}"/>`,
    text(LEFT + index * 330 + 18, 23, name),
  ]);
  const heads = MEASURES.map(({ title, better }, column) =>
    text(LEFT + column * (PANEL + GAP), TOP - 14, `${title} (${better} is better)`, 'font-weight="600"'),
  );
  const rows = comparisons.flatMap((comparison, row) => [
    text(16, TOP + row * ROW + 24, comparison.operation, 'font-weight="600"'),
    ...MEASURES.flatMap((measure, column) => bars(comparison, measure, LEFT + column * (PANEL + GAP), TOP + row * ROW)),
  ]);
  const foot = notes.map((note, line) =>
    text(16, TOP + comparisons.length * ROW + 12 + line * FOOT, note, 'fill="#57606a"'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">`,
    `<title>${escaped(names.join(' beside '))}</title>`,
    `<desc>${escaped(descriptions.join(' '))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...legend,
    ...heads,
    ...rows,
    ...foot,
    '</svg>',
    '',
  ].join('\n');
}
