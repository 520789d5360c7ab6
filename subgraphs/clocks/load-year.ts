/** Loads a year of working days as data. Provisional due dates in it become firm. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { calendarWith, type HolidayYear, SHIPPED } from '../../schema/law/clocks/calendar.ts';
import { differences, type HolidayFile } from '../../schema/law/clocks/calendar-file.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { reckonAnew } from './clocks.ts';

export type LoadedYear =
  | { readonly outcome: 'UNCHANGED' }
  /** The database has another arrangement of the year. It is changed only with `replace`. */
  | { readonly outcome: 'DIFFERS'; readonly differences: ReturnType<typeof differences> }
  | { readonly outcome: 'LOADED'; readonly changed: number; readonly firm: number };

/** Stores one year in a transaction, and computes the clocks that it reaches again. */
export async function storeYear(
  em: EntityManager,
  file: HolidayFile,
  replace: boolean,
  { today, at }: { readonly today: string; readonly at: Date },
): Promise<LoadedYear> {
  const db = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtext('credit-gateway calendar'))`.execute(db);
  const { rows } = await sql<HolidayYear>`select year, days from control.calendar_year order by year`.execute(db);
  const held = rows.find(({ year }) => year === file.year) ?? SHIPPED.find(({ year }) => year === file.year);
  if (held !== undefined) {
    const found = differences(held, file);
    if (found.length === 0) return { outcome: 'UNCHANGED' };
    if (!replace) return { outcome: 'DIFFERS', differences: found };
  }
  await sql`insert into control.calendar_year (year, source, days, loaded_at)
    values (${file.year}, ${file.source}, ${JSON.stringify(file.days)}::jsonb, ${at.toISOString()}::timestamptz)
    on conflict (year) do update set source = excluded.source, days = excluded.days, loaded_at = excluded.loaded_at`.execute(
    db,
  );
  // An arrangement may cover days of the December before, as that of 2019 did. Firm due dates there move too.
  const calendar = calendarWith([...rows.filter(({ year }) => year !== file.year), file]);
  const reckoned = await reckonAnew(em, calendar, today, { reaching: `${file.year - 1}-12-01` });
  return { outcome: 'LOADED', ...reckoned };
}

/** Loads one year in a request of the operator. */
export async function loadYear(
  requestAs: RequestAs,
  file: HolidayFile,
  replace: boolean,
  now: () => Date,
): Promise<LoadedYear> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    await request.snapshot();
    return await request.write('control', (em) => storeYear(em, file, replace, { today: request.today, at: now() }));
  } finally {
    await request.abandon();
  }
}
