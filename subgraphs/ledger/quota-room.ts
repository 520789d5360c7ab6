/**
 * Which of several agreements over one item is charged (Article 23 (2)): one under which the subject was counted today already, which costs nothing, else
 * the first that has room. It is chosen before the entry is written, because the commitment covers the entry. The write counts again, so that no quota is
 * passed whatever happens meanwhile.
 */
import type { Database, Statement } from '../database/database.ts';
import type { Session } from '../database/session.ts';

export interface Room {
  /** The agreement to charge for a subject, among those that cover an item; undefined where none has room. The same again for the same subject. */
  take(subjectId: string, candidates: readonly string[]): string | undefined;
  /** The same, or the first where none has room. */
  choose(subjectId: string, candidates: readonly string[]): string;
  /** Whether some subject found no room. Then another try finds none either, because counts of a day only grow. */
  short(): boolean;
  /** Whether a subject that was not counted today would find no room. */
  full(candidates: readonly string[]): boolean;
}

const first = ([candidate = '']: readonly string[]): string => candidate;

/** For a caller without two agreements over one item: there is nothing to choose. */
export const ONLY: Room = {
  take: (_subjectId, candidates) => first(candidates),
  choose: (_subjectId, candidates) => first(candidates),
  short: () => true,
  full: () => false,
};

/** What is left of some agreements today, and which of some subjects are counted under them. A party may read it of its own. */
export const ROOM: Statement = {
  name: 'quota-room',
  text: `select a.id, a.daily_quota - coalesce(q.used, 0) as left,
      array(select s.subject_id::text from ledger.quota_subject s
        where s.agreement_id = a.id and s.day = control.today() and s.subject_id = any ($2::uuid[])) as counted
    from control.agreement a left join ledger.quota q on q.agreement_id = a.id and q.day = control.today()
    where a.id = any ($1::uuid[])`,
};

export interface RoomRow {
  readonly id: string;
  readonly left: number;
  readonly counted: readonly string[];
}

export function roomFrom(rows: readonly RoomRow[]): Room {
  const left = new Map(rows.map((row) => [row.id, row.left]));
  const counted = new Set(rows.flatMap(({ id, counted }) => counted.map((subject) => `${id} ${subject}`)));
  let short = false;
  const roomy = (candidates: readonly string[]): string | undefined => candidates.find((id) => (left.get(id) ?? 0) > 0);
  const charge = (subjectId: string, chosen: string): string => {
    left.set(chosen, (left.get(chosen) ?? 0) - 1);
    counted.add(`${chosen} ${subjectId}`);
    return chosen;
  };
  const take = (subjectId: string, candidates: readonly string[]): string | undefined => {
    const free = candidates.find((id) => counted.has(`${id} ${subjectId}`));
    if (free !== undefined) return free;
    const chosen = roomy(candidates);
    if (chosen === undefined) short = true;
    return chosen === undefined ? undefined : charge(subjectId, chosen);
  };
  return {
    take,
    choose: (subjectId, candidates) => take(subjectId, candidates) ?? charge(subjectId, first(candidates)),
    short: () => short,
    full: (candidates) => roomy(candidates) === undefined,
  };
}

/** What is left of these agreements today, and which of these subjects are counted under them. */
export const roomOf = async (
  database: Database,
  session: Session,
  agreements: readonly string[],
  subjects: readonly string[],
): Promise<Room> => roomFrom(await database.execute<RoomRow>(session, 'ledger', ROOM, [agreements, subjects]));
