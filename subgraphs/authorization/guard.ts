/**
 * Second wall: a policy compiled to graphql-shield, with desensitization beneath it. The only file that uses graphql-shield.
 * Traps of graphql-shield that this file avoids: a rule on an interface has no effect; one undefined rule drops a whole type; cached rules mix rows;
 * combined rules are slow or broken; the default is to allow. So rules are on object types only, every field has a rule or the server does not start,
 * each field has one synchronous uncached rule, and the fallback denies.
 */
import { createRequire } from 'node:module';
import {
  defaultFieldResolver,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { IMiddlewareFunction } from 'graphql-middleware';
import { forbidden } from '../../schema/errors.ts';
import { desensitize, NUMBER_KINDS } from '../../schema/law/desensitize/desensitize.ts';
import { type IdentifierType, PERSONAL_KINDS, type PersonalKind } from '../../schema/law/facts.ts';
import type { Context, RefusedFor } from '../request/context.ts';
import type { Guard, Marked } from './policy.ts';

// Both through CommonJS: shield's ES build does not load on this Node, and the two must share one copy.
const require = createRequire(import.meta.url);
const { shield, rule, allow, deny } = require('graphql-shield') as typeof import('graphql-shield');
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

type Tree = Record<string, Record<string, Guard>>;
type FieldMiddleware = IMiddlewareFunction<Marked, Context, unknown>;
type MiddlewareTree = Record<string, Record<string, FieldMiddleware>>;

/** Every field of every object type of the schema. */
function* fieldsOf(
  schema: GraphQLSchema,
): Generator<{ type: string; field: string; definition: ObjectTypeDefinitionNode | null | undefined }> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.keys(type.getFields())) yield { type: type.name, field, definition: type.astNode };
  }
}

/** The enum value that a directive of the SDL gives a field. */
function argumentOf(
  definition: ObjectTypeDefinitionNode | null | undefined,
  field: string,
  directive: 'openness' | 'personal',
): string | undefined {
  const value = definition?.fields
    ?.find((node) => node.name.value === field)
    ?.directives?.find((node) => node.name.value === directive)?.arguments?.[0]?.value;
  return value?.kind === 'EnumValue' ? value.value : undefined;
}

/** Throws unless the policy has a guard for every field of every object type, and for no other field. */
export function checkPolicy(schema: GraphQLSchema, policy: Tree): void {
  const faults: string[] = [];
  const known = new Set<string>();
  for (const { type, field, definition } of fieldsOf(schema)) {
    known.add(`${type}.${field}`);
    const guard = policy[type]?.[field];
    if (typeof guard?.name !== 'string') faults.push(`${type}.${field} has no guard`);
    else if (
      guard.check === undefined &&
      !['UNCONDITIONAL', undefined].includes(argumentOf(definition, field, 'openness'))
    )
      faults.push(`${type}.${field} is bounded by @openness but open by policy`);
  }
  for (const [type, fields] of Object.entries(policy))
    for (const field of Object.keys(fields ?? {}))
      if (!known.has(`${type}.${field}`)) faults.push(`${type}.${field} is guarded but is no field of an object type`);
  if (faults.length > 0)
    throw new Error(`The policy does not fit the schema, so nothing is served:\n- ${faults.join('\n- ')}`);
}

/** Path without list positions: the same refusal in a thousand rows is reported once. */
function place(info: GraphQLResolveInfo): string {
  const keys: string[] = [];
  for (let path: typeof info.path | undefined = info.path; path !== undefined; path = path.prev)
    if (typeof path.key === 'string') keys.push(path.key);
  return keys.join('<');
}

/** Code and reason of a refusal, for who counts them. */
function refusedFor(refused: unknown): RefusedFor {
  const { code, reason } = refused instanceof GraphQLError ? refused.extensions : {};
  return { code: typeof code === 'string' ? code : undefined, reason: typeof reason === 'string' ? reason : undefined };
}

const shieldRule = (name: string, check: NonNullable<Guard['check']>) =>
  rule(name, { cache: 'no_cache' })((parent: unknown, _args: unknown, context: Context, info: GraphQLResolveInfo) => {
    const refused = check(context, (parent ?? {}) as Marked, info.fieldName);
    if (refused === undefined) return true;
    context.reported.add(place(info));
    if (info.path.prev === undefined) context.request.firstRefusals.push(refusedFor(refused));
    // Anything that a guard returns is a refusal. graphql-shield would take a bare `true` as permission.
    return refused instanceof Error ? refused : forbidden('ROLE', '23');
  });

