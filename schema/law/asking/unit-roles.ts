/**
 * Which kinds of unit a role may come from, and which kinds one unit may not have together. A bureau that provides and decides has several kinds;
 * who runs or oversees the platform is not one whom it serves.
 */
import type { Role, UnitKind } from '../facts.ts';

/** Roles that a unit acts in. PUBLIC has no unit, and a subject acts for itself. */
export type UnitRole = Exclude<Role, 'PUBLIC' | 'SUBJECT'>;

/** The kind that a unit must have for its token to carry the role. The same table stands in SQL (control.kind_of_role). */
export const KIND_OF_ROLE: Readonly<Record<UnitRole, UnitKind>> = {
  PARTY: 'PARTY',
  DEPARTMENT: 'DEPARTMENT',
  PROVIDER: 'PROVIDER',
  COLLECTOR: 'COLLECTOR',
  OPERATOR: 'OPERATOR',
  // Analysts work for the operator (Articles 17 and 22).
  ANALYST: 'OPERATOR',
  AUTHORITY: 'AUTHORITY',
};

/** Kinds that run or oversee the platform, and kinds of those that it serves for their own business. No unit has one of each. */
export const KEEPING_KINDS: readonly UnitKind[] = ['OPERATOR', 'AUTHORITY'];
export const SERVED_KINDS: readonly UnitKind[] = ['PARTY', 'COLLECTOR'];

/** Whether one unit may have these kinds together. */
export const kindsFit = (kinds: readonly UnitKind[]): boolean =>
  kinds.length > 0 &&
  new Set(kinds).size === kinds.length &&
  !(kinds.some((kind) => KEEPING_KINDS.includes(kind)) && kinds.some((kind) => SERVED_KINDS.includes(kind)));

/** Whether a caller reads what is about all units, and not only what is about its own. */
export const oversees = (role: Role): boolean => role === 'OPERATOR' || role === 'AUTHORITY';

export const isUnitRole = (role: Role): role is UnitRole => role !== 'PUBLIC' && role !== 'SUBJECT';

/** A registered unit, as far as it decides who may come from it. */
export interface StandingUnit {
  readonly kinds: readonly UnitKind[];
  /** The day from which it has ended; null while it is registered. */
  readonly endedOn: string | null;
}

/** Why a token of a role and a unit is not let in. */
export const UNIT_REASONS = ['UNIT_UNKNOWN', 'UNIT_ENDED', 'ROLE_NOT_OF_UNIT'] as const;
export type UnitReason = (typeof UNIT_REASONS)[number];

export const hasEnded = ({ endedOn }: Pick<StandingUnit, 'endedOn'>, today: string): boolean =>
  endedOn !== null && endedOn <= today;

/** Who runs the platform today: the first operator that has not ended. */
export function operatorOf<Unit extends StandingUnit>(units: Iterable<Unit>, today: string): Unit | undefined {
  for (const unit of units) if (unit.kinds.includes('OPERATOR') && !hasEnded(unit, today)) return unit;
  return undefined;
}

/** Why this unit may not act in this role today; undefined where it may. `unit` is undefined where none has the code. */
export function unitFault(role: UnitRole, unit: StandingUnit | undefined, today: string): UnitReason | undefined {
  if (unit === undefined) return 'UNIT_UNKNOWN';
  if (hasEnded(unit, today)) return 'UNIT_ENDED';
  return unit.kinds.includes(KIND_OF_ROLE[role]) ? undefined : 'ROLE_NOT_OF_UNIT';
}
