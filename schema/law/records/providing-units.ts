/**
 * Which units deliver records of a catalog item (Article 21). An item has one answerable unit; beside it its edition may name others, by list or by rule:
 * the units of a line at a level, each for its own region. Who delivers a record answers for it.
 */
import { hasEnded, type StandingUnit } from '../asking/unit-roles.ts';
import type { UnitLevel } from '../facts.ts';

export interface ProviderRule {
  /** The line of work (条线), such as MARKET_REGULATION. */
  readonly line: string;
  /** Null: units of any level. */
  readonly level: UnitLevel | null;
  /** Whether a unit delivers only what was decided in its own region. */
  readonly ownRegion: boolean;
}

/** Who provides, as an edition of an item says it. */
export interface Provision {
  readonly providingUnit: string;
  readonly providerUnits: readonly string[];
  readonly providerRule: ProviderRule | null;
}

/** A unit as far as it decides what the unit delivers. */
export interface DeliveringUnit extends StandingUnit {
  readonly code: string;
  readonly level: UnitLevel;
  readonly region: string | null;
  readonly line: string | null;
}

/** By what a unit provides an item. `OWN_REGION`: by a rule that lets it deliver what was decided in its region. */
export type ProvidesBy = 'ANSWERABLE' | 'LIST' | 'RULE' | 'OWN_REGION';

/** The condition that a unit lacks, the first of them in this order. */
export const PROVISION_LACKS = ['NOT_NAMED', 'ENDED', 'NOT_A_PROVIDER', 'LINE', 'LEVEL', 'REGION'] as const;
export type ProvisionLack = (typeof PROVISION_LACKS)[number];

export type Provides =
  | { readonly by: ProvidesBy; readonly lacks: null }
  | { readonly by: null; readonly lacks: ProvisionLack };

const by = (found: ProvidesBy): Provides => ({ by: found, lacks: null });
const lacks = (lack: ProvisionLack): Provides => ({ by: null, lacks: lack });

/** The unit that is named by its code provides whatever else it is: its token is refused where it is no provider or has ended. */
export function providesItem(item: Provision, unit: DeliveringUnit, today: string): Provides {
  if (item.providingUnit === unit.code) return by('ANSWERABLE');
  if (item.providerUnits.includes(unit.code)) return by('LIST');
  const rule = item.providerRule;
  if (rule === null) return lacks('NOT_NAMED');
  if (hasEnded(unit, today)) return lacks('ENDED');
  if (!unit.kinds.includes('PROVIDER')) return lacks('NOT_A_PROVIDER');
  if (unit.line !== rule.line) return lacks('LINE');
  if (rule.level !== null && unit.level !== rule.level) return lacks('LEVEL');
  if (!rule.ownRegion) return by('RULE');
  return unit.region === null ? lacks('REGION') : by('OWN_REGION');
}
