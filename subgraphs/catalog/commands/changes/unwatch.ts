/** Ends watches of subjects (Article 6). */
import { sql } from 'kysely';
import type { Context } from '../../../request/context.ts';
import { checkSize, type Identifier, identified } from './watched-subjects.ts';

export async function unwatch(context: Context, subjects: readonly Identifier[]): Promise<{ unwatched: number }> {
  checkSize(subjects);
  const ids = identified(context, subjects).flatMap((one) => ('id' in one ? [one.id] : []));
  const at = context.platform.now().toISOString();
  const unwatched = await context.request.write('control', async (em) => {
    const { rows } = await sql`update ledger.watch set ended_at = ${at}::timestamptz
      where unit = ${context.caller.unit} and ended_at is null
        and subject_id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid) returning subject_id`.execute(
      em.getKysely(),
    );
    return rows.length;
  });
  context.snapshot = await context.request.snapshot();
  return { unwatched };
}
