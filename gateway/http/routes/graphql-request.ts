/** POST /graphql: the answer within its time. */
import type { GraphQLError } from 'graphql';
import { unavailable } from '../../../schema/errors.ts';
import { openRequest } from '../../../subgraphs/request/request.ts';
import { deadline } from '../../message/deadline.ts';
import { responseQuantum } from '../../message/response-quantum.ts';
import { type Exchange, established, type HttpContext, type Outcome } from '../context.ts';

const late = (): GraphQLError =>
  unavailable('The answer took too long and was given up; nothing was disclosed or changed.');

export async function graphqlRequest(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const caller = established(exchange, 'caller');
  const quantum = responseQuantum();
  const request = openRequest(http.platform, http.snapshots, caller, { expecting: true });
  const execution = http.server.executeOperation(established(exchange, 'query'), { contextValue: { request } });
  const giveUp = deadline(http.deadlineMs, exchange.message, () => request.cancel());
  try {
    const answered = await Promise.race([giveUp.over, execution]);
    if (answered === undefined) throw late();
    const { body, http: said } = answered;
    if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
    const { data, errors } = body.singleResult;
    if (request.timingConcealed()) await quantum.next();
    // A `data` of undefined is left out by JSON; extensions never leave.
    return { status: said.status ?? 200, body: { data, errors } };
  } finally {
    quantum.clear();
    giveUp.clear();
    const ended = request.abandon();
    // Of what was given up nobody waits for the end.
    if (giveUp.isOver()) void Promise.allSettled([ended, execution]);
    else await ended;
  }
}
