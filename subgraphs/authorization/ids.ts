/**
 * Where ids leave a subgraph and come in. A table names every field, argument and input field of the type ID: what it is an id of, or that it is about
 * no person. A new one that is forgotten keeps the server from starting. Inside, all ids are as they are stored.
 */
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Thing, Whose } from '../keys/recipient-ids.ts';
import type { Context } from '../request/context.ts';
import { closeId, openId } from '../request/subjects/representations.ts';

/** How a field's value is told to the caller. */
type Told<Row> = (context: Context, value: string, row: Row) => string;

/** The id is about no person, or of something that only one recipient is ever told of. */
export const aboutNobody: Told<unknown> = (_context, id) => id;

/** The id of a thing, in a row that says whether it is about a person. */
export const idOf =
  <Row = Whose>(thing: Thing, whose: (row: Row, context: Context) => Whose = (row) => row as Whose): Told<Row> =>
  (context, id, row) =>
    closeId(context, thing, id, whose(row, context));

/** In rows that a subject is shown of itself alone, and the operator and the authority of everybody. */
export const ownId = (thing: Thing): Told<unknown> =>
  idOf(thing, (_row, context) => ({ personal: true, self: context.caller.role === 'SUBJECT' }));

const UUID_AHEAD = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** A text that may begin with the id of a thing. */
export const textWithIdOf =
  <Row>(thing: (row: Row) => Thing, whose: (row: Row) => Whose): Told<Row> =>
  (context, text, row) =>
    text.replace(UUID_AHEAD, (id) => closeId(context, thing(row), id, whose(row)));

/** What each id is: of fields by type, of arguments by `Type.field`, of input fields by type. A null argument is about no person. */
export interface IdTable<Types> {
  readonly fields: { readonly [T in keyof Types]?: Readonly<Record<string, Told<Types[T]>>> };
  readonly args: Readonly<Record<string, Readonly<Record<string, Thing | null>>>>;
}

type Loose = IdTable<Record<string, never>>;
/** Opens the ids within a value of an input type. `thing` is what the value itself is an id of. */
function openWithin(
  context: Context,
  type: GraphQLInputType,
  thing: Thing | null | undefined,
  value: unknown,
  args: Loose['args'],
): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return openWithin(context, type.ofType, thing, value, args);
  if (isListType(type))
    return (Array.isArray(value) ? value : [value]).map((one) => openWithin(context, type.ofType, thing, one, args));
  if (!isInputObjectType(type)) return thing ? openId(context, thing, value) : value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const field = fields[name];
      return [
        name,
        field === undefined ? inner : openWithin(context, field.type, args[type.name]?.[name], inner, args),
      ];
    }),
  );
}

/** Whether ids of things may stand within a value of this type. An input type may contain itself. */
function holdsIds(type: GraphQLInputType, args: Loose['args'], seen: Set<string> = new Set()): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some(
    (field) => args[named.name]?.[field.name] != null || holdsIds(field.type, args, seen),
  );
}

type Field = GraphQLField<unknown, Context>;

function openArguments(field: Field, args: Loose['args'], owner: string): void {
  const taken = field.args.filter(({ name, type }) => args[owner]?.[name] != null || holdsIds(type, args));
  if (taken.length === 0) return;
  const inner = field.resolve ?? defaultFieldResolver;
  field.resolve = (row, given, context, info) => {
    const stored = { ...given };
    for (const { name, type } of taken)
      if (name in stored) stored[name] = openWithin(context, type, args[owner]?.[name], stored[name], args);
    return inner(row, stored, context, info);
  };
}

function closeValue(field: Field, told: Told<never>): void {
  const inner = field.resolve ?? defaultFieldResolver;
  const close = (context: Context, value: unknown, row: unknown): unknown =>
    typeof value === 'string'
      ? told(context, value, row as never)
      : Array.isArray(value)
        ? value.map((one) => close(context, one, row))
        : value;
  field.resolve = (row, given, context, info) => {
    const value: unknown = inner(row, given, context, info);
    return value instanceof Promise
      ? value.then((settled) => close(context, settled, row))
      : close(context, value, row);
  };
}

const isIdType = (type: { toString(): string }): boolean => /^\[?ID!?]?!?$/.test(String(type));

/** The places of the type ID that the table does not name, and the names in it that are no such place. */
function faultsOf(schema: GraphQLSchema, { fields, args }: Loose): string[] {
  const faults: string[] = [];
  const known = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type))
      for (const { name, type: inner } of Object.values(type.getFields())) {
        known.add(`${type.name}.${name}`);
        if (isIdType(inner) && args[type.name]?.[name] === undefined)
          faults.push(`${type.name}.${name} is an id of something that is not named`);
      }
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      known.add(`${type.name}.${field.name}`);
      if (isIdType(field.type) && fields[type.name]?.[field.name] === undefined)
        faults.push(`${type.name}.${field.name} is an id of something that is not named`);
      for (const argument of field.args) {
        known.add(`${type.name}.${field.name}.${argument.name}`);
        if (
          getNamedType(argument.type).name === 'ID' &&
          args[`${type.name}.${field.name}`]?.[argument.name] === undefined
        )
          faults.push(`${type.name}.${field.name}(${argument.name}) is an id of something that is not named`);
      }
    }
  }
  for (const table of [fields, args])
    for (const [owner, names] of Object.entries(table))
      for (const name of Object.keys(names ?? {}))
        if (!known.has(`${owner}.${name}`)) faults.push(`${owner}.${name} is named as an id but is none of the schema`);
  return faults;
}

/** Wraps the resolvers of a schema in place. Throws unless the table names every id. */
export function withRecipientIds(schema: GraphQLSchema, table: object): void {
  const loose = table as Loose;
  const faults = faultsOf(schema, loose);
  if (faults.length > 0)
    throw new Error(`The table of ids does not fit the schema, so nothing is served:\n- ${faults.join('\n- ')}`);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      openArguments(field, loose.args, `${type.name}.${field.name}`);
      const told = loose.fields[type.name]?.[field.name];
      if (told !== undefined && (told as unknown) !== aboutNobody) closeValue(field, told);
    }
  }
}
