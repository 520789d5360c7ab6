/** Evidence is brought for an objection: who raises one names it, and who decides looks at it (Article 39). */

import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMPANY, MEI, onDatabaseOfStep, openWorld, subject, type World } from '../kit.ts';
import { AMR, inWorld, LOOK } from '../stories/objections/deciding.ts';
import { bring, look, TYPES } from './desk.ts';

onDatabaseOfStep('evidence of an objection', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { raise, mine, looks, well, as } = inWorld(() => world);

  it('A39.2 what is brought is named in raiseObjection, and seen by who decides; each look is an entry with the objection as its case', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const brought = await bring(world, subject(COMPANY), picture, TYPES.png);
    expect(brought.status).toBe(201);
    const { records } = await mine(COMPANY);
    const penalty = records.nodes.find((one: { __typename: string }) => one.__typename === 'AdministrativePenalty');
    const { id } = await raise(COMPANY, {
      record: penalty.id,
      lodgedWith: penalty.providingUnit.code,
      evidence: [brought.json.id],
    });
    const decider = { ...AMR, unit: penalty.providingUnit.code };
    expect((await look(world, decider, brought.json.id)).status).toBe(200);
    expect((await looks(COMPANY)).map((one) => (one as unknown as { caseReference: string }).caseReference)).toEqual([
      id,
    ]);
    // Used once.
    await expect(
      raise(COMPANY, { about: 'DISPLAY', record: penalty.id, lodgedWith: 'HLJ-CREDIT', evidence: [brought.json.id] }),
    ).rejects.toThrow('EVIDENCE');
  });

  it('A35.1 the subject finds the look under the id by which it knows its objection, a person too', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { json } = await bring(world, subject(MEI), picture, TYPES.png);
    const [record] = (await mine(MEI)).records.nodes.filter(
      (one: { __typename: string }) => one.__typename !== 'AssessmentRecord',
    );
    const decider = { ...AMR, unit: record.providingUnit.code };
    const { id } = await raise(MEI, { record: record.id, lodgedWith: decider.unit, evidence: [json.id] });
    expect((await look(world, decider, json.id)).status).toBe(200);
    await well(decider, LOOK, { id: await as(decider, MEI, id) });
    const cases = (await looks(MEI)).map((one) => (one as unknown as { caseReference: string }).caseReference);
    expect(cases).toEqual([id, id]);
  });
});
