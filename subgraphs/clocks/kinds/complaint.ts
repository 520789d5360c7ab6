/**
 * A complaint about a collector is answered in writing within twenty working days of its receipt (Article 41 §2). Started where the subject files it, met by the
 * answer or where the subject takes it back.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { meetClocks, type Running, startClocks } from '../clocks.ts';

interface Filed {
  readonly id: string;
  /** The department that answers. */
  readonly unit: string;
  readonly subjectId: string;
}

export const complaintFiled = (
  em: EntityManager,
  { calendar, today }: Running,
  { id, unit, subjectId }: Filed,
): Promise<void> =>
  startClocks(em, calendar, today, [
    { obligation: 'A41.1', kind: 'complaint.answer', unit, subjectId, reference: id, startedOn: today },
  ]);

export const complaintClosed = (em: EntityManager, today: string, id: string): Promise<void> =>
  meetClocks(em, 'complaint.answer', id, today);
