/** Whom a change touches: counted over what is in force, so that a plan can say it before anything happens. */

import type { HeldProvince } from '../held.ts';
import { NOBODY, type Touched } from './change.ts';

const inForce = ({ agreements, duties }: HeldProvince) => ({
  agreements: agreements.filter(({ ended }) => ended === null),
  duties: duties.filter(({ ended }) => ended === null),
});

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

const watchesOf = (held: HeldProvince, parties: ReadonlySet<string>): number =>
  sum(held.standing.watches.filter(({ unit }) => parties.has(unit)));

/** Those who may see an item on an agreement, a duty or an authorization, and its answerable unit. */
export function byItem(held: HeldProvince, code: string, providingUnit: string): Touched {
  const { agreements, duties } = inForce(held);
  const on = agreements.filter(({ items }) => items.includes(code));
  const by = duties.filter(({ items }) => items.includes(code));
  const parties = new Set(on.map(({ party }) => party));
  return {
    units: [...new Set([providingUnit, ...parties, ...by.map(({ department }) => department)])].sort(),
    agreements: on.length,
    duties: by.length,
    authorizations: sum(held.standing.authorizations.filter(({ items }) => items.includes(code))),
    watches: watchesOf(held, parties),
  };
}

/** Those who ask under a purpose. `party` and `item` narrow it, as a limit does. */
export function byPurpose(
  held: HeldProvince,
  code: string,
  {
    activity = null,
    party = null,
    item = null,
  }: { activity?: string | null; party?: string | null; item?: string | null },
): Touched {
  const { agreements, duties } = inForce(held);
  const fits = (one: { party: string; items: readonly string[]; purposes: readonly string[] }): boolean =>
    one.purposes.includes(code) &&
    (party === null || one.party === party) &&
    (item === null || one.items.includes(item));
  const on = agreements.filter(fits);
  const by = activity === null ? [] : duties.filter((duty) => duty.activity === activity);
  const parties = new Set(on.map((agreement) => agreement.party));
  return {
    units: [...new Set([...parties, ...by.map(({ department }) => department)])].sort(),
    agreements: on.length,
    duties: by.length,
    authorizations: sum(held.standing.authorizations.filter(fits)),
    watches: watchesOf(held, parties),
  };
}

/** A party that loses items or purposes of an agreement. Authorizations count that need what is lost. */
export function byAgreement(
  held: HeldProvince,
  party: string,
  lost: { readonly items: readonly string[]; readonly purposes: readonly string[] },
): Touched {
  return {
    ...NOBODY,
    units: [party],
    agreements: 1,
    authorizations: sum(
      held.standing.authorizations.filter(
        (one) =>
          one.party === party &&
          (one.items.some((item) => lost.items.includes(item)) ||
            one.purposes.some((purpose) => lost.purposes.includes(purpose))),
      ),
    ),
    watches: watchesOf(held, new Set([party])),
  };
}

/** A unit, with all that it has in force. */
export function byUnit(held: HeldProvince, code: string): Touched {
  const { agreements, duties } = inForce(held);
  return {
    units: [code],
    agreements: agreements.filter(({ party }) => party === code).length,
    duties: duties.filter(({ department }) => department === code).length,
    authorizations: sum(held.standing.authorizations.filter(({ party }) => party === code)),
    watches: watchesOf(held, new Set([code])),
  };
}
