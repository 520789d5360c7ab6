/**
 * Which of several agreements over one item is charged (Article 23 (2)): one under which the subject was counted today already, which costs nothing, else
 * the first that has room. It is chosen before the entry is written, because the commitment covers the entry. The write counts again, so that no quota is
 * passed whatever happens meanwhile.
 */
import type { Database, Statement } from '../database/database.ts';
import type { Session } from '../database/session.ts';

export interface Room {
  /** The agreement to charge for a subject, among those that cover an item. The same again for the same subject. */
  choose(subjectId: string, candidates: readonly string[]): string;
  /** Whether some subject found no room. Then another try finds none either, because counts of a day only grow. */
  short(): boolean;
}

/** For a caller without two agreements over one item: there is nothing to choose. */
export const ONLY: Room = { choose: (_subjectId, [first = '']) => first, short: () => true };

const ROOM: Statement = {
  name: 'quota-room',
  text: `select a.id, a.daily_quota - coalesce(q.used, 0) as left,
      array(select s.subject_id::text from ledger.quota_subject s
        where s.agreement_id = a.id and s.day = control.today() and s.subject_id = any ($2::uuid[])) as counted
    from control.agreement a left join ledger.quota q on q.agreement_id = a.id and q.day = control.today()
    where a.id = any ($1::uuid[])`,
};

/** What is left of these agreements today, and which of these subjects are counted under them. */
export async function roomOf(
  database: Database,
  session: Session,
  agreements: readonly string[],
  subjects: readonly string[],
): Promise<Room> {
  const rows = await database.execute<{ id: string; left: number; counted: readonly string[] }>(
    session,
    'ledger',
    ROOM,
    [agreements, subjects],
  );
  const left = new Map(rows.map((row) => [row.id, row.left]));
  const counted = new Set(rows.flatMap(({ id, counted }) => counted.map((subject) => `${id} ${subject}`)));
  let short = false;
  return {
    choose: (subjectId, candidates) => {
      const free = candidates.find((id) => counted.has(`${id} ${subjectId}`));
      if (free !== undefined) return free;
      const roomy = candidates.find((id) => (left.get(id) ?? 0) > 0);
      if (roomy === undefined) short = true;
      const chosen = roomy ?? candidates[0] ?? '';
      left.set(chosen, (left.get(chosen) ?? 0) - 1);
      counted.add(`${chosen} ${subjectId}`);
      return chosen;
    },
    short: () => short,
  };
}
