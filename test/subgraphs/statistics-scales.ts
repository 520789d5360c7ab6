/** The noise of every grouping that is published, worked out apart from the code. */
import { GROUPINGS, PAIRED } from './statistics-census.ts';

/** Scale of the noise of every grouping that is published, worked out by hand: three in ε 1, which has 48 shares. */
export const SCALES: Readonly<Record<string, number>> = {
  '': 24,
  NATURE: 36,
  ...Object.fromEntries(PAIRED.filter((key) => key !== 'NATURE').map((key) => [key, 72])),
  UNIT_KIND: 144,
  ...Object.fromEntries(GROUPINGS.filter(({ length }) => length === 2).map((keys) => [keys.join('+'), 144])),
  'PENALTIES:': 72,
  'PENALTIES:REGION': 72,
  'PENALTIES:MONTH': 72,
  'PENALTIES:INDUSTRY': 72,
  'PENALTIES:REGION+MONTH+INDUSTRY': 36,
  'LISTED:': 72,
  'LISTED:LIST': 144,
  'LISTED:GROUND': 72,
  'DISCLOSURES:RECIPIENT': 72,
  'DISCLOSURES:RECIPIENT+PURPOSE': 72,
  'DISCLOSURES:MONTH+RECIPIENT+PURPOSE': 72,
  'PERIODS:PERIOD+OUTCOME': 144,
  'PERIODS:MONTH+PERIOD+OUTCOME': 144,
};

/** Half of the 95 of 100, and the least that is told, by scale. Reckoned apart from the distribution. */
export const WIDTHS: Readonly<Record<number, readonly [half: number, told: number]>> = {
  24: [72, 345],
  36: [108, 500],
  72: [216, 975],
  144: [431, 1_920],
};
