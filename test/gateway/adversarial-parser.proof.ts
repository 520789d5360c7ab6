/**
 * Adversarial cases 1, 2, 4 to 9, 11 and 12: documents that would be dear to parse, validate or plan. None reaches the database.
 * A proof: it opens worlds, databases or processes of its own.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_JOBS, openWorld, soonest, type World } from '../kit.ts';
import { query } from './post.ts';

const SUBJECT = 'subject(identifier: {type: USCC, value: "91239999MA1ABC019L"})';
const times = (count: number, one: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => one(at)).join(' ');

/** Fragments that each spread the next one twice: 2 to the power of `levels` fields. */
const doubling = (levels: number): string =>
  `{ ${SUBJECT} { ...F0 } } ${times(levels, (at) => `fragment F${at} on CreditSubject { ${at === levels - 1 ? 'name id' : `...F${at + 1} ...F${at + 1}`} }`)}`;

/** The same written out, without fragments that have a name. */
const inline = (levels: number): string =>
  levels === 0
    ? 'name'
    : `... on CreditSubject { ${inline(levels - 1)} } ... on CreditSubject { ${inline(levels - 1)} }`;

const deep = (levels: number): string => `{ ${SUBJECT} ${'{ records '.repeat(levels)}${'}'.repeat(levels + 1)}`;

