/**
 * Every field of every object type, as every role, reached by every way, against the policy table: what a guard refuses is refused however it
 * is asked for. The types are the served ones, guards and all, under a root that hands out rows of each.
 */
import {
  execute,
  type GraphQLInputType,
  GraphQLList,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  validate,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guard, Marked } from '../../subgraphs/authorization/policy.ts';
import { openSubgraphs } from '../../subgraphs/index.ts';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import type { Caller } from '../../subgraphs/request/context.ts';
import { contextOf } from '../../subgraphs/subgraph.ts';
import { COMPANY, MEI, sharedWorld, soonest, type World } from '../kit.ts';

/** A refusal is told at the first row of a list; at the next ones it is only null, and where null cannot stand the parent is. */
const NULLED = /^Cannot return null for non-nullable field/;

/** A row about somebody else, and one about the caller himself. */
const ROWS: readonly Marked[] = [
  { self: false, personal: true, whole: false },
  { self: true, personal: true, whole: true },
];

/** The text of a value of an input type: the least that the type takes. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type))
    return `{ ${Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map((field) => `${field.name}: ${literal(field.type)}`)
      .join(', ')} }`;
  return { Int: '1', Float: '1', Boolean: 'false' }[type.name] ?? '"x"';
}

/** Ways to a field: what stands under the root, whether the way goes by an abstract type or a list, and what it is called in the answer. */
const WAYS: Readonly<Record<string, (type: string, field: string) => string>> = {
  directly: (type, field) => `{ ${type} { ${field} } }`,
  'by alias': (type, field) => `{ a: ${type} { name: ${field} } }`,
  'by fragment': (type, field) =>
    `{ ${type} { ...F } } fragment F on ${type} { ...G } fragment G on ${type} { ${field} }`,
  'by inline fragment': (type, field) => `{ ${type} { ... on ${type} { ... { ${field} } } } }`,
  'in a list': (type, field) => `{ list_${type} { ${field} } }`,
  twice: (type, field) => `{ ${type} { a: ${field} } b: ${type} { b: ${field} } }`,
};

