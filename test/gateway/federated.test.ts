/**
 * The gateway answers as the four subgraphs merged into one schema do (test/fuzz/whole): a few hundred generated operations, and what such operations have
 * found. Ten thousand are in test/fuzz/federated.proof.ts.
 */
import fc from 'fast-check';
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  introspectionFromSchema,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budget } from '../fuzz/budget.ts';
import { askings } from '../fuzz/whole/asking.ts';
import { openPair, type Pair } from '../fuzz/whole/pair.ts';
import { Tally } from '../fuzz/whole/tally.ts';
import { poolsOf } from '../fuzz/whole/world.ts';
import {
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  LISTED,
  MEI,
  PERMIT_OFFICE,
  sharedWorld,
  type World,
} from '../kit.ts';

describe('federated equals whole', () => {
  let world: World;
  let pair: Pair;
  beforeAll(async () => {
    world = await sharedWorld('pglite');
    pair = await openPair(world);
  });
  afterAll(() => pair.stop());

  it('A23.5: callers see the same schema', async () => {
    const { data } = await world.ask(null, getIntrospectionQuery({ specifiedByUrl: true }));
    const bare = (schema: GraphQLSchema): string =>
      printSchema(lexicographicSortSchema(buildClientSchema(introspectionFromSchema(schema, { descriptions: false }))));
    expect(bare(pair.merged)).toBe(bare(buildClientSchema(data as IntrospectionQuery)));
  });

  it('A17.1 A23.5: the same data, refusals and ledger entries', async () => {
    const tally = new Tally(world, pair);
    const pools = await poolsOf(world, { objections: [], designations: [] });
    await fc.assert(
      fc.asyncProperty(askings(pair.merged, pools), (asking) => tally.check(asking)),
      budget(200),
    );
    expect(tally.withData).toBeGreaterThan(70);
    expect(tally.withErrors).toBeGreaterThan(40);
    expect(tally.withEntries).toBeGreaterThan(40);
  });

  it('A17.1 A23.5: one refusal that the gateway keeps to itself is found, and told by a few lines', async () => {
    const lying = await openPair(world, (name) =>
      name === 'non-public-credit' ? ({ errors: _, ...result }) => result : undefined,
    );
    try {
      const tally = new Tally(world, lying);
      const pools = await poolsOf(world, { objections: [], designations: [] });
      const run = await fc.check(
        fc.asyncProperty(askings(lying.merged, pools), (asking) => tally.check(asking)),
        { numRuns: 500 },
      );
      expect(run.failed).toBe(true);
      const told = String((run.errorInstance as Error).message);
      const query = told.slice(told.indexOf('query Asked'), told.indexOf('\n}\n') + 2);
      expect(query.split('\n').length).toBeLessThan(16);
      // It may stand in a fragment behind the query.
      expect(told).toContain('nonPublicRecords');
      expect(told).toMatch(/^\+ whole: .*"(nonPublicRecords|a\d+)"/mu);
    } finally {
      await lying.stop();
    }
  });
});

