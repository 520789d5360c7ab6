/** The department in charge of social credit of where a collector is, by the register of units (Article 41 §2). */
import { hasEnded } from '../../../../schema/law/asking/unit-roles.ts';
import { answeringUnit } from '../../../../schema/law/matter/complaints.ts';
import type { Directory } from '../../../request/directory.ts';

export type Register = Pick<Directory, 'units' | 'today'>;

/** Of the departments that stand today; undefined where none is in charge of that place. */
export const inCharge = (
  { units, today }: Register,
  collector: { readonly code: string; readonly region: string | null },
) =>
  answeringUnit(
    collector,
    [...units.values()].filter((unit) => unit.kinds.includes('AUTHORITY') && !hasEnded(unit, today)),
  );
