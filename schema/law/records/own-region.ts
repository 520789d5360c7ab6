/**
 * Whether a record is of a unit's own region (Article 21). It is where the authority that decided it is; a registration where its subject is registered.
 * What names neither is the unit's own act, for which it answers.
 */
import { liesIn, regionOfAuthority } from '../asking/unit-region.ts';
import type { RecordType } from '../facts.ts';
import { documentKey } from './document-number.ts';
import type { DeliveringUnit } from './providing-units.ts';

/** A registered unit, as an authority is recognized by it. */
export interface KnownUnit extends Pick<DeliveringUnit, 'code' | 'region' | 'line'> {
  readonly name: string;
  readonly uscc: string | null;
}

/** What a record says of where it is from. */
export interface Decided {
  readonly recordType: RecordType;
  readonly subject: { readonly type: string; readonly value: string };
  readonly content: Readonly<Record<string, string | readonly string[]>>;
}

/** Elements that name who decided, by type of record: its credit code, its name. */
const AUTHORITY_NAMES = ['authorityName', 'registrationAuthority', 'awardedBy', 'court'] as const;

export type RegionLack =
  /** Another region than the unit's. */
  | { readonly kind: 'ELSEWHERE'; readonly region: string }
  /** A unit of another line decided. */
  | { readonly kind: 'LINE'; readonly unit: string }
  /** What the record names is no registered unit, and names no division. */
  | { readonly kind: 'UNPLACED' };

const text = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** Registered units by credit code and by name: a file asks for each of its rows. */
export interface Register {
  readonly byCode: ReadonlyMap<string, KnownUnit>;
  readonly byName: ReadonlyMap<string, KnownUnit>;
}

export const registerOf = (units: readonly KnownUnit[]): Register => ({
  byCode: new Map(units.flatMap((unit) => (unit.uscc === null ? [] : [[unit.uscc, unit] as const]))),
  byName: new Map(units.map((unit) => [documentKey(unit.name), unit])),
});

/** Digits 3 to 8 of a credit code: the division where it was given. */
const registeredIn = ({ type, value }: Decided['subject']): string | undefined =>
  type === 'USCC' ? value.slice(2, 8) : undefined;

const placed = (region: string | null | undefined, own: string): RegionLack | null => {
  if (region === null || region === undefined) return { kind: 'UNPLACED' };
  return liesIn(region, own) ? null : { kind: 'ELSEWHERE', region };
};

/** Why the record is not of the unit's own region; null where it is. Each authority that it names by code or name must be of it: one does not cover another. */
export function regionLack(
  unit: Pick<DeliveringUnit, 'code' | 'region' | 'line'>,
  decided: Decided,
  { byCode, byName }: Register,
): RegionLack | null {
  const own = unit.region;
  if (own === null) return { kind: 'UNPLACED' };
  const { content, recordType, subject } = decided;
  const code = text(content.authorityCode).toUpperCase();
  const names = AUTHORITY_NAMES.map((name) => text(content[name])).filter((name) => name !== '');
  const lackOf = (known: KnownUnit): RegionLack | null => {
    if (known.code === unit.code) return null;
    if (known.line !== null && known.line !== unit.line) return { kind: 'LINE', unit: known.code };
    return placed(known.region, own);
  };
  const coded = byCode.get(code);
  const registered = [coded, ...names.map((name) => byName.get(documentKey(name)))].filter((one) => one !== undefined);
  const other = registered.map(lackOf).find((lack) => lack !== null);
  if (other !== undefined) return other;
  const unregistered = names.filter((name) => !byName.has(documentKey(name)));
  const elsewhere = unregistered
    .map((name) => placed(regionOfAuthority(name), own))
    .find((lack) => lack?.kind === 'ELSEWHERE');
  if (elsewhere !== undefined) return elsewhere;
  if (registered.length > 0) return null;
  const [named] = unregistered;
  if (recordType === 'Registration') {
    const stated = text(content.regionCode) || registeredIn(subject);
    return placed(stated ?? (named === undefined ? undefined : regionOfAuthority(named)), own);
  }
  // A credit code alone still tells where its authority was registered.
  if (named !== undefined) return placed(regionOfAuthority(named) ?? (code === '' ? undefined : code.slice(2, 8)), own);
  return code === '' ? null : placed(code.slice(2, 8), own);
}
