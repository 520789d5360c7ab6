/** A provider corrects an error in three working days from finding it (Article 38 §1). It tells of both at once: started and met in one. */
import type { EntityManager } from '@mikro-orm/sql';
import { type Running, startClocks } from '../clocks.ts';

/** `version`: that which the correction made of the record; null where the record moved to another subject. */
export const errorCorrected = (
  em: EntityManager,
  { calendar, today }: Running,
  corrected: {
    readonly record: string;
    readonly version: number | null;
    readonly unit: string;
    readonly subjectId: string;
    readonly foundOn: string;
  },
): Promise<void> =>
  startClocks(em, calendar, today, [
    {
      obligation: 'A38.1',
      kind: 'error.correct',
      unit: corrected.unit,
      subjectId: corrected.subjectId,
      reference: corrected.version === null ? corrected.record : `${corrected.record}:${corrected.version}`,
      startedOn: corrected.foundOn,
      metOn: today,
    },
  ]);
