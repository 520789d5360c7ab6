/** A correction of its document must not make of a record what fell (Articles 37 to 40). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { conflict } from '../../../../schema/errors.ts';
import { fellCorrection } from '../../../../schema/messages/acts/rights/fallen.ts';
import type { Secrets } from '../../../keys/secrets.ts';
import {
  correctedValues,
  type FallMark,
  fallMark,
  namedMark,
  stateMark,
  valuesOf,
} from '../../../rights/fallen/marks.ts';
import { entered, type Fall } from '../../../rights/fallen/register.ts';
import type { Corrected, CurrentRecord } from '../../intake/check-correction.ts';

interface Changing {
  readonly subjectId: string;
  readonly id: string;
  readonly current: CurrentRecord;
  readonly corrected: Corrected;
}

export interface Becoming {
  readonly fall: FallMark;
  /** What fell at another unit, and the record would be. */
  readonly fell: Fall | undefined;
}

/** Throws CONFLICT where it would be what fell at its own unit. What fell of the record itself may be found right again. */
export async function becoming(
  em: EntityManager,
  secrets: Secrets,
  { subjectId, id, current, corrected }: Changing,
): Promise<Becoming> {
  const type = current.item.recordType;
  const fall = fallMark(secrets, { ...corrected, type });
  // What its content names beside its basis, too.
  const marksOf = (said: Corrected | CurrentRecord): FallMark[] => {
    const named = namedMark(secrets, { ...said, type });
    return [fallMark(secrets, { ...said, type }), ...(named === null ? [] : [named])];
  };
  const before = new Set(marksOf(current).map(({ mark }) => mark));
  const marks = marksOf(corrected).filter(({ mark }) => !before.has(mark));
  if (marks.length === 0) return { fall, fell: undefined };
  const found = await entered(
    em,
    marks.map((mark) => ({ ...mark, subjectId, kind: type, keys: [], bases: [] })),
  );
  const falls = found.filter(({ another, valueMark }) => valueMark === null && !another);
  const again = falls.find(({ own, rowId }) => own && rowId !== id);
  if (again !== undefined) throw conflict('FELL', fellCorrection(again.cause, again.fellOn));
  return { fall, fell: falls.find(({ own }) => !own) };
}

/** Enters what a correction took away. Called behind it. */
export async function enterCorrected(
  em: EntityManager,
  secrets: Secrets,
  { subjectId, id, current, corrected }: Changing,
): Promise<void> {
  const values = correctedValues(secrets, valuesOf(current), valuesOf(corrected));
  const mark = stateMark(secrets, { ...current, type: current.item.recordType });
  await sql`select rights.fell_values(${JSON.stringify({ subject: subjectId, id, mark, ...values })}::jsonb)`.execute(
    em.getKysely(),
  );
}
