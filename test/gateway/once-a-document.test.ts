/** The shape of an answer is made once a document: what fits is put into the order of the document, and what does not is left to the gateway's own code. */
import { buildSchema, execute, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DocumentMemory } from '../../gateway/federation/document/memory.ts';
import { served } from '../../gateway/federation/document/once.ts';
import { shapeOf } from '../../gateway/federation/document/shape.ts';
import { COMPANY, onDatabaseOfStep, sharedWorld } from '../kit.ts';

const SCHEMA = buildSchema(`
  interface Row { id: ID! name: String }
  type Permit implements Row { id: ID! name: String until: String }
  type Penalty implements Row { id: ID! name: String fine: Int kind: Kind rows: [Row!]! }
  enum Kind { FINE WARNING }
  scalar Day
  type Query { row: Row rows: [Row!]! day: Day amount: Float open: Boolean! matrix: [[Int!]!]! }
`);

function shape(text: string, onMade?: (fields: number) => void) {
  const { definitions } = parse(text);
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  return shapeOf(SCHEMA, operation, Object.fromEntries(fragments.map((one) => [one.name.value, one])), onMade);
}

const PENALTY = { rows: [], kind: 'FINE', fine: 5, name: 'a', id: '1', __typename: 'Penalty', more: 'not asked for' };
const PERMIT = { until: '2026-11-20', id: '2', __typename: 'Permit', name: null };

describe('the shape of an answer', () => {
  it.each([
    ['{ day open matrix amount }', { amount: 1.5, matrix: [[1], []], open: false, day: { any: 'thing' } }],
    ['{ row { ... on Permit { until } id __typename ... on Penalty { fine kind } name } }', { row: PENALTY }],
    ['{ row { ... on Permit { until } id __typename ... on Penalty { fine kind } name } }', { row: PERMIT }],
    [
      '{ b: row { n: name } a: rows { t: __typename id ...R } } fragment R on Row { id name ... on Penalty { rows { id } fine } }',
      {
        a: [PENALTY, { ...PENALTY, rows: [PERMIT, PENALTY] }, PERMIT].map((row) => ({ ...row, t: row.__typename })),
        b: null,
      },
    ],
    ['{ __proto__: row { constructor: name id } }', { ['__proto__']: { ...PERMIT, constructor: 'x' } }],
    ['{ row { toString: name } }', { row: PERMIT }],
  ])('is that of graphql-js: %s', async (text, data) => {
    // What the aliases name stands at the aliases: graphql-js is told to read it there.
    const rule = await execute({
      schema: SCHEMA,
      document: parse(text),
      rootValue: data,
      fieldResolver: (source, _given, _context, { path }) =>
        Object.hasOwn(source, path.key) ? source[path.key] : null,
    });
    expect(rule.errors).toBeUndefined();
    expect(JSON.stringify(shape(text)?.(data))).toBe(JSON.stringify(rule.data));
  });

  it.each<[string, Record<string, unknown>]>([
    ['{ open }', { open: null }],
    ['{ open }', {}],
    ['{ open }', { open: 'yes' }],
    ['{ amount }', { amount: '1.5' }],
    ['{ rows { id } }', { rows: [PERMIT, null] }],
    ['{ rows { id } }', { rows: PERMIT }],
    ['{ rows { ... on Penalty { kind } } }', { rows: [{ ...PENALTY, kind: 'RANK' }] }],
    ['{ rows { ... on Penalty { fine } } }', { rows: [{ ...PENALTY, fine: 2 ** 31 }] }],
    ['{ row { id } }', { row: { id: '1' } }],
    ['{ row { id } }', { row: { ...PERMIT, __typename: 'Query' } }],
    ['{ row { id } }', { row: { ...PERMIT, id: 5 } }],
    ['{ row { id } }', { row: [PERMIT] }],
    ['{ row { id } }', { row: 'a' }],
    ['{ matrix }', { matrix: [[1, null]] }],
  ])('is none where something is not as it should be: %s %j', (text, data) => {
    expect(shape(text)?.(data)).toBeUndefined();
  });

  it('adversarial 44: tells how many fields were worked out: each alias anew, and each type when its first row comes', () => {
    const made: number[] = [];
    const seen = shape(
      '{ a: row { ...R } b: row { ...R } } fragment R on Row { id name ... on Penalty { fine } }',
      (fields) => made.push(fields),
    );
    expect(made).toEqual([2]);
    seen?.({ a: PERMIT, b: null });
    seen?.({ a: PERMIT, b: null });
    expect(made).toEqual([2, 2]);
    seen?.({ a: PENALTY, b: PERMIT });
    expect(made).toEqual([2, 2, 3, 2]);
  });

  it('is none of a document that asks for the schema', () => {
    expect(shape('{ open __type(name: "Row") { name } }')).toBeUndefined();
  });
});

