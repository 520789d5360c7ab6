/** An operation by each root field of the schema that callers see, with everything that it can answer two levels down. */
import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { OPERATOR, type World } from '../kit.ts';

export interface RootQuestion {
  readonly field: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Values of arguments and of fields of input objects: by root field and name (`submitRecords.item`), else by name, else by type. What is neither
 * named nor needed is left out.
 */
export type Given = Readonly<Record<string, unknown>>;

/** Whether a value must be given. */
export const isNeeded = ({
  type,
  defaultValue,
}: {
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}) => isNonNullType(type) && defaultValue === undefined;

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.args.some(isNeeded)) return [];
    if (isLeafType(inner)) return [field.name];
    return depth === 0 ? [] : [`${field.name} ${selection(field.type, depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** A value that the type takes: what is given, else the first value of an enum, else an object of what it needs. */
export function inputValue(root: string, name: string, type: GraphQLInputType, given: Given): unknown {
  for (const key of [`${root}.${name}`, name]) if (key in given) return given[key];
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    const one = inputValue(root, name, inner.ofType, given);
    return one === undefined ? undefined : [one];
  }
  const named = String(inner);
  if (named in given) return given[named];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  return isInputObjectType(inner) ? objectOf(root, Object.values(inner.getFields()), given) : undefined;
}

function objectOf(root: string, fields: readonly GraphQLInputField[], given: Given): Record<string, unknown> {
  const values = fields
    .filter((field) => isNeeded(field) || field.name in given || `${root}.${field.name}` in given)
    .map(({ name, type }) => [name, inputValue(root, name, type, given)] as const);
  const lacking = values.find(([, value]) => value === undefined);
  if (lacking !== undefined) throw new Error(`No value is given for ${lacking[0]} of ${root}.`);
  return Object.fromEntries(values);
}

function operation(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  given: Given,
  depth: number,
): RootQuestion {
  const args = field.args.flatMap(({ name, type, defaultValue }) => {
    const named = getNamedType(type);
    const isGiven = name in given || `${field.name}.${name}` in given || (!isLeafType(named) && named.name in given);
    if (!isGiven && !isNeeded({ type, defaultValue })) return [];
    const found = inputValue(field.name, name, type, given);
    if (found === undefined) throw new Error(`No value is given for ${field.name}(${name}).`);
    return [{ name, type: String(type), value: found }];
  });
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    field: field.name,
    query: `${kind}${declared === '' ? '' : ` (${declared})`} { ${field.name}${passed === '' ? '' : `(${passed})`} ${selection(field.type, depth)} }`,
    variables: Object.fromEntries(args.map(({ name, value }) => [name, value])),
  };
}

export async function schemaOf(world: World): Promise<GraphQLSchema> {
  const { data } = await world.ask(OPERATOR, getIntrospectionQuery({ descriptions: false }));
  return buildClientSchema(data);
}

/** One for each root field of `Query`. Throws where a value that a field needs is not given. */
export async function rootQuestions(world: World, given: Given, depth = 2): Promise<readonly RootQuestion[]> {
  const fields = Object.values((await schemaOf(world)).getQueryType()?.getFields() ?? {});
  return fields.map((field) => operation('query', field, given, depth));
}

/** One for each root field of `Mutation`, with the least input that its types take. */
export async function rootMutations(world: World, given: Given, depth = 1): Promise<readonly RootQuestion[]> {
  const fields = Object.values((await schemaOf(world)).getMutationType()?.getFields() ?? {});
  return fields.map((field) => operation('mutation', field, given, depth));
}
