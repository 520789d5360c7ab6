/** What is hidden may be taken off its list like all else: it is not shown again then (Articles 25, 37 and 38). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_JOBS, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { done, HIDE, SHOW } from '../../stories/hiding/hiding.ts';
import { LABOUR } from '../../stories/listing.ts';
import { COMPANY_NEW } from '../../stories/withheld.ts';

const REWARD = 'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id } }';
const REMOVE = 'mutation ($id: ID!) { removeIncentive(id: $id, reason: "条件不再具备") { id removedOn } }';

onDatabaseOfStep('a hidden place on a list of incentives', (kind) => {
  let world: World;
  const own = subject(COMPANY_NEW);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  it('A37.1 A38.1 its unit removes it as if it were displayed, learns nothing of the hiding, and it is not shown again', async () => {
    const { designateIncentive } = await done(world, LABOUR, REWARD, {
      input: {
        subject: COMPANY_NEW,
        subjectName: '黑龙江测试不露面有限公司',
        list: 'MODEL',
        decisionNumber: '黑诚信〔2026〕88号',
        basisDocument: '黑诚信〔2026〕88号',
      },
    });
    const { id } = designateIncentive;
    await done(world, own, HIDE, { id });
    const removed = await world.ask(LABOUR, REMOVE, { id });
    await world.ask(own, SHOW, { id });
    const { data } = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { incentives { id } } }',
      { id: COMPANY_NEW },
    );
    expect([removed.errors?.[0]?.extensions.code, data.subject?.incentives ?? []]).toEqual([undefined, []]);
  });
});
