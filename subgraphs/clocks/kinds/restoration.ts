/**
 * An application for restoration is decided promptly (Article 40), within the platform's own figure. Started where the subject applies, met by a trigger where it is
 * closed, however (database/access/ending/restorations.sql).
 */
import type { EntityManager } from '@mikro-orm/sql';
import { type Running, startClocks } from '../clocks.ts';

/** `id`: of the application; `unit`: the operator. */
export const restorationApplied = (
  em: EntityManager,
  { calendar, today }: Running,
  { id, unit, subjectId }: { readonly id: string; readonly unit: string; readonly subjectId: string },
): Promise<void> =>
  startClocks(em, calendar, today, [
    { obligation: 'A40.1', kind: 'restoration.decide', unit, subjectId, reference: id, startedOn: today },
  ]);
