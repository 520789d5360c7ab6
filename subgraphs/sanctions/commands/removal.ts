/**
 * Removes designations and incentives before their period ends (Articles 28, 35 and 38). Triggers notify recipients, and measures end with the
 * designation.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { notFound } from '../../../schema/errors.ts';
import { NOTHING_SAID } from '../../../schema/law/redact/facts.ts';
import { knownIn, type SubjectKnown } from '../../redaction/known-values.ts';
import { storeTexts } from '../../redaction/whole-texts.ts';
import { withKnown } from '../../redaction/with-known.ts';
import type { Context } from '../../request/context.ts';
import { mayName } from '../../request/subjects/representations.ts';
import { checkId, said } from './checks.ts';

export interface Removed {
  readonly id: string;
  readonly removedOn: string;
  readonly personal: boolean;
}

type Table = 'designation' | 'incentive';

interface Leaving {
  readonly table: Table;
  readonly id: string;
  readonly reason: string;
}

/** Whom a designation of the calling unit is about. The row is not locked: what is known of its subject is held first. */
async function subjectOf(em: EntityManager, context: Context, { table, id }: Leaving): Promise<string> {
  const { rows } = await sql<{
    subjectId: string;
  }>`select subject_id as "subjectId" from ${sql.table(`sanctions.${table}`)}
    where id = ${id}::uuid and display <> 'ARCHIVED' and designating_unit = ${context.caller.unit}`.execute(
    em.getKysely(),
  );
  if (rows[0] === undefined) throw notFound(table);
  return rows[0].subjectId;
}

/**
 * Removes a designation of the calling unit, and returns whether it is about a person. A trigger ends those that were made on account of it (Article 33).
 * The reason is sealed. `known`: what is known of its subject.
 */
export async function takeOff(
  em: EntityManager,
  context: Context,
  { table, id, reason }: Leaving,
  known: ReadonlyMap<string, SubjectKnown>,
): Promise<{ readonly personal: boolean }> {
  const db = em.getKysely();
  await sql`select set_config('credit.cause', 'WITHDRAWN', true)`.execute(db);
  const { rows } = await sql<{
    subjectId: string;
    personal: boolean;
  }>`update ${sql.table(`sanctions.${table}`)} set display = 'ARCHIVED'
    where id = ${id}::uuid and display <> 'ARCHIVED' and designating_unit = ${context.caller.unit}
    returning subject_id as "subjectId", personal`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound(table);
  const { subjectId } = row;
  await sql`insert into sanctions.removal (subject_id, designation_id, unit, removed_at)
    values (${subjectId}::uuid, ${id}::uuid, ${context.caller.unit}, ${context.platform.now().toISOString()}::timestamptz)`.execute(
    db,
  );
  knownIn(known, subjectId).learn({ reason });
  await storeTexts(em, context.platform.secrets, [{ subjectId, place: 'REMOVAL', id, texts: { reason } }]);
  return row;
}

export async function remove(context: Context, table: Table, id: string, reason: string): Promise<Removed> {
  const leaving = {
    table,
    id: checkId(id, table),
    reason: said('reason', reason, table === 'incentive' ? '25' : '28'),
  };
  const { personal } = await context.request.write('designate', async (em) => {
    const subjectId = await subjectOf(em, context, leaving);
    const row = await withKnown(em, context.platform.secrets, [{ subjectId, known: NOTHING_SAID }], (known) =>
      takeOff(em, context, leaving, known),
    );
    if (!mayName(context, leaving.id, row)) throw notFound(table);
    return row;
  });
  context.snapshot = await context.request.snapshot();
  return { id: leaving.id, removedOn: context.request.today, personal };
}
