/** Cost of a query before it is planned: worked out by hand from the sizes that the SDL states; promised operations stay far below the limit. */
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supergraphSdl } from '../../gateway/federation/supergraph.ts';
import { costCounter } from '../../gateway/query/cost.ts';
import { LIMITS } from '../../gateway/query/limits.ts';
import { COMPANY, NO_JOBS, openWorld, type World } from '../kit.ts';
import * as promised from '../stories/operations.ts';
import { query } from './post.ts';

const costOf = costCounter(supergraphSdl());
const ID = '(identifier: {type: USCC, value: "91239999MA1ABC019L"})';
const ids = (count: number) => Array.from({ length: count }, () => COMPANY);

describe('cost', () => {
  it.each<[document: string, variables: Record<string, unknown>, cost: number]>([
    // A subject is one object; what is no object costs nothing.
    [`{ subject${ID} { id name kind } }`, {}, 1],
    // Subject, connection, twenty rows of two objects each.
    [`{ subject${ID} { records(first: 20) { totalCount nodes { id item { code } } } } }`, {}, 1 + 1 + 20 * 2],
    [
      `query ($n: Int) { subject${ID} { records(first: $n) { nodes { id item { code } } } } }`,
      { n: 100 },
      1 + 1 + 100 * 2,
    ],
    [`query ($n: Int = 7) { subject${ID} { records(first: $n) { nodes { id } } } }`, {}, 1 + 1 + 7],
    // A page is of fifty rows where nothing is said, and of two hundred at most.
    [`{ subject${ID} { records { nodes { id } } } }`, {}, 1 + 1 + 50],
    [`{ subject${ID} { records(first: 1000000) { nodes { id } } } }`, {}, 1 + 1 + 200],
    [`{ subject${ID} { records(first: -5) { nodes { id } } } }`, {}, 1 + 1],
    // Backwards as forwards.
    [`{ subject${ID} { records(last: 30) { nodes { id } } } }`, {}, 1 + 1 + 30],
    // An edge is an object as its node is, and what is asked for twice costs twice.
    [`{ subject${ID} { records(first: 20) { edges { cursor } } } }`, {}, 1 + 1 + 20],
    [`{ subject${ID} { records(first: 20) { edges { cursor node { id item { code } } } } } }`, {}, 1 + 1 + 20 * 3],
    [
      `{ subject${ID} { records(last: 20) { nodes { id } edges { node { id } } pageInfo { endCursor } } } }`,
      {},
      1 + 1 + 20 + 20 * 2 + 1,
    ],
    // No more subjects come back than were named.
    [
      'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { id designations { id } } }',
      { ids: ids(3) },
      3 * (1 + 5),
    ],
    // A row is of one type: history has five entries, an item is one object.
    [
      `{ subject${ID} { records(first: 10) { nodes { id ... on AdministrativePenalty { history { version } } ... on Arrears { item { code } } } } } }`,
      {},
      1 + 1 + 10 * (1 + 5),
    ],
    [
      `{ subject${ID} { ...S ...S } } fragment S on CreditSubject { records(first: 10) { ...N } } fragment N on RecordConnection { nodes { id } }`,
      {},
      1 + 2 * (1 + 10),
    ],
    ['{ a: verifyLedger { consistent } b: verifyLedger { consistent } }', {}, 1_000],
    ['mutation { a: choosePledges(usesPledges: true) }', {}, 10],
    ['{ __schema { types { name } } }', {}, 0],
  ])('%s %o', (document, variables, cost) => {
    expect(costOf(parse(document), variables)).toBe(cost);
  });

  it('what callers rely on stays far below the limit, in batches of two hundred too', () => {
    for (const document of Object.values(promised))
      if (typeof document === 'string' && document.includes('{'))
        expect(costOf(parse(document), { ids: ids(200) })).toBeLessThan(LIMITS.cost / 2);
  });

  it('every list of objects of the schema says how long it is', () => {
    // A list without a size would count as one: nothing would stand in the way of it.
    const supergraph = supergraphSdl();
    const bare = [...supergraph.matchAll(/^ {2}(\w+)(?:\([^)]*\))?: (\[\w+!?\]!?|\w*Connection!?)([^\n]*)$/gm)].filter(
      ([line, name, type, rest]) =>
        name !== 'nodes' &&
        name !== 'edges' &&
        !/String|ID|Int|Date|Code/.test(type ?? '') &&
        !(rest ?? '').includes('@listSize') &&
        !/@join__field\([^)]*external/.test(line),
    );
    const leaves = new Set([...supergraph.matchAll(/^(?:enum|scalar) (\w+)/gm)].map(([, name]) => name));
    const inputs = new Set([...supergraph.matchAll(/^input (\w+)/gm)].map(([, name]) => name));
    const named = (type: string | undefined) => (type ?? '').replace(/[[\]!]/g, '');
    expect(
      bare.filter(([, , type]) => !leaves.has(named(type)) && !inputs.has(named(type))).map(([line]) => line.trim()),
    ).toEqual([]);
  });

  it('every connection counts its rows by the page that is asked for, in nodes and in edges', () => {
    const fields = [...supergraphSdl().matchAll(/^ {2}(\w+)(?:\([^)]*\))?: \w+Connection!?([^\n]*)$/gm)];
    expect(fields.length).toBeGreaterThanOrEqual(8);
    for (const [, name, rest = ''] of fields)
      expect([name, rest]).toEqual([
        name,
        expect.stringMatching(/slicingArguments: \["first", "last"\], sizedFields: \["nodes", "edges"\]/),
      ]);
  });
});

describe('at the door', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('pglite', { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  it('refuses what is too costly with cost and limit, and answers what is not', async () => {
    const document =
      'query ($ids: [SubjectIdentifierInput!]!, $n: Int) { subjects(identifiers: $ids) { records(first: $n) { nodes { id } } } }';
    const before = world.server.platform.database.statements();
    const refused = await query(world, document, { ids: ids(200), n: 200 });
    expect([refused.status, refused.codes]).toEqual([400, ['TOO_COSTLY COST']]);
    // 200 subjects, each with a connection of 200 rows.
    expect(refused.text).toContain('The query would cost 40400; the limit is 25000.');
    expect(world.server.platform.database.statements()).toBe(before);
    const answered = await query(world, document, { ids: ids(200), n: 20 });
    expect([answered.status, answered.codes]).toEqual([200, []]);
  });
});
