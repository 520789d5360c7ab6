import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, LISTED, openWorld, PERMIT_OFFICE, type World } from '../../kit.ts';

/** Of those who ask the same case at once one is answered first; the others were told that a record had changed, and none had. */
describe.each(databases())('the same case at once (%s)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A43.1 is one answer, and who is not given it is told that the case was answered meanwhile', async () => {
    const query = 'query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { id } }';
    const ask = () => world.ask(PERMIT_OFFICE, query, { id: LISTED }, { purpose: 'PERMIT', case: 'at-once' });
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    const ids = new Set(answers.flatMap(({ data }) => data?.matterCheck?.id ?? []));
    expect(ids.size).toBe(1);
    for (const { errors = [] } of answers)
      for (const { message, extensions } of errors)
        expect([extensions.reason, message]).toEqual([
          'OVERTAKEN',
          expect.stringMatching(/^A record was changed, or the same case answered, while/),
        ]);
    expect((await ask()).data.matterCheck.id).toBe([...ids][0]);
  });
});
