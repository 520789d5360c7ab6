/** The schema that callers see: written down, without a word of federation, and against that of the release before. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  buildSchema,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printed, publishedSchema, schemaOfCallers } from '../../gateway/federation/published-schema.ts';
import { supergraphSdl } from '../../gateway/federation/supergraph.ts';
import { breaksBetween, deprecatedIn, REASON, unannounced } from './breaks.ts';
import { REVIEWED } from './reviewed.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Versions of the releases, the newest last. */
const versions = globSync('schema/released/*.graphql', { cwd: root })
  .map((file) => basename(file, '.graphql'))
  .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }));
const newest = versions.at(-1) ?? '';

/** Dates of the releases, by version, the newest first; those with a heading of their own in the CHANGELOG. */
const dates = new Map(
  [...read('CHANGELOG.md').matchAll(/^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)/gm)].map(
    ([, version = '', date = '']) => [version, date],
  ),
);
const today = [...dates.values()][0] ?? '';

describe('the published schema', () => {
  const api = read('schema/api.graphql');

  it('the committed one is that of what runs', () => {
    expect(api).toBe(publishedSchema());
  });

  it('A23.5 holds no word of federation, and nothing that is inaccessible', () => {
    expect(read('schema/supergraph.graphql')).toMatch(/join__|@inaccessible|MatterPart/);
    expect(api).not.toMatch(
      /join__|link__|@link|@key|@shareable|@external|@requires|@inaccessible|@tag|_entities|_service|_Any/,
    );
    expect(api).not.toMatch(/MatterPart/);
    expect(api).not.toMatch(/^directive /m);
  });

  it('keeps the descriptions, and each scalar of ours says where it is specified', () => {
    const schema = buildSchema(api);
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
      if (!['Query', 'Mutation'].includes(type.name))
        expect([type.name, type.description]).toEqual([type.name, expect.stringMatching(/\w/)]);
      if (isScalarType(type))
        expect([type.name, type.specifiedByURL]).toEqual([
          type.name,
          expect.stringMatching(/^https:\/\/www\.rfc-editor\.org\/rfc\//),
        ]);
    }
  });

  it('what a subgraph deprecates is deprecated for callers', () => {
    const reason = 'Since 0.2.0: ask another.';
    const supergraph = supergraphSdl();
    const deprecated = supergraph.replace(/^ {2}usesPledges: Boolean/m, `$& @deprecated(reason: "${reason}")`);
    expect(deprecated).not.toBe(supergraph);
    expect([...deprecatedIn(printed(schemaOfCallers(deprecated)))]).toEqual([['CreditSubject.usesPledges', reason]]);
  });

  it('what is deprecated says since when, and what to ask instead', () => {
    for (const [path, reason] of deprecatedIn(api))
      expect([path, reason]).toEqual([path, expect.stringMatching(REASON)]);
    expect(
      [
        ...deprecatedIn(
          'type Query { a(b: Int @deprecated(reason: "x")): Int @deprecated, c: E } enum E { D @deprecated }',
        ).keys(),
      ].sort(),
    ).toEqual(['E.D', 'Query.a', 'Query.a.b']);
  });
});

