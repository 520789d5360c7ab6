/** Retries a delivery that was given up. */
import { sql } from 'kysely';
import { conflict } from '../../../../schema/errors.ts';
import type { Context } from '../../../request/context.ts';

/** Retries the newest dead delivery alone: a delivery only says that the feed has something new, so that the older ones would add nothing. */
export async function retryDeadDeliveries(context: Context): Promise<{ retried: number }> {
  const at = context.platform.now().toISOString();
  const unit = context.caller.unit;
  const retried = await context.request.write('control', async (em) => {
    const db = em.getKysely();
    const waiting = await sql`select 1 from ledger.delivery where unit = ${unit} and state = 'PENDING'`.execute(db);
    if (waiting.rows.length > 0)
      throw conflict(
        'PENDING',
        'A delivery is on its way already.',
        'Wait for it; the query webhook says how it stands.',
      );
    const { rows } =
      await sql`update ledger.delivery set state = 'PENDING', attempts = 0, next_at = ${at}::timestamptz, finished_at = null
      where id = (select id from ledger.delivery where unit = ${unit} and state = 'DEAD' order by created_at desc limit 1)
      returning id`.execute(db);
    return rows.length;
  });
  context.snapshot = await context.request.snapshot();
  return { retried };
}
