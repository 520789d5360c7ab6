/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MEI, openWorld, PERMIT_OFFICE, soonest, subject, type World } from '../../kit.ts';

/** A whole number came from one record, and the entry named only what else was asked, as if anybody could have seen it. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const DESK = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '哈审字〔2026〕91号' };

it('A17.1 A22.2 case 75: a citizen number that is shown whole stands in the ledger under the record that opened it', async () => {
  const shown = await world.ask(
    PERMIT_OFFICE,
    `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { identifier { value }
       records(items: ["PLEDGE-VOLUNTARY"]) { nodes { item { code } } } } }`,
    { id: MEI },
    DESK,
  );
  expect(shown.data.subject).toEqual({
    identifier: { value: MEI.value },
    records: { nodes: [{ item: { code: 'PLEDGE-VOLUNTARY' } }] },
  });
  const { data } = await world.ask(
    subject(MEI),
    `{ me { disclosures(first: 1) { nodes { items { code } bases { article dutyId items } } } } }`,
  );
  const [entry] = data.me.disclosures.nodes;
  // The penalty is what her duty opens with identity; the pledge is open to anyone.
  expect(entry.items.map(({ code }: { code: string }) => code).sort()).toEqual(['PENALTY-GENERAL', 'PLEDGE-VOLUNTARY']);
  expect(entry.bases).toEqual([
    { article: '22', dutyId: expect.any(String), items: ['PENALTY-GENERAL'] },
    { article: '23(1)', dutyId: null, items: ['PLEDGE-VOLUNTARY'] },
  ]);
});
