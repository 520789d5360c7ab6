/** POST /graphql: runs the operation and answers within the request deadline. */
import type { GraphQLError } from 'graphql';
import { unavailable } from '../../../schema/errors.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import { deadline } from '../../message/deadline.ts';
import { responseQuantum } from '../../message/response-quantum.ts';
import { type Exchange, established, type HttpContext, type Outcome } from '../context.ts';

const late = (): GraphQLError => unavailable(serviceMessages.givenUpLate);

export async function graphqlRequest(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const caller = established(exchange, 'caller');
  const quantum = responseQuantum();
  const request = http.ask(caller, exchange.message);
  const execute = async () => {
    const executed = await http.server.executeOperation(established(exchange, 'query'), { contextValue: { request } });
    // A query that reads nothing, or cannot run, has opened no snapshot: its caller's unit is looked at before it is answered too.
    await request.admitted();
    return executed;
  };
  const execution = execute();
  const giveUp = deadline(http.deadlineMs, exchange.message, () => request.cancel());
  try {
    const answered = await Promise.race([giveUp.over, execution]);
    if (answered === undefined) throw late();
    const { body, http: head } = answered;
    if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
    const { data, errors } = body.singleResult;
    await quantum.next(request.concealed());
    // JSON leaves out `data` where it is undefined. Extensions of the result are not sent.
    return { status: head.status ?? 200, body: { data, errors } };
  } finally {
    quantum.clear();
    for (const refused of request.firstRefusals) http.platform.refusals.add(caller.role, refused);
    giveUp.clear();
    const ended = request.abandon();
    // After the deadline the response does not wait for the cancelled statements to end.
    if (giveUp.isOver()) void Promise.allSettled([ended, execution]);
    else await ended;
  }
}
