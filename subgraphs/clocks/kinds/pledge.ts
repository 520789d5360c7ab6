/**
 * A pledge is verified in two months by the unit that decided on it; an order of correction sets a period of its own (Article 46). Started with the permit, met
 * by the order or the verification.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { meetClocks, type Running, startClocks } from '../clocks.ts';

/** `id`: of the record of the pledge. */
interface Pledge {
  readonly id: string;
  readonly unit: string;
  readonly subjectId: string;
}

export const pledgeRelied = (
  em: EntityManager,
  { calendar, today }: Running,
  { id, unit, subjectId }: Pledge,
  permittedOn: string,
): Promise<void> =>
  startClocks(em, calendar, today, [
    { obligation: 'A46.1', kind: 'pledge.verify', unit, subjectId, reference: id, startedOn: permittedOn },
  ]);

/** The unit has verified the pledge by ordering correction. From now on the period of the order runs. */
export async function pledgeOrdered(
  em: EntityManager,
  { calendar, today }: Running,
  { id, unit, subjectId }: Pledge,
  correctBy: string,
): Promise<void> {
  await meetClocks(em, 'pledge.verify', id, today);
  await startClocks(em, calendar, today, [
    {
      obligation: 'A46.1',
      kind: 'pledge.correct',
      unit,
      subjectId,
      reference: id,
      startedOn: today,
      setFor: correctBy,
    },
  ]);
}

export async function pledgeVerified(em: EntityManager, today: string, id: string): Promise<void> {
  await meetClocks(em, 'pledge.verify', id, today);
  await meetClocks(em, 'pledge.correct', id, today);
}
