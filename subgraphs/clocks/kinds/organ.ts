/** A state organ corrects within the period that an order sets (Article 32 §1). Started by the order, met by the report of the designating unit. */
import type { EntityManager } from '@mikro-orm/sql';
import { meetClocks, type Running, startClocks } from '../clocks.ts';

/** `id`: of the notice. */
export const organOrdered = (
  em: EntityManager,
  { calendar, today }: Running,
  order: { readonly id: string; readonly unit: string; readonly subjectId: string; readonly correctBy: string },
): Promise<void> =>
  startClocks(em, calendar, today, [
    {
      obligation: 'A32.1',
      kind: 'organ.correct',
      unit: order.unit,
      subjectId: order.subjectId,
      reference: order.id,
      startedOn: today,
      setFor: order.correctBy,
    },
  ]);

export const organReported = (em: EntityManager, today: string, id: string): Promise<void> =>
  meetClocks(em, 'organ.correct', id, today);
