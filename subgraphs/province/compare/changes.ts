/** What a file changes in what is held. Pure: the same two give the same changes, in the order in which they are applied. */

import type { Province } from '../form.ts';
import type { HeldProvince } from '../held.ts';
import { basesCompared } from './bases.ts';
import type { Change, Compared } from './change.ts';
import { publishedCompared } from './published.ts';
import { registeredCompared } from './registered.ts';

/** Each section names only what stands in those before it. */
export const ORDER: readonly Change['section'][] = [
  'units',
  'calendars',
  'displayPeriods',
  'items',
  'purposes',
  'limits',
  'lists',
  'standards',
  'measures',
  'agreements',
  'duties',
];

/**
 * Units end last: what stands on them ends before. Of the others, what ends comes before what begins, so that one can take the other's place.
 */
const turnOf = ({ section, act }: Change): number =>
  section === 'units' && act === 'END' ? ORDER.length * 2 : ORDER.indexOf(section) * 2 + (act === 'END' ? 0 : 1);

export function changesBetween(held: HeldProvince, file: Province): Compared {
  const compared = [...publishedCompared(held, file), ...registeredCompared(held, file), ...basesCompared(held, file)];
  return {
    changes: compared.flatMap(({ changes }) => changes).sort((one, other) => turnOf(one) - turnOf(other)),
    faults: compared.flatMap(({ faults }) => faults),
  };
}
