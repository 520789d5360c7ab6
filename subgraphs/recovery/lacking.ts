/** Entries that the database says are written, and that stand in no file: lines were cut off, or a file was lost. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { JournalEntry } from './entry.ts';

export interface JournalFiles {
  readonly entries: readonly JournalEntry[];
  /** Start of the oldest month that is held, where months before it were thrown away. Undefined where the files begin at their beginning. */
  readonly since: Date | undefined;
}

/**
 * Marks them unwritten, so that the next flush writes them again, and returns how many. The caller holds the lock under which lines are appended. What others
 * appended after `files` was read is no loss: `again` reads the folder anew, where anything seems to lack.
 */
export async function writeLackingAgain(
  em: EntityManager,
  files: JournalFiles,
  again: () => JournalFiles,
): Promise<number> {
  const db = em.getKysely();
  const { rows } = await sql<{ id: string }>`select id from control.journal
    where written_at >= ${files.since?.toISOString() ?? '-infinity'}::timestamptz`.execute(db);
  const missingFrom = (entries: readonly JournalEntry[], ids: readonly string[]): string[] => {
    const held = new Set(entries.map(({ id }) => id));
    return ids.filter((id) => !held.has(id));
  };
  const seeming = missingFrom(
    files.entries,
    rows.map(({ id }) => id),
  );
  if (seeming.length === 0) return 0;
  const lacking = missingFrom(again().entries, seeming);
  await sql`update control.journal set written_at = null
    where id in (select i.id::uuid from jsonb_array_elements_text(${JSON.stringify(lacking)}::jsonb) as i (id))`.execute(
    db,
  );
  return lacking.length;
}
