/** Time of a statutory period that does not count, with its document (Article 39 §3). */
import DataLoader from 'dataloader';
import type { DeadlinePauseRow } from '../../../clocks/period-rows.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';

/** The row policies let a unit read its own pauses only. */
const PAUSES: Statement = {
  name: 'deadline-pauses',
  text: `select clock_id as "clockId", cause, document, from_on as "from", until_on as "until" from rights.pause
    where clock_id = any ($1::uuid[]) order by from_on, until_on, id`,
};

/** A party decides nothing that could be paused, and reads no row of them. */
export const pauseLoader = (context: Context): DataLoader<string, DeadlinePauseRow[]> =>
  context.once(
    'deadline-pauses',
    () =>
      new DataLoader<string, DeadlinePauseRow[]>(async (ids) => {
        const rows =
          context.caller.role === 'PARTY'
            ? []
            : await context.query<DeadlinePauseRow & { clockId: string }>(PAUSES, [ids]);
        const pauses = Map.groupBy(rows, ({ clockId }) => clockId);
        return ids.map((id) => pauses.get(id) ?? []);
      }),
  );
