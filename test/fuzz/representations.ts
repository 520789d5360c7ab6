/** What entities are asked by, read from the schemas, and what could be sent in place of a key or beside it. */
import fc from 'fast-check';
import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import type { SubgraphName } from '../../subgraphs/names.ts';

export interface Entity {
  readonly subgraph: SubgraphName;
  readonly type: string;
  readonly key: string;
  /** Everything that can be asked of it without arguments, two levels deep. */
  readonly body: string;
  /** What other sources give it: the gateway alone says so, and a plain question has none of it. */
  readonly given: readonly string[];
}

/** Made anew for every question, by chance or by the growing ledger. */
const NEVER_THE_SAME = ['pageInfo', 'proof', 'MatterCheck.id'];

function fieldsOf(schema: GraphQLSchema, of: GraphQLOutputType, depth: number): string {
  const type = getNamedType(of);
  if (isUnionType(type) || !(isObjectType(type) || isInterfaceType(type))) return '{ __typename }';
  const chosen = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(({ type: given, defaultValue }) => isNonNullType(given) && defaultValue === undefined))
      return [];
    if ([field.name, `${type.name}.${field.name}`].some((name) => NEVER_THE_SAME.includes(name))) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return depth === 0 ? [] : [`${field.name} ${fieldsOf(schema, field.type, depth - 1)}`];
  });
  return `{ ${['__typename', ...chosen].join(' ')} }`;
}

/** The argument of a directive on a type or field of the SDL. */
const has = (
  node: { readonly directives?: readonly { readonly name: { readonly value: string } }[] } | null | undefined,
  directive: string,
) => node?.directives?.some(({ name }) => name.value === directive) ?? false;

/** The one field of a type's key, where the subgraph answers for it; of the other types it only knows the key. */
function fieldsOfKey(node: ObjectTypeDefinitionNode | null | undefined): string | undefined {
  const given = node?.directives?.find(({ name }) => name.value === 'key')?.arguments ?? [];
  const value = (wanted: string) => given.find(({ name }) => name.value === wanted)?.value;
  const [fields, resolvable] = [value('fields'), value('resolvable')];
  return fields?.kind === Kind.STRING && resolvable === undefined ? fields.value : undefined;
}

/** Entities that a subgraph answers for. */
export function entitiesOf(subgraph: SubgraphName, schema: GraphQLSchema): Entity[] {
  const union = schema.getType('_Entity');
  if (!isUnionType(union)) return [];
  return union.getTypes().flatMap((type) => {
    const key = fieldsOfKey(type.astNode);
    if (key === undefined) return [];
    return [
      {
        subgraph,
        type: type.name,
        key,
        body: `... on ${type.name} ${fieldsOf(schema, type, 2)}`,
        given: Object.values(type.getFields())
          .filter(({ name, astNode }) => name !== key && has(astNode, 'external'))
          .map(({ name }) => name),
      },
    ];
  });
}

const own = (text: string): unknown => JSON.parse(text);

/** Marks by which the guards decide, each said as it would open most. */
const MARKS = {
  self: true,
  whole: true,
  personal: false,
  authorized: true,
  closed: {},
  identifierType: 'USCC',
  viaGateway: true,
  complete: true,
};

const NAMES = [
  ...['subjectId', 'kind', 'name', 'version', 'identifier', 'birthDate', 'address', 'phone', 'records', 'registration'],
  ...['designations', 'nonPublicRecords', 'authorizations', 'disclosures', 'notices', 'shownRecords', 'recipient'],
  ...['bases', 'role', 'unit', 'purpose', 'openness', 'elements', 'token', 'findings', 'measures', 'publicCreditPart'],
  ...['sanctionsPart', 'toString', 'constructor', 'then', 'toJSON', 'id', 'code', 'key', ...Object.keys(MARKS)],
];

const VALUES = [true, false, null, 0, '', '张小梅', 'CITIZEN_ID', [], {}, [{}], { totalCount: 9, nodes: [] }];

/** Fields that no gateway sends: values of the subgraphs' own fields, marks, keys of prototypes. */
export const FORGED: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom(...NAMES),
      fc.oneof(fc.constantFrom<unknown>(...VALUES), fc.jsonValue({ maxDepth: 2 })),
      { maxKeys: 6 },
    ),
    fc.subarray(Object.entries(MARKS)),
    fc.constantFrom(own('{"__proto__":{"self":true,"whole":true}}'), {}),
  )
  .map(([fields, marks, proto]) => ({ ...fields, ...Object.fromEntries(marks), ...(proto as object) }));

type Wrong = (key: string, other: string) => unknown;
const NO_KEY: readonly Wrong[] = [
  ...[null, true, 0, -1, 1.5, 1e308, '', ' ', '%', '\0', '\ud800', '\u202e', '{}', '*', 'null', 'undefined'].map(
    (value) => () => value,
  ),
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((value) => () => value),
  () => 'x'.repeat(100_000),
  () => ({ $ne: null }),
  () => [],
  () => [[[]]],
  () => own('{"__proto__":{"id":1}}'),
  () => ({ toString: 1, valueOf: 1 }),
  () => ({ toString: null }),
  () => undefined,
  (key) => [key],
  (key) => [[key]],
  (key, other) => [key, other],
  (key, other) => `${key},${other}`,
  (key, other) => `{${key},${other}}`,
  (key) => ({ id: key }),
  (key) => ({ $in: [key] }),
  (key) => ({ toString: key }),
  (key) => ({ 0: key, length: 1 }),
  (key) => `${key} `,
  (key) => `\n${key}`,
  (key) => key.toUpperCase(),
  (key) => key.toLowerCase(),
  (key) => key.replaceAll('-', ''),
  (key) => `{${key}}`,
  (key) => `${key}\0`,
  (key) => `${key}' or '1'='1`,
  (key) => key.slice(0, -1),
  (key) => [...key].reverse().join(''),
];

/** What is sent where a key belongs, made from a right one and another. */
export const wrongKeys: fc.Arbitrary<Wrong> = fc.oneof(
  fc.constantFrom(...NO_KEY),
  fc.jsonValue({ maxDepth: 2 }).map((value) => () => value),
  fc.tuple(fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 2 })).map(
    ([at, more]): Wrong =>
      (key) => {
        const place = at % (key.length + 1);
        return key.slice(0, place) + more + key.slice(place + 1);
      },
  ),
);
