/** POST /graphql: who asks, whether it is too much, and the answer within its time. */
import type { IncomingMessage } from 'node:http';
import { type DocumentNode, GraphQLError, Kind } from 'graphql';
import { unavailable } from '../../schema/errors.ts';
import { openRequest } from '../../subgraphs/request/request.ts';
import { parseQuery, readBody } from '../message/body.ts';
import { deadline } from '../message/deadline.ts';
import { bad } from '../message/json.ts';
import { responseQuantum } from '../message/response-quantum.ts';
import { checkCost } from '../query/cost.ts';
import { bodyBytesOf } from '../query/limits.ts';
import { documentOf } from '../query/operations.ts';
import type { Door, Outcome } from './http.ts';

const errorBody = (error: GraphQLError): unknown => ({
  errors: [{ message: error.message, extensions: error.extensions }],
});

/** Headers that say who asks whom, for what, and in what form. */
const SAID_ONCE = ['authorization', 'dpop', 'credit-purpose', 'credit-case', 'credit-channel', 'host', 'content-type'];

/** Of a header that is sent twice Node keeps the first or joins the two: neither is what was said. */
export function checkSaidOnce(message: IncomingMessage): void {
  const twice = SAID_ONCE.find((name) => (message.headersDistinct[name]?.length ?? 0) > 1);
  if (twice !== undefined) throw bad(400, `The header ${twice} was sent more than once.`, 'Send it once.');
}

const late = (): GraphQLError =>
  unavailable('The answer took too long and was given up; nothing was disclosed or changed.');

/** A document holds one operation: whoever names another asks for nothing that is there. */
function checkNamed(document: DocumentNode, name: string | undefined): void {
  const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (name !== undefined && operation?.kind === Kind.OPERATION_DEFINITION && operation.name?.value !== name)
    throw bad(
      400,
      'operationName names no operation of the document.',
      'Send the name of the operation, or leave it out.',
    );
}

export async function graphql(door: Door, message: IncomingMessage, requestId: string): Promise<Outcome> {
  checkSaidOnce(message);
  const caller = await door.authenticate(message, requestId);
  const who = { role: caller.role, unit: caller.unit };
  const query = parseQuery(await readBody(message, bodyBytesOf(caller.role)), (asked) =>
    documentOf(door.operations, caller, asked),
  );
  try {
    const document = door.checkLimits(query.query);
    checkNamed(document, query.operationName);
    checkCost(door.costOf(document, query.variables));
  } catch (error) {
    if (error instanceof GraphQLError) return { status: 400, body: errorBody(error), ...who };
    throw error;
  }
  const time = responseQuantum();
  const request = openRequest(door.platform, door.snapshots, caller, { expecting: true });
  const execution = door.server.executeOperation(query, { contextValue: { request } });
  const giveUp = deadline(door.deadlineMs, message, () => request.cancel());
  try {
    const answered = await Promise.race([giveUp.over, execution]);
    if (answered === undefined) return { status: 503, body: errorBody(late()), ...who };
    const { body, http } = answered;
    if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
    const { data, errors } = body.singleResult;
    if (request.timingConcealed()) await time.next();
    // A `data` of undefined is left out by JSON; extensions never leave.
    return { status: http.status ?? 200, body: { data, errors }, ...who };
  } finally {
    time.clear();
    giveUp.clear();
    const ended = request.abandon();
    // Of what was given up nobody waits for the end.
    if (giveUp.isOver()) void Promise.allSettled([ended, execution]);
    else await ended;
  }
}
