/** Refuses evidence of whoever takes no part in objections (Article 39), before a byte of it is read. */
import { forbidden } from '../../../schema/errors.ts';
import { evidenceMessages } from '../../../schema/messages/door/evidence.ts';
import { BRINGERS } from '../../../subgraphs/rights/evidence/evidence.ts';
import { challengeOf, HttpError } from '../../message/http-error.ts';
import { type Check, established } from '../context.ts';

export const mayBringEvidence: Check = (_http, exchange) => {
  const { role } = established(exchange, 'caller');
  if (BRINGERS.has(role)) return;
  if (role !== 'PUBLIC') throw forbidden('ROLE', '39', evidenceMessages.otherRole);
  throw new HttpError(401, 'UNAUTHENTICATED', evidenceMessages.anonymous, {
    reason: 'IDENTITY_REQUIRED',
    article: '39',
    challenge: challengeOf('Bearer', 'invalid_token'),
  });
};
