/** Rows of before, whose documents stand plain and without a mark (Article 23): all texts of their subjects are made anew, which marks them. */
import { sql } from 'kysely';
import type { RequestAs } from '../request/internal-request.ts';
import { knownIn, readKnown } from './known-values.ts';
import { remakeSubject } from './remake.ts';

const SLICE = 500;

export interface Marked {
  readonly subjects: number;
  /** Subjects whose rows could not be opened: the key that sealed them is not configured. They stay as they were. */
  readonly failed: number;
}

/** Each subject in a transaction of its own, at most `most` of them. Another process may do the same at once; done twice it changes nothing. */
export async function markBases(requestAs: RequestAs, most = Number.POSITIVE_INFINITY): Promise<Marked> {
  const request = requestAs({ role: 'OPERATOR' });
  const { secrets } = request.platform;
  let [subjects, failed] = [0, 0];
  let after = '00000000-0000-0000-0000-000000000000';
  try {
    while (subjects + failed < most) {
      const { rows } = await request.write('due', (em) =>
        sql<{ id: string }>`select id from public_credit.unmarked_subjects(${after}::uuid, ${SLICE})`.execute(
          em.getKysely(),
        ),
      );
      for (const { id } of rows) {
        after = id;
        try {
          await request.write('due', async (em) => {
            const known = await readKnown(em, secrets, [id]);
            await remakeSubject(em, secrets, id, knownIn(known, id));
          });
          subjects += 1;
        } catch {
          failed += 1;
        }
      }
      if (rows.length < SLICE) break;
    }
    return { subjects, failed };
  } finally {
    await request.abandon();
  }
}
