/** A new table of display periods over the wire: the catalog publishes it, whose login moves no record, and the gateway's job moves what it moves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { AUTHORITY, databases, NO_JOBS, openWorld, type World } from '../kit.ts';
import { acts, CITY, penalty } from '../stories/comeback/delivering.ts';
import { heldDisplays, PUBLISH, table } from '../stories/display/tables.ts';

describe.runIf(databases().includes('postgresql'))('a new table of display periods, over the wire', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true, environment: NO_JOBS });
  });
  afterAll(() => world.close());

  it('A37.2 is published at once, and moves what it moves with the next run of the job', async () => {
    // Of May: general, twelve months by the sample's table, nine by the new one.
    await acts(world).deliver(CITY, [penalty('表〔2026〕2号', { occurredOn: '2026-05-10' })], {
      item: 'PENALTY-GENERAL',
    });
    const before = await heldDisplays(world);
    expect((await world.ask(AUTHORITY, PUBLISH, { input: table() })).errors).toBeUndefined();
    expect(await heldDisplays(world)).toEqual(before);
    await runDue(world.server.requestAs, world.server.platform.now);
    const after = await heldDisplays(world);
    expect(after).not.toEqual(before);
    expect(JSON.stringify(after)).toContain('2027-02-10');
    expect(JSON.stringify(before)).not.toContain('2027-02-10');
  });
});
