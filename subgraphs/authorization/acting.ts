/** What an agent may ask and do: each root field needs a scope of its mandate (schema/law/asking/mandates.ts), beside all that its principal needs. */
import { type DocumentNode, type GraphQLError, Kind } from 'graphql';
import { forbidden } from '../../schema/errors.ts';
import { type MandateScope, NEVER, SCOPE_OF } from '../../schema/law/asking/mandates.ts';
import { mandateMessages } from '../../schema/messages/acts/rights/mandates.ts';
import type { Caller, ClientRequest } from '../request/context.ts';
import { type Guard, gatewayOnly } from './policy.ts';

/** Why an agent may not ask this; undefined where it may, or where somebody asks for itself. */
export function lacking(
  { agent }: Pick<Caller, 'agent'>,
  scope: MandateScope | typeof NEVER,
): GraphQLError | undefined {
  if (agent === undefined) return undefined;
  if (scope === NEVER) return forbidden('MANDATE_REQUIRED', '35', mandateMessages.never);
  return agent.scope.has(scope) ? undefined : forbidden('MANDATE_REQUIRED', '35', mandateMessages.scope(scope));
}

const scopeOf = (field: string): MandateScope | typeof NEVER =>
  Object.hasOwn(SCOPE_OF, field) ? (SCOPE_OF[field] ?? NEVER) : NEVER;

type Tree = Record<string, Record<string, Guard>>;

const guarded = (guard: Guard, changes: boolean): Guard =>
  guard === gatewayOnly
    ? guard
    : {
        name: `mandate-${guard.name}`,
        check: (context, parent, field) => {
          const refused = guard.check?.(context, parent, field);
          if (refused !== undefined || context.caller.agent === undefined) return refused;
          const scope = scopeOf(field);
          // What is written rests on this field's own scope: mutations run one after the other.
          const lacks = lacking(context.caller, scope);
          if (changes && lacks === undefined && scope !== NEVER) context.request.actFor([scope]);
          return lacks;
        },
      };

const each = (guards: Record<string, Guard> | undefined, changes: boolean): Record<string, Guard> =>
  Object.fromEntries(Object.entries(guards ?? {}).map(([name, guard]) => [name, guarded(guard, changes)]));

/** The policy with what every root field needs of a mandate. */
export const withMandates = (policy: Tree): Tree => ({
  ...policy,
  Query: each(policy.Query, false),
  Mutation: each(policy.Mutation, true),
});

/**
 * What an operation reads rests on the scopes of its root fields that the mandate has; entities are read as what led to them. It is told before the snapshot is
 * opened.
 */
export function actFor(request: ClientRequest, { definitions }: DocumentNode): void {
  const { agent } = request.caller;
  if (agent === undefined) return;
  const fields = definitions
    .flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []))
    .flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []))
    .filter((name) => !name.startsWith('_'));
  if (fields.length === 0) return;
  const needed = new Set(fields.map(scopeOf));
  request.actFor([...agent.scope].filter((scope) => needed.has(scope)));
}
