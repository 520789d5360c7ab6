/** Registers a department's duty (Articles 22 and 44). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { dutyMessages } from '../../../../schema/messages/acts/catalog.ts';
import type { Context } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import { newId } from '../../../request/request.ts';
import { redactAlone } from '../../../texts/alone.ts';
import type { DutyRow } from '../../rows.ts';
import { checkItems, checkUnit } from '../checks.ts';
import { holdUnits } from '../units/unit-checks.ts';

/** A duty before it has an id. */
export type NewDuty = Omit<DutyRow, 'id' | 'registeredAt' | 'endedAt' | 'endReason'>;

export interface DutyInput {
  readonly department: string;
  readonly matter: string;
  readonly activity: DutyRow['activity'];
  readonly items: readonly string[];
  readonly identified?: boolean | null | undefined;
}

/** The kind of matter. Whoever sees duties reads it, those that ended too. */
export function checkedMatter(sent: string): string {
  if (sent.trim() === '') throw badInput('MATTER', dutyMessages.matterEmpty);
  if (redactAlone(sent) !== sent) throw badInput('MATTER', dutyMessages.matterPersonal, '23');
  return sent.normalize('NFC').trim();
}

/** What is registered. Throws BAD_USER_INPUT with what is wrong. */
export function checkedDuty(directory: Directory, input: DutyInput): NewDuty {
  // Only a unit that may come as a department can use a duty: a bureau that provides and decides has both kinds.
  checkUnit(directory, input.department, ['DEPARTMENT']);
  checkItems(directory, input.items);
  const matter = checkedMatter(input.matter);
  for (const code of input.items)
    if (directory.items.get(code)?.information === 'NON_PUBLIC')
      throw badInput('ITEM_NOT_PUBLIC', dutyMessages.itemNotPublic(code), '22');
  for (const code of input.items)
    if (directory.items.get(code)?.sharing === 'NOT_SHARED')
      throw badInput('ITEM_NOT_SHARED', dutyMessages.itemNotShared(code), '22');
  return {
    department: input.department,
    matter,
    activity: input.activity,
    items: [...new Set(input.items)],
    identified: input.identified === true,
  };
}

/** The duty of the same department, matter and items that is in force; undefined where there is none. */
async function dutyInForce(
  em: EntityManager,
  { department, matter, items }: Pick<NewDuty, 'department' | 'matter' | 'items'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select d.id from control.duty d
    where d.department = ${department} and d.matter = ${matter} and d.ended_at is null and d.item_set =
      (select array_agg(i.code collate "C" order by i.code collate "C") from jsonb_array_elements_text(${JSON.stringify(items)}::jsonb) as i (code))`.execute(
    em.getKysely(),
  );
  return rows[0]?.id;
}

/** Stores a checked duty. Throws CONFLICT where it is registered already: a second one would go on after the first has ended. */
export async function storeDuty(em: EntityManager, duty: NewDuty, at: Date): Promise<DutyRow> {
  await holdUnits(em, [duty.department]);
  // Of two registrations at the same time the second waits here for the first, and inserts nothing.
  const { rows } = await sql<{ id: string }>`insert into control.duty
      (id, department, matter, activity, items, identified, registered_at)
    select ${newId()}::uuid, ${duty.department}, ${duty.matter}, ${duty.activity},
      array(select jsonb_array_elements_text(${JSON.stringify(duty.items)}::jsonb)), ${duty.identified}, ${at.toISOString()}::timestamptz
    on conflict (department, matter, item_set) where ended_at is null do nothing returning id`.execute(em.getKysely());
  const id = rows[0]?.id;
  if (id === undefined)
    throw conflict('DUTY_REGISTERED', dutyMessages.registered(duty, (await dutyInForce(em, duty)) ?? ''));
  return { id, ...duty, registeredAt: at, endedAt: null, endReason: null };
}

export async function registerDuty(context: Context, input: DutyInput): Promise<DutyRow> {
  const duty = checkedDuty(context.snapshot.directory, input);
  const row = await context.request.write('control', (em) => storeDuty(em, duty, context.platform.now()));
  context.snapshot = await context.request.snapshot();
  return row;
}
