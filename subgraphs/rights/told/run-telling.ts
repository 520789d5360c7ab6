/** What subjects are told by time alone, or of entries of the ledger (Article 35): by the server, and by `npm run due`. */
import { sql } from 'kysely';
import { termOn } from '../../../schema/law/articles/terms.ts';
import type { RequestAs } from '../../request/internal-request.ts';

/** Places of the ledger that one transaction looks at, and the most transactions of a run. What is left is for the next run. */
const AT_ONCE = 2_000;
const SLICES = 50;

export interface Telling {
  /** Places of the ledger that were looked at. */
  readonly looked: number;
  /** Authorizations whose end was told. */
  readonly ending: number;
}

async function inTurn(requestAs: RequestAs, work: ReturnType<typeof sql<{ count: number }>>): Promise<number> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    await request.snapshot();
    return await request.write('due', async (em) => (await work.execute(em.getKysely())).rows[0]?.count ?? 0);
  } finally {
    await request.abandon();
  }
}

/** One run. Of several servers one looks at the ledger at a time, and an end is told once by an index. */
export async function runTelling(requestAs: RequestAs, now: () => Date, atOnce = AT_ONCE): Promise<Telling> {
  const days = termOn('authorization.ends', now().toISOString().slice(0, 10))?.value ?? 0;
  const ending = await inTurn(requestAs, sql<{ count: number }>`select rights.tell_endings(${days}::int) as count`);
  let looked = 0;
  for (let slice = 0; slice < SLICES; slice += 1) {
    const places = await inTurn(requestAs, sql<{ count: number }>`select rights.tell_uses(${atOnce}::int) as count`);
    looked += places;
    if (places < atOnce) break;
  }
  return { looked, ending };
}
