/** Makes a release of the statistics: takes the census, decides what may be published, and stores the cells that analysts read. */
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { RequestAs } from '../request/internal-request.ts';
import { type Counted, type Decided, type Draw, release } from './disclosure-control.ts';

export interface ReleaseSummary {
  /** The day that the cells are for. */
  readonly asOf: string;
  /** Cells that were decided, or seen for the first time. */
  readonly cells: number;
}

const RANGE = 2 ** 48 - 1;

/** A cryptographic source: who can predict the noise knows the true counts. */
const draw: Draw = () => (randomInt(RANGE) + 1) / RANGE;

/** One release a day. Undefined where the day has one, or another process is making it. */
export async function releaseStatistics(requestAs: RequestAs, now: () => Date): Promise<ReleaseSummary | undefined> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    const { directory } = await request.snapshot();
    const natures = new Map([...directory.items.values()].map(({ code, nature }) => [code, nature]));
    const asOf = request.today;
    return await request.write('statistics', async (em) => {
      const db = em.getKysely();
      const { rows: locks } = await sql<{
        held: boolean;
      }>`select pg_try_advisory_xact_lock(hashtext('credit-gateway statistics')) as held`.execute(db);
      if (locks[0]?.held !== true) return undefined;
      const { rows: newer } = await sql`select from statistics.release where as_of >= ${asOf}::date`.execute(db);
      if (newer.length > 0) return undefined;
      const { rows: counted } =
        await sql<Counted>`select margin, key, subjects, entries from statistics.census()`.execute(db);
      const { rows: before } = await sql<Decided>`select margin, key, subjects, entries, step, count
        from statistics.counted left join statistics.cell using (margin, key)`.execute(db);
      const decided = release(counted, before, natures, draw);
      const cells = JSON.stringify(decided);
      await sql`insert into statistics.counted (margin, key, subjects, entries, step)
        select margin, key, subjects, entries, step
          from jsonb_to_recordset(${cells}::jsonb) as c (margin text, key text, subjects int, entries int, step int)
        on conflict (margin, key) do update
          set subjects = excluded.subjects, entries = excluded.entries, step = excluded.step`.execute(db);
      await sql`delete from statistics.cell t using jsonb_to_recordset(${cells}::jsonb) as c (margin text, key text, count int)
        where t.margin = c.margin and t.key = c.key and c.count is null`.execute(db);
      await sql`insert into statistics.cell (margin, key, count)
        select margin, key, count from jsonb_to_recordset(${cells}::jsonb) as c (margin text, key text, count int)
          where count is not null
        on conflict (margin, key) do update set count = excluded.count`.execute(db);
      await sql`insert into statistics.release (as_of, released_at)
        values (${asOf}::date, ${now().toISOString()}::timestamptz)`.execute(db);
      return { asOf, cells: decided.length };
    });
  } finally {
    await request.abandon();
  }
}
