/** A recipient acknowledges notices of changes (Article 39). */
import { sql } from 'kysely';
import { noticesActedOn } from '../../../clocks/kinds/notice.ts';
import type { Context } from '../../../request/context.ts';
import { numberOf } from '../../feed/changes.ts';

/**
 * Acknowledges all notices up to the cursor that the unit was shown: corrections, and news that an entry of the ledger says it was told. Their clocks of
 * Article 39 are met.
 */
export async function acknowledgeChanges(context: Context, through: string): Promise<{ acknowledged: number }> {
  const unit = context.caller.unit ?? '';
  const number = numberOf(context, unit, through);
  const at = context.platform.now().toISOString();
  const acknowledged = await context.request.write('control', async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<{ id: string }>`update ledger.change c set acknowledged_at = ${at}::timestamptz
      where c.recipient = ${unit} and c.number <= ${number}::int8 and c.acknowledged_at is null
        and (c.purpose is null or ledger.was_told(c)) returning id`.execute(db);
    await noticesActedOn(
      em,
      context.request.today,
      unit,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
  context.snapshot = await context.request.snapshot();
  return { acknowledged };
}
