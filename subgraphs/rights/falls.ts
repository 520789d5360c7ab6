/** What falls by an objection that is upheld (Article 39), or by restoration (Article 40): its display ends, and triggers tell whoever was shown it, supersede reports and release what was made on its account. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Context } from '../request/context.ts';

/** Where a row in question is held. */
export type HeldIn =
  | 'public_credit.record'
  | 'sanctions.designation'
  | 'sanctions.incentive'
  | 'non_public_credit.record';

export interface Falling {
  readonly heldIn: HeldIn;
  readonly id: string;
  /** EXPIRED for a display beyond its time: then nothing was wrong but the time (Article 37). RESTORED where nothing was wrong, and it is made good (Article 40). */
  readonly cause: 'WITHDRAWN' | 'EXPIRED' | 'RESTORED';
}

/** As the register of what fell has it; of what is beyond its time that follows from the cause. */
const FELL_BY: Readonly<Record<Falling['cause'], string>> = {
  WITHDRAWN: 'OBJECTION',
  EXPIRED: '',
  RESTORED: 'RESTORATION',
};

interface Fallen {
  readonly subjectId: string;
}

/** Ends the display. Null where it had ended already. The row policies let through the row that is decided on. */
export async function fall(
  em: EntityManager,
  context: Context,
  { heldIn, id, cause }: Falling,
): Promise<Fallen | null> {
  const db = em.getKysely();
  await sql`select set_config('credit.cause', ${cause}, true), set_config('credit.fell', ${FELL_BY[cause]}, true)`.execute(
    db,
  );
  const hasVersions = heldIn === 'public_credit.record' || heldIn === 'non_public_credit.record';
  const { rows } = await sql<Fallen>`update ${sql.table(heldIn)} set display = 'ARCHIVED'
    where id = ${id}::uuid and display <> 'ARCHIVED' ${sql.raw(hasVersions ? 'and current' : '')}
    returning subject_id as "subjectId"`.execute(db);
  const [fallen] = rows;
  if (fallen === undefined) return null;
  const at = context.platform.now().toISOString();
  if (heldIn === 'public_credit.record')
    await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
      values (${randomUUID()}::uuid, ${fallen.subjectId}::uuid, ${id}::uuid, ${at}::timestamptz, 'ARCHIVED',
        ${cause === 'WITHDRAWN' ? 'OBJECTION_UPHELD' : cause})`.execute(db);
  if (cause === 'WITHDRAWN' && (heldIn === 'sanctions.designation' || heldIn === 'sanctions.incentive'))
    await sql`insert into sanctions.removal (subject_id, designation_id, unit, removed_at)
      values (${fallen.subjectId}::uuid, ${id}::uuid, ${context.caller.unit}, ${at}::timestamptz)`.execute(db);
  return fallen;
}
