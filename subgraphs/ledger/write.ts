/** Writes ledger entries. Uses of agreements and authorizations are counted in the same transaction; where it fails, the answer must not be sent. */
import { GraphQLError } from 'graphql';
import { CODES, conflict, forbidden, quotaExceeded } from '../../schema/errors.ts';
import { addDays } from '../../schema/law/clocks/calendar.ts';
import { mandateMessages } from '../../schema/messages/acts/rights/mandates.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { Database, Statement } from '../database/database.ts';
import type { Session } from '../database/session.ts';
import { canonical, commitmentOf, type Entry, freshSalt } from './entry.ts';

/**
 * The same case was answered while the answer was made, or what a page of the feed rests on ended. Run the request again: it is then given that answer,
 * or a page that tells less.
 */
export class AnsweredMeanwhile extends Error {}

const RECORD: Statement = { name: 'ledger-record', text: 'select ledger.record($1::jsonb)' };

/** Whether an agreement's quota of the day was used up meanwhile. */
export const isQuota = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions.code === 'QUOTA_EXCEEDED';

/** Whether an answer was refused because of what happened since it was read. */
export const isEndedMeanwhile = (error: unknown): boolean =>
  isQuota(error) ||
  (error instanceof GraphQLError &&
    ['NO_AGREEMENT', 'AUTHORIZATION_REQUIRED', 'OVERTAKEN'].includes(String(error.extensions.reason)));

/** Why an answer was not sent, as its error says it. */
export const reasonOf = (error: unknown): string => {
  const { code, reason } = error instanceof GraphQLError ? error.extensions : {};
  return (CODES as readonly unknown[]).includes(code) ? String(reason ?? code) : 'INTERNAL';
};

/** SQLSTATE that the database raises where the agreement or authorization has been used up or has ended meanwhile. */
const REFUSED = 'CR001';

/** The refusal where a mandate stood no more when something was written under it (rights.act_under); undefined for every other error. */
export const mandateOver = (error: unknown): GraphQLError | undefined => {
  const { code, message } = error as { code?: string; message?: string };
  return code === REFUSED && message?.includes('MANDATE_REQUIRED') === true
    ? forbidden('MANDATE_REQUIRED', '35', mandateMessages.endedMeanwhile)
    : undefined;
};

/** Entries as the functions of the ledger take them, each with its commitment. */
export const rowsOf = (entries: readonly Entry[]): readonly object[] =>
  entries.map(({ subjectId, requestId, caseReference, ...entry }) => {
    const salt = freshSalt();
    const content = canonical({ ...entry, subjectId, requestId, caseReference });
    return {
      ...entry,
      subject: subjectId,
      request: requestId,
      case: caseReference,
      salt: salt.toString('hex'),
      commitment: commitmentOf(salt, content).toString('hex'),
    };
  });

/**
 * Counts and writes in one statement and one round trip. Throws QUOTA_EXCEEDED, NO_AGREEMENT, AUTHORIZATION_REQUIRED, OVERTAKEN (a record was
 * corrected since it was read, Article 39) or LEDGER_UNAVAILABLE, or AnsweredMeanwhile. Then nothing is written, and the answer must not be sent (Article 17).
 */
export const writeEntries = (database: Database, session: Session, entries: readonly Entry[]): Promise<void> =>
  writtenOr(session, () => database.execute(session, 'ledger', RECORD, [JSON.stringify(rowsOf(entries))]));

/** Runs what writes entries, and says of its failure what a caller is told. `other`: of a refusal by the database that is none of these. */
export async function writtenOr(
  session: Session,
  write: () => Promise<unknown>,
  other: (error: unknown) => Error | undefined = () => undefined,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (code !== REFUSED) throw Object.assign(forbidden('LEDGER_UNAVAILABLE', '17'), { cause: error });
    const over = mandateOver(error) ?? other(error);
    if (over !== undefined) throw over;
    if (message?.includes('QUOTA_EXCEEDED')) throw quotaExceeded(`${addDays(session.today, 1)}T00:00:00+08:00`);
    if (message?.includes('ANSWERED')) throw new AnsweredMeanwhile();
    if (message?.includes('OVERTAKEN')) throw conflict('OVERTAKEN', serviceMessages.overtaken);
    throw message?.includes('NO_AGREEMENT')
      ? forbidden('NO_AGREEMENT', '23(2)')
      : forbidden('AUTHORIZATION_REQUIRED', '24');
  }
}
