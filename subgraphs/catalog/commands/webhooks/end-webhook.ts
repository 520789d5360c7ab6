/** Ends the calling unit's webhook. */
import { sql } from 'kysely';
import type { Context } from '../../../request/context.ts';

export async function endWebhook(context: Context): Promise<{ ended: boolean }> {
  const at = context.platform.now().toISOString();
  const ended = await context.request.write('control', async (em) => {
    const { rows } = await sql`update ledger.webhook set ended_at = ${at}::timestamptz
      where unit = ${context.caller.unit} and ended_at is null returning unit`.execute(em.getKysely());
    return rows.length > 0;
  });
  context.snapshot = await context.request.snapshot();
  return { ended };
}
