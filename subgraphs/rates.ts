/** Counts of the door, kept in the database so that gateways over the same one agree. */
import { todayIn } from '../schema/law/calendar.ts';
import type { House } from './context.ts';

/** A statement as the limiter of the door sends it. */
interface Sent {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** A client of PostgreSQL to whoever counts: each statement is a unit of work under a role that reads and writes counts alone. */
export const rateStore = (house: House) => ({
  query: async ({ name = 'rate', text, values = [] }: Sent): Promise<{ readonly rows: readonly unknown[] }> => ({
    rows: await house.database.execute(
      { role: 'PUBLIC', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(house.now()) },
      'credit_door',
      { name, text },
      values,
    ),
  }),
});
