/** Where the schema takes ids and gives them: every mutation with an argument of the type ID, and one question for everything about a subject. */
import {
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

const takesId = (type: GraphQLInputType): boolean => {
  const named = getNamedType(type);
  return (
    named.name === 'ID' ||
    (isInputObjectType(named) && Object.values(named.getFields()).some((one) => takesId(one.type)))
  );
};

/** Root fields that take an id, in an argument or within an input. */
export const takingIds = (schema: GraphQLSchema): string[] =>
  [schema.getQueryType(), schema.getMutationType()]
    .flatMap((type) => Object.values(type?.getFields() ?? {}))
    .filter(({ args }) => args.some(({ type }) => takesId(type)))
    .map(({ name }) => name)
    .sort();

/** Types that are about the catalog and the units, and cost what they would add. */
const ABOUT_NOBODY: ReadonlySet<string> = new Set(['CatalogItem', 'Unit']);
/** Entries of the ledger are shown to nobody but their subject, and cost too much to be asked for with all that is below them. */
const DEEPEST: Readonly<Record<string, number>> = { disclosures: 1 };

/** What stands behind a field, with all that is below it to this depth: one text, or one for each type of an interface. */
function selectionsOf(schema: GraphQLSchema, of: GraphQLOutputType, depth: number): string[] {
  const type = getNamedType(of);
  if (isAbstractType(type))
    return schema
      .getPossibleTypes(type)
      .map((each) => `{ __typename ... on ${each.name} { ${fieldsOf(schema, each, depth).join(' ')} } }`);
  return isObjectType(type) ? [`{ __typename ${fieldsOf(schema, type, depth).join(' ')} }`] : [''];
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string[] {
  return Object.values(type.getFields())
    .filter(({ args, type: of }) => !args.some(isRequiredArgument) && (depth > 0 || isLeafType(getNamedType(of))))
    .filter(({ type: of }) => !ABOUT_NOBODY.has(getNamedType(of).name))
    .flatMap(({ name, args, type: of }) => {
      const first = args.some((argument) => argument.name === 'first') ? '(first: 5)' : '';
      const below = selectionsOf(schema, of, Math.min(depth - 1, DEEPEST[name] ?? depth));
      return below.map((selection, at) => `${below.length > 1 ? `of${at}: ` : ''}${name}${first} ${selection}`);
    });
}

/** Queries for everything that the schema has about a subject: one for each of its fields, and of records for each type. */
export function everythingOf(schema: GraphQLSchema): string[] {
  const type = schema.getType('CreditSubject');
  const record = schema.getType('CreditRecord');
  if (!isObjectType(type) || !isAbstractType(record)) throw new Error('The schema has neither subjects nor records.');
  const ask = (field: string) => `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id ${field} } }`;
  const { records: _, ...others } = type.getFields();
  return [
    ...fieldsOf(schema, { getFields: () => others } as GraphQLObjectType, 3).map(ask),
    ...selectionsOf(schema, record, 2).map((selection) => ask(`records(first: 50) { nodes ${selection} }`)),
  ];
}

const TOKEN = /[\w-]+\.([\w-]+)\.[\w-]+/g;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Every UUID in an answer, also in what its tokens sign. */
export function uuidsIn(answer: unknown): string[] {
  const text = JSON.stringify(answer);
  const signed = [...text.matchAll(TOKEN)].map(([, payload]) => Buffer.from(payload ?? '', 'base64url').toString());
  return [text, ...signed].flatMap((one) => one.match(UUID) ?? []);
}
