import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { supergraphSdl } from '../../../gateway/federation/supergraph.ts';
import { costCounter } from '../../../gateway/query/cost.ts';

const costOf = costCounter(supergraphSdl());
const cost = (records: string): number =>
  costOf(
    parse(`{ subject(identifier: {type: USCC, value: "91239999MA1ABC019L"}) { ${records} { nodes { id } } } }`),
    {},
  );

/** To name one kind of record was reckoned as one record, and brings a page of them: fifty times as many. */
it('a choice among the rows of a page makes it no shorter', () => {
  for (const field of ['records', 'nonPublicRecords']) {
    expect(cost(`${field}(items: ["PENALTY-GENERAL"])`)).toBe(cost(field));
    expect(cost(`${field}(items: ["PENALTY-GENERAL"], first: 7)`)).toBe(1 + 1 + 7);
  }
});
