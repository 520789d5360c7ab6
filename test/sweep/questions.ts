/** What is asked by GraphQL: every root field of the schema with every field that it leads to. Nothing here names a field that shows something. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { selection } from '../fuzz/two-worlds/questions.ts';
import { type Given, inputValue, isNeeded, schemaOf } from '../gateway/root-fields.ts';
import type { World } from '../kit.ts';
import { GIVEN, MATTER } from '../stories/who-may-ask.ts';

/** Root fields that are asked otherwise, or not, each with its reason. A test holds that every other stands in the questions. */
export const NOT_ASKED: Readonly<Record<string, string>> = {};

/** Types that are about no subject: each is asked whole once, under a root field of its own. */
const PARTS: Readonly<Record<string, string>> = {
  CatalogItem: '{ code }',
  Unit: '{ code }',
  SanctionList: '{ code }',
  // As a page would cut it off. The rows are asked for as nodes; `pages` of the two worlds asks for edges.
  PageInfo: '{ hasNextPage hasPreviousPage startCursor endCursor }',
};

/** Rows of lists within a subject. What is asked of them again and again leaves entries, so that few of the newest are read. */
const ROWS: Readonly<Record<string, number>> = { disclosures: 10, notices: 100, messages: 100, rows: 100, units: 50 };

const DEPTH = 5;

const given = ({ name, args }: GraphQLField<unknown, unknown>): string => {
  const size = args.find((one) => one.name === 'first' || one.name === 'limit');
  return size === undefined ? '' : `(${size.name}: ${ROWS[name] ?? 60})`;
};

/** Arguments that questions need, where those of who may ask what would find nothing. */
const VALUES: Given = {
  ...GIVEN,
  matter: MATTER,
  measure: 'RESTRAINT-NO-FACILITATION',
  first: 200,
  limit: 200,
  // Each entry leads to its whole subject.
  'disclosures.first': 40,
  ...{ 'breachReport.from': '2026-10', 'breachReport.until': '2026-11' },
  ...{ 'operationFigures.from': '2026-10', 'operationFigures.until': '2026-11' },
};

export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const named = ({ type }: GraphQLArgument): string => getNamedType(type).name;
const isList = ({ type }: GraphQLArgument): boolean => isListType(isNonNullType(type) ? type.ofType : type);

type Root = GraphQLField<unknown, unknown>;

/** Arguments that take one subject or many, an id by themselves or within an object, and a token. What has none of them is asked once. */
const SUBJECT = (arg: GraphQLArgument): boolean => named(arg) === 'SubjectIdentifierInput' && !isList(arg);
const SUBJECTS = (arg: GraphQLArgument): boolean => named(arg) === 'SubjectIdentifierInput' && isList(arg);
const TOKEN = ({ name }: GraphQLArgument): boolean => name === 'token';
/** By an id in each place where the argument takes one. */
function idsIn(arg: GraphQLArgument, id: string): readonly unknown[] {
  const type = getNamedType(arg.type);
  if (type.name === 'ID') return [isList(arg) ? [id] : id];
  if (!isInputObjectType(type) || isList(arg)) return [];
  return Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name === 'ID')
    .map(({ name }) => ({ [name]: id }));
}
const ID = (arg: GraphQLArgument): boolean => idsIn(arg, 'x').length > 0;

interface Use {
  readonly alias?: string;
  readonly values: Given;
}

/** One operation of several uses of root fields. */
function operationOf(schema: GraphQLSchema, uses: readonly (Use & { field: Root })[]): Asked {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  // What a root field is asked for is said once, however often it is asked.
  const fragments = new Map<string, string>();
  const fields = uses.map(({ field, alias, values }) => {
    const called = alias ?? field.name;
    const passed = field.args.flatMap((arg) => {
      const { name, type } = arg;
      const isGiven = `${field.name}.${name}` in values || (name in values && ['first', 'limit'].includes(name));
      // Where an enum chooses another table or another grouping, all but the first are asked by `choicesOf`.
      if (!isNeeded(arg) && !isGiven) return [];
      const value = inputValue(field.name, name, type, values);
      if (value === undefined) throw new Error(`No value is given for ${field.name}(${name}).`);
      variables[`${called}_${name}`] = value;
      declared.push(`$${called}_${name}: ${type}`);
      return [`${name}: $${called}_${name}`];
    });
    const parts = {
      ...edgesOf(schema),
      ...Object.fromEntries(Object.entries(PARTS).filter(([name]) => !isRowOf(field, name))),
    };
    if (!isLeafType(getNamedType(field.type)) && !fragments.has(field.name))
      fragments.set(
        field.name,
        `fragment Of_${field.name} on ${getNamedType(field.type).name} ${selection(schema, field.type, DEPTH, { parts, given })}`,
      );
    const selected = fragments.has(field.name) ? `{ ...Of_${field.name} }` : '';
    return `${alias === undefined ? '' : `${alias}: `}${field.name}${passed.length === 0 ? '' : `(${passed.join(', ')})`} ${selected}`;
  });
  return {
    query: `query ${declared.length === 0 ? '' : `(${declared.join(', ')})`} { ${fields.join('\n')} } ${[...fragments.values()].join('\n')}`,
    variables,
  };
}

