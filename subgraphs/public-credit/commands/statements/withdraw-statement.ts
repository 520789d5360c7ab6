/** A subject withdraws what it stated beside something (Article 35), when it likes: from then on it is shown nowhere. */
import { sql } from 'kysely';
import { notFound } from '../../../../schema/errors.ts';
import { isUuid } from '../../../keys/recipient-ids.ts';
import type { Context } from '../../../request/context.ts';

export interface Withdrawn {
  readonly id: string;
  readonly withdrawnOn: string;
}

export async function withdrawStatement(context: Context, id: string): Promise<Withdrawn> {
  const { request, platform } = context;
  if (!isUuid(id)) throw notFound('statement');
  await request.write('rights', async (em) => {
    // The row policy leaves the caller's own.
    const { rows } = await sql`update rights.own_statement set ended_at = ${platform.now().toISOString()}::timestamptz
      where id = ${id}::uuid and ended_at is null returning id`.execute(em.getKysely());
    if (rows.length === 0) throw notFound('statement');
  });
  context.snapshot = await request.snapshot();
  return { id, withdrawnOn: request.today };
}
