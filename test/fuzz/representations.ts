/** Reads the entity types and their keys from the schemas, and generates wrong keys and forged fields for representations. */
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
  /** Selection of all fields without required arguments, two levels deep. */
  readonly body: string;
  /** External fields (`@external`), which only the gateway fills in. A representation with the key alone has none of them. */
  readonly given: readonly string[];
}

/** Fields that differ in every response, because they are random or depend on the growing ledger. */
const NEVER_THE_SAME = ['pageInfo', 'cursor', 'proof', 'MatterCheck.id'];

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

/** Whether a type or field of the SDL has a directive. */
const has = (
  node: { readonly directives?: readonly { readonly name: { readonly value: string } }[] } | null | undefined,
  directive: string,
) => node?.directives?.some(({ name }) => name.value === directive) ?? false;

/** The key field of a type that the subgraph can resolve. Undefined for a stub (`resolvable: false`). */
function fieldsOfKey(node: ObjectTypeDefinitionNode | null | undefined): string | undefined {
  const given = node?.directives?.find(({ name }) => name.value === 'key')?.arguments ?? [];
  const value = (wanted: string) => given.find(({ name }) => name.value === wanted)?.value;
  const [fields, resolvable] = [value('fields'), value('resolvable')];
  return fields?.kind === Kind.STRING && resolvable === undefined ? fields.value : undefined;
}

/** The entities that a subgraph can resolve. */
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

/** Fields by which the guards decide, each with the value that would allow most. */
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

/** Forged fields, which no gateway sends: fields of the subgraphs, fields that guards read, and properties of prototypes. */
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

/** Wrong keys, made from a valid key and another valid key. */
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
