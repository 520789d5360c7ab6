/**
 * Counts refusals that were decided before any subject was looked at: at the door, and by the guards of root fields. Every one is counted, whether or not
 * something else was shown, so that the number tells nothing of what is held (Article 23). A refusal that depends on a row is never among them; entries
 * of the ledger about refused requests are no source either, because one is written only where nothing was shown.
 */
import { randomUUID } from 'node:crypto';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Database, Statement } from '../database/database.ts';
import type { RefusalCount, RefusalCounts } from '../request/context.ts';

const WRITE: Statement = {
  name: 'refusal-counts',
  text: `insert into control.refusal_count (process, month, role, code, reason, count)
    select $1::uuid, r->>'month', r->>'role', r->>'code', r->>'reason', (r->>'count')::bigint from jsonb_array_elements($2::jsonb) r
    on conflict (process, month, role, code, reason) do update set count = excluded.count`,
};

/** Codes and reasons are words of the code. Should one be made from a value some day, it is not kept. */
const wordOf = (word: string | undefined): string =>
  word === undefined ? 'NONE' : /^[A-Z][A-Z_]{1,40}$/.test(word) ? word : 'OTHER';

/** The counts of this process. They are written as sums, so that writing one twice changes nothing. */
export function openRefusalCounts(database: Database, now: () => Date): RefusalCounts {
  const process = randomUUID();
  const counts = new Map<string, { -readonly [Key in keyof RefusalCount]: RefusalCount[Key] }>();
  let unwritten = new Set<string>();
  return {
    process,
    add: (role, { code, reason }) => {
      const [month, word, why] = [todayIn(now()).slice(0, 7), wordOf(code), wordOf(reason)];
      const name = [month, role, word, why].join(' ');
      const known = counts.get(name);
      if (known === undefined) counts.set(name, { month, role, code: word, reason: why, count: 1 });
      else known.count += 1;
      unwritten.add(name);
    },
    own: () => [...counts.values()],
    write: async () => {
      if (unwritten.size === 0) return;
      const names = unwritten;
      unwritten = new Set();
      const session = {
        role: 'OPERATOR',
        unit: null,
        purpose: null,
        caseReference: null,
        subjectId: null,
        today: todayIn(now()),
      } as const;
      try {
        await database.execute(session, 'presence', WRITE, [
          process,
          JSON.stringify([...names].map((name) => counts.get(name))),
        ]);
      } catch (error) {
        for (const name of names) unwritten.add(name);
        throw error;
      }
    },
  };
}
