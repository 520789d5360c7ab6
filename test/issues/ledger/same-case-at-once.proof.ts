/** A proof: it opens worlds, databases or processes of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, databases, LISTED, openWorld, PERMIT_OFFICE, SOLE_TRADER, subject, type World } from '../../kit.ts';

/** Of forty who asked the same case at once one was answered, and thirty-nine were told that something had changed, and nothing had. */
describe.each(databases())('the same case at once (%s)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const entriesOf = async (id: typeof LISTED, reference: string) => {
    const { data } = await world.ask(subject(id), '{ me { disclosures(first: 200) { nodes { caseReference } } } }');
    return data.me.disclosures.nodes.filter((one: { caseReference: string }) => one.caseReference === reference);
  };

  it('A43.1 A17.1 forty who ask at once are given one answer, signed alike, and it is one entry', async () => {
    const query = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") {
      id answeredAt supersedes findings { recordId summary } measures { code } pledge { eligible } complete token } }`;
    const ask = () => world.ask(PERMIT_OFFICE, query, { id: LISTED }, { purpose: 'PERMIT', case: 'at-once' });
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data.matterCheck))).size).toBe(1);
    expect((await ask()).data).toEqual(answers[0]?.data);
    expect(await entriesOf(LISTED, 'at-once')).toHaveLength(1);
  });

  it('A43.1 batches that name the same subjects in another order do not wait for each other', async () => {
    const query = `query ($ids: [SubjectIdentifierInput!]!) { matterChecks(subjects: $ids, matter: "FOOD-PERMIT") { id } }`;
    const ids = [LISTED, COMPANY, SOLE_TRADER];
    const ask = (order: readonly object[]) =>
      world.ask(PERMIT_OFFICE, query, { ids: order }, { purpose: 'PERMIT', case: 'batches' });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => ask(index % 2 === 0 ? ids : [...ids].reverse())),
    );
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const given = answers.map(({ data }, index) => {
      const list = data.matterChecks.map(({ id }: { id: string }) => id);
      return JSON.stringify(index % 2 === 0 ? list : list.reverse());
    });
    expect(new Set(given).size).toBe(1);
    for (const id of ids) expect(await entriesOf(id, 'batches')).toHaveLength(1);
  });
});
