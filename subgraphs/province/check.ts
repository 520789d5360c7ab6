/** Checks a file in itself and beside what is held: doubled entries, codes that nobody knows, ends that cannot be, and what the first file must make. */
import type { UnitKind } from '../../schema/law/facts.ts';
import type { Localized } from '../../schema/localized.ts';
import { PROVINCE_CHECKS as SAY } from '../../schema/messages/province/checks.ts';
import type { FaultAt } from './compare/change.ts';
import { limitName } from './compare/published.ts';
import type { DutyEntry, Province } from './form.ts';
import type { HeldProvince } from './held.ts';
import type { Path, ProvinceFile } from './read.ts';

type Named = readonly (readonly [path: Path, name: string])[];

/** One duty: the department, the matter and the items, in any order (Article 22). */
const dutyOf = ({ department, matter, items }: DutyEntry): string =>
  `duties ${department} ${matter} ${[...new Set(items)].sort().join(',')}`;

/** What each entry is known by. Two entries of one name are one too many. */
function names(file: Province): Named {
  const { units, calendars, displayPeriods, items, purposes, limits, lists, measures, agreements, duties } = file;
  return [
    ...units.map(({ code }, at) => [['units', at], `units ${code}`] as const),
    ...calendars.map(({ year }, at) => [['calendars', at], `calendars ${year}`] as const),
    ...displayPeriods.map(({ edition }, at) => [['displayPeriods', at], `displayPeriods ${edition}`] as const),
    ...items.map(({ code, edition }, at) => [['items', at], `items ${code} ${edition}`] as const),
    ...purposes.map(({ code, effectiveFrom }, at) => [['purposes', at], `purposes ${code} ${effectiveFrom}`] as const),
    ...limits.map((one, at) => [['limits', at], `limits ${limitName(one)}`] as const),
    ...lists.map(({ code }, at) => [['lists', at], `lists ${code}`] as const),
    ...lists.flatMap(({ code, standards }, at) =>
      standards.map(
        ({ edition }, inner) => [['lists', at, 'standards', inner], `lists ${code} standards ${edition}`] as const,
      ),
    ),
    ...measures.map(({ code, edition }, at) => [['measures', at], `measures ${code} ${edition}`] as const),
    ...agreements.flatMap((one, at) =>
      one.ended === null ? [[['agreements', at], `agreements ${one.reference}`] as const] : [],
    ),
    ...duties.flatMap((one, at) => (one.ended === null ? [[['duties', at], dutyOf(one)] as const] : [])),
    ...calendars.flatMap(({ year, days }, at) =>
      days.map(({ date }, inner) => [['calendars', at, 'days', inner], `calendars ${year} ${date}`] as const),
    ),
    ...items.flatMap(({ code, edition, elements }, at) =>
      elements.map(
        ({ name }, inner) => [['items', at, 'elements', inner], `items ${code} ${edition} ${name}`] as const,
      ),
    ),
  ];
}

function doubled({ province, placeOf }: ProvinceFile): FaultAt[] {
  const first = new Map<string, Path>();
  return names(province).flatMap(([path, name]): FaultAt[] => {
    const known = first.get(name);
    if (known !== undefined) return [{ path, said: SAY.twice(name, placeOf(known).line) }];
    first.set(name, path);
    return [];
  });
}

/** Every code that an entry names, with the kind that a unit must have for it. */
function* namedCodes(
  file: Province,
): Generator<readonly [Path, 'unit' | 'item' | 'purpose' | 'list', string, UnitKind?]> {
  const each = (path: Path, codes: readonly string[] | null) =>
    (codes ?? []).map((code, at) => [[...path, at], code] as const);
  for (const [at, one] of file.items.entries()) {
    yield [['items', at, 'providingUnit'], 'unit', one.providingUnit];
    for (const [path, code] of each(['items', at, 'providers', 'units'], one.providers.units))
      yield [path, 'unit', code, 'PROVIDER'];
  }
  for (const [at, one] of file.purposes.entries())
    for (const [path, code] of each(['purposes', at, 'needs'], one.needs)) yield [path, 'item', code];
  for (const [at, one] of file.limits.entries()) {
    yield [['limits', at, 'purpose'], 'purpose', one.purpose];
    if (one.item !== null) yield [['limits', at, 'item'], 'item', one.item];
    if (one.party !== null) yield [['limits', at, 'party'], 'unit', one.party, 'PARTY'];
  }
  for (const [at, one] of file.lists.entries()) {
    yield [['lists', at, 'item'], 'item', one.item];
    for (const [inner, { designatingUnits }] of one.standards.entries())
      for (const [path, code] of each(['lists', at, 'standards', inner, 'designatingUnits'], designatingUnits))
        yield [path, 'unit', code];
  }
  for (const [at, one] of file.measures.entries())
    for (const [path, code] of each(['measures', at, 'lists'], one.lists)) yield [path, 'list', code];
  for (const [at, one] of file.agreements.entries()) {
    yield [['agreements', at, 'party'], 'unit', one.party, 'PARTY'];
    for (const [path, code] of each(['agreements', at, 'items'], one.items)) yield [path, 'item', code];
    for (const [path, code] of each(['agreements', at, 'purposes'], one.purposes)) yield [path, 'purpose', code];
  }
  for (const [at, one] of file.duties.entries()) {
    yield [['duties', at, 'department'], 'unit', one.department, 'DEPARTMENT'];
    for (const [path, code] of each(['duties', at, 'items'], one.items)) yield [path, 'item', code];
  }
}

