/** Guards: what a policy says about a field. A subgraph's `policy.ts` names one guard for every field of every object type that it has. */
import type { GraphQLError, GraphQLScalarType } from 'graphql';
import { forbidden, refusal } from '../../schema/errors.ts';
import { decide, type Verdict } from '../../schema/law/decision.ts';
import type { Openness, Role } from '../../schema/law/facts.ts';
import { RULES } from '../../schema/law/rules/rules.ts';
import { type Entitlements, factsOf } from '../../schema/law/scope.ts';
import { refusalMessages } from '../../schema/messages/refusals.ts';
import type { Context } from '../request/context.ts';

/** What a guard may know of the row that a field is read from. Every row about a subject has these fields. */
export interface Marked {
  /** The row is about the calling subject itself. */
  readonly self?: boolean;
  /** The row is about a natural person or sole trader. */
  readonly personal?: boolean;
  /** The caller sees the row's personal information whole. */
  readonly whole?: boolean;
  /** Elements of the row that are closed to this caller, with the verdict. */
  readonly closed?: Readonly<Record<string, Verdict>>;
}

/** A guard returns the refusal, or nothing. It is synchronous and pure. */
export interface Guard {
  readonly name: string;
  /** Absent where the field is open to everyone who can read its row. */
  readonly check?: (context: Context, parent: Marked, field: string) => GraphQLError | undefined;
}

type FieldsOf<T> = { readonly [F in keyof T as F extends `__${string}` ? never : F]-?: Guard };

/** A guard for every field of every object type. A missing one is a compile error. */
export type Policy<R> = {
  readonly [T in keyof R as NonNullable<R[T]> extends GraphQLScalarType
    ? never
    : keyof FieldsOf<NonNullable<R[T]>> extends never
      ? never
      : T]-?: FieldsOf<NonNullable<R[T]>>;
};

/** Open to everyone who can read the row: access to the row was checked before. */
export const open: Guard = { name: 'open' };

/** A connection and its edges: whoever reads the field that returns it, reads all of it. What a row closes, its own fields close. */
export const openConnection = { totalCount: open, pageInfo: open, nodes: open, edges: open } as const;
export const openEdge = { node: open, cursor: open } as const;
export const openPageInfo = {
  hasNextPage: open,
  hasPreviousPage: open,
  startCursor: open,
  endCursor: open,
} as const;

/** All of these fields are open to everyone who can read the row. */
export const published = <Field extends string>(...fields: readonly Field[]): Record<Field, Guard> =>
  Object.fromEntries(fields.map((name) => [name, open])) as Record<Field, Guard>;

/** Only the gateway queries entities and the SDL. */
export const gatewayOnly: Guard = {
  name: 'gateway-only',
  check: (context) => (context.viaGateway ? undefined : forbidden('ROLE', '17')),
};

/** Only the subject itself (Article 24). It may refuse instead of hide, because the refusal depends on the caller and the kind of data alone. */
export const selfOnly: Guard = {
  name: 'self-only',
  check: (context, parent) => {
    if (parent.self === true) return undefined;
    return context.caller.role === 'PUBLIC' ? forbidden('IDENTITY_REQUIRED', '24') : forbidden('SELF_ONLY', '24');
  },
};

/** Only these roles, which the refusal names. An anonymous caller is told to identify itself. */
export const roles = (article: string, ...allowed: readonly Role[]): Guard => {
  const help = refusalMessages.oneOfRoles(allowed);
  return {
    name: `roles-${allowed.join('-').toLowerCase()}`,
    check: (context) => {
      if (allowed.includes(context.caller.role)) return undefined;
      return forbidden(context.caller.role === 'PUBLIC' ? 'IDENTITY_REQUIRED' : 'ROLE', article, { help });
    },
  };
};

/** The verdict for data of this openness before any row is read: from role, purpose, case, agreement and duty. */
export function verdictOnKind(
  context: Context,
  tier: Openness,
  items: readonly string[],
  known: Pick<Entitlements, 'matterStated'> | undefined = undefined,
): Verdict {
  return context.once(`kind:${tier}:${known?.matterStated}:${items.join()}`, () => {
    const { directory } = context.snapshot;
    const entitlements = { ...context.snapshot.entitlements, ...known };
    const shared = items.length === 0 || items.some((item) => directory.items.get(item)?.sharing !== 'NOT_SHARED');
    const code = items.find((item) => entitlements.agreedItems.has(item) || entitlements.dutyItems.has(item)) ?? '';
    const item = { code, published: true, openness: tier, sharing: shared ? 'SHARED' : 'NOT_SHARED' } as const;
    const about = { subjectId: null, personal: true, authorized: true, display: 'DISPLAYED' } as const;
    return decide(RULES, factsOf(entitlements, item, about));
  });
}

/** Says for the metrics of an operator, and for nobody else, what openness was asked for. */
export function ofTier(error: GraphQLError, tier: Openness | undefined): GraphQLError {
  if (tier !== undefined) error.extensions.tier = tier;
  return error;
}

/**
 * Data of one openness; the subject's own rows pass. `items` are the items that the data falls under, `known` what an argument of the field says that
 * else a header does.
 */
export const inquiry = (
  tier: Openness,
  items: (context: Context) => readonly string[] = () => [],
  known?: Pick<Entitlements, 'matterStated'>,
): Guard => ({
  name: `inquiry-${tier.toLowerCase()}`,
  check: (context, parent) => {
    if (parent.self === true) return undefined;
    const verdict = verdictOnKind(context, tier, items(context), known);
    return verdict.effect === 'allow' ? undefined : ofTier(refusal(verdict), tier);
  },
});

/** An element of a record. An edition of the catalog can restrict it further than its item. */
export const element: Guard = {
  name: 'element',
  check: (_context, parent, field) => {
    const verdict = parent.closed?.[field];
    return verdict === undefined ? undefined : refusal(verdict);
  },
};
