/** A clock that was ahead hides no loss of the ledger (Article 17): neither by a checkpoint of the far future, nor by a gap that was acknowledged up to it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readJournal } from '../../gateway/recovery/journal/journal-files.ts';
import type { JournalEntry } from '../../subgraphs/recovery/entry.ts';
import { type KeptCheckpoint, keptOf } from '../../subgraphs/recovery/gap.ts';
import { type Recovered, recover } from '../../subgraphs/recovery/recovery.ts';
import { OPERATOR, onEachDatabase } from '../kit.ts';
import { act } from './ending.ts';
import { type LostDisk, openLostDisk } from './lost-disk.ts';

/** Servers are started one after another: a machine that is busy takes its time. */
const SLOW = 400_000;
const AHEAD = '2027-06-01T00:00:00.000Z';

onEachDatabase('a clock that was ahead', (kind) => {
  let disk: LostDisk;
  let own: KeptCheckpoint;
  /** Lines that were kept, beside those that the server writes. */
  const kept: JournalEntry[] = [];
  beforeAll(async () => {
    disk = await openLostDisk(kind);
    await disk.publish();
    own = (await disk.ask(null, '{ ledgerCheckpoint { size rootHash signedAt keyId signature } }')).data
      .ledgerCheckpoint;
  }, SLOW);
  afterAll(() => disk.close());

  const entries = (): readonly JournalEntry[] => [
    ...readJournal(disk.journal, disk.server().platform.secrets),
    ...kept,
  ];
  /** A checkpoint of our key in the journal, behind all that stands there. */
  const keep = (size: number, signedAt: string, root = Buffer.alloc(32, size)): void => {
    const number = Math.max(...entries().map((one) => one.number)) + 1;
    kept.push({
      id: `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`,
      number,
      at: signedAt,
      kind: 'CHECKPOINT',
      payload: { ...keptOf(disk.server().platform.signer.sign({ size, root, signedAt })) },
    });
  };
  const found = async (): Promise<Recovered['gap']> => {
    const { database, signer, now } = disk.server().platform;
    return (await recover(database, now(), { entries: entries(), keys: signer.keys })).gap;
  };
  const acknowledge = (gap: string | undefined): Promise<void> =>
    act(disk, OPERATOR, `acknowledgeGap(input: { gap: "${gap}", reason: "磁盘损坏" }) { id }`);

  it('A17.2 adversarial 98: a checkpoint of the future that the ledger has hides none that it lost', async () => {
    keep(own.size, AHEAD, Buffer.from(own.rootHash, 'base64'));
    expect(await found()).toBeNull();
    keep(own.size + 40, '2026-11-20T03:00:00.000Z');
    keep(own.size + 50, '2026-11-20T03:10:00.000Z');
    const gap = await found();
    expect(gap).toMatchObject({ fromSize: own.size, toSize: own.size + 50, toAt: '2026-11-20T03:10:00.000Z' });
    await acknowledge(gap?.id);
    expect(await found()).toBeNull();
  });

  it('A17.2 adversarial 98: a gap that was acknowledged up to the future hides none of later', async () => {
    keep(own.size + 60, AHEAD);
    keep(own.size + 70, '2026-11-20T03:20:00.000Z');
    const gap = await found();
    expect(gap).toMatchObject({ toSize: own.size + 70, toAt: AHEAD });
    await acknowledge(gap?.id);
    expect(await found()).toBeNull();
    // The ledger went on from before the gap, and lost that again.
    keep(own.size + 45, '2026-11-20T04:00:00.000Z');
    const next = await found();
    expect(next).toMatchObject({ toSize: own.size + 45, toAt: '2026-11-20T04:00:00.000Z' });
    await acknowledge(next?.id);
    expect(await found()).toBeNull();
  });

  it('A17.2 what ended after such a gap and was lost is a gap, too', async () => {
    const { database, signer, now } = disk.server().platform;
    const number = Math.max(...entries().map((one) => one.number)) + 1;
    const payload = { id: '00000000-0000-4000-8000-000000000001', at: '2026-11-20T05:00:00Z' };
    const ended: JournalEntry = {
      id: `00000000-0000-4000-a000-${String(number).padStart(12, '0')}`,
      number,
      at: '2026-11-20T05:00:00.000Z',
      kind: 'DUTY_ENDED',
      payload,
    };
    const { gap } = await recover(database, now(), { entries: [...entries(), ended], keys: signer.keys });
    expect(gap).toMatchObject({ toSize: null, toAt: ended.at });
    await acknowledge(gap?.id);
  });

  it('A17.2 another root at a smaller size is found beside a larger one that is held', async () => {
    keep(own.size - 1, '2026-11-21T00:00:00.000Z');
    expect(await found()).toMatchObject({ toSize: own.size - 1, kept: { size: own.size - 1 } });
  });
});
