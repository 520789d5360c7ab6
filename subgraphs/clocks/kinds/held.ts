/** What fell and is delivered by another unit waits for the operator, three working days (Articles 37 to 40). Started where it is held, met where it is decided. */
import type { EntityManager } from '@mikro-orm/sql';
import { meetClocks, type Running, startClocks } from '../clocks.ts';

/** `ids`: of the records. A subject reads its clocks, and is told of this one when it is decided: they name none. */
export const heldBack = (
  em: EntityManager,
  { calendar, today }: Running,
  ids: readonly string[],
  operator: string | undefined,
): Promise<void> =>
  startClocks(
    em,
    calendar,
    today,
    operator === undefined
      ? []
      : ids.map((id) => ({
          obligation: 'A37.2',
          kind: 'held.decide',
          unit: operator,
          subjectId: null,
          reference: id,
          startedOn: today,
        })),
  );

export const heldDecided = (em: EntityManager, today: string, id: string): Promise<void> =>
  meetClocks(em, 'held.decide', id, today);