const callers = (world: World): Readonly<Record<string, Partial<Caller> & Pick<Caller, 'role'>>> => {
  const { secrets } = world.server.platform;
  const self = (who: typeof MEI) => ({ ...who, id: secrets.subjectId(who.type, who.value) });
  return {
    anyone: { role: 'PUBLIC' },
    'a person': { role: 'SUBJECT', subject: self(MEI) },
    'a company': { role: 'SUBJECT', subject: self(COMPANY) },
    'a party': { role: 'PARTY', unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' },
    'a party without purpose': { role: 'PARTY', unit: 'BANK-A' },
    'a party whose agreement ended': { role: 'PARTY', unit: 'BANK-B', purpose: 'LOAN_ORIGINATION' },
    'a department': {
      role: 'DEPARTMENT',
      unit: 'HRB-PERMIT',
      purpose: 'PERMIT',
      matter: 'SPECIAL-OPERATION-PERMIT',
      caseReference: 'x',
    },
    'a department without case': { role: 'DEPARTMENT', unit: 'HRB-PERMIT', purpose: 'PERMIT' },
    'a provider': { role: 'PROVIDER', unit: 'HLJ-AMR' },
    'a collector': { role: 'COLLECTOR', unit: 'COLLECTOR-A' },
    'the operator': { role: 'OPERATOR', unit: 'HLJ-CREDIT' },
    'an analyst': { role: 'ANALYST', unit: 'HLJ-CREDIT' },
    'the authority': { role: 'AUTHORITY', unit: 'HLJ-BIZENV' },
  };
};

interface Coordinate {
  readonly type: string;
  readonly field: string;
  /** The field with its least arguments and selection. */
  readonly asked: string;
  /** Abstract types that the type belongs to. */
  readonly abstract: readonly string[];
}

const selection = (type: GraphQLOutputType): string => (isLeafType(getNamedType(type)) ? '' : ' { __typename }');

/** The served types under a root of one row, one list, and one row by each abstract type. */
function probing(schema: GraphQLSchema, row: Marked) {
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
  const coordinates = types.flatMap((type) => {
    const abstract = [
      ...type.getInterfaces(),
      ...Object.values(schema.getTypeMap()).filter((other) => 'getTypes' in other && other.getTypes().includes(type)),
    ].map(({ name }) => name);
    return Object.values(type.getFields()).map((field): Coordinate => {
      const given = field.args
        .filter(isRequiredArgument)
        .map((argument) => `${argument.name}: ${literal(argument.type)}`);
      return {
        type: type.name,
        field: field.name,
        asked: `${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${selection(field.type)}`,
        abstract,
      };
    });
  });
  const one = (type: string) => ({ ...row, __typename: type });
  const fields = Object.fromEntries(
    types.flatMap((type) => [
      [type.name, { type, resolve: () => one(type.name) }],
      [`list_${type.name}`, { type: new GraphQLList(type), resolve: () => [one(type.name), one(type.name)] }],
      ...coordinates
        .filter((coordinate) => coordinate.type === type.name)
        .flatMap(({ abstract }) => abstract)
        .map((name) => {
          const by = schema.getType(name) as GraphQLOutputType;
          return [`by_${name}_${type.name}`, { type: by, resolve: () => one(type.name) }] as const;
        }),
    ]),
  );
  const root = new GraphQLObjectType({ name: 'Probe', fields });
  return {
    coordinates,
    schema: new GraphQLSchema({
      query: root,
      types: Object.values(schema.getTypeMap()),
      directives: schema.getDirectives(),
      assumeValid: true,
    }),
  };
}

describe('every field', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(soonest());
  });

  it.each(SUBGRAPH_NAMES)(
    'A23.5 adversarial 40: of %s is refused to whom the policy refuses it, by whatever way it is asked for',
    async (name) => {
      // Built anew: it is changed here.
      const { schema } = openSubgraphs({})[name];
      const { policy } = (await import(`../../subgraphs/${name}/policy.ts`)) as {
        readonly policy: Readonly<Record<string, Readonly<Record<string, Guard>>>>;
      };
      // An abstract type tells its rows apart by what is stored; here a row says itself what it is.
      for (const type of Object.values(schema.getTypeMap()))
        if (isInterfaceType(type) || 'getTypes' in type)
          type.resolveType = (row: { __typename: string }) => row.__typename;
      const faults: string[] = [];
      const counts = { refused: 0, passed: 0, abstract: 0 };
      for (const [who, caller] of Object.entries(callers(world))) {
        const request = world.server.requestAs(caller);
        try {
          for (const viaGateway of [true, false])
            for (const row of ROWS) {
              const { coordinates, schema: probe } = probing(schema, row);
              const expected = await contextOf(request, viaGateway);
              for (const { type, field, asked, abstract } of coordinates) {
                const refusal = policy[type]?.[field]?.check?.(expected, row, field);
                // What is allowed runs for real, with rows that are none: that is the other tests' part.
                if (refusal === undefined) {
                  counts.passed += 1;
                  continue;
                }
                const ways = [
                  ...Object.entries(WAYS).map(([way, write]) => [way, write(type, asked)] as const),
                  ...abstract.map(
                    (by) => [`by ${by}`, `{ by_${by}_${type} { ... on ${type} { ${asked} } } }`] as const,
                  ),
                ];
                counts.abstract += abstract.length;
                for (const [way, text] of ways) {
                  const document = parse(text);
                  expect(
                    validate(probe, document).map(({ message }) => message),
                    text,
                  ).toEqual([]);
                  const answer = await execute({
                    schema: probe,
                    document,
                    contextValue: { ...expected, reported: new Set() },
                  });
                  counts.refused += 1;
                  const codes = (answer.errors ?? [])
                    .filter(({ message }) => !NULLED.test(message))
                    .map(({ extensions }) => `${extensions.code} ${extensions.reason} ${extensions.article}`);
                  const right = `${refusal.extensions.code} ${refusal.extensions.reason} ${refusal.extensions.article}`;
                  const leaked = JSON.stringify(answer.data ?? null).replace(/"[^"]*":|null|[{}[\],]/g, '');
                  if (leaked !== '' || codes.length === 0 || codes.some((code) => code !== right))
                    faults.push(`${who} ${type}.${field} ${way}: ${codes.join(', ') || 'no refusal'} ${leaked}`);
                }
              }
            }
        } finally {
          await request.abandon();
        }
      }
      expect(faults).toEqual([]);
      expect(counts.refused).toBeGreaterThan(500);
      expect(counts.passed).toBeGreaterThan(100);
    },
  );
});
