/** What a gap that is known lost is not found again. The order of the journal tells it, and not the clock alone, which may have been ahead for a while. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { SignedCheckpoint } from '../ledger/checkpoint.ts';
import type { JournalEntry } from './entry.ts';

interface Known {
  readonly id: string;
  readonly fromSize: number;
  readonly fromAt: string | null;
  readonly toAt: string;
  readonly foundAt: string;
  /** Of the checkpoint that it was found by. */
  readonly size: number | null;
  readonly root: string | null;
}

export interface KnownLosses {
  /** `number`: in the journal. One that was kept elsewhere has none. */
  checkpoint(one: SignedCheckpoint & { readonly number?: number }): boolean;
  entry(one: JournalEntry): boolean;
}

const time = (instant: string): number => new Date(instant).getTime();

export async function knownGaps(em: EntityManager, entries: readonly JournalEntry[]): Promise<KnownLosses> {
  const { rows } =
    await sql<Known>`select id, from_size::float8 as "fromSize", from_at as "fromAt", to_at as "toAt", found_at as "foundAt",
    (kept->>'size')::float8 as size, kept->>'rootHash' as root from control.gap`.execute(em.getKysely());
  /** Where each gap was found, in the order of the journal. */
  const found = new Map<string, number>();
  for (const { kind, payload, number } of entries)
    if (kind === 'GAP') found.set(String(payload.id), Math.min(number, found.get(String(payload.id)) ?? number));
  /** Whether it was there when the gap was found: what came after is no loss of that gap, whatever time it bears. */
  const wasBefore = ({ id, foundAt }: Known, number: number | undefined, at: string): boolean => {
    const place = found.get(id);
    return number === undefined || place === undefined ? time(at) <= time(foundAt) : number < place;
  };
  return {
    checkpoint: ({ size, root, signedAt, number }) =>
      rows.some((gap) => {
        if (gap.size === size && gap.root === Buffer.from(root).toString('base64')) return true;
        return size > gap.fromSize && time(signedAt) <= time(gap.toAt) && wasBefore(gap, number, signedAt);
      }),
    entry: ({ at, number }) =>
      rows.some(
        (gap) =>
          (gap.fromAt === null || time(at) > time(gap.fromAt)) &&
          time(at) <= time(gap.toAt) &&
          wasBefore(gap, number, at),
      ),
  };
}