/** Edges of each connection: the cursor, and what stands in the node itself. Its rows are asked whole as nodes. */
const edgesOf = (schema: GraphQLSchema): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(schema.getTypeMap()).flatMap((type) => {
      const node = isObjectType(type) && type.name.endsWith('Edge') ? type.getFields().node?.type : undefined;
      return node === undefined ? [] : [[type.name, `{ cursor node ${selection(schema, node, 0)} }`]];
    }),
  );

/** Whether a root field gives rows of the type itself. */
const isRowOf = (field: Root, type: string): boolean =>
  [type, `${type}Connection`].includes(getNamedType(field.type).name);

export interface Questions {
  readonly schema: GraphQLSchema;
  /** Root fields about one subject. */
  about(subject: unknown): Asked;
  /** Root fields that take no subject, or many. */
  once(subjects: readonly unknown[]): readonly Asked[];
  /** Each root field that takes an id, by each of these ids, in each of its arguments. */
  byId(ids: readonly string[]): Asked;
  byToken(tokens: readonly string[]): Asked;
}

export async function questionsOf(world: World): Promise<Questions> {
  const schema = await schemaOf(world);
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !(name in NOT_ASKED));
  const taking = (takes: (arg: GraphQLArgument) => boolean): readonly Root[] =>
    fields.filter(({ args }) => args.some(takes));
  // An id that must be given is the only way to ask; one that may be given is another.
  const once = fields.filter(
    ({ args }) => !args.some((arg) => SUBJECT(arg) || TOKEN(arg) || (named(arg) === 'ID' && ID(arg))),
  );
  const withValue = (field: Root, takes: (arg: GraphQLArgument) => boolean, value: unknown): Given =>
    Object.fromEntries(field.args.filter(takes).map(({ name }) => [`${field.name}.${name}`, value]));
  return {
    schema,
    about: (subject) =>
      operationOf(
        schema,
        taking(SUBJECT).map((field) => ({ field, values: { ...VALUES, ...withValue(field, SUBJECT, subject) } })),
      ),
    once: (subjects) => [
      operationOf(
        schema,
        once.map((field) => ({ field, values: { ...VALUES, ...withValue(field, SUBJECTS, subjects) } })),
      ),
      ...choicesOf(schema, once),
    ],
    byId: (ids) =>
      operationOf(
        schema,
        taking(ID).flatMap((field) =>
          field.args.filter(ID).flatMap((arg) =>
            ids.flatMap((id, at) =>
              idsIn(arg, id).map((value, place) => ({
                field,
                alias: `${field.name}_${arg.name}_${place}_${at}`,
                values: { ...VALUES, [`${field.name}.${arg.name}`]: value },
              })),
            ),
          ),
        ),
      ),
    byToken: (tokens) =>
      operationOf(
        schema,
        taking(TOKEN).flatMap((field) =>
          tokens.map((token, at) => ({ field, alias: `${field.name}_${at}`, values: { ...VALUES, token } })),
        ),
      ),
  };
}

/** Each root field with arguments of an enum once more for each value but the first, which is asked already. */
function choicesOf(schema: GraphQLSchema, fields: readonly Root[]): Asked[] {
  const uses = fields.flatMap((field) =>
    field.args.flatMap((arg) => {
      const type = getNamedType(arg.type);
      if (!isEnumType(type)) return [];
      const values = type.getValues().slice(isNeeded(arg) || arg.defaultValue !== undefined ? 1 : 0);
      return values.map((value) => ({
        field,
        alias: `${field.name}_${arg.name}_${value.name}`,
        values: { ...VALUES, [`${field.name}.${arg.name}`]: isList(arg) ? [value.name] : value.name },
      }));
    }),
  );
  return uses.length === 0 ? [] : [operationOf(schema, uses)];
}
