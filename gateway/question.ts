/** POST /graphql: who asks, whether it is too much, and the answer within its time. */
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { unavailable } from '../schema/errors.ts';
import { type ClientRequest, openRequest } from '../subgraphs/request.ts';
import { bad, parseQuery, readBody } from './body.ts';
import { checkCost } from './cost.ts';
import type { Door, Outcome } from './http.ts';
import { documentOf } from './operations.ts';

const errorBody = (error: GraphQLError): unknown => ({
  errors: [{ message: error.message, extensions: error.extensions }],
});

/** Headers that say who asks and for what. */
const SAID_ONCE = ['authorization', 'dpop', 'credit-purpose', 'credit-case', 'credit-channel'];

/** Of a header that is sent twice Node keeps the first or joins the two: neither is what was said. */
export function checkSaidOnce(message: IncomingMessage): void {
  const twice = SAID_ONCE.find((name) => (message.headersDistinct[name]?.length ?? 0) > 1);
  if (twice !== undefined) throw bad(400, `The header ${twice} was sent more than once.`, 'Send it once.');
}

/** Answers that tell nothing of a person leave at multiples of this, so that their time tells nothing either. */
const VEIL_MS = 25;

/**
 * The multiples, from the beginning of a request on: they are set before anything is looked up, so that nothing that is found moves them.
 * Nobody spins for a finer time than a timer's.
 */
function multiples() {
  let leave: (() => void) | undefined;
  const timer = setInterval(() => leave?.(), VEIL_MS);
  return {
    next: (): Promise<void> =>
      new Promise((resolve) => {
        leave = resolve;
      }),
    clear: (): void => clearInterval(timer),
  };
}

const late = (): GraphQLError =>
  unavailable('The answer took too long and was given up; nothing was disclosed or changed.');

/** Gives a request up when its time is over, or when whoever asked is gone: nobody is to wait for what it still does. */
function deadline(afterMs: number, message: IncomingMessage, request: ClientRequest) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let over = false;
  const giveUp = (): void => {
    over = true;
    request.cancel();
    resolve(undefined);
  };
  const timer = setTimeout(giveUp, afterMs);
  const gone = (): void => {
    if (!message.socket.writable) giveUp();
  };
  message.socket.once('close', gone);
  return {
    over: promise,
    isOver: (): boolean => over,
    clear: (): void => {
      clearTimeout(timer);
      message.socket.off('close', gone);
    },
  };
}

export async function graphql(door: Door, message: IncomingMessage, requestId: string): Promise<Outcome> {
  checkSaidOnce(message);
  const caller = await door.readAsker(message, requestId);
  const who = { role: caller.role, unit: caller.unit };
  const query = parseQuery(await readBody(message), (asked) => documentOf(door.operations, caller, asked));
  try {
    checkCost(door.costOf(door.checkLimits(query.query), query.variables));
  } catch (error) {
    if (error instanceof GraphQLError) return { status: 400, body: errorBody(error), ...who };
    throw error;
  }
  const veil = multiples();
  const request = openRequest(door.house, door.directories, caller);
  const execution = door.server.executeOperation(query, { contextValue: { request } });
  const giveUp = deadline(door.deadlineMs, message, request);
  try {
    const answered = await Promise.race([giveUp.over, execution]);
    if (answered === undefined) return { status: 503, body: errorBody(late()), ...who };
    const { body, http } = answered;
    if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
    const { data, errors } = body.singleResult;
    if (request.veiled()) await veil.next();
    // A `data` of undefined is left out by JSON; extensions never leave.
    return { status: http.status ?? 200, body: { data, errors }, ...who };
  } finally {
    veil.clear();
    giveUp.clear();
    const ended = request.abandon();
    // Of what was given up nobody waits for the end.
    if (giveUp.isOver()) void Promise.allSettled([ended, execution]);
    else await ended;
  }
}
