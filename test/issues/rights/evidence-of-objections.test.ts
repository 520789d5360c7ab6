/** Evidence is brought for an objection: who raises one names it, and who decides looks at it (Article 39). */

import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bring, look, TYPES } from '../../evidence/desk.ts';
import { COMPANY, onDatabaseOfStep, openWorld, subject, type World } from '../../kit.ts';
import { AMR, inWorld } from '../../stories/objections/deciding.ts';

onDatabaseOfStep('evidence of an objection', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { raise, mine, looks } = inWorld(() => world);

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
      raise(COMPANY, { about: 'DISPLAY', record: penalty.id, lodgedWith: decider.unit, evidence: [brought.json.id] }),
    ).rejects.toThrow('EVIDENCE');
  });
});
