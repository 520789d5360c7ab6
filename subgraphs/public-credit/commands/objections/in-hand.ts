/** An objection as the unit that decides it has it in hand, and what is said of it there (Article 39). */

import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFoundAs } from '../../../../schema/errors.ts';
import type { ObjectionStatus, ObjectionSubject } from '../../../../schema/law/matter/objections.ts';
import { writtenText } from '../../../../schema/law/records/seen-text.ts';
import { decidingMessages } from '../../../../schema/messages/acts/rights/deciding.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { ObjectionRow, VerificationRow } from '../../../rights/claims/objection-rows.ts';
import type { HeldIn } from '../../../rights/falls.ts';
import { verificationLoader } from '../../queries/rights/beside.ts';
import { readNamed, readObjection } from '../../queries/rights/objections.ts';

export interface InHand {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly about: ObjectionSubject;
  /** Null for an omission, as `rowId`. */
  readonly heldIn: HeldIn | null;
  readonly rowId: string | null;
  readonly item: string | null;
  readonly unit: string;
}

const HELD: Statement = {
  name: 'objection-held-in',
  text: 'select held_in as "heldIn" from rights.objection where id = $1::uuid',
};

/** Throws CONFLICT where it was decided or withdrawn. */
export function checkOpen({ status }: { readonly status: ObjectionStatus }): void {
  if (status !== 'OPEN') throw conflict('OBJECTION_CLOSED', decidingMessages.closed);
}

/**
 * The objection, for the unit that decides it. Throws NOT_FOUND for who may not know of it, BAD_USER_INPUT with the right unit for who verifies it or
 * oversees, CONFLICT where it is open no more.
 */
export async function inHand(context: Context, id: string): Promise<InHand> {
  const row = isId(id) ? await readObjection(context, id) : null;
  if (row === null) throw notFoundAs(decidingMessages.noObjection);
  if (row.unit !== context.caller.unit) throw badInput('WRONG_UNIT', decidingMessages.otherUnit(row.unit), '39');
  checkOpen(row);
  const [held] = await context.query<{ heldIn: HeldIn | null }>(HELD, [id]);
  return {
    id,
    subjectId: row.subjectId,
    personal: row.personal,
    about: row.about,
    heldIn: held?.heldIn ?? null,
    rowId: row.recordId,
    item: row.itemCode,
    unit: row.unit,
  };
}

/** The objection as it stands after a command. */
export async function after(context: Context, id: string): Promise<ObjectionRow> {
  context.snapshot = await context.request.snapshot();
  const row = await readNamed(context, id);
  if (row === null) throw new Error('An objection that was written cannot be read.');
  return row;
}

/** The verification as the caller reads it after a command. */
export async function verificationOf(context: Context, objection: string, id: string): Promise<VerificationRow> {
  const row = (await verificationLoader(context).load(objection)).find((one) => one.id === id);
  if (row === undefined) throw new Error('A verification that was written cannot be read.');
  return row;
}

/** Commands about one objection take turns. Throws CONFLICT where it was decided or withdrawn meanwhile. */
export async function holdOpen(em: EntityManager, id: string): Promise<void> {
  const db = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`credit-gateway objection ${id}`}, 0))`.execute(db);
  const { rows } = await sql<{
    status: ObjectionStatus;
  }>`select status from rights.objection where id = ${id}::uuid`.execute(db);
  checkOpen(rows[0] ?? { status: 'WITHDRAWN' });
}

const TEXT_MAX = 4_000;

/** A text of a decision, a question or an answer. */
export function written(field: 'reasons' | 'question' | 'answer', value: string): string {
  const text = writtenText(value, TEXT_MAX);
  if (text === undefined) throw badInput('REASON', decidingMessages.text(field, TEXT_MAX), '39');
  return text;
}
