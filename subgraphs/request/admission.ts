/** What all gateways of one database share to admit a request: rate limit counters and used proofs of possession (DPoP). */
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Statement } from '../database/database.ts';
import type { Platform } from './context.ts';

/** Runs a statement under the role "admission", which may use the tables of admission and no others. */
const run = <Row>(platform: Platform, statement: Statement, parameters: readonly unknown[]): Promise<readonly Row[]> =>
  platform.database.execute<Row>(
    { role: 'PUBLIC', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(platform.now()) },
    'admission',
    statement,
    parameters,
  );

/** A statement in the form in which the rate limiter sends it. */
interface Sent {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** Looks like a client of PostgreSQL to the rate limiter. */
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

/** Stores a proof until it expires (RFC 9449, section 11.1). False where it was used before. */
export const keepProof = async (platform: Platform, key: string, until: Date): Promise<boolean> =>
  (await run(platform, KEEP, [key, until.toISOString()])).length === 1;

/** Deletes proofs that have expired: they are refused by their age. */
export const forgetProofs = async (platform: Platform): Promise<void> => {
  await run(platform, FORGET, [platform.now().toISOString()]);
};
