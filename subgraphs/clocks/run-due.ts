/** The daily run of what happens by time alone: display periods that end (Article 37), clocks that run out, evidence that is kept no longer. `npm run due` and the server start it. */
import { sql } from 'kysely';
import type { RequestAs } from '../request/internal-request.ts';
import { reckonAnew } from './clocks.ts';
import { expireDisplays } from './end-of-display.ts';
import { deleteEvidence } from './end-of-evidence.ts';
import { noteOverdue } from './overdue.ts';

export interface DueSummary {
  /** Records and designations whose display period ended. */
  readonly expired: number;
  /** Clocks found overdue for the first time. */
  readonly overdue: number;
  /** Clocks whose date moved because they are paused. */
  readonly moved: number;
  /** Files of evidence that nothing used for a day, or whose retention ended. */
  readonly deleted: number;
}

/** One run. Several servers on one database take turns by a lock; undefined where another server holds it. */
export async function runDue(requestAs: RequestAs, now: () => Date): Promise<DueSummary | undefined> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    const { calendar } = (await request.snapshot()).directory;
    return await request.write('due', async (em) => {
      const lock = await sql<{
        held: boolean;
      }>`select pg_try_advisory_xact_lock(hashtext('credit-gateway due')) as held`.execute(em.getKysely());
      if (lock.rows[0]?.held !== true) return undefined;
      const occasion = { em, today: request.today, at: now().toISOString() };
      const { changed: moved } = await reckonAnew(em, calendar, request.today, 'PAUSED');
      const deleted = await deleteEvidence(occasion, request.platform.evidenceMonths);
      return { expired: await expireDisplays(occasion), overdue: await noteOverdue(occasion), moved, deleted };
    });
  } finally {
    await request.abandon();
  }
}
