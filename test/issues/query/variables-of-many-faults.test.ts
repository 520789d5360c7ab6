/**
 * An input of three thousand names that there are not came back with three thousand errors, each made from the whole input: a body of 30 kB
 * held the server for seconds, one of a megabyte would have taken all memory. And one long word was gone over again from each of its letters.
 */
import { beforeAll, expect, it } from 'vitest';
import { cpuTime } from '../../cpu-time.ts';
import { query, type Sent } from '../../gateway/post.ts';
import { COMPANY, sharedWorld, type World } from '../../kit.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const NAMES = 'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name } }';

let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

const LARGE = 900_000;
const word = (size: number): string => 'a'.repeat(size);
const many = <Value>(count: number, one: (at: number) => Value): Value[] =>
  Array.from({ length: Math.ceil(count) }, (_, at) => one(at));

/** Each of as many characters as it is told, more or less. */
it.each<[string, (size: number) => Promise<Sent>]>([
  [
    'names that there are not',
    (size) => query(world, NAME, { id: Object.fromEntries(many(size / 18, (at) => [`a${at}`, 1])) }),
  ],
  ['elements that are none', (size) => query(world, NAMES, { ids: many(size / 45, () => 1) })],
  ['letters of a value', (size) => query(world, NAME, { id: { type: word(size), value: 'x' } })],
  ['letters of a name', (size) => query(world, NAME, { id: { ...COMPANY, [word(size)]: 1 } })],
  ['letters of what is no value', (size) => query(world, NAME, { id: word(size) })],
  ['letters of a document', (size) => query(world, `{ a(b: 1 ${word(size)}`)],
  ['digits of a document', (size) => query(world, `{ a(b: ${'1'.repeat(size)} }`)],
  ['quotes of a document', (size) => query(world, `{ a(b: """${'" '.repeat(size / 3)}""" `)],
  [
    'words of a value',
    (size) => query(world, NAME, { id: { type: 'cannot represent '.repeat(size / 18), value: 'x' } }),
  ],
])(
  'adversarial 10: of a megabyte of %s the first faults are told, at a cost in proportion to it',
  async (_name, ask) => {
    const { status, codes, text } = await ask(LARGE);
    expect(status).toBe(400);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.length).toBeLessThanOrEqual(5);
    expect(text.length).toBeLessThan(5_000);
    // Ten times as much, and as much again for chance; what goes over it again for each of its parts would cost a hundred times.
    const control = Math.max(5, await cpuTime(() => ask(LARGE / 10)));
    expect((await cpuTime(() => ask(LARGE))) / control).toBeLessThan(40);
  },
);
