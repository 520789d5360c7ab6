/**
 * Divisions of the province (GB/T 2260) as units are registered with them and as authorities are named after them: which code fits which level, which
 * code lies in which, and where an authority is by its name.
 */
import counties from '../desensitize/data/gb2260_hlj_areas.json' with { type: 'json' };
import { PREFECTURES_OF_HEILONGJIANG } from '../desensitize/divisions.ts';
import type { UnitLevel } from '../facts.ts';

const PROVINCE = { code: '230000', name: '黑龙江省' } as const;

interface Division {
  readonly code: string;
  readonly name: string;
}

const CITIES: readonly Division[] = Object.entries(PREFECTURES_OF_HEILONGJIANG).map(([digits, name]) => ({
  code: `${digits}00`,
  name,
}));
const COUNTIES: readonly Division[] = counties;

const CODES: Readonly<Record<Exclude<UnitLevel, 'NATIONAL'>, ReadonlySet<string>>> = {
  PROVINCE: new Set([PROVINCE.code]),
  CITY: new Set(CITIES.map(({ code }) => code)),
  COUNTY: new Set(COUNTIES.map(({ code }) => code)),
};

/** Why a unit of this level cannot be registered with this region; undefined where it can. */
export type RegionFault = 'MISSING' | 'NATIONAL' | 'UNKNOWN' | 'LEVEL';

const LEVEL_OF = (region: string): UnitLevel | undefined =>
  (['PROVINCE', 'CITY', 'COUNTY'] as const).find((level) => CODES[level].has(region));

export function regionFault(level: UnitLevel, region: string | null): RegionFault | undefined {
  if (level === 'NATIONAL') return region === null ? undefined : 'NATIONAL';
  if (region === null) return 'MISSING';
  const found = LEVEL_OF(region);
  if (found === undefined) return 'UNKNOWN';
  return found === level ? undefined : 'LEVEL';
}

/** Whether a division is another one or lies in it: `230123` in `230100` and in `230000`. */
export const liesIn = (region: string, within: string): boolean => {
  const digits = within.endsWith('0000') ? within.slice(0, 2) : within.endsWith('00') ? within.slice(0, 4) : within;
  return region.startsWith(digits);
};

/** What a division is called, a county with its city; undefined for a code that the province does not have. */
export function divisionName(region: string): string | undefined {
  if (region === PROVINCE.code) return PROVINCE.name;
  const county = COUNTIES.find(({ code }) => code === region);
  const city = CITIES.find(({ code }) => code === (county === undefined ? region : `${region.slice(0, 4)}00`));
  return county === undefined ? city?.name : `${city?.name ?? ''}${county.name}`;
}

/** Names that several counties bear, such as 向阳区: they say nothing without their city. */
const ALONE: readonly Division[] = COUNTIES.filter(
  ({ name }) => COUNTIES.filter((other) => other.name === name).length === 1,
);

const namedIn = (name: string, divisions: readonly Division[]): Division | undefined =>
  divisions.find((division) => name.includes(division.name));

/**
 * Where an authority is by its name: the narrowest division that it names, as 黑龙江省哈尔滨市道里区市场监督管理局 names 道里区. Undefined where it names none
 * of the province.
 */
export function regionOfAuthority(name: string): string | undefined {
  const city = namedIn(name, CITIES);
  const county =
    city === undefined
      ? namedIn(name, ALONE)
      : namedIn(
          name,
          COUNTIES.filter(({ code }) => liesIn(code, city.code)),
        );
  return county?.code ?? city?.code ?? (name.includes(PROVINCE.name) ? PROVINCE.code : undefined);
}
