/**
 * A document that fell: the provider has two working days to tell, the operator one to amend records of other units (Article 38 §2). Told and met in one by
 * a provider, which starts the operator's; met by the operator.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { termOn } from '../../../schema/law/articles/terms.ts';
import type { Due } from '../../../schema/law/clocks/calendar.ts';
import { dueOf, startClock } from '../../../schema/law/clocks/clocks.ts';
import { meetClocks, type Running, startClocks } from '../clocks.ts';

export type AmendBy = Pick<Due, 'date' | 'provisional'>;

/** `reference`: a mark of the document. A document number may identify a person, so that clocks refer to it by its keyed mark. */
interface Fallen {
  readonly reference: string;
  readonly happenedOn: string;
}

const from = (day: string, { calendar, today }: Running): Due =>
  dueOf(startClock('A38.2', 'basis.amend', day), today, calendar);

/**
 * A provider told. `operator`: who amends, where there is one. Returns by when it amends as this provider may know it: the day that follows from its own first
 * report, because whether another unit reported the same document is not its to know (Article 23).
 */
export async function basisTold(
  em: EntityManager,
  running: Running,
  { reference, happenedOn }: Fallen,
  { unit, operator }: { readonly unit: string; readonly operator: string | undefined },
): Promise<AmendBy> {
  const clock = { obligation: 'A38.2', subjectId: null, reference } as const;
  const { calendar, today } = running;
  await startClocks(em, calendar, today, [
    // Before a law set the two days there is no period to keep: such records are ended without a clock.
    ...(termOn('basis.tell', happenedOn) === undefined
      ? []
      : [{ ...clock, kind: 'basis.tell' as const, unit, startedOn: happenedOn, metOn: today }]),
    ...(operator === undefined ? [] : [{ ...clock, kind: 'basis.amend' as const, unit: operator, startedOn: today }]),
  ]);
  const { rows } = await sql<{ told: string }>`select to_char(met_on, 'YYYY-MM-DD') as told from control.clock
    where kind = 'basis.tell' and reference = ${reference} and unit = ${unit} and met_on is not null`.execute(
    em.getKysely(),
  );
  return from(rows[0]?.told ?? today, running);
}

/** The operator amended. Returns by when it had to: its own clock, which runs from the first report of all. */
export async function basisAmended(em: EntityManager, running: Running, reference: string): Promise<AmendBy> {
  await meetClocks(em, 'basis.amend', reference, running.today);
  const { rows } = await sql<AmendBy>`select to_char(due_on, 'YYYY-MM-DD') as date, provisional from control.clock
    where kind = 'basis.amend' and reference = ${reference} order by started_on limit 1`.execute(em.getKysely());
  // The operator may find a revocation that no provider reported. Then no clock runs.
  return rows[0] ?? from(running.today, running);
}