describe('what the operations have found', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld('pglite');
  });
  const ask = (holder: Holder | null, query: string, id: object = COMPANY, headers: Headers = {}) =>
    world.ask(holder, `query ($id: SubjectIdentifierInput!) ${query}`, { id }, headers);

  it('A23.5: fields stand in the order of the document, through fragments that the gateway puts together', async () => {
    const keys = async (query: string): Promise<string[]> => Object.keys((await ask(null, query)).data.subject);
    expect(
      await keys('{ subject(identifier: $id) { ... { name } kind ... { designations { id } } pseudonym } }'),
    ).toEqual(['name', 'kind', 'designations', 'pseudonym']);
    expect(
      await keys(
        '{ subject(identifier: $id) { ...F registration { id } ...G } } fragment F on CreditSubject { kind } fragment G on CreditSubject { name kind }',
      ),
    ).toEqual(['kind', 'registration', 'name']);
    const records = `{ subject(identifier: $id) { records(first: 20) { nodes {
      ... on AdministrativePenalty { facts } ... @include(if: true) { version } ... on AdministrativePermit { content }
      item { code } ... @include(if: true) { id } ... on AdministrativePenalty { content } } } } }`;
    const { nodes } = (await ask(null, records)).data.subject.records;
    const kinds = new Set(nodes.map((node: object) => Object.keys(node).join()));
    expect(kinds).toContain('facts,version,item,id,content');
    expect(kinds).toContain('version,content,item,id');
    expect(kinds).toContain('version,item,id');
  });

  it('A23.5: and below rows of which only what lies deeper tells their type', async () => {
    const query = `{ subject(identifier: $id) { records(first: 20) { nodes {
      item { ... { openness } publication { reference } ... { effectiveFrom } } ... on PledgeRecord { item { providers { rule { line } } } } } } } }`;
    const { nodes } = (await ask(null, query, MEI)).data.subject.records;
    expect(nodes.map(({ item }: { item: object }) => Object.keys(item).join()).toSorted()).toEqual([
      'openness,publication,effectiveFrom',
      'openness,publication,effectiveFrom',
      'openness,publication,effectiveFrom,providers',
    ]);
  });

  it('A23.5: refusals stand in the order of the fields, whichever part refused first', async () => {
    const refused = async (fields: string): Promise<unknown[]> =>
      ((await ask(null, `{ subject(identifier: $id) { ${fields} } }`)).errors ?? []).map(({ path }) => path?.[1]);
    const fields = ['nonPublicRecords { totalCount }', 'disclosures { totalCount }', 'waivers { id }', 'usesPledges'];
    const names = ['nonPublicRecords', 'disclosures', 'waivers', 'usesPledges'];
    for (let turn = 0; turn < fields.length; turn += 1) {
      const turned = <One>(list: readonly One[]): One[] => [...list.slice(turn), ...list.slice(0, turn)];
      expect(await refused(turned(fields).join(' '))).toEqual(turned(names));
    }
  });

  it('A17.1 A23.5: what is always left out is not fetched, also below what a variable decides on', async () => {
    const fields =
      'name nonPublicRecords @skip(if: true) { totalCount } disclosures @include(if: false) { totalCount }';
    const below = '... @include(if: false) { waivers { id } } designations { reasons @skip(if: true) }';
    const query = `query ($id: SubjectIdentifierInput!, $not: Boolean!) {
      subject(identifier: $id) @skip(if: $not) { ${fields} ${below} } }`;
    const { data, errors } = await world.ask(null, query, { id: LISTED, not: false });
    expect(errors).toBeUndefined();
    expect(Object.keys(data.subject)).toEqual(['name', 'designations']);
    expect(data.subject.designations.length).toBeGreaterThan(0);
    for (const designation of data.subject.designations) expect(designation).toEqual({});
  });

  it('A17.1 A23.5: variables decide anew in each request, and a list of which nothing is left is a list', async () => {
    const query = `query ($id: SubjectIdentifierInput!, $list: Boolean!, $none: Boolean!) {
      subject(identifier: $id) { designations @include(if: $list) { ... on Designation @skip(if: $none) { until } } } }`;
    const asked = async (list: boolean, none: boolean) =>
      (await world.ask(null, query, { id: LISTED, list, none })).data.subject;
    const { designations } = await asked(true, false);
    expect(designations.length).toBeGreaterThan(0);
    expect(designations[0]).toEqual({ until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
    expect(await asked(true, true)).toEqual({ designations: designations.map(() => ({})) });
    for (const none of [true, false]) expect(await asked(false, none)).toEqual({});
    expect(await asked(true, false)).toEqual({ designations });
  });

  it('A17.1 A23.5: what keeps the whole from being answered is said once, not once a part', async () => {
    const query = '{ subject(identifier: $id) { name } publishedLists { code } purposes { code } }';
    const { data, errors } = await ask(BANK_A, query, MEI, { purpose: 'NO_SUCH_PURPOSE' });
    expect(data).toEqual({ subject: null, publishedLists: null, purposes: null });
    expect(errors?.map(({ extensions, path }) => [extensions.reason, path])).toEqual([['PURPOSE_UNKNOWN', undefined]]);
  });

  it('A17.1 A43.1: a case that is asked twice in one request is one answer under both names, on the ledger once', async () => {
    const headers = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '哈审批受〔2026〕86号' };
    const one = 'matterCheck(subject: $id, matter: "FOOD-PERMIT") { id answeredAt supersedes }';
    const query = `{ a: ${one} b: ${one}
      list: matterChecks(subjects: [$id, $id], matter: "FOOD-PERMIT") { id answeredAt supersedes } }`;
    const { data, errors } = await ask(PERMIT_OFFICE, query, COMPANY, headers);
    expect(errors).toBeUndefined();
    expect(data.a.id).toMatch(/^[0-9a-f-]{36}$/u);
    expect([data.b, ...data.list]).toEqual([data.a, data.a, data.a]);
    expect((await ask(PERMIT_OFFICE, query, COMPANY, headers)).data).toEqual(data);
  });
});
