/** Proofs that were sent, kept while they are good: each counts once over all gateways of a database (RFC 9449, section 11.1). */
import { todayIn } from '../schema/law/calendar.ts';
import type { House } from './context.ts';
import type { Statement } from './database.ts';

const KEEP: Statement = {
  name: 'keep-proof',
  text: 'insert into control.proof (key, until) values ($1, $2::timestamptz) on conflict do nothing returning key',
};
const FORGET: Statement = { name: 'forget-proofs', text: 'delete from control.proof where until < $1::timestamptz' };

const run = <Row>(house: House, statement: Statement, parameters: readonly unknown[]): Promise<readonly Row[]> =>
  house.database.execute<Row>(
    { role: 'PUBLIC', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(house.now()) },
    'credit_door',
    statement,
    parameters,
  );

/** False where it was kept before. */
export const keepProof = async (house: House, key: string, until: Date): Promise<boolean> =>
  (await run(house, KEEP, [key, until.toISOString()])).length === 1;

/** Forgets those that are too old to be sent again. */
export const forgetProofs = async (house: House): Promise<void> => {
  await run(house, FORGET, [house.now().toISOString()]);
};
