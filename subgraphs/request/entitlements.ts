/** The caller's entitlements today: agreements and duties that cover its purpose. */
import { badInput } from '../../schema/errors.ts';
import type { StandingUnit } from '../../schema/law/asking/unit-roles.ts';
import type { Activity } from '../../schema/law/facts.ts';
import { callerOf, type Entitlements } from '../../schema/law/scope.ts';
import { inputMessages } from '../../schema/messages/acts/inputs.ts';
import type { Caller, Grounds, Snapshot } from './context.ts';
import type { Directory } from './directory.ts';
import type { Unseen } from './disclosure.ts';

/** Result of `control.entitlements()` for a caller. */
export interface EntitlementsRow {
  readonly version: string;
  /** The calling unit; null where none has its code, or where the caller has none. */
  readonly unit: StandingUnit | null;
  /** Since when it is known that the ledger lost entries, while nobody acknowledged it. */
  readonly gap?: string | null;
  readonly agreements: readonly {
    readonly id: string;
    readonly items: readonly string[];
    readonly purposes: readonly string[];
  }[];
  readonly duties: readonly {
    readonly id: string;
    readonly matter: string;
    readonly items: readonly string[];
    readonly identified: boolean;
    readonly activity: Activity;
  }[];
}

/**
 * All that entitlements may depend on, the day and the database apart. It is the key under which they are cached (snapshot.ts): what a rule must
 * know of a caller and does not stand here cannot be read here, so that no caller gets what was made for another.
 */
export interface Asking extends Pick<Caller, 'role' | 'unit' | 'purpose'> {
  /** The matter that a department named. Other roles have none, whatever they send. */
  readonly matter: string | null;
  readonly caseStated: boolean;
}

export const askingOf = ({ role, unit, purpose, caseReference, matter = null }: Caller): Asking => ({
  role,
  unit,
  purpose,
  matter: role === 'DEPARTMENT' ? matter : null,
  caseStated: caseReference !== null,
});

type StoredDuty = EntitlementsRow['duties'][number];

/**
 * Duties of the named matter. Throws BAD_USER_INPUT with the caller's own matters where none of them is named. A department without any duty here lacks
 * more than a matter: the rules say so.
 */
function ofMatter(duties: readonly StoredDuty[], matter: string | null): readonly StoredDuty[] {
  if (matter === null) return duties;
  const named = duties.filter((duty) => duty.matter === matter);
  if (named.length > 0 || duties.length === 0) return named;
  const own = [...new Set(duties.map((duty) => duty.matter))].sort();
  throw badInput('MATTER_UNKNOWN', inputMessages.matterHeader(own), '22');
}

/** Entitlements for the caller's purpose, and the agreements and duties behind them. Throws BAD_USER_INPUT for a purpose that is not published. */
export function entitlementsOf(
  row: EntitlementsRow,
  caller: Asking,
  directory: Directory,
): { readonly entitlements: Entitlements; readonly grounds: Grounds } {
  const purpose = caller.purpose === null ? undefined : directory.purposes.get(caller.purpose);
  if (caller.purpose !== null && purpose === undefined)
    throw badInput('PURPOSE_UNKNOWN', inputMessages.purposeHeader([...directory.purposes.keys()]), '24');
  const agreements = row.agreements.filter(
    (agreement) => caller.purpose !== null && agreement.purposes.includes(caller.purpose),
  );
  // Without a purpose no duty is looked at, but a matter that is not the caller's is told all the same.
  const underPurpose = row.duties.filter((duty) => purpose === undefined || duty.activity === purpose.activity);
  const nameable = ofMatter(underPurpose, caller.matter).filter(() => purpose !== undefined);
  const matterStated = new Set(nameable.map(({ matter }) => matter)).size === 1;
  const duties = matterStated ? nameable : [];
  const entitlements: Entitlements = {
    // The subject is filled in for each caller (snapshot.ts).
    ...callerOf(caller.role, null),
    purposeStated: purpose !== undefined,
    caseStated: caller.caseStated,
    agreementInForce: row.agreements.length > 0,
    purposeAgreed: agreements.length > 0,
    agreedItems: new Set(agreements.flatMap((agreement) => agreement.items)),
    dutyRegistered: nameable.length > 0,
    matterStated,
    dutyItems: new Set(duties.flatMap((duty) => duty.items)),
    identifiedItems: new Set(duties.filter((duty) => duty.identified).flatMap((duty) => duty.items)),
  };
  return { entitlements, grounds: { agreements, duties, nameable } };
}

/** Agreements by the item that they open to the caller, in the order in which they were concluded. */
export function agreementsOf({ directory, grounds }: Pick<Snapshot, 'directory' | 'grounds'>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, items } of grounds.agreements)
    for (const item of items)
      if (directory.items.get(item)?.openness === 'AGREEMENT') found.set(item, [...(found.get(item) ?? []), id]);
  return found;
}

/** Agreements that cover an item together with another one: which of them is charged must be chosen. */
export const rivalsOf = (snapshot: Snapshot): string[] =>
  snapshot.grounds.agreements.length < 2
    ? []
    : [...new Set([...agreementsOf(snapshot).values()].filter(({ length }) => length > 1).flat())];

/** A subject of which nothing is shown, and the agreements, item by item, that would be charged if data about it were. */
export interface Counting {
  readonly subjectId: string;
  readonly charged: readonly (readonly string[])[];
}

/**
 * Of these subjects, those that would count. Whoever may count no more subjects is refused alike whether data about them are held or not (Article 23).
 * A person counts for items that it authorized.
 */
export function countingOf(
  snapshot: Snapshot,
  unseen: readonly Unseen[],
  authorizations: readonly { readonly subjectId: string; readonly items: readonly string[] }[],
): readonly Counting[] {
  const { organizations, authorizedPersons } = snapshot.scope;
  const agreements = agreementsOf(snapshot);
  const granted = Map.groupBy(authorizations, ({ subjectId }) => subjectId);
  return unseen.flatMap(({ subjectId, personal }) => {
    const authorized = new Set((granted.get(subjectId) ?? []).flatMap(({ items }) => items));
    const items = personal ? authorizedPersons.filter((item) => authorized.has(item)) : organizations;
    const charged = items.flatMap((item) => [agreements.get(item) ?? []]).filter(({ length }) => length > 0);
    return charged.length === 0 ? [] : [{ subjectId, charged }];
  });
}
