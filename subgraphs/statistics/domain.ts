/** What statistics count by: every value of every key, determined without the data. If empty groups were left out, their absence would reveal that they are empty. */
import { NATURES, type Nature } from '../../schema/law/facts.ts';
import { INDUSTRIES, monthsUntil, REGIONS, type StatisticsKey } from '../../schema/law/statistics.ts';
import type { Directory } from '../request/directory.ts';

export type Domain = Readonly<Record<StatisticsKey, readonly string[]>>;

/** Kinds of unit that do not designate. */
const OUTSIDE: ReadonlySet<string> = new Set(['PARTY', 'COLLECTOR']);

/** The values on a day, from published lists alone: the catalog in force, the register of units, divisions, sections, months. */
export const domainOf = ({ items, units }: Directory, asOf: string): Domain => ({
  REGION: REGIONS,
  ITEM: [...items.values()].filter((item) => item.information === 'PUBLIC').map((item) => item.code),
  NATURE: NATURES,
  MONTH: monthsUntil(asOf),
  INDUSTRY: INDUSTRIES,
  DESIGNATING_UNIT: [...units.values()].filter((unit) => !OUTSIDE.has(unit.kind)).map((unit) => unit.code),
});

/** Nature of each item in force. */
export const naturesOf = ({ items }: Directory): ReadonlyMap<string, Nature> =>
  new Map([...items.values()].map(({ code, nature }) => [code, nature]));

/** Every combination of values; the last key changes fastest. */
export const combinations = (values: readonly (readonly string[])[]): string[][] =>
  values.reduce<string[][]>((heads, next) => heads.flatMap((head) => next.map((value) => [...head, value])), [[]]);
