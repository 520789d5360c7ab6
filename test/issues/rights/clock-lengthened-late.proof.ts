/** What is over is over: help that is asked for late, and a pause that is told late, do not turn a late decision into one in time (Article 39). */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { COMPANY, type Identifier, onDatabaseOfStep, openWorld, type World } from '../../kit.ts';
import { AMR, inWorld, refusals } from '../../stories/objections/deciding.ts';

onDatabaseOfStep('a clock for a decision', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  beforeEach(() => world.setNow('2026-11-20T10:00:00+08:00'));
  afterAll(() => world.close());
  const { raise, mine, ask, decide, pause, resume, as, well } = inWorld(() => world);
  const objected = async (about: string, of: Identifier = COMPANY) => {
    const { records } = await mine(of);
    const penalty = records.nodes.find((one: { __typename: string }) => one.__typename === 'AdministrativePenalty');
    const unit =
      about === 'DISPLAY' ? { role: 'operator', unit: 'HLJ-CREDIT' } : { ...AMR, unit: penalty.providingUnit.code };
    const { id } = await raise(of, { about, record: penalty.id, lodgedWith: unit.unit });
    return { unit, id: await as(unit, of, id), record: penalty.id };
  };

  it('A39.2 help that is asked for when the three working days are over does not make the decision one in time', async () => {
    const { unit, id } = await objected('RECORD');
    // Due on 25 November.
    world.setNow('2026-11-30T10:00:00+08:00');
    const asked = await ask(unit, { objection: id, of: 'HLJ-TAX', question: '请核对。' });
    const { data } = await decide(unit, { objection: id, upheld: false, reasons: '决定书无误。' });
    expect([refusals(asked), data.decideObjection.late]).toEqual([expect.anything(), true]);
  });

  it('A39.2 a pause that is told when the period is over, from a day within it, does not make the decision one in time', async () => {
    const { unit, id } = await objected('DISPLAY');
    world.setNow('2026-11-30T10:00:00+08:00');
    const deadline = (await well(unit, 'query ($id: ID!) { objection(id: $id) { deadline } }', { id })).objection
      .deadline;
    const paused = await pause(unit, {
      deadline,
      cause: 'APPRAISAL',
      document: '鉴定委托书〔2026〕1号',
      on: '2026-11-21',
    });
    const resumed = await resume(unit, { deadline, document: '鉴定意见〔2026〕1号', on: '2026-11-29' });
    const { data } = await decide(unit, { objection: id, upheld: false, reasons: '期限无误。' });
    expect([refusals(paused), refusals(resumed), data.decideObjection.late]).toEqual([
      expect.anything(),
      expect.anything(),
      true,
    ]);
  });
});
