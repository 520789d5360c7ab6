/** Compares editions of the table of display periods. One that is published is never edited. */
import { PROVINCE_CHANGES as SAY } from '../../../schema/messages/province/changes.ts';
import type { Province } from '../form.ts';
import type { HeldProvince } from '../held.ts';
import { type Change, type Compared, differing, type FaultAt, NOBODY } from './change.ts';

/** An edition brings nothing back, and what it ends earlier is told by displayPeriodsEffect: it takes no basis from anybody. */
export function displayPeriods(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  const indexed = file.displayPeriods.map((entry, index) => ({ entry, path: ['displayPeriods', index] }));
  // In the order in which they follow each other.
  indexed.sort((one, other) => (one.entry.effectiveFrom < other.entry.effectiveFrom ? -1 : 1));
  for (const { entry, path } of indexed) {
    const same = held.displayPeriods.find(({ edition }) => edition === entry.edition);
    const common = {
      what: entry.edition,
      path,
      signedBy: 'AUTHORITY',
      touches: NOBODY,
      takes: false,
      notes: [],
    } as const;
    if (same === undefined) {
      const act = held.displayPeriods.length === 0 ? 'ADD' : 'EDITION';
      changes.push({ section: 'displayPeriods', act, entry, ...common });
      continue;
    }
    const differs = differing(entry, same, Object.keys(entry) as (keyof typeof entry)[]);
    if (differs.length > 0)
      faults.push({ path: [...path, differs[0] ?? 'edition'], said: SAY.editionDiffers(entry.edition, differs) });
  }
  return { changes, faults };
}
