/** Who is concerned by new facts is told in five working days (Articles 35 and 38). It is told at once: started and met in one. */
import type { EntityManager } from '@mikro-orm/sql';
import { type Running, startClocks } from '../clocks.ts';

export const newFactsTold = (
  em: EntityManager,
  { calendar, today }: Running,
  unit: string,
  records: readonly { readonly id: string; readonly subjectId: string }[],
): Promise<void> =>
  startClocks(
    em,
    calendar,
    today,
    records.map(({ id, subjectId }) => ({
      obligation: 'A35.1',
      kind: 'new-facts.tell',
      unit,
      subjectId,
      reference: id,
      startedOn: today,
      metOn: today,
    })),
  );
