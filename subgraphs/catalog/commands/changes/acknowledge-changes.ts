/** A recipient acknowledges notices of changes (Article 39). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { noticesActedOn } from '../../../clocks/kinds/notice.ts';
import { rowsOf } from '../../../ledger/write.ts';
import type { Context } from '../../../request/context.ts';
import { acknowledgedEntries } from '../../../request/shown/entries.ts';
import { numberOf } from '../../feed/changes.ts';

interface Acknowledged {
  readonly id: string;
  readonly subjectId: string;
  readonly news: boolean;
}

/** Last in its transaction: from here on it runs under the role that may add to the ledger, and to nothing else. */
async function note({ caller, platform, request }: Context, em: EntityManager, rows: readonly Acknowledged[]) {
  const subjects = new Set(rows.flatMap(({ subjectId, news }) => (news ? [] : [subjectId])));
  if (subjects.size === 0) return;
  const occasion = {
    ...caller,
    subjectId: null,
    today: request.today,
    requestId: request.id,
    at: platform.now(),
  };
  const db = em.getKysely();
  await sql`select set_config('role', ${platform.database.roleName('ledger')}, true)`.execute(db);
  await sql`select ledger.write_entries(${JSON.stringify(rowsOf(acknowledgedEntries(occasion, [...subjects])))}::jsonb)`.execute(
    db,
  );
}

/**
 * Acknowledges all notices up to the cursor that the unit was shown: corrections, and news that an entry of the ledger says it was told. Their clocks of
 * Article 39 are met. That it acts on what became of a record is an entry of the ledger, in the same transaction; that it read news is none.
 */
export async function acknowledgeChanges(context: Context, through: string): Promise<{ acknowledged: number }> {
  const unit = context.caller.unit ?? '';
  const number = numberOf(context, unit, through);
  const at = context.platform.now().toISOString();
  const acknowledged = await context.request.write('control', async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<Acknowledged>`update ledger.change c set acknowledged_at = ${at}::timestamptz
      where c.recipient = ${unit} and c.number <= ${number}::int8 and c.acknowledged_at is null
        and (c.purpose is null or ledger.was_told(c))
      returning c.id, c.subject_id as "subjectId", c.purpose is not null as news`.execute(db);
    await noticesActedOn(
      em,
      context.request.today,
      unit,
      rows.map(({ id }) => id),
    );
    await note(context, em, rows);
    return rows.length;
  });
  context.snapshot = await context.request.snapshot();
  return { acknowledged };
}
