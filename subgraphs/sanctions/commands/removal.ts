/**
 * Removes designations and incentives before their period ends (Articles 28, 35 and 38). Triggers notify recipients, and measures end with the
 * designation.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { notFound } from '../../../schema/errors.ts';
import type { Context } from '../../request/context.ts';
import { mayName } from '../../request/subjects/representations.ts';
import { checkId, said } from './checks.ts';

export interface Removed {
  readonly id: string;
  readonly removedOn: string;
  readonly personal: boolean;
}

type Table = 'designation' | 'incentive';

/** Removes a designation of the calling unit, and returns whether it is about a person. A trigger ends those that were made on account of it (Article 33). */
export async function takeOff(
  em: EntityManager,
  context: Context,
  table: Table,
  id: string,
  reason: string,
): Promise<{ readonly personal: boolean }> {
  const db = em.getKysely();
  await sql`select set_config('credit.cause', 'WITHDRAWN', true)`.execute(db);
  const { rows } = await sql<{
    subjectId: string;
    personal: boolean;
  }>`update ${sql.table(`sanctions.${table}`)} set display = 'ARCHIVED'
    where id = ${id}::uuid and display = 'DISPLAYED' and designating_unit = ${context.caller.unit}
    returning subject_id as "subjectId", personal`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound(table);
  await sql`insert into sanctions.removal (subject_id, designation_id, unit, reason, removed_at)
    values (${row.subjectId}::uuid, ${id}::uuid, ${context.caller.unit}, ${reason}, ${context.platform.now().toISOString()}::timestamptz)`.execute(
    db,
  );
  return row;
}

export async function remove(context: Context, table: Table, id: string, reason: string): Promise<Removed> {
  const checked = checkId(id, table);
  const checkedReason = said('reason', reason, table === 'incentive' ? '25' : '28');
  const { personal } = await context.request.write('designate', async (em) => {
    const row = await takeOff(em, context, table, checked, checkedReason);
    if (!mayName(context, checked, row)) throw notFound(table);
    return row;
  });
  context.snapshot = await context.request.snapshot();
  return { id: checked, removedOn: context.request.today, personal };
}
