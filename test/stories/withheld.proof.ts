/** What is withheld of a subject that is not held otherwise cannot make it appear. A proof: it asks everybody everything, twice, on both databases. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase, openWorld, type World } from '../kit.ts';
import { deliverWithheld, everything } from './withheld.ts';

onEachDatabase('a subject of whom everything is withheld', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A23.3 A36.2 adversarial 74, 75: tells nobody that it is held, by no root field, before and after', async () => {
    const before = await everything(world);
    expect(Object.keys(before).length).toBeGreaterThan(300);
    await deliverWithheld(world);
    const after = await everything(world);
    expect(Object.keys(after).filter((asked) => after[asked] !== before[asked])).toEqual([]);
  });
});
