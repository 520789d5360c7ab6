/**
 * An input of three thousand names that there are not came back with three thousand errors, each made from the whole input: a body of 30 kB
 * held the server for seconds, one of a megabyte would have taken all memory. And one long word was gone over again from each of its letters.
 */
import { beforeAll, expect, it } from 'vitest';
import { query, type Sent } from '../../gateway/post.ts';
import { COMPANY, sharedWorld, type World } from '../../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const NAMES = 'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name } }';
const WORD = 'a'.repeat(900_000);

let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

const many = <Value>(count: number, one: (at: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => one(at));

it.each<[string, () => Promise<Sent>]>([
  [
    'names that there are not',
    () => query(world, NAME, { id: Object.fromEntries(many(50_000, (at) => [`a${at}`, 1])) }),
  ],
  ['elements that are none', () => query(world, NAMES, { ids: many(20_000, () => 1) })],
  ['letters of a value', () => query(world, NAME, { id: { type: WORD, value: 'x' } })],
  ['letters of a name', () => query(world, NAME, { id: { ...COMPANY, [WORD]: 1 } })],
  ['letters of what is no value', () => query(world, NAME, { id: WORD })],
  ['letters of a document', () => query(world, `{ a(b: 1 ${WORD}`)],
  ['digits of a document', () => query(world, `{ a(b: ${'1'.repeat(900_000)} }`)],
  ['quotes of a document', () => query(world, `{ a(b: """${'" '.repeat(300_000)}""" `)],
  ['words of a value', () => query(world, NAME, { id: { type: 'cannot represent '.repeat(50_000), value: 'x' } })],
])('adversarial 10: of a megabyte of %s the first faults are told, within a moment', async (_name, ask) => {
  const began = performance.now();
  const { status, codes, text } = await ask();
  expect(status).toBe(400);
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.length).toBeLessThanOrEqual(5);
  expect(text.length).toBeLessThan(5_000);
  // A hundred times what it takes; before, each of them took from seconds to minutes.
  expect(performance.now() - began).toBeLessThan(3_000);
});
