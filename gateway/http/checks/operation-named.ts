/** Refuses an operationName that differs from the name of the document's one operation: nothing of that name could run. */
import { Kind } from 'graphql';
import { httpMessages } from '../../../schema/messages/door/http.ts';
import { badRequest } from '../../message/json.ts';
import { type Check, established } from '../context.ts';

export const operationNamed: Check = (_http, exchange) => {
  const name = established(exchange, 'query').operationName;
  const [operation] = established(exchange, 'document').definitions.filter(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (name !== undefined && operation?.kind === Kind.OPERATION_DEFINITION && operation.name?.value !== name)
    throw badRequest(400, httpMessages.operationNameUnknown);
};
