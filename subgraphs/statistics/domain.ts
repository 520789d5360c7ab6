/** What statistics count by: every value of every key, determined without the data. If empty groups were left out, their absence would reveal that they are empty. */
import { NATURES, type Nature, UNIT_KINDS } from '../../schema/law/facts.ts';
import { GROUNDS } from '../../schema/law/measures/designations.ts';
import { PERIOD_KINDS } from '../../schema/law/statistics/labels.ts';
import type { Grouping, StatisticsKey, StatisticsTable } from '../../schema/law/statistics/statistics.ts';
import {
  HOME_REGIONS,
  INDUSTRIES,
  monthsUntil,
  OUTCOMES,
  REGIONS,
  yearUntil,
} from '../../schema/law/statistics/values.ts';
import type { Localized } from '../../schema/localized.ts';
import type { Directory } from '../request/directory.ts';

type Values = Readonly<Partial<Record<StatisticsKey, readonly string[]>>>;

/** Values of each table's keys. */
export type Domain = Readonly<Record<StatisticsTable, Values>>;

/** A published list (Article 27). */
export interface List {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Kinds of unit that do not designate. */
const OUTSIDE: ReadonlySet<string> = new Set(['PARTY', 'COLLECTOR']);

/** The values on a day, from published lists alone: the catalog in force, the register of units, purposes, lists, divisions, sections, months. */
export function domainOf(
  { items, units, purposes }: Pick<Directory, 'items' | 'units' | 'purposes'>,
  lists: readonly List[],
  asOf: string,
): Domain {
  const entries = {
    REGION: REGIONS,
    ITEM: [...items.values()].filter((item) => item.information === 'PUBLIC').map((item) => item.code),
    NATURE: NATURES,
    MONTH: monthsUntil(asOf),
    INDUSTRY: INDUSTRIES,
    DESIGNATING_UNIT: [...units.values()].filter((unit) => !OUTSIDE.has(unit.kind)).map((unit) => unit.code),
    UNIT_KIND: UNIT_KINDS,
  };
  return {
    ENTRIES: entries,
    // Penalties are of units of this province; those of subjects from elsewhere are in the total.
    PENALTIES: { REGION: HOME_REGIONS, MONTH: entries.MONTH, INDUSTRY: INDUSTRIES },
    LISTED: { LIST: lists.map(({ code }) => code), GROUND: GROUNDS },
    DISCLOSURES: {
      MONTH: yearUntil(asOf),
      RECIPIENT: [...units.values()].filter(({ kinds }) => kinds.includes('PARTY')).map((unit) => unit.code),
      PURPOSE: [...purposes.keys()],
    },
    PERIODS: { MONTH: yearUntil(asOf), PERIOD: PERIOD_KINDS, OUTCOME: OUTCOMES },
  };
}

/** Names of the values that a register or the catalog holds, by key and value. */
export type Names = Readonly<Partial<Record<StatisticsKey, Readonly<Record<string, Localized>>>>>;

const named = (all: Iterable<{ readonly code: string; readonly name: string; readonly nameEn: string }>) =>
  Object.fromEntries([...all].map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));

export const namesOf = (
  { items, units, purposes }: Pick<Directory, 'items' | 'units' | 'purposes'>,
  lists: readonly List[],
): Names => {
  const ofUnits = named(units.values());
  return {
    ITEM: named(items.values()),
    LIST: named(lists),
    DESIGNATING_UNIT: ofUnits,
    RECIPIENT: ofUnits,
    PURPOSE: named(purposes.values()),
  };
};

/** Nature of each item in force. */
export const naturesOf = ({ items }: Directory): ReadonlyMap<string, Nature> =>
  new Map([...items.values()].map(({ code, nature }) => [code, nature]));

/** Every combination of values; the last key changes fastest. */
export const combinations = (values: readonly (readonly string[])[]): string[][] =>
  values.reduce<string[][]>((heads, next) => heads.flatMap((head) => next.map((value) => [...head, value])), [[]]);

/** Values of each key of a grouping. */
export const valuesOf = (domain: Domain, { table, keys }: Pick<Grouping, 'table' | 'keys'>): (readonly string[])[] =>
  keys.map((key) => domain[table][key] ?? []);
