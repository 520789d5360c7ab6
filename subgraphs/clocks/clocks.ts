/** Statutory clocks in the database. They are started and met in the transaction of the command that causes it. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { conflict, notFoundAs } from '../../schema/errors.ts';
import type { ObligationId } from '../../schema/law/articles/obligations.ts';
import type { TermKey } from '../../schema/law/articles/terms.ts';
import type { Calendar, Due } from '../../schema/law/clocks/calendar.ts';
import {
  type Clock,
  ClockFault,
  dueOf,
  lengthenClock as lengthened,
  pauseClock,
  resumeClock,
  startClock,
} from '../../schema/law/clocks/clocks.ts';
import { clockMessages } from '../../schema/messages/acts/authorizations.ts';

export interface ClockToStart {
  readonly obligation: ObligationId;
  readonly kind: TermKey;
  /** The unit that must act. */
  readonly unit: string;
  readonly subjectId: string | null;
  /** Opaque id of what the clock is about. A unit has one clock for a kind and reference. */
  readonly reference: string;
  readonly startedOn: string;
  /** Set where the obligation is fulfilled in the same transaction. */
  readonly metOn?: string;
  /** The due day that an order set, for a term without a figure in the law. */
  readonly setFor?: string;
}

/** When something happens, and the working days that are known then. */
export interface Running {
  readonly calendar: Calendar;
  readonly today: string;
}

/** Starts clocks. A clock that runs already is left as it is. */
export async function startClocks(
  em: EntityManager,
  calendar: Calendar,
  today: string,
  clocks: readonly ClockToStart[],
): Promise<void> {
  const rows = clocks.map((clock) => ({
    id: randomUUID(),
    ...clock,
    metOn: clock.metOn ?? null,
    setFor: clock.setFor ?? null,
    due: dueOf(startClock(clock.obligation, clock.kind, clock.startedOn, clock.setFor ?? null), today, calendar),
  }));
  await sql`insert into control.clock (id, obligation, kind, unit, subject_id, reference, started_on, due_on, provisional, earliest,
      latest, pauses, met_on, set_for)
    select (c->>'id')::uuid, c->>'obligation', c->>'kind', c->>'unit', (c->>'subjectId')::uuid, c->>'reference',
      (c->>'startedOn')::date, (c->'due'->>'date')::date, (c->'due'->>'provisional')::boolean, (c->'due'->>'earliest')::date,
      (c->'due'->>'latest')::date, '[]', (c->>'metOn')::date, (c->>'setFor')::date
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) c
    on conflict (kind, reference, unit) do nothing`.execute(em.getKysely());
}

/** Marks the running clocks of a kind and reference as met, of whichever unit. */
export async function meetClocks(em: EntityManager, kind: TermKey, reference: string, on: string): Promise<void> {
  await sql`update control.clock set met_on = ${on}::date
    where kind = ${kind} and reference = ${reference} and met_on is null`.execute(em.getKysely());
}

interface Kept extends Clock {
  readonly id: string;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly earliest: string;
  readonly latest: string;
}

const KEPT = sql`select id, obligation, kind, started_on as "startedOn", pauses, met_on as "metOn", set_for as "setFor", due_on as "dueOn", provisional,
  earliest, latest from control.clock`;

/** Identifies the clocks of a kind and reference, of whichever unit. */
export interface ClockName {
  readonly kind: TermKey;
  readonly reference: string;
}

/** Changes running clocks, one after another. Throws NOT_FOUND where none runs. A clock that is not overdue after all loses its mark. */
async function changeRunning(
  em: EntityManager,
  calendar: Calendar,
  today: string,
  kinds: readonly TermKey[],
  reference: string,
  change: (clock: Kept) => Clock,
): Promise<Due[]> {
  const db = em.getKysely();
  const { rows } =
    await sql<Kept>`${KEPT} where kind in (${sql.join(kinds)}) and reference = ${reference} and met_on is null
    order by id for update`.execute(db);
  if (rows.length === 0) throw notFoundAs(clockMessages.none);
  const dues: Due[] = [];
  for (const row of rows) {
    const clock = change(row);
    const due = dueOf(clock, today, calendar);
    await sql`update control.clock set kind = ${clock.kind}, pauses = ${JSON.stringify(clock.pauses)}::jsonb, due_on = ${due.date}::date,
      provisional = ${due.provisional}, earliest = ${due.earliest}::date, latest = ${due.latest}::date,
      noticed_overdue_at = case when ${due.date}::date < ${today}::date then noticed_overdue_at end
      where id = ${row.id}::uuid`.execute(db);
    dues.push(due);
  }
  return dues;
}

