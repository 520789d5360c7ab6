/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, soonest, type World } from '../../kit.ts';
import { COMPANY_NEW } from '../../stories/withheld.ts';

/** A decision could name its subject with two hundred thousand characters, and everybody who looked it up was sent them. */
let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

it('A28.1 A19.1 a name in a decision is as long as one in a delivery may be', async () => {
  const designate = (subjectName: string) =>
    world.ask(
      { role: 'department', unit: 'HLJ-HRSS' },
      'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id } }',
      {
        input: {
          subject: COMPANY_NEW,
          subjectName,
          list: 'MODEL',
          decisionNumber: '示例9号',
          basisDocument: '示例公告',
        },
      },
    );
  expect((await designate('名'.repeat(301))).errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    reason: 'NAME',
  });
  expect((await designate('名'.repeat(300))).errors).toBeUndefined();
});
