/** Compares what is registered: units, which may change and end, and calendars. */

import { KEEPING_KINDS } from '../../../schema/law/asking/unit-roles.ts';
import { SHIPPED } from '../../../schema/law/clocks/calendar.ts';
import { differences } from '../../../schema/law/clocks/calendar-file.ts';
import { PROVINCE_CHANGES as SAY } from '../../../schema/messages/province/changes.ts';
import type { Province, UnitEntry } from '../form.ts';
import type { HeldProvince } from '../held.ts';
import type { Path } from '../read.ts';
import { type Change, type Compared, differing, type FaultAt, NOBODY } from './change.ts';
import { byUnit } from './touched.ts';

const UNIT_KEYS = ['name', 'nameEn', 'kinds', 'level', 'region', 'line', 'uscc'] as const;

/** Who runs and who oversees is not the operator's to say, and a unit ends by the authority alone (registerUnit, endUnit). */
const signerOf = (...units: readonly UnitEntry[]): Change['signedBy'] =>
  units.some(({ kinds }) => kinds.some((kind) => KEEPING_KINDS.includes(kind))) ? 'AUTHORITY' : 'OPERATOR';

function units(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  const faults: FaultAt[] = [];
  file.units.forEach((entry, index) => {
    const path: Path = ['units', index];
    const was = held.units.find(({ code }) => code === entry.code);
    const common = { section: 'units', entry, what: entry.code, path } as const;
    if (was === undefined) {
      const touches = { ...NOBODY, units: [entry.code] };
      changes.push({ ...common, act: 'ADD', takes: false, signedBy: signerOf(entry), touches, notes: [] });
      // One that ended long ago: what it held then is named by the file too, and stands on it.
      if (entry.ended !== null)
        changes.push({ ...common, act: 'END', takes: false, signedBy: 'AUTHORITY', touches, notes: [] });
      return;
    }
    if (was.ended !== null) {
      if (entry.ended === null) faults.push({ path, said: SAY.unitEnded(entry.code, was.ended.on) });
      return;
    }
    const touches = byUnit(held, entry.code);
    const differs = differing(entry, was, UNIT_KEYS);
    if (entry.ended !== null && differs.length > 0)
      faults.push({ path, said: SAY.endsAndChanges(entry.code, differs) });
    else if (entry.ended !== null)
      changes.push({ ...common, act: 'END', takes: true, signedBy: 'AUTHORITY', touches, notes: [] });
    else if (differs.length > 0) {
      const lost = was.kinds.filter((kind) => !entry.kinds.includes(kind));
      const notes = differs.map((key) => SAY.fromTo(key, String(was[key]), String(entry[key])));
      const taking = lost.length > 0 || differs.some((key) => key === 'level' || key === 'region' || key === 'line');
      changes.push({ ...common, act: 'CHANGE', takes: taking, signedBy: signerOf(entry, was), touches, notes });
    }
  });
  return { changes, faults };
}

function calendars(held: HeldProvince, file: Province): Compared {
  const changes: Change[] = [];
  file.calendars.forEach((entry, index) => {
    const loaded = held.calendars.find(({ year }) => year === entry.year);
    const was = loaded ?? SHIPPED.find(({ year }) => year === entry.year);
    const differs = was === undefined ? [] : differences(was, entry);
    if (was !== undefined && differs.length === 0) return;
    changes.push({
      section: 'calendars',
      act: was === undefined ? 'ADD' : 'CHANGE',
      entry,
      what: String(entry.year),
      path: ['calendars', index],
      // Deadlines move: nobody loses a basis, and everybody who waits for a day should know.
      takes: was !== undefined,
      signedBy: 'OPERATOR',
      touches: NOBODY,
      notes: was === undefined ? [] : [SAY.days(differs.length)],
    });
  });
  return { changes, faults: [] };
}

export const registeredCompared = (held: HeldProvince, file: Province): readonly Compared[] =>
  [units, calendars].map((compare) => compare(held, file));
