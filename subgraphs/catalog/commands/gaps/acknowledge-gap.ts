/** The operator acknowledges a gap of the ledger: an entry of the ledger names it, and everybody is answered again (Article 17). */
import { sql } from 'kysely';
import { conflict, notFoundAs } from '../../../../schema/errors.ts';
import { journalMessages } from '../../../../schema/messages/journal.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { checkReason } from '../checks.ts';

export async function acknowledgeGap(
  context: Context,
  input: { readonly gap: string; readonly reason: string },
): Promise<string> {
  const { request, platform, caller } = context;
  const reason = checkReason(input.reason, '17');
  const id = String(input.gap);
  if (!isId(id)) throw notFoundAs(journalMessages.noGap);
  const [gap] = await context.query<{ done: boolean }>(
    {
      name: 'gap-to-acknowledge',
      text: 'select acknowledged_at is not null as done from control.gap where id = $1::uuid',
    },
    [id],
  );
  if (gap === undefined) throw notFoundAs(journalMessages.noGap);
  if (gap.done) throw conflict('ACKNOWLEDGED', journalMessages.acknowledged);
  // First the entry: where the ledger cannot be written, nobody is answered (Article 17).
  await request.noteGap(id);
  const done = await request.write('recovery', async (em) => {
    const { rows } = await sql`update control.gap set acknowledged_at = ${platform.now().toISOString()}::timestamptz,
        acknowledged_by = ${caller.unit}, reason = ${reason}
      where id = ${id}::uuid and acknowledged_at is null returning id`.execute(em.getKysely());
    return rows.length > 0;
  });
  context.snapshot = await request.snapshot();
  if (!done) throw conflict('ACKNOWLEDGED', journalMessages.acknowledged);
  return id;
}
