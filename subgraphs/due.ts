/** Moves time-driven states on: display periods that ended (Article 37), clocks that ran out. `npm run due`, and the server by itself. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Calendar } from '../schema/law/calendar.ts';
import type { Act } from './act.ts';
import { reckonAnew } from './clocks.ts';

export interface DueSummary {
  /** Records and designations whose display period was over. */
  readonly expired: number;
  /** Clocks that were found overdue for the first time. */
  readonly overdue: number;
  /** Clocks whose date moved because they are paused. */
  readonly moved: number;
}

interface Occasion {
  readonly em: EntityManager;
  readonly today: string;
  readonly at: string;
  readonly calendar: Calendar;
}

/** Rows that one statement takes. */
const BATCH = 5_000;

const TABLES = [
  { table: 'public_credit.record', events: true, current: true },
  { table: 'non_public_credit.record', events: false, current: true },
  { table: 'sanctions.designation', events: false, current: false },
  { table: 'sanctions.incentive', events: false, current: false },
] as const;

/** What reached the end of its period leaves the display for the archive and never comes back. */
async function expire({ em, today, at }: Occasion): Promise<number> {
  const db = em.getKysely();
  await sql`select set_config('credit.cause', 'EXPIRED', true)`.execute(db);
  let count = 0;
  for (const { table, events, current } of TABLES)
    for (let taken = BATCH; taken === BATCH; ) {
      const { rows } = await sql<{ subject_id: string; id: string }>`update ${sql.raw(table)} set display = 'ARCHIVED'
        where (subject_id, id) in (select subject_id, id from ${sql.raw(table)}
          where displayed_until < ${today}::date and display <> 'ARCHIVED' ${sql.raw(current ? 'and current' : '')} limit ${BATCH})
          ${sql.raw(current ? 'and current' : '')}
        returning subject_id, id`.execute(db);
      taken = rows.length;
      count += taken;
      if (events && taken > 0)
        await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
          select gen_random_uuid(), (e->>'subject_id')::uuid, (e->>'id')::uuid, ${at}::timestamptz, 'ARCHIVED', 'EXPIRED'
          from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) e`.execute(db);
    }
  return count;
}

async function noticeOverdue({ em, today, at }: Occasion): Promise<number> {
  const { rows } = await sql`update control.clock set noticed_overdue_at = ${at}::timestamptz
    where met_on is null and noticed_overdue_at is null and due_on < ${today}::date
      and not exists (select from jsonb_array_elements(pauses) p where p->>'until' is null) returning id`.execute(
    em.getKysely(),
  );
  return rows.length;
}

/** One run. Of several servers on one database one runs, and the others find nothing left: undefined. */
export async function runDue(act: Act, now: () => Date): Promise<DueSummary | undefined> {
  const request = act({ role: 'OPERATOR' });
  try {
    const { calendar } = (await request.reading()).directory;
    return await request.write('due', async (em) => {
      const lock = await sql<{
        held: boolean;
      }>`select pg_try_advisory_xact_lock(hashtext('credit-gateway due')) as held`.execute(em.getKysely());
      if (lock.rows[0]?.held !== true) return undefined;
      const occasion = { em, today: request.today, at: now().toISOString(), calendar };
      const { changed: moved } = await reckonAnew(em, calendar, request.today, 'PAUSED');
      return { expired: await expire(occasion), overdue: await noticeOverdue(occasion), moved };
    });
  } finally {
    await request.abandon();
  }
}
