/** The designating unit decides on a re-examination within three working days (Article 35 §2). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { conflict, notFound } from '../../../../schema/errors.ts';
import { meetClocks } from '../../../clocks/clocks.ts';
import type { Context } from '../../../request/context.ts';
import { mayName } from '../../../request/subjects/representations.ts';
import type { ReexaminationRow } from '../../rows.ts';
import { checkId, said } from '../checks.ts';
import { takeOff } from '../removal.ts';

interface Kept extends Omit<ReexaminationRow, 'status' | 'reasons' | 'decidedOn'> {
  readonly status: ReexaminationRow['status'];
}

async function pending(em: EntityManager, context: Context, id: string): Promise<Kept> {
  const { rows } =
    await sql<Kept>`select id, public_credit.about_person(subject_id) as personal, designation_id as designation, status, to_char(requested_on, 'YYYY-MM-DD') as "requestedOn",
      to_char(decide_by, 'YYYY-MM-DD') as "decideBy", provisional from sanctions.reexamination
    where id = ${id}::uuid and unit = ${context.caller.unit} for update`.execute(em.getKysely());
  const [row] = rows;
  if (row === undefined || !mayName(context, id, row)) throw notFound('re-examination');
  if (row.status !== 'PENDING')
    throw conflict('DECIDED', 'The re-examination has been decided.', 'A new one is asked for by the subject.');
  return row;
}

/** Where the request is upheld, the designation and its measures end at once. Either way the clock is met. */
export async function decideReexamination(
  context: Context,
  input: { readonly id: string; readonly upheld: boolean; readonly reasons: string },
): Promise<ReexaminationRow> {
  const id = checkId(input.id, 're-examination');
  const reasons = said('reasons', input.reasons, '35');
  const { today } = context.request;
  const status = input.upheld ? 'UPHELD' : 'REFUSED';
  const row = await context.request.write('designate', async (em) => {
    const found = await pending(em, context, id);
    await sql`update sanctions.reexamination set status = ${status}, decision = ${reasons}, decided_on = ${today}::date
      where id = ${id}::uuid and unit = ${context.caller.unit}`.execute(em.getKysely());
    await meetClocks(em, 'reexamination.decide', id, today);
    if (input.upheld) await release(em, context, found.designation, reasons);
    return found;
  });
  context.snapshot = await context.request.snapshot();
  return { ...row, status, reasons, decidedOn: today };
}

/** The designation may have ended meanwhile. Then there is nothing to remove. */
async function release(em: EntityManager, context: Context, designation: string, reasons: string): Promise<void> {
  const { rows } =
    await sql`select from sanctions.designation where id = ${designation}::uuid and display = 'DISPLAYED'`.execute(
      em.getKysely(),
    );
  if (rows.length > 0) await takeOff(em, context, 'designation', designation, reasons);
}
