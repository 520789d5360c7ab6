/** A question by each root field of the schema that callers see, with everything that it can answer two levels down. */
import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
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

/** Values of arguments, by name, else by type. An argument that is neither named nor needed is left out. */
export type Given = Readonly<Record<string, unknown>>;

const isNeeded = (field: GraphQLField<unknown, unknown>): boolean =>
  field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isNeeded(field)) return [];
    if (isLeafType(inner)) return [field.name];
    return depth === 0 ? [] : [`${field.name} ${selection(field.type, depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

function argumentValue(name: string, type: GraphQLInputType, given: Given): unknown {
  if (name in given) return given[name];
  const named = String(getNamedType(type));
  if (!(named in given)) return undefined;
  const inner = isNonNullType(type) ? type.ofType : type;
  return isListType(inner) ? [given[named]] : given[named];
}

function question(field: GraphQLField<unknown, unknown>, given: Given, depth: number): RootQuestion {
  const args = field.args.flatMap(({ name, type }) => {
    const value = argumentValue(name, type, given);
    return value === undefined ? [] : [{ name, type: String(type), value }];
  });
  const declared = args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    field: field.name,
    query: `query${declared === '' ? '' : ` (${declared})`} { ${field.name}${passed === '' ? '' : `(${passed})`} ${selection(field.type, depth)} }`,
    variables: Object.fromEntries(args.map(({ name, value }) => [name, value])),
  };
}

export async function schemaOf(world: World): Promise<GraphQLSchema> {
  const { data } = await world.ask(OPERATOR, getIntrospectionQuery({ descriptions: false }));
  return buildClientSchema(data);
}

/** One for each root field of `Query`. Throws where an argument that a field needs is not given. */
export async function rootQuestions(world: World, given: Given, depth = 2): Promise<readonly RootQuestion[]> {
  const fields = Object.values((await schemaOf(world)).getQueryType()?.getFields() ?? {});
  return fields.map((field) => {
    const lacking = field.args.find(
      ({ name, type, defaultValue }) =>
        isNonNullType(type) && defaultValue === undefined && argumentValue(name, type, given) === undefined,
    );
    if (lacking !== undefined) throw new Error(`No value is given for ${field.name}(${lacking.name}).`);
    return question(field, given, depth);
  });
}
