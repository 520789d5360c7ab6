/** Reads the body as a file of evidence: one kind of three, not compressed, at most ten megabytes. Establishes `file`. */
import { unavailable } from '../../../schema/errors.ts';
import { evidenceMessages } from '../../../schema/messages/door/evidence.ts';
import { FILE_BYTES, FILE_MEGABYTES, FILE_TYPES, kindOfType } from '../../evidence/kinds.ts';
import { readFileBody } from '../../message/file-body.ts';
import { HttpError } from '../../message/http-error.ts';
import { type Check, established } from '../context.ts';

/** Files that come at one time, of all callers and of one: each is held in memory until it is whole. */
const COMING_MAX = 24;
const OF_ONE_MAX = 2;
const coming: string[] = [];

export const readFile: Check = async (_http, exchange) => {
  const { message } = exchange;
  const kind = kindOfType(message.headers['content-type']);
  if (kind === undefined)
    throw new HttpError(415, 'BAD_USER_INPUT', evidenceMessages.otherType(FILE_TYPES), {
      reason: 'OTHER_TYPE',
      article: '39',
    });
  const tooLarge = () =>
    new HttpError(413, 'TOO_COSTLY', evidenceMessages.tooLarge(FILE_MEGABYTES), { reason: 'TOO_LARGE', article: '39' });
  const { subject, unit } = established(exchange, 'caller');
  const caller = subject?.id ?? `${unit}`;
  if (coming.length >= COMING_MAX || coming.filter((one) => one === caller).length >= OF_ONE_MAX)
    throw unavailable(evidenceMessages.busy);
  coming.push(caller);
  const bytes = await readFileBody(message, FILE_BYTES, tooLarge).finally(() => {
    coming.splice(coming.indexOf(caller), 1);
  });
  if (bytes.length === 0)
    throw new HttpError(400, 'BAD_USER_INPUT', evidenceMessages.empty, { reason: 'EMPTY', article: '39' });
  exchange.file = { kind, bytes };
};
