/** Adversarial case 71: statements of SQL, sent wherever the schema or a header takes a text. */
import {
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, OPERATOR, onEachDatabase, sharedWorld, type World } from '../kit.ts';
import { allArguments } from './schema-arguments.ts';

const COUNT = `query ($id: SubjectIdentifierInput!, $first: Int) { subject(identifier: $id) { records(first: $first) { totalCount } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onEachDatabase('statements of SQL', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind);
  });

  it('A23.5 adversarial 71: statements of SQL are text, wherever a text is taken', async () => {
    const corpus = [
      "' or '1'='1",
      "'; drop table control.item; --",
      '" or ""="',
      "\\'; select pg_sleep(9); --",
      "') union select null, sealed from public_credit.record_whole --",
      '$1',
      '%',
      "'||(select version())||'",
    ];
    const take = (type: GraphQLInputType, text: string): string | undefined => {
      if (isNonNullType(type)) return take(type.ofType, text);
      if (isListType(type)) return `[${take(type.ofType, text)}]`;
      if (isEnumType(type)) return type.getValues()[0]?.name;
      if (isInputObjectType(type))
        return `{ ${Object.values(type.getFields())
          .map((field) => `${field.name}: ${take(field.type, text)}`)
          .join(', ')} }`;
      return { Int: '1', Float: '1', Boolean: 'false', Date: '"2026-11-20"' }[type.name] ?? JSON.stringify(text);
    };
    const leaf = (type: GraphQLOutputType): string => (isLeafType(getNamedType(type)) ? '' : ' { __typename }');
    const items = await world.ask(null, '{ catalogItems(first: 200) { totalCount } }');
    const open = await world.ask(null, COUNT, { id: COMPANY, first: 1 });
    const roots = new Map(
      (await allArguments(world)).filter(({ type }) => type === 'Query').map(({ field }) => [field.name, field]),
    );
    expect(roots.size).toBeGreaterThan(12);
    for (const field of roots.values())
      for (const text of corpus) {
        const query = `{ ${field.name}(${field.args.map((one) => `${one.name}: ${take(one.type, text)}`).join(', ')})${leaf(field.type)} }`;
        for (const [holder, headers] of [
          [BANK_A, LOAN],
          [OPERATOR, {}],
        ] as const) {
          const codes = ((await world.ask(holder, query, {}, headers)).errors ?? []).map(
            ({ extensions }) => extensions.code,
          );
          expect([query, codes.includes('INTERNAL') || codes.includes('UNAVAILABLE')]).toEqual([query, false]);
        }
      }
    for (const text of corpus) {
      const filtered = await world.ask(
        BANK_A,
        'query ($id: SubjectIdentifierInput!, $items: [String!]) { subject(identifier: $id) { records(items: $items) { totalCount } } }',
        { id: COMPANY, items: [text] },
        LOAN,
      );
      expect(filtered.data.subject.records?.totalCount ?? 0).toBe(0);
      for (const headers of [{ purpose: text }, { ...LOAN, case: text }, { ...LOAN, channel: text }])
        expect([200, 400]).toContain((await world.ask(BANK_A, COUNT, { id: COMPANY, first: 1 }, headers)).status);
    }
    expect((await world.ask(null, '{ catalogItems(first: 200) { totalCount } }')).data).toEqual(items.data);
    expect((await world.ask(null, COUNT, { id: COMPANY, first: 1 })).data.subject.records.totalCount).toBe(
      open.data.subject.records.totalCount,
    );
  });
});