/** Outermost middleware: after a refusal was reported at one row of a list, the field is null in the other rows. */
const reportOnce =
  (check: NonNullable<Guard['check']>): FieldMiddleware =>
  (resolve, parent, args, context, info) => {
    if (
      context.reported.size > 0 &&
      context.reported.has(place(info)) &&
      check(context, parent ?? {}, info.fieldName) !== undefined
    )
      return null;
    return resolve(parent, args, context, info);
  };

const isKind = (value: string): value is PersonalKind => (PERSONAL_KINDS as readonly string[]).includes(value);

/** The kind that `@personal` gives a field. */
function personalKind(
  definition: ObjectTypeDefinitionNode | null | undefined,
  field: string,
): PersonalKind | undefined {
  const kind = argumentOf(definition, field, 'personal');
  return kind !== undefined && isKind(kind) ? kind : undefined;
}

type Person = Marked & { readonly identifierType?: IdentifierType };

/** The kind of a field in this row. A number has the kind of its document; null where it is not personal. */
function kindOn(row: Person, declared: PersonalKind): PersonalKind | null {
  if (declared === 'CITIZEN_ID' && row.identifierType !== undefined) return NUMBER_KINDS[row.identifierType];
  return row.personal === false ? null : declared;
}

/** Innermost middleware: masks personal information (Article 23, last paragraph), unless the row is marked as about an organization or as whole. */
const mask = (declared: PersonalKind): FieldMiddleware => {
  const seen = (value: unknown, row: Person): unknown => {
    if (row.whole === true || value === null || value === undefined) return value;
    const kind = kindOn(row, declared);
    return kind === null ? value : desensitize(kind, String(value));
  };
  // Most are there already: a promise for each would cost more than the mask.
  return (resolve, parent, args, context, info) => {
    const value: unknown = resolve(parent, args, context, info);
    const masked = value instanceof Promise ? value.then((one: unknown) => seen(one, parent)) : seen(value, parent);
    return masked as Promise<unknown>;
  };
};

/** For tests only: disables a wall, to show that the others hold without it. */
export interface WallsDown {
  readonly shield?: boolean;
}

/** Wraps a schema in graphql-shield and desensitization. Throws where a field has no guard. */
export function guardSchema(schema: GraphQLSchema, policy: Tree, down: WallsDown = {}): GraphQLSchema {
  checkPolicy(schema, policy);
  const tree: Record<string, Record<string, ReturnType<typeof shieldRule> | typeof allow>> = {};
  const once: MiddlewareTree = {};
  const masks: MiddlewareTree = {};
  for (const { type, field, definition } of fieldsOf(schema)) {
    const guard = policy[type]?.[field];
    const check = guard?.check;
    tree[type] = {
      ...tree[type],
      [field]:
        guard === undefined ? deny : check === undefined ? allow : shieldRule(`${type}.${field}:${guard.name}`, check),
    };
    if (check !== undefined) once[type] = { ...once[type], [field]: reportOnce(check) };
    const kind = personalKind(definition, field);
    if (kind !== undefined) masks[type] = { ...masks[type], [field]: mask(kind) };
  }
  if (down.shield === true) return schema;
  const generated = shield(tree as never, {
    fallbackRule: deny,
    allowExternalErrors: true,
    fallbackError: () => forbidden('ROLE', '23'),
  }).generate(schema) as unknown as MiddlewareTree;
  return applyMiddleware(schema, once, guardedOnly(generated, policy), masks);
}

/** Keeps the middleware of guarded fields only. Open fields stay unwrapped, which saves most of the cost of graphql-shield. */
function guardedOnly(generated: MiddlewareTree, policy: Tree): MiddlewareTree {
  const kept: MiddlewareTree = {};
  for (const [type, fields] of Object.entries(generated))
    for (const [field, middleware] of Object.entries(fields))
      if (policy[type]?.[field]?.check !== undefined) kept[type] = { ...kept[type], [field]: middleware };
  return kept;
}

/** Throws unless the resolver of each guarded field was really replaced. */
export function checkGuarded(before: GraphQLSchema, after: GraphQLSchema, policy: Tree): void {
  const resolver = (
    schema: GraphQLSchema,
    type: string,
    field: string,
  ): GraphQLFieldResolver<unknown, unknown> | undefined => {
    const object = schema.getType(type);
    return isObjectType(object) ? (object.getFields()[field]?.resolve ?? defaultFieldResolver) : undefined;
  };
  for (const { type, field } of fieldsOf(before))
    if (policy[type]?.[field]?.check !== undefined && resolver(before, type, field) === resolver(after, type, field))
      throw new Error(`${type}.${field} is guarded by policy but not in the schema that would be served.`);
}
