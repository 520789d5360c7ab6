/**
 * A disk is lost and an older state of the database is put back: everything that ended since then ends again before anybody is served, and what did not
 * end is as it was. A proof, because a server is started three times over the whole sample.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { KINDS, type Kind } from '../../subgraphs/recovery/entry.ts';
import { onEachDatabase } from '../kit.ts';
import { CASES } from './ends.ts';
import { type LostDisk, openLostDisk } from './lost-disk.ts';

/** Servers are started one after another: a machine that is busy takes its time. */
const SLOW = 400_000;

onEachDatabase('everything that ended stays ended over a restored database', (kind) => {
  let disk: LostDisk;
  const things = new Map<Kind, string>();
  const states = {
    begun: new Map<Kind, unknown>(),
    ended: new Map<Kind, unknown>(),
    restored: new Map<Kind, unknown>(),
  };
  const own = KINDS.filter((one) => CASES[one] === 'of its own');
  const read = async (into: Map<Kind, unknown>): Promise<void> => {
    for (const [name, one] of Object.entries(CASES))
      if (one !== 'of its own')
        into.set(
          name as Kind,
          (await disk.run('recovery', (em) => one.state(things.get(name as Kind) ?? '').execute(em.getKysely()))).rows,
        );
  };
  beforeAll(async () => {
    disk = await openLostDisk(kind);
    for (const [name, one] of Object.entries(CASES))
      if (one !== 'of its own' && one.begin !== undefined) things.set(name as Kind, await one.begin(disk));
    await disk.save();
    await read(states.begun);
    for (const [name, one] of Object.entries(CASES))
      if (one !== 'of its own') await one.end(disk, things.get(name as Kind) ?? '');
    await disk.server().journal?.flush();
    await read(states.ended);
    await disk.lose();
    await disk.start();
    await read(states.restored);
  }, SLOW);
  afterAll(() => disk.close());

  it.each(KINDS.filter((one) => CASES[one] !== 'of its own'))('A17.1 A36.2 A24.3 adversarial 98: %s', (name) => {
    // The end was seen, or the case would show nothing.
    expect(states.ended.get(name)).not.toEqual(states.begun.get(name));
    expect(states.restored.get(name)).toEqual(states.ended.get(name));
  });

  it('the kinds with tests of their own are few, and said', () => {
    expect(own).toEqual(['REPORT_SUPERSEDED', 'SUBJECTS_JOINED', 'CHECKPOINT', 'GAP']);
  });

  it('A17.2 what was lost is a gap: operators alone are answered', async () => {
    expect(disk.server().recovered?.gap).toMatchObject({ toSize: null, kept: null });
  });

  it('a second start says nothing again', async () => {
    await disk.stop();
    await disk.start();
    expect([disk.server().recovered?.applied.size, disk.server().recovered?.gap]).toEqual([0, null]);
  });
});
