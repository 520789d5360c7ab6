/** Moves the ends of displays where an edition of the table of periods was published (Article 37 §2): never back, and nothing else of a record. */
import { sql } from 'kysely';
import { type DisplayEdition, spansOf } from '../../schema/law/records/display-periods.ts';
import { type Progress, SLICE, type Slices } from './slices.ts';

interface Slice {
  readonly seen: number;
  readonly moved: number;
  readonly lastDay: string | null;
  readonly lastId: string | null;
}

interface Pending {
  readonly edition: string;
  /** The edition before, and this one with those that follow it. */
  readonly chain: readonly DisplayEdition[];
}

/**
 * Editions that have still something to move. One is passed through when it is published, and again on a later day: a delivery that was under way then may
 * have been reckoned by the table before.
 */
async function pending(slices: Slices): Promise<readonly Pending[] | undefined> {
  return slices(async ({ em }) => {
    const { rows } = await sql<
      DisplayEdition & { waits: boolean }
    >`select edition, citation, publication_reference as "publicationReference",
        to_char(effective_from, 'YYYY-MM-DD') as "effectiveFrom", periods, moved_on is null or moved_on <= published_on as waits
      from control.display_period order by effective_from`.execute(em.getKysely());
    return rows.flatMap((row, at) =>
      row.waits ? [{ edition: row.edition, chain: rows.slice(Math.max(at - 1, 0)) }] : [],
    );
  });
}

/** How many ends were moved; undefined where another server has its turn. */
export async function moveDisplays(slices: Slices, onProgress: Progress = () => {}): Promise<number | undefined> {
  const waiting = await pending(slices);
  if (waiting === undefined) return undefined;
  let moved = 0;
  for (const { edition, chain } of waiting) {
    for (const span of spansOf(chain)) {
      let place: { readonly day: string; readonly id: string } | undefined = {
        day: '0001-01-01',
        id: '00000000-0000-0000-0000-000000000000',
      };
      while (place !== undefined) {
        const { day, id }: { readonly day: string; readonly id: string } = place;
        const slice: Slice | undefined = await slices(async ({ em }) => {
          const { rows } =
            await sql<Slice>`select seen, moved, to_char(last_day, 'YYYY-MM-DD') as "lastDay", last_id as "lastId"
            from control.move_displays(${JSON.stringify(span)}::jsonb, ${day}::date, ${id}::uuid, ${SLICE})`.execute(
              em.getKysely(),
            );
          return rows[0];
        });
        if (slice === undefined) return moved;
        moved += slice.moved;
        if (slice.moved > 0) onProgress(moved);
        place =
          slice.seen === SLICE && slice.lastDay !== null && slice.lastId !== null
            ? { day: slice.lastDay, id: slice.lastId }
            : undefined;
      }
    }
    const done = await slices(async ({ em, today }) => {
      await sql`update control.display_period set moved_on = ${today}::date where edition = ${edition}`.execute(
        em.getKysely(),
      );
      return true;
    });
    if (done === undefined) return moved;
  }
  return moved;
}