describe('a document that would be dear', () => {
  let world: World;
  let before = 0;
  beforeAll(async () => {
    world = await openWorld(soonest(), { environment: NO_JOBS });
  });
  afterAll(() => world.close());
  beforeEach(() => {
    before = world.server.platform.database.statements();
  });
  afterEach(async () => {
    expect(world.server.platform.database.statements()).toBe(before);
    expect((await query(world, `{ ${SUBJECT} { name } }`)).data).toEqual({
      subject: { name: '哈尔滨示例冰雪设备有限公司' },
    });
  });

  const refused = async (document: string, ...codes: readonly string[]): Promise<void> => {
    const answer = await query(world, document);
    expect([answer.status, answer.codes, answer.data ?? null]).toEqual([400, codes, null]);
    expect(answer.text.length).toBeLessThan(500);
  };

  /** Longer than what is read of somebody who only asks. */
  const tooLong = async (document: string, length: number): Promise<void> => {
    expect(document.length).toBeGreaterThan(length);
    const answer = await query(world, document);
    expect([answer.status, answer.codes]).toEqual([413, ['TOO_COSTLY']]);
  };

  it('adversarial 1: a hundred aliases of one field are one error, and nothing is resolved', async () => {
    await refused(`{ ${SUBJECT} { ${times(100, (at) => `a${at}: name`)} } }`, 'TOO_COSTLY ALIASES');
    await refused(`{ ${times(100, (at) => `a${at}: ${SUBJECT} { name }`)} }`, 'TOO_COSTLY ROOTS');
    await refused(`{ ${times(21, () => '__typename')} }`, 'TOO_COSTLY ROOTS');
  });

  it('adversarial 2: aliases that hide in fragments are counted as often as they are spread', async () => {
    const fragment = `fragment F on CreditSubject { ${times(11, (at) => `a${at}: name`)} }`;
    await refused(`{ ${SUBJECT} { ...F ...F ...F } } ${fragment}`, 'TOO_COSTLY ALIASES');
    await refused(`{ ${SUBJECT} { ${times(3, () => '... { ...F }')} } } ${fragment}`, 'TOO_COSTLY ALIASES');
    await refused(
      `{ ...R ...R ...R } fragment R on Query { ${times(7, (at) => `a${at}: __typename`)} }`,
      'TOO_COSTLY ROOTS',
    );
  });

  it('adversarial 4: fragments that double are counted, not expanded', async () => {
    for (const levels of [14, 40, 100]) await refused(doubling(levels), 'TOO_COSTLY FIELDS');
  });

  it('adversarial 5: so are those without a name, 1.8 MB of them', async () => {
    await tooLong(`{ ${SUBJECT} { ${inline(16)} } }`, 1_800_000);
    await refused(`{ ${SUBJECT} { ${inline(14)} } }`, 'TOO_COSTLY TOKENS');
  });

  it('adversarial 6: three thousand and thirty thousand levels, after others have warmed the process', async () => {
    await refused(doubling(14), 'TOO_COSTLY FIELDS');
    await refused(`{ ${SUBJECT} { ${times(100, (at) => `a${at}: name`)} } }`, 'TOO_COSTLY ALIASES');
    await refused(deep(16), 'TOO_COSTLY DEPTH');
    for (const levels of [3_000, 30_000]) await refused(deep(levels), 'TOO_COSTLY TOKENS');
  });

  it('adversarial 7: fragments in a circle, one that spreads itself, and those that nobody spreads', async () => {
    await refused('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 'BAD_USER_INPUT QUERY');
    await refused('{ ...A } fragment A on Query { __typename ...A }', 'BAD_USER_INPUT QUERY');
    await refused('{ __typename } fragment A on Query { __typename }', 'BAD_USER_INPUT QUERY');
    await refused('{ ...Nowhere }', 'BAD_USER_INPUT QUERY');
  });

  it('adversarial 8: two hundred thousand times the same field', async () => {
    await tooLong(`{ ${'__typename '.repeat(200_000)} }`, 2_200_000);
    await refused(`{ ${'__typename '.repeat(90_000)} }`, 'TOO_COSTLY TOKENS');
    await refused(`{ ${SUBJECT} { ${'name '.repeat(1_001)} } }`, 'TOO_COSTLY FIELDS');
  });

  it('adversarial 9: twenty thousand unknown directives are one error', async () => {
    await refused(`{ __typename ${'@a '.repeat(20_000)} }`, 'TOO_COSTLY TOKENS');
    await refused(`{ __typename ${'@a '.repeat(51)} }`, 'TOO_COSTLY DIRECTIVES');
    const few = await query(world, `{ __typename ${times(50, (at) => `@a${at}`)} }`);
    expect([few.status, few.codes.length <= 6]).toEqual([400, true]);
  });

  it('adversarial 12: @defer, @stream and @skip of nothing are told, once for all', async () => {
    await refused(`{ ... @defer { __typename } }`, 'BAD_USER_INPUT QUERY');
    await refused(`{ subjects(identifiers: []) @stream { name } }`, 'BAD_USER_INPUT QUERY');
    await refused('query ($no: Boolean) { __typename @skip(if: $no) }', 'BAD_USER_INPUT QUERY');
    await refused('{ __typename @skip(if: null) }', 'BAD_USER_INPUT QUERY');
    await refused(
      `{ ${times(20, (at) => `__typename ${'@skip(if: false) '.repeat(3)} # ${at}\n`)} }`,
      'TOO_COSTLY DIRECTIVES',
    );
  });
});

describe('a document that is large but allowed', () => {
  it('adversarial 11: fields that must be compared with each other, as many as there may be, are answered', async () => {
    const world = await openWorld(soonest(), {
      environment: NO_JOBS,
    });
    try {
      const fields = `... { ${'name '.repeat(9)} }`;
      const { status, data } = await query(world, `{ ${SUBJECT} { ${times(50, () => fields)} } }`);
      expect([status, data]).toEqual([200, { subject: { name: '哈尔滨示例冰雪设备有限公司' } }]);
      const conflict = times(29, (at) => `... { a: ${at % 2 === 0 ? 'name' : 'id'} }`);
      const refused = await query(world, `{ ${SUBJECT} { ${conflict} } }`);
      expect([refused.status, new Set(refused.codes)]).toEqual([400, new Set(['BAD_USER_INPUT QUERY'])]);
      expect(refused.codes.length).toBeLessThanOrEqual(6);
    } finally {
      await world.close();
    }
  });
});
