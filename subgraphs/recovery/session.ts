/** As whom the journal is kept and replayed. */
import { sql } from 'kysely';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Session } from '../database/session.ts';

export const sessionOf = (now: Date): Session => ({
  role: 'OPERATOR',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: todayIn(now),
});

/** One process at a time writes the files of a database, or replays them. */
export const LOCK = sql`select pg_advisory_xact_lock(hashtext('credit-gateway journal'))`;
