/** First wall: the caller's scope as an SQL condition. Rows and counts are computed over what the caller may see. */
import type { Scope } from '../../schema/law/scope.ts';
import type { Context } from '../request/context.ts';

/**
 * Condition on a table of rows about subjects, the same as `visible()` in schema/law/scope.ts. Uses the parameters from `first` on, in the order of
 * `scopeParameters`. `authorized`: SQL that tells whether the person authorized the item, where a statement knows that for all its rows at once.
 */
export const scopeCondition = (
  alias: string,
  first: number,
  authorized = `control.authorizes(${alias}.subject_id, ${alias}.item)`,
): string => {
  const p = (offset: number): string => `$${first + offset}`;
  return `(${alias}.display <> 'ARCHIVED' and (${alias}.displayed_until is null or ${alias}.displayed_until >= ${p(0)}::date)
    and (${alias}.subject_id = ${p(1)}::uuid or (${alias}.display = 'DISPLAYED' and (
      ${alias}.item = any (${p(2)}::text[])
      or (not ${alias}.personal and ${alias}.item = any (${p(3)}::text[]))
      or (${alias}.personal and ${alias}.item = any (${p(4)}::text[]) and ${authorized})))))`;
};

export const scopeParametersOf = (context: Context, scope: Scope): readonly unknown[] => [
  context.request.today,
  scope.self,
  scope.anySubject,
  scope.organizations,
  scope.authorizedPersons,
];

export const scopeParameters = (context: Context): readonly unknown[] =>
  scopeParametersOf(context, context.snapshot.scope);
