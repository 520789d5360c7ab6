/** The table beside takes the place of the other: one transaction, under locks that are given up and tried again where somebody uses a table for longer. */
import { applyAccess } from '../apply.ts';
import type { Owner } from '../catalog.ts';
import { declaredFor } from '../logins/expand.ts';
import type { Code, State } from '../migrate.ts';
import { beginWith } from '../table-locks.ts';
import { besideOf, formerOf, type Layout, renaming, tableOf } from './layout.ts';

/** Tables with policies that read it: they are said again, because a policy follows the table and not its name. */
const READ_IT = `select distinct p.polrelid::regclass::text as name from pg_depend d join pg_policy p on p.oid = d.objid
  where d.classid = 'pg_policy'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = $1::regclass`;

/** Throws where a lock was not to be had, or where something made by hand depends on the table; then nothing was changed. */
export async function switchOver(owner: Owner, layout: Layout, code: Code, state: State): Promise<void> {
  const [table, beside, former] = [tableOf(layout), besideOf(layout), formerOf(layout)];
  const tables = (await owner.query<{ name: string }>(READ_IT, [table])).map(({ name }) => name);
  const all = [...new Set([...tables, table, beside])].sort();
  await beginWith(owner, `begin; set local search_path = ''`, `lock table ${all.join(', ')} in access exclusive mode`);
  try {
    await owner.run(`comment on table ${beside} is null`);
    await owner.run(await renaming(owner, layout));
    // As an upgrade does: what the files say of the table is missing from the one that stands in its place, and is made there.
    const access = await declaredFor(owner, code.access);
    const { applied } = await applyAccess(owner, access, state.objects);
    await owner.run(`drop table ${former}`);
    await owner.query('update public.access set objects = $1::jsonb', [JSON.stringify(applied)]);
    await owner.run('commit');
  } catch (error) {
    await owner.run('rollback');
    throw error;
  }
}
