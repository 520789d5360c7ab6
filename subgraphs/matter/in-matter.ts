/**
 * Reads for one question about a matter: with the scope of that duty alone, whatever the caller's header says, in TypeScript and in the database.
 */
import { type Scope, scopeOf } from '../../schema/law/scope.ts';
import { scopeParametersOf } from '../authorization/scope-sql.ts';
import type { Statement } from '../database/database.ts';
import type { Context, Duty } from '../request/context.ts';

const NAME: Statement = { name: 'name-matter', text: `select set_config('credit.matter', $1, true)` };

/** What the caller may see for this duty. */
export const scopeOfDuty = (context: Context, duty: Duty): Scope =>
  context.once(`scope-in-matter:${duty.id}`, () => {
    const { directory, entitlements } = context.snapshot;
    const items = new Set(duty.items);
    const one = {
      ...entitlements,
      matterStated: true,
      dutyItems: items,
      identifiedItems: duty.identified ? items : new Set<string>(),
    };
    return { ...scopeOf(one, directory.scopeItems), self: null };
  });

/** Parameters of the scope condition, for the duty of the question. */
export const scopeInMatter = (context: Context, duty: Duty): readonly unknown[] =>
  scopeParametersOf(context, scopeOfDuty(context, duty));

/** Runs a statement while the session names the matter. The row policies then open what its duty opens, and nothing of another. */
export async function readInMatter<Row>(
  context: Context,
  duty: Duty,
  statement: Statement,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const named = context.caller.matter ?? '';
  // Already so: the header named it.
  if (named === duty.matter) return context.query<Row>(statement, parameters);
  // All three go over the one connection of the snapshot and run in this order.
  const [, rows] = await Promise.all([
    context.query(NAME, [duty.matter]),
    context.query<Row>(statement, parameters),
    context.query(NAME, [named]),
  ]);
  return rows;
}
