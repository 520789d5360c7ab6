/** Retries a delivery that was given up. */
import { sql } from 'kysely';
import { conflict } from '../../../../schema/errors.ts';
import { feedMessages } from '../../../../schema/messages/acts/authorizations.ts';
import { waitingDeliveries } from '../../../feed/news-of-unit.ts';
import type { Context } from '../../../request/context.ts';

/** Retries the newest dead delivery alone: a delivery only says that the feed has something new, so that the older ones would add nothing. */
export async function retryDeadDeliveries(context: Context): Promise<{ retried: number }> {
  const at = context.platform.now().toISOString();
  const waiting = await waitingDeliveries(context);
  if (waiting.some(({ state }) => state === 'PENDING')) throw conflict('PENDING', feedMessages.deliveryPending);
  const dead = waiting.at(-1);
  if (dead === undefined) return { retried: 0 };
  const retried = await context.request.write('control', async (em) => {
    const db = em.getKysely();
    // What has nothing to say any more does not stand in the way.
    await sql`delete from ledger.delivery where unit = ${context.caller.unit} and state = 'PENDING'`.execute(db);
    const { rows } =
      await sql`update ledger.delivery d set state = 'PENDING', attempts = 0, next_at = ${at}::timestamptz, finished_at = null
      where d.id = ${dead.id}::uuid and d.state = 'DEAD' returning d.id`.execute(db);
    return rows.length;
  });
  context.snapshot = await context.request.snapshot();
  return { retried };
}
