/** Of two results of one enterprise in one delivery the one that stood behind had effect, also where it was the older. */
import { beforeAll, expect, it } from 'vitest';
import { COMPANY, OPERATOR, onDatabaseOfStep, sharedWorld, subject, type World } from '../../kit.ts';
import { DELIVER, delivery, result } from '../../stories/assessing.ts';

onDatabaseOfStep('results out of order', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind, 'deliveries');
  });

  it('A47.1 only the newest result has effect, wherever it stands in the delivery', async () => {
    const older = result('差', '2026-11-18');
    const newer = result('优', '2026-11-19');
    const { data } = await world.ask(OPERATOR, DELIVER, delivery(newer, older));
    expect(data.deliverAssessments.rejected).toEqual([{ row: 1, code: 'ASSESSMENT_OLDER' }]);
    const own = await world.ask(subject(COMPANY), '{ me { assessment { level occurredOn } } }');
    expect(own.data.me.assessment).toEqual({ level: '优', occurredOn: '2026-11-19' });
  });
});
