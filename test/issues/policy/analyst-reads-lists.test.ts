/** Whoever has the role of an analyst was answered with a fault where anyone is answered: the published lists. */
import { beforeAll, expect, it } from 'vitest';
import { ANALYST, onDatabaseOfStep, sharedWorld, type World } from '../../kit.ts';

onDatabaseOfStep('what is published', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind);
  });

  it('A07.1 A30.1 an analyst reads published lists, standards and measures as anyone does, and no designation', async () => {
    const query =
      '{ publishedLists { code standard { edition } publication { reference } } publishedMeasures { code edition kind } assessmentMethods { edition } }';
    const anyone = await world.ask(null, query);
    expect(anyone.data.publishedLists.length + anyone.data.publishedMeasures.length).toBeGreaterThan(20);
    expect(await world.ask(ANALYST, query)).toEqual(anyone);
    const { data, errors } = await world.ask(
      ANALYST,
      '{ subject(identifier: { type: USCC, value: "91239999MA2ABC029U" }) { designations { id } } }',
    );
    expect([data.subject, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });
});
