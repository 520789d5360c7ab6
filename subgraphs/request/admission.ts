/** What the gateways over one database must agree on before a question is let in: counts, and proofs that were sent. */
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Statement } from '../database/database.ts';
import type { Platform } from './context.ts';

/** One statement of admission, under a role that reads and writes its tables and no others. */
const run = <Row>(platform: Platform, statement: Statement, parameters: readonly unknown[]): Promise<readonly Row[]> =>
  platform.database.execute<Row>(
    { role: 'PUBLIC', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(platform.now()) },
    'admission',
    statement,
    parameters,
  );

/** A statement as the limiter sends it. */
interface Sent {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** A client of PostgreSQL to whoever counts. */
export const rateStore = (platform: Platform) => ({
  query: async ({ name = 'rate', text, values = [] }: Sent): Promise<{ readonly rows: readonly unknown[] }> => ({
    rows: await run(platform, { name, text }, values),
  }),
});

const KEEP: Statement = {
  name: 'keep-proof',
  text: 'insert into control.proof (key, until) values ($1, $2::timestamptz) on conflict do nothing returning key',
};
const FORGET: Statement = { name: 'forget-proofs', text: 'delete from control.proof where until < $1::timestamptz' };

/** Keeps a proof while it is good (RFC 9449, section 11.1). False where it was kept before. */
export const keepProof = async (platform: Platform, key: string, until: Date): Promise<boolean> =>
  (await run(platform, KEEP, [key, until.toISOString()])).length === 1;

/** Forgets those that are too old to be sent again. */
export const forgetProofs = async (platform: Platform): Promise<void> => {
  await run(platform, FORGET, [platform.now().toISOString()]);
};
