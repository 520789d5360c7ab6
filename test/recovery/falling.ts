/** What fell is entered, and is entered again over a database that was restored from before (Articles 37 to 40). */
import { sql } from 'kysely';
import { ids, penaltyOf, send } from './ending.ts';
import type { Case } from './ends-of-objections.ts';

export const fell: Case = {
  begin: async (disk) => {
    for (const n of [804, 805]) await send(disk, 'submitRecords', n);
    return `${await penaltyOf(disk, 804)} ${await penaltyOf(disk, 805)}`;
  },
  end: (disk) => send(disk, 'revokeBasis', 804),
  state: (things) =>
    sql`select distinct row_id, kind, cause, unit, mark from rights.fallen where row_id in ${ids(things)}`,
};
