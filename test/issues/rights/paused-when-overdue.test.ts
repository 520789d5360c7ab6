/** A pause that is stated when the period is over does not make it open again (Articles 39 and 51). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, COMPANY, onDatabaseOfStep, openWorld, type World } from '../../kit.ts';
import { acts, PROVINCE, penalty } from '../../stories/comeback/delivering.ts';
import { AMR, inWorld, refusals } from '../../stories/objections/deciding.ts';

const REPORT =
  'query { breachReport(from: "2026-11", until: "2026-12", unit: "HLJ-AMR") { rows { obligation overdue open } } }';

onDatabaseOfStep('a pause of what is overdue', (kind) => {
  let world: World;
  const { raise, pause, clocks } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A39.2 an objection that nobody decided in time stays overdue, whatever pause begins behind its last day', async () => {
    const number = '哈市监罚〔2026〕801号';
    const by = acts(world);
    await by.deliver(PROVINCE, [penalty(number)]);
    const record = (await by.shown()).find(({ documentNumber }) => documentNumber === number)?.id;
    const { deadline } = await raise(COMPANY, { record, lodgedWith: 'HLJ-AMR' });
    world.setNow('2026-12-02T02:00:00Z');
    const overdue = 'HLJ-AMR 2026-11-20 2026-11-25 - OVERDUE';
    expect(await clocks(AMR, 'objection.decide')).toContain(overdue);
    const refused = await pause(AMR, { deadline, cause: 'TESTING', document: '检〔2026〕示例1号', on: '2026-12-02' });
    expect(refusals(refused)).toEqual(['pauseClock CONFLICT CLOCK']);
    expect(await clocks(AMR, 'objection.decide')).toContain(overdue);
    const { rows } = (await world.ask(AUTHORITY, REPORT)).data.breachReport;
    expect(rows).toContainEqual({ obligation: 'A39.2', overdue: 1, open: 0 });
  });
});
