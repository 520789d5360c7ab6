/**
 * An alias that takes the name of a key is refused with its place, and every other alias answers what was asked. Which names are keys is read from
 * the SDL of the subgraphs, apart from the code, which reads the supergraph.
 */
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType, isObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { sdlOf, supergraphSdl } from '../../gateway/federation/supergraph.ts';
import { keyAliases } from '../../gateway/query/key-aliases.ts';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import { COMPANY, MEI, PERMIT_OFFICE, sharedWorld } from '../kit.ts';

const check = keyAliases(supergraphSdl());
const SCHEMA = buildSchema(supergraphSdl(), { assumeValidSDL: true });
const OBJECTS = Object.values(SCHEMA.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);

/** By type, its keys and what its fields require, as the subgraphs write it. None of them selects within a field. */
const KEYS = new Map<string, Set<string>>();
for (const name of SUBGRAPH_NAMES)
  for (const [, type = '', head = '', body = ''] of sdlOf(name).matchAll(/^type (\w+)([^{]*)\{([\s\S]*?)^\}/gmu))
    for (const [, fields = ''] of `${head}${body}`.matchAll(/@(?:key|requires)\(fields: "([^"{]+)"/gu))
      KEYS.set(type, new Set([...(KEYS.get(type) ?? []), ...fields.split(' ')]));

type Fault = { readonly message: string; readonly extensions: { readonly code: string; readonly reason: string } };

function faultOf(query: string): Fault | undefined {
  try {
    check(parse(query, { noLocation: true }), query);
    return undefined;
  } catch (error) {
    return error as Fault;
  }
}

/** A field with what it needs to stand alone. */
const asked = (type: GraphQLObjectType, field: string): string => {
  const of = type.getFields()[field];
  return of === undefined || isLeafType(getNamedType(of.type)) ? field : `${field} { __typename }`;
};

/** The same selection where a document can have one. */
const places = (type: string, selection: string): readonly string[] => [
  `query { __typename ...F }\nfragment F on ${type} {\n  ${selection}\n}`,
  `{ ... on ${type} {\n ... @include(if: true) { ${selection} } } }`,
  `{ ... on ${type} { ...F } }\nfragment F on ${type} { ...G }\nfragment G on ${type} { __typename ${selection} }`,
];

describe('an alias with the name of a key', () => {
  it('adversarial 93: is known of these types', () => {
    expect(Object.fromEntries([...KEYS].sort().map(([type, names]) => [type, [...names].sort()]))).toEqual({
      CatalogItem: ['code'],
      CreditSubject: ['id'],
      Disclosure: ['id'],
      MatterCheck: ['key', 'publicCreditPart', 'sanctionsPart'],
      Unit: ['code'],
    });
  });

  it('adversarial 93: is refused for every key of every type, every other field and wherever it stands, with its place', () => {
    let tried = 0;
    for (const [name, keys] of KEYS) {
      const type = SCHEMA.getType(name) as GraphQLObjectType;
      for (const key of keys)
        for (const field of Object.keys(type.getFields()).filter((one) => one !== key))
          for (const query of places(name, `${key}: ${asked(type, field)}`)) {
            const lines = query.split('\n');
            const line = lines.findIndex((text) => text.includes(`${key}: ${field}`));
            const column = (lines[line] ?? '').indexOf(`${key}: ${field}`) + 1;
            const fault = faultOf(query);
            expect([query, fault?.extensions.code, fault?.extensions.reason]).toEqual([
              query,
              'BAD_USER_INPUT',
              'ALIAS_OF_KEY',
            ]);
            expect(fault?.message).toContain(`alias ${key} at line ${line + 1}, column ${column} `);
            expect(fault?.message).toContain(name);
            tried += 1;
          }
    }
    expect(tried).toBeGreaterThan(200);
  });

  it('adversarial 93: is taken on every type that has no such key, and where it is the field itself', () => {
    for (const type of OBJECTS)
      for (const key of new Set([...KEYS.values()].flatMap((keys) => [...keys]))) {
        const other = Object.keys(type.getFields()).find((one) => one !== key) ?? '__typename';
        const own = KEYS.get(type.name)?.has(key) === true;
        for (const query of places(type.name, own ? `${key}: ${key}` : `${key}: ${asked(type, other)}`))
          expect([query, faultOf(query)]).toEqual([query, undefined]);
      }
  });

  it('adversarial 93: is refused on an interface and a union of such types, within a key that selects, and on what is required', () => {
    const supergraph = `
      directive @join__type(graph: String!, key: String) repeatable on OBJECT | INTERFACE | UNION
      directive @join__field(graph: String, requires: String) repeatable on FIELD_DEFINITION
      interface Held { name: String }
      interface Named @join__type(graph: "A", key: "label") { label: String name: String }
      type Owner { code: String name: String }
      type Thing implements Held @join__type(graph: "A", key: "id owner { code }") @join__type(graph: "B", key: "number") {
        id: ID number: Int name: String weight: Int owner: Owner
        price: Int @join__field(graph: "B", requires: "weight")
      }
      type Other implements Named @join__type(graph: "A") { label: String name: String }
      type Free implements Held { name: String }
      union Any = Thing | Free
      type Query { held: Held any: Any thing: Thing owner: Owner other: Other free: Free }`;
    const own = keyAliases(supergraph);
    const isRefused = (query: string): boolean => {
      try {
        own(parse(query), query);
        return false;
      } catch {
        return true;
      }
    };
    for (const taken of [
      '{ held { id: name } }',
      '{ held { number: name } }',
      '{ any { id: __typename } }',
      '{ any { ... on Free { name } ... on Thing { weight: name } } }',
      '{ thing { owner: name } }',
      '{ thing { owner { code: name } } }',
      '{ owner { code: name } }',
      '{ other { label: name } }',
    ])
      expect([taken, isRefused(taken)]).toEqual([taken, true]);
    for (const free of [
      '{ free { id: name } }',
      '{ thing { name: id code: name } }',
      '{ any { ... on Free { id: name } } }',
      '{ id: owner { name } }',
    ])
      expect([free, isRefused(free)]).toEqual([free, false]);
  });
});

describe('every other alias', () => {
  const QUESTIONS = [
    ['subject(identifier: $id)', 'CreditSubject', null, COMPANY, 'kind name address pseudonym'],
    ['subject(identifier: $id)', 'CreditSubject', null, MEI, 'kind name birthDate phone'],
    [
      'matterCheck(subject: $id, matter: "FOOD-PERMIT")',
      'MatterCheck',
      PERMIT_OFFICE,
      COMPANY,
      'id subjectFound complete missingSources',
    ],
  ] as const;

  it.each(QUESTIONS)(
    'adversarial 93: %s of %s answers each field under the name of another',
    async (root, type, who, id, names) => {
      const world = await sharedWorld('pglite');
      const headers = who === null ? {} : { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: 'ALIAS-1' };
      const ask = async (selection: string) => {
        const query = `query ($id: SubjectIdentifierInput!) { one: ${root} { ${selection} } }`;
        const { data, errors } = await world.ask(who, query, { id }, headers);
        expect(errors).toBeUndefined();
        return data.one;
      };
      const fields = names.split(' ');
      const more = type === 'CreditSubject' ? ' designations { id } nonPublic: __typename' : ' findings { kind }';
      const plain = await ask(fields.join(' ') + more);
      expect(plain[fields[0] ?? '']).not.toBeNull();
      const places = Object.keys((SCHEMA.getType(type) as GraphQLObjectType).getFields()).filter(
        (name) => KEYS.get(type)?.has(name) !== true && !more.includes(name),
      );
      for (let turn = 0; turn < places.length; turn += 1) {
        const alias = (index: number): string => places[(turn + index) % places.length] ?? '';
        const turned = await ask(fields.map((field, index) => `${alias(index)}: ${field}`).join(' ') + more);
        expect(fields.map((_, index) => turned[alias(index)])).toEqual(fields.map((field) => plain[field]));
      }
    },
  );

  it('adversarial 93: a caller is told at the door, and a key under its own name is answered', async () => {
    const world = await sharedWorld('pglite');
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) {\n  id: name designations { id } } }';
    const refused = await world.ask(null, query, { id: COMPANY });
    expect([refused.status, refused.errors]).toEqual([
      400,
      [
        {
          message:
            'The alias id at line 2, column 3 has the name of a field of CreditSubject by which its parts are joined.',
          extensions: { code: 'BAD_USER_INPUT', reason: 'ALIAS_OF_KEY', help: 'Choose another alias for the field.' },
        },
      ],
    ]);
    const { data } = await world.ask(null, query.replace('id: name', 'id: id name'), { id: COMPANY });
    expect(data.subject).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/u),
      name: expect.stringMatching(/公司$/u),
    });
  });
});
