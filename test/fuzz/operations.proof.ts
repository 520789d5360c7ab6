/**
 * Random operations that the schema allows, as every role: none causes an internal error or shows another person's number, telephone or address.
 * In `npm run proof`, because it takes long: it sends hundreds of operations on each database. Longer: `npm run fuzz -- --minutes 30`.
 */
import fc from 'fast-check';
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  HIDDEN,
  type Holder,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NOT_HELD,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  type World,
} from '../kit.ts';
import { budget, TIMEOUT } from './budget.ts';
import { leaks } from './leaks.ts';
import { type Operation, one, operation, type Pools } from './operations.ts';

const HOLDERS: readonly (Holder | null)[] = [
  null,
  BANK_A,
  BANK_B,
  PERMIT_OFFICE,
  { role: 'department', unit: 'HLJ-PROCUREMENT' },
  OPERATOR,
  AUTHORITY,
  MARKET_REGULATION,
  { role: 'provider', unit: 'HLJ-HRSS' },
  { role: 'provider', unit: 'HLJ-COURT' },
  ANALYST,
  subject(MEI),
  subject(COMPANY),
];
const PURPOSES = ['LOAN_ORIGINATION', 'PERMIT', 'PROCUREMENT', 'NO_SUCH_PURPOSE', undefined];

onEachDatabase('anything that the schema allows', (kind) => {
  let world: World;
  let schema: GraphQLSchema;
  let pools: Pools;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    const introspected = await world.ask(null, getIntrospectionQuery());
    schema = buildClientSchema(introspected.data);
    const { data, errors } = await world.ask(
      null,
      `{ catalogItems(first: 100) { nodes { code } } publishedLists { code } publishedMeasures { code } subject(identifier: {type: USCC, value: "${LISTED.value}"})
        { id records(first: 20) { nodes { id } } designations { id } } }`,
    );
    expect(errors).toBeUndefined();
    const codesOf = (rows: readonly { readonly code: string }[]): string[] => rows.map(({ code }) => code);
    pools = {
      ids: [data.subject.id, ...[...data.subject.records.nodes, ...data.subject.designations].map(({ id }) => id)],
      subjects: [MEI, HIDDEN, COMPANY, LISTED, SOLE_TRADER, NOT_HELD],
      codes: [
        [/items?$/i, codesOf(data.catalogItems.nodes)],
        [
          /(units?|party|department|organ|provider)$/i,
          ['BANK-A', 'BANK-B', 'HRB-PERMIT', 'HLJ-AMR', 'HLJ-HRSS', 'HLJ-COURT', 'HLJ-FINANCE', 'NO-UNIT'],
        ],
        [/lists?$/i, codesOf(data.publishedLists)],
        [/measure$/i, codesOf(data.publishedMeasures)],
        [/purposes?$/i, ['LOAN_ORIGINATION', 'PERMIT', 'PROCUREMENT', 'OTHER_LAWFUL', 'NONE']],
        [/matter$/i, ['FOOD-PERMIT', 'SPECIAL-OPERATION-PERMIT', 'TENDER', 'SPOT-CHECK', '食品经营许可']],
        [/edition$/i, ['2026', '2026-1', '2026-2', '2027']],
        [/level$/i, ['优', '良', '中', '差', '最优']],
        [/code$/i, ['NEW-CODE', 'FOOD-PERMIT', 'DESK-1']],
      ],
    };
  });
  afterAll(() => world.close());

  it(
    'A23.1 is answered or refused in words, and tells nobody who somebody else is',
    async () => {
      const asked = new Set<string>();
      const ask = async (holder: Holder | null, { query, variables }: Operation, purpose: string | undefined) => {
        const answer = await world.ask(holder, query, variables, {
          ...(purpose === undefined ? {} : { purpose }),
          case: '模糊1号',
        });
        asked.add(/\{ (\w+)/.exec(query)?.[1] ?? '');
        const text = JSON.stringify(answer);
        const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
        expect({
          codes: codes.filter((code) => code === 'INTERNAL' || code === undefined),
          leaks: leaks(holder, text),
          asked: { query, variables },
        }).toEqual({ codes: [], leaks: [], asked: { query, variables } });
        expect([200, 400]).toContain(answer.status);
      };
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (draw) => {
          const holder = one(draw, HOLDERS);
          const purpose = one(draw, PURPOSES);
          await ask(holder, operation(draw, schema, pools), purpose);
        }),
        budget(400),
      );
      const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
        Object.keys(type?.getFields() ?? {}),
      );
      // The random operations covered nearly every root field.
      expect(asked.size).toBeGreaterThan(roots.length * 0.9);
    },
    TIMEOUT,
  );
});