const UNKNOWN = { unit: SAY.unknownUnit, item: SAY.unknownItem, purpose: SAY.unknownPurpose, list: SAY.unknownList };

function strangers(held: HeldProvince, file: Province): FaultAt[] {
  const codesOf = (name: 'items' | 'purposes' | 'lists'): Set<string> =>
    new Set([...held[name], ...file[name]].map(({ code }) => code));
  const units = new Map([...held.units, ...file.units].map((unit) => [unit.code, unit]));
  const known = { item: codesOf('items'), purpose: codesOf('purposes'), list: codesOf('lists') };
  const fault = (what: keyof typeof UNKNOWN, code: string, kind: UnitKind | undefined): Localized | undefined => {
    if (what !== 'unit') return known[what].has(code) ? undefined : UNKNOWN[what](code);
    const unit = units.get(code);
    if (unit === undefined) return SAY.unknownUnit(code);
    return kind === undefined || unit.kinds.includes(kind) ? undefined : SAY.kindOfUnit(code, kind);
  };
  return [...namedCodes(file)].flatMap(([path, what, code, kind]) => {
    const said = fault(what, code, kind);
    return said === undefined ? [] : [{ path, said }];
  });
}

function ends(held: HeldProvince, file: Province, today: string): FaultAt[] {
  const registered = (['units', 'agreements', 'duties'] as const).flatMap((section) =>
    file[section].flatMap(({ ended }, at) =>
      ended !== null && ended.on > today ? [{ path: [section, at, 'ended', 'on'], said: SAY.endInFuture(today) }] : [],
    ),
  );
  // Until now an edition was in force: what was answered on it does not become wrong afterwards.
  const published = file.items.flatMap(({ code, edition, effectiveUntil }, at) => {
    const was = held.items.find((one) => one.code === code && one.edition === edition);
    return was?.effectiveUntil === null && effectiveUntil !== null && effectiveUntil < today
      ? [{ path: ['items', at, 'effectiveUntil'], said: SAY.lastDay(today) }]
      : [];
  });
  return [...registered, ...published];
}

function daysOff({ calendars }: Province): FaultAt[] {
  return calendars.flatMap(({ year, days }, at) => {
    const path: Path = ['calendars', at, 'days'];
    const foreign = days.flatMap(({ date }, inner) =>
      date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`)
        ? []
        : [{ path: [...path, inner, 'date'], said: SAY.dayOfYear(date, year) }],
    );
    return days.some(({ date }) => date === `${year}-01-01`)
      ? foreign
      : [...foreign, { path, said: SAY.newYear(year) }];
  });
}

/** Whether nobody has signed yet: there is no authority, and never was one. */
export const isFirst = (held: HeldProvince): boolean => !held.units.some(({ kinds }) => kinds.includes('AUTHORITY'));

/** The first file makes one operator and one authority. From then on there is always an authority, or nothing could be published any more. */
function keepers(held: HeldProvince, file: Province): FaultAt[] {
  const after = new Map([...held.units, ...file.units].map((unit) => [unit.code, unit]));
  const standing = (kind: UnitKind) =>
    [...after.values()].filter(({ kinds, ended }) => ended === null && kinds.includes(kind));
  const path: Path = ['units'];
  if (isFirst(held))
    return (['OPERATOR', 'AUTHORITY'] as const).flatMap((kind) => {
      const count = standing(kind).length;
      return count === 1 ? [] : [{ path, said: SAY.firstFile(kind, count) }];
    });
  return (['OPERATOR', 'AUTHORITY'] as const).flatMap((kind) => {
    if (standing(kind).length > 0) return [];
    const at = file.units.findIndex(({ code }) =>
      held.units.some((one) => one.code === code && one.kinds.includes(kind)),
    );
    return at < 0 ? [] : [{ path: [...path, at], said: SAY.lastKeeper(file.units[at]?.code ?? '', kind) }];
  });
}

/** Every fault of a file that can be told without changing anything. */
export function checkProvince(held: HeldProvince, file: ProvinceFile, today: string): FaultAt[] {
  const { province } = file;
  return [
    ...doubled(file),
    ...strangers(held, province),
    ...ends(held, province, today),
    ...daysOff(province),
    ...keepers(held, province),
  ];
}
