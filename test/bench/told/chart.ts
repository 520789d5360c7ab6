/** Draws the results of a run as an SVG chart: a row for each operation, a panel for each measure, a bar for each side. */
import type { Figures } from './figures.ts';
import type { Letter, Measured } from './results.ts';

interface Measure {
  readonly title: string;
  readonly better: 'more' | 'less';
  readonly of: (figures: Figures) => number;
}

const MEASURES: readonly Measure[] = [
  { title: 'CPU in whole, ms', better: 'less', of: (figures) => figures.cpuMs },
  { title: 'requests/s', better: 'more', of: (figures) => figures.perSecond },
  { title: 'p99, ms', better: 'less', of: (figures) => figures.p99 },
  { title: 'memory, MiB', better: 'less', of: (figures) => figures.residentMiB },
];

const LEFT = 116;
const PANEL = 236;
const GAP = 14;
const BAR = 16;
const STEP = 20;
/** Space between operations. */
const BETWEEN = 22;
/** Space after the longest bar for its number and how many times (a)'s it is. */
const LABEL = 96;
const FOOT = 20;
const LEGEND = 236;

/** Colours that colour-blind readers can tell apart, in print too. */
const COLOURS: Readonly<Record<Letter, string>> = {
  a: '#0b5cad',
  b: '#b8bec6',
  c: '#6aa5dd',
  d: '#e69f00',
  f: '#3c4650',
  h: '#8f7fb8',
  w: '#9ccfc0',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const text = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${x}" y="${y}"${more === '' ? '' : ` ${more}`}>${escaped(content)}</text>`;

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function bars({ sides }: Measured, { of }: Measure, x: number, y: number): string[] {
  const longest = Math.max(...sides.map(({ figures }) => of(figures)));
  const own = sides.find(({ letter }) => letter === 'a');
  return sides.flatMap(({ letter, figures }, index) => {
    const value = of(figures);
    const length = longest === 0 ? 0 : (value / longest) * (PANEL - LABEL);
    const top = y + index * STEP;
    const isOwn = letter === 'a' || own === undefined || of(own.figures) === 0;
    const label = isOwn ? short(value) : `${short(value)} (×${(value / of(own.figures)).toFixed(2)})`;
    return [
      `<rect x="${x}" y="${top}" width="${length.toFixed(1)}" height="${BAR}" rx="2" fill="${COLOURS[letter]}"/>`,
      text(Math.round(x + length + 5), top + 12, label, letter === 'a' ? 'font-weight="600"' : ''),
    ];
  });
}

/**
 * Draws what was measured as SVG, with `notes` (machine, versions, settings) at the foot. Its title and description hold the figures as text too, for screen
 * readers.
 */
export function chart(measured: readonly Measured[], notes: readonly string[]): string {
  const width = LEFT + MEASURES.length * (PANEL + GAP);
  const names = [...new Map(measured.flatMap(({ sides }) => sides).map(({ letter, name }) => [letter, name]))];
  const perLine = Math.floor(width / LEGEND);
  const top = 12 + Math.ceil(names.length / perLine) * 20 + 34;
  const tops = measured.map((_, row) =>
    measured.slice(0, row).reduce((sum, { sides }) => sum + sides.length * STEP + BETWEEN, top),
  );
  const end = measured.reduce((sum, { sides }) => sum + sides.length * STEP + BETWEEN, top);
  const height = end + notes.length * FOOT;
  const descriptions = measured.map(
    ({ operation, sides }) =>
      `${operation}: ${sides.map(({ name, figures }) => `${name} ${MEASURES.map(({ title, of }) => `${short(of(figures))} ${title}`).join(', ')}`).join('; ')}.`,
  );
  const legend = names.flatMap(([letter, name], index) => {
    const [x, y] = [16 + (index % perLine) * LEGEND, 12 + Math.floor(index / perLine) * 20];
    return [
      `<rect x="${x}" y="${y}" width="12" height="12" rx="2" fill="${COLOURS[letter]}"/>`,
      text(x + 18, y + 11, name),
    ];
  });
  const heads = MEASURES.map(({ title, better }, column) =>
    text(LEFT + column * (PANEL + GAP), top - 14, `${title} (${better} is better)`, 'font-weight="600"'),
  );
  const rows = measured.flatMap((one, row) => {
    const y = tops[row] ?? top;
    return [
      text(16, y + 13, one.operation, 'font-weight="600"'),
      ...MEASURES.flatMap((measure, column) => bars(one, measure, LEFT + column * (PANEL + GAP), y)),
    ];
  });
  const foot = notes.map((note, line) => text(16, end + line * FOOT, note, 'fill="#57606a"'));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1f2328">`,
    `<title>${escaped(names.map(([, name]) => name).join(' beside '))}</title>`,
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
