/** A re-examination is decided in three working days by the unit that designated (Article 35 §2). Started where the subject asks, met where it is decided. */
import type { EntityManager } from '@mikro-orm/sql';
import { meetClocks, type Running, startClocks } from '../clocks.ts';

/** `id`: of the re-examination. */
export const reexaminationAsked = (
  em: EntityManager,
  { calendar, today }: Running,
  { id, unit, subjectId }: { readonly id: string; readonly unit: string; readonly subjectId: string },
): Promise<void> =>
  startClocks(em, calendar, today, [
    { obligation: 'A35.2', kind: 'reexamination.decide', unit, subjectId, reference: id, startedOn: today },
  ]);

export const reexaminationDecided = (em: EntityManager, today: string, id: string): Promise<void> =>
  meetClocks(em, 'reexamination.decide', id, today);
