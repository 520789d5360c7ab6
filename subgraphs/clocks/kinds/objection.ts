/**
 * An objection is labelled in one working day and decided in three, with another unit's help in seven, and that unit answers in two (Article 39). Started where the
 * subject raises it, lengthened where help is asked for, met by the decision or where the subject takes it back.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { lengthenClock, meetClocks, type Running, startClocks } from '../clocks.ts';

/** `id`: of the objection, or of what was asked of another unit. */
interface Owed {
  readonly id: string;
  readonly unit: string;
  readonly subjectId: string;
}

/** `labelled`: the label was set with it. Of an omission there is nothing to label. */
export function objectionRaised(
  em: EntityManager,
  { calendar, today }: Running,
  { id, unit, subjectId }: Owed,
  labelled: boolean,
): Promise<void> {
  const clock = { unit, subjectId, reference: id, startedOn: today };
  return startClocks(em, calendar, today, [
    { ...clock, obligation: 'A39.2', kind: 'objection.decide' },
    ...(labelled ? [{ ...clock, obligation: 'A39.1' as const, kind: 'objection.label' as const, metOn: today }] : []),
  ]);
}

/** The decision has seven days in all from now on, and the unit that helps two. `over`: the decision was late already, and stays so. */
export async function helpAsked(
  em: EntityManager,
  { calendar, today }: Running,
  objection: string,
  { id, unit, subjectId }: Owed,
  over: boolean,
): Promise<void> {
  const clock = { kind: 'objection.decide', reference: objection } as const;
  if (!over) await lengthenClock(em, calendar, today, clock, 'objection.decide-with-help');
  await startClocks(em, calendar, today, [
    { obligation: 'A39.2', kind: 'objection.help', unit, subjectId, reference: id, startedOn: today },
  ]);
}

export const helpAnswered = (em: EntityManager, today: string, id: string): Promise<void> =>
  meetClocks(em, 'objection.help', id, today);

/** Decided, late or not, or taken back. Whoever was asked and did not answer need not any more. */
export async function objectionClosed(em: EntityManager, today: string, id: string): Promise<void> {
  await meetClocks(em, 'objection.decide', id, today);
  await meetClocks(em, 'objection.decide-with-help', id, today);
  const { rows } = await sql<{
    id: string;
  }>`select id from rights.verification where objection_id = ${id}::uuid and answered_on is null`.execute(
    em.getKysely(),
  );
  for (const asked of rows) await helpAnswered(em, today, asked.id);
}

/** What is missing was found missing and was not sent with the decision: the unit owes it, until a trigger sees it delivered (Article 38 §1). */
export const recordOwed = (
  em: EntityManager,
  { calendar, today }: Running,
  { id, unit, subjectId }: Owed,
): Promise<void> =>
  startClocks(em, calendar, today, [
    { obligation: 'A38.1', kind: 'objection.deliver', unit, subjectId, reference: id, startedOn: today },
  ]);