/** Turns a ClockFault into a CONFLICT for the caller. */
function asConflict(change: (clock: Kept) => Clock): (clock: Kept) => Clock {
  return (clock) => {
    try {
      return change(clock);
    } catch (error) {
      if (!(error instanceof ClockFault)) throw error;
      throw conflict('CLOCK', clockMessages.fault({ en: error.message, zh: error.zh }));
    }
  };
}

/**
 * Pauses the running clocks of a kind and reference from a day on, for time that does not count (Article 39 §3). Returns when they would be due if
 * they resumed tomorrow. Throws CONFLICT for a paused clock and for one whose last day is over, NOT_FOUND where none runs.
 */
export const pauseClocks = (
  em: EntityManager,
  calendar: Calendar,
  today: string,
  name: ClockName,
  pause: { readonly from: string; readonly reason: string },
): Promise<Due[]> =>
  changeRunning(
    em,
    calendar,
    today,
    [name.kind],
    name.reference,
    asConflict((clock) => {
      // Told behind the last day it would make in time what was late, with a document that nobody had seen before.
      if (today > clock.dueOn)
        throw new ClockFault(
          `The period ended on ${clock.dueOn}; time that does not count is told while it runs.`,
          `期限已于${clock.dueOn}届满；不计入期限的时间应当在期限届满前告知。`,
        );
      return pauseClock(clock, pause.from, pause.reason);
    }),
  );

/** Resumes clocks from a day on, and returns when they are due. Throws CONFLICT for a clock that is not paused, NOT_FOUND where none runs. */
export const resumeClocks = (
  em: EntityManager,
  calendar: Calendar,
  today: string,
  name: ClockName,
  until: string,
): Promise<Due[]> =>
  changeRunning(
    em,
    calendar,
    today,
    [name.kind],
    name.reference,
    asConflict((clock) => resumeClock(clock, until)),
  );

/**
 * Gives running clocks of a kind and reference the longer term of another, from the same start and with their pauses (Article 39 §2). One that has it already
 * stays as it is. Returns when they are due. Throws CONFLICT for a term that is not longer, NOT_FOUND where none runs.
 */
export const lengthenClock = (
  em: EntityManager,
  calendar: Calendar,
  today: string,
  { kind, reference }: ClockName,
  to: TermKey,
): Promise<Due[]> =>
  changeRunning(
    em,
    calendar,
    today,
    [kind, to],
    reference,
    asConflict((clock) => (clock.kind === to ? clock : lengthened(clock, to))),
  );

/** Which clocks to compute again: paused ones, or all whose possible due dates reach a day, met or not. */
export type Reckoned = 'PAUSED' | { readonly reaching: string };

/**
 * Computes due dates again, daily for paused clocks and after a year was loaded. Met clocks are computed too: whether they were met in time depends
 * on it. A clock that is not overdue after all loses its mark, so that it can be marked again later. Returns how many changed, and how many of those
 * were provisional and are firm now.
 */
export async function reckonAnew(
  em: EntityManager,
  calendar: Calendar,
  today: string,
  which: Reckoned,
): Promise<{ readonly changed: number; readonly firm: number }> {
  const db = em.getKysely();
  const only =
    which === 'PAUSED'
      ? sql`met_on is null and exists (select from jsonb_array_elements(pauses) p where p->>'until' is null)`
      : sql`latest >= ${which.reaching}::date`;
  const { rows } = await sql<Kept>`${KEPT} where ${only} order by id for update`.execute(db);
  const changed = rows.flatMap((clock) => {
    const due = dueOf(clock, today, calendar);
    const same =
      due.date === clock.dueOn &&
      due.provisional === clock.provisional &&
      due.earliest === clock.earliest &&
      due.latest === clock.latest;
    return same ? [] : [{ id: clock.id, was: clock.provisional, ...due }];
  });
  if (changed.length > 0)
    await sql`update control.clock k set due_on = (c->>'date')::date, provisional = (c->>'provisional')::boolean,
        earliest = (c->>'earliest')::date, latest = (c->>'latest')::date,
        noticed_overdue_at = case when (c->>'date')::date < ${today}::date then k.noticed_overdue_at end
      from jsonb_array_elements(${JSON.stringify(changed)}::jsonb) c where k.id = (c->>'id')::uuid`.execute(db);
  return { changed: changed.length, firm: changed.filter((clock) => clock.was && !clock.provisional).length };
}
