/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MARKET_REGULATION, openWorld, SOLE_TRADER, soonest, type World } from '../../kit.ts';
import { ownIdOf, storedId } from '../../own-ids.ts';
import { penalty, submit } from '../../stories/withheld.ts';

/** What must not be collected about a sole trader was refused in a delivery, and taken in by a correction. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const ASK =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"]) { nodes { id } } } }';
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';

it('A20.3 a correction about a sole trader is checked as its delivery was', async () => {
  await submit(world, 'PENALTY-GENERAL', penalty(SOLE_TRADER, 3));
  const { data } = await world.ask(null, ASK, { id: SOLE_TRADER });
  const stored = storedId(world, null, data.subject.records.nodes[0].id);
  const { errors } = await world.ask(MARKET_REGULATION, CORRECT, {
    input: {
      record: ownIdOf(world, MARKET_REGULATION, stored),
      reason: '补充',
      content: { facts: '经营者血型为A型。' },
    },
  });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PROHIBITED' });
});