describe('what is remembered of documents', () => {
  const document = (name: string) => parse(`query ${name} { open day }`).definitions;

  it('is what was asked for twice, and is found by what the document consists of', () => {
    const memory = new DocumentMemory<string>(1_000);
    const [one, other] = [document('One'), document('One')];
    expect([memory.isAgain(one), memory.isAgain(one), memory.isAgain(other)]).toEqual([false, true, false]);
    memory.keep(one, 'one');
    expect([memory.find(one), memory.find(other), memory.find([...one, ...other])]).toEqual([
      'one',
      undefined,
      undefined,
    ]);
    memory.keep([...one, ...other], 'both');
    expect([memory.find(one), memory.find([...one, ...other])]).toEqual(['one', 'both']);
  });

  it('adversarial 44: has a bound, whatever is sent: what was not asked for longest is forgotten', () => {
    // The operation, its name, its set, two fields with their names: seven nodes and one of the name.
    const each = 7;
    const memory = new DocumentMemory<number>(10 * each);
    const documents = Array.from({ length: 1_000 }, (_, at) => document(`Q${at}`));
    const [first] = documents as [(typeof documents)[number]];
    memory.keep(first, 0);
    for (const [at, one] of documents.entries()) {
      memory.find(first);
      if (at > 0) memory.keep(one, at);
      expect(memory.nodes).toBeLessThanOrEqual(10 * each);
    }
    expect(memory.nodes).toBe(10 * each);
    expect(documents.flatMap((one, at) => (memory.find(one) === undefined ? [] : [at]))).toEqual([
      0, 991, 992, 993, 994, 995, 996, 997, 998, 999,
    ]);
    // What is made of one later counts: others are forgotten for it, and at last itself.
    const grow = memory.keep(document('Grows'), 1);
    grow(8 * each);
    expect([memory.nodes, memory.find(documents[999] as (typeof documents)[number])]).toEqual([10 * each, 999]);
    grow(2 * each);
    expect(memory.nodes).toBeLessThanOrEqual(10 * each);
    grow(1_000);
    expect(memory.nodes).toBeLessThanOrEqual(10 * each);
    // One that is greater than all may be is not kept.
    memory.keep(parse(`{ ${Array.from({ length: 100 }, (_, at) => `a${at}: open`).join(' ')} }`).definitions, -1);
    expect(memory.nodes).toBe(0);
  });
});

onDatabaseOfStep('a document that was asked before', (kind) => {
  it('is no operation anew, and its answer has its shape', async () => {
    const world = await sharedWorld(kind);
    const ask = () =>
      world.ask(null, `query Again { subject(identifier: {type: USCC, value: "${COMPANY.value}"}) { name id } }`);
    const first = await ask();
    expect(first.errors).toBeUndefined();
    // Asked for again, it is remembered.
    expect((await ask()).data).toEqual(first.data);
    const before = served();
    expect((await ask()).data).toEqual(first.data);
    const after = served();
    expect(after.operations - before.operations).toBeGreaterThanOrEqual(1);
    expect(after.shapes - before.shapes).toBeGreaterThanOrEqual(1);
  });
});
