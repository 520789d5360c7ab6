/**
 * A server that is away: killed, being replaced by its replica, without a connection or a place on its disk to give. Whoever asks is told that it may be
 * asked again, and no such error is taken for a fault of the program.
 */
import { unavailable } from '../../../schema/errors.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';

/** The connection broke, or there was none. */
const BROKEN_CALL = /^E(?:CONNREFUSED|CONNRESET|CONNABORTED|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN)$/;

/** Class 08; ended by an administrator, by a crash, or not started yet. */
const BROKEN_STATE = /^(?:08...|57P0[1235])$/;

/** No connection, memory or disk is left (class 53), a file cannot be written; or it became a replica, which writes nothing. */
const REFUSING_STATE = /^(?:53...|58030|25006)$/;

/** What the driver says of a connection that broke, without a code. */
const BROKEN_WORDS = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
]);

/** `broken`: whether a statement that was sent took effect is not known. `refusing`: it took none. Undefined where the server is there. */
export function awayBy(error: unknown, depth = 4): 'broken' | 'refusing' | undefined {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const { code, cause, previous } = error as {
    readonly code?: unknown;
    readonly cause?: unknown;
    readonly previous?: unknown;
  };
  const state = typeof code === 'string' ? code : '';
  if (REFUSING_STATE.test(state)) return 'refusing';
  if (BROKEN_STATE.test(state) || BROKEN_CALL.test(state) || BROKEN_WORDS.has(error.message)) return 'broken';
  return awayBy(cause ?? previous, depth - 1);
}

/** The error as a caller is told it; the log tells the cause. Any other error stays as it is. */
export const awayFault = (error: unknown): unknown =>
  awayBy(error) === undefined ? error : Object.assign(unavailable(serviceMessages.databaseSilent), { cause: error });

/** The same of a change: where the connection broke as it was committed, nobody knows whether it stands. */
export const awayWhileCommitting = (error: unknown): unknown =>
  awayBy(error) === 'broken'
    ? Object.assign(unavailable(serviceMessages.mayHaveBeenDone), { cause: error })
    : awayFault(error);

/** What is awaited, or its error as a caller is told it. */
export const orAway = <Result>(awaited: Promise<Result>): Promise<Result> =>
  awaited.catch((error: unknown) => {
    throw awayFault(error);
  });
