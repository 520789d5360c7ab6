/**
 * Valid mutation inputs with one wrong leaf: they are refused with an error, or accepted without breaking the answers to any caller.
 * In `npm run proof`, because it takes long: it changes every leaf of every input.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, NO_JOBS, openWorld, type World } from '../kit.ts';
import { LONG } from './budget.ts';
import { READERS } from './readers.ts';
import { SEEDS } from './seeds.ts';

const TEXTS = [
  '',
  ' ',
  'abc',
  '2026-02-30',
  '9999-12-31',
  '1000-01-01',
  '\u202e',
  "'",
  '𠮷'.repeat(3_000),
  'ＡＢＣ',
  '__proto__',
  '{}',
];
const NUMBERS = [0, -1, 1_201, 1_000_001, 2_147_483_647, -2_147_483_648];

/** In the suite each leaf gets every third wrong value, in turns. `npm run fuzz` tries all. */
const STEP = LONG ? 1 : 3;

type Path = readonly (string | number)[];

/** The path of every leaf. */
const leavesOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [path];

function changed(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((inner, index) => (index === key ? changed(inner, rest, leaf) : inner));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: changed(record[String(key)], rest, leaf) };
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

/** One database suffices, because the faults lie in the code before it or in constraints that both have. PostgreSQL is the quicker one. */
describe.each(databases().slice(-1))('a right input with one wrong leaf (%s)', (kind) => {
  let world: World;
  let number = 0;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  const read = async (after: string): Promise<void> => {
    for (const { by, query, purpose } of READERS) {
      const { errors, status } = await world.ask(
        by,
        query,
        {},
        { case: '模糊', ...(purpose === undefined ? {} : { purpose }) },
      );
      const codes = (errors ?? []).map(({ extensions }) => extensions.code).filter((code) => code !== 'FORBIDDEN');
      expect({ after, query, status, codes }).toEqual({ after, query, status: 200, codes: [] });
    }
  };

  it.each(SEEDS)(
    'of $name is refused in words, or taken in and harmless',
    async ({ name, by, type, select, input, before }) => {
      const send = async (change: (right: unknown) => unknown) => {
        number += 1;
        if (before !== undefined) expect((await world.ask(by, ...before(number))).errors).toBeUndefined();
        return world.ask(by, `mutation ($input: ${type}) { ${name}(input: $input) { ${select} } }`, {
          input: change(input(number)),
        });
      };
      expect((await send((right) => right)).errors).toBeUndefined();
      for (const [leaf, path] of leavesOf(input(0)).entries()) {
        const right = valueAt(input(0), path);
        if (typeof right === 'boolean') continue;
        const wrongs = typeof right === 'number' ? NUMBERS : TEXTS;
        for (const wrong of wrongs.filter((_, index) => index % STEP === leaf % STEP)) {
          const { errors } = await send((value) => changed(value, path, wrong));
          const codes = (errors ?? []).map(({ extensions }) => extensions.code);
          const internal = codes.filter((code) => code === 'INTERNAL' || code === undefined);
          expect({ path, wrong: String(wrong).slice(0, 40), internal }).toEqual({
            path,
            wrong: String(wrong).slice(0, 40),
            internal: [],
          });
          // The wrong value was accepted: the queries of all callers must still be answered.
          if (codes.length === 0) await read(`${name} with ${path.join('.')} ${String(wrong).slice(0, 40)}`);
        }
      }
    },
  );
});
