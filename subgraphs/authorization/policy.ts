/** What a policy says of a field. A subgraph's `policy.ts` names one guard for every field of every object type it has. */
import type { GraphQLError, GraphQLScalarType } from 'graphql';
import { forbidden, refusal } from '../../schema/errors.ts';
import { decide, type Verdict } from '../../schema/law/decision.ts';
import type { Openness, Role } from '../../schema/law/facts.ts';
import { RULES } from '../../schema/law/rules/rules.ts';
import { factsOf } from '../../schema/law/scope.ts';
import type { Context } from '../request/context.ts';

/** What a guard may know of the row that a field is read from. Every row of personal concern carries it. */
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

/** Synchronous and pure: the refusal, or nothing. `open` fields are not guarded at all. */
export interface Guard {
  readonly name: string;
  /** Absent for a field that is open to everyone who reached its row. */
  readonly check?: (context: Context, parent: Marked, field: string) => GraphQLError | undefined;
}

type FieldsOf<T> = { readonly [F in keyof T as F extends `__${string}` ? never : F]-?: Guard };

/** A guard for every field of every object type: one that is missing does not compile. */
export type Policy<R> = {
  readonly [T in keyof R as NonNullable<R[T]> extends GraphQLScalarType
    ? never
    : keyof FieldsOf<NonNullable<R[T]>> extends never
      ? never
      : T]-?: FieldsOf<NonNullable<R[T]>>;
};

/** Open to everyone who reached the row: the row itself was decided before. */
export const open: Guard = { name: 'open' };

/** Only the gateway asks for entities and for the SDL. */
export const gatewayOnly: Guard = {
  name: 'gateway-only',
  check: (context) => (context.viaGateway ? undefined : forbidden('ROLE', '17')),
};

/** Article 24: the subject alone. Refused, not hidden: the refusal depends on who asks for what kind of thing. */
export const selfOnly: Guard = {
  name: 'self-only',
  check: (context, parent) => {
    if (parent.self === true) return undefined;
    return context.caller.role === 'PUBLIC' ? forbidden('IDENTITY_REQUIRED', '24') : forbidden('SELF_ONLY', '24');
  },
};

/** Only these roles; an anonymous caller is told that identity is what it lacks. */
export const roles = (article: string, ...allowed: readonly Role[]): Guard => ({
  name: `roles-${allowed.join('-').toLowerCase()}`,
  check: (context) => {
    if (allowed.includes(context.caller.role)) return undefined;
    return forbidden(context.caller.role === 'PUBLIC' ? 'IDENTITY_REQUIRED' : 'ROLE', article);
  },
});

/** What the law says of a kind of thing of this tier, before any row is read: role, purpose, case, agreement, duty. */
export function verdictOnKind(context: Context, tier: Openness, items: readonly string[]): Verdict {
  return context.once(`kind:${tier}:${items.join()}`, () => {
    const { entitlements } = context.snapshot;
    const code = items.find((item) => entitlements.agreedItems.has(item) || entitlements.dutyItems.has(item)) ?? '';
    const item = { code, published: true, openness: tier, sharing: 'SHARED' } as const;
    const about = { relation: 'OTHER', personal: true, authorized: true, display: 'DISPLAYED' } as const;
    return decide(RULES, factsOf(entitlements, item, about));
  });
}

/** A kind of thing of one tier; the subject's own row passes. `items` are those that fall under the kind. */
export const inquiry = (tier: Openness, items: (context: Context) => readonly string[] = () => []): Guard => ({
  name: `inquiry-${tier.toLowerCase()}`,
  check: (context, parent) => {
    if (parent.self === true) return undefined;
    const verdict = verdictOnKind(context, tier, items(context));
    return verdict.effect === 'allow' ? undefined : refusal(verdict);
  },
});

/** An element of a record, which an edition of the catalog can close further than its item. */
export const element: Guard = {
  name: 'element',
  check: (_context, parent, field) => {
    const verdict = parent.closed?.[field];
    return verdict === undefined ? undefined : refusal(verdict);
  },
};