describe('against the release before', () => {
  it('every breaking change was reviewed, and none stands reviewed that is none', async () => {
    expect(REVIEWED.since).toBe(newest);
    const found = await breaksBetween(read(`schema/released/${newest}.graphql`), read('schema/api.graphql'));
    expect(found.sort()).toEqual(Object.keys(REVIEWED.changes).sort());
  });

  it('what was removed was deprecated in time', async () => {
    const [before, after] = [read(`schema/released/${newest}.graphql`), read('schema/api.graphql')];
    expect(await unannounced(before, after, dates, today)).toEqual([]);
  });

  it('the schema of today with a field removed, a type changed and one argument more that is needed would fail', async () => {
    const [verifies] = parse('type Query { f(strict: Boolean!): Int }').definitions;
    const strict = (verifies as ObjectTypeDefinitionNode).fields?.[0]?.arguments?.[0];
    const changed = visit(parse(read('schema/api.graphql')), {
      FieldDefinition: (field) => {
        if (field.name.value === 'usesPledges') return null;
        if (field.name.value === 'birthDate') return { ...field, type: { kind: Kind.LIST_TYPE, type: field.type } };
        if (field.name.value === 'verifyReport') return { ...field, arguments: [...(field.arguments ?? []), strict] };
        return undefined;
      },
    });
    const after = print(changed);
    const before = read(`schema/released/${newest}.graphql`);
    const found = await breaksBetween(before, after);
    expect(found.filter((one) => !(one in REVIEWED.changes)).sort()).toEqual([
      expect.stringMatching(/^CreditSubject\.birthDate: .*changed type from 'Date' to '\[Date\]'/),
      expect.stringMatching(/^CreditSubject\.usesPledges: .*removed/),
      expect.stringMatching(/^Query\.verifyReport\.strict: .*'strict: Boolean!' added/),
    ]);
    expect(await unannounced(before, after, dates, today)).toEqual([
      'CreditSubject.usesPledges was removed and not deprecated in the release before.',
    ]);
  });

  const BEFORE = 'type Query { a(b: Int): String c: Int } enum E { F G } input I { h: Int }';
  it.each([
    ['a removed field', BEFORE.replace(' c: Int', ''), 'Query.c'],
    ['another type', BEFORE.replace('String', '[String]'), 'Query.a'],
    ['null where there was none', BEFORE, 'Query.c', BEFORE.replace('c: Int', 'c: Int!')],
    ['a new argument that is needed', BEFORE.replace('b: Int', 'b: Int, d: Int!'), 'Query.a.d'],
    ['an argument that is needed now', BEFORE.replace('b: Int', 'b: Int!'), 'Query.a.b'],
    ['a removed argument', BEFORE.replace('(b: Int)', ''), 'Query.a.b'],
    ['a removed value', BEFORE.replace(' G', ''), 'E.G'],
    ['a new input that is needed', BEFORE.replace('h: Int', 'h: Int, i: Int!'), 'I.i'],
    ['a removed type', BEFORE.replace('enum E { F G }', ''), 'E'],
  ])('%s is found, with its place', async (_what, after, place, before = BEFORE) => {
    const found = await breaksBetween(before, after);
    expect(found).toEqual([expect.stringMatching(`^${place.replaceAll('.', '\\.')}: `)]);
  });

  it('a new field, an argument that may be left out and another description break nothing', async () => {
    const after = BEFORE.replace('c: Int', 'c: Int j: Int')
      .replace('b: Int', 'b: Int, k: Int')
      .replace('type Query', '"New." type Query');
    expect(await breaksBetween(BEFORE, after)).toEqual([]);
  });

  it('a field that was not deprecated in the release before may not be removed, one that was for 180 days may', async () => {
    const released = new Map([['0.2.0', '2026-11-27']]);
    const after = 'type Query { b: Int }';
    const before = (reason: string) => `type Query { b: Int a: Int ${reason} }`;
    const check = (reason: string, day: string) => unannounced(before(reason), after, released, day);
    expect(await check('', '2030-01-01')).toEqual(['Query.a was removed and not deprecated in the release before.']);
    const since = '@deprecated(reason: "Since 0.2.0: ask b.")';
    // 27 November to 26 May are 180 days: 3 + 31 + 31 + 28 + 31 + 30 + 26.
    expect(await check(since, '2027-05-26')).toEqual([]);
    expect(await check(since, '2027-05-25')).toEqual([
      'Query.a was removed 179 days after it was deprecated; the promise is 180.',
    ]);
    // A reason that names no release was not in time either.
    expect(await check('@deprecated(reason: "ask b")', '2030-01-01')).toHaveLength(1);
    const value = await unannounced(
      'type Query { e: E } enum E { F G }',
      'type Query { e: E } enum E { F }',
      released,
      '2030-01-01',
    );
    expect(value).toEqual(['E.G was removed and not deprecated in the release before.']);
  });
});
