/** Reads the body as a file of evidence: one kind of three, not compressed, at most ten megabytes. Establishes `file`. */
import { evidenceMessages } from '../../../schema/messages/door/evidence.ts';
import { FILE_BYTES, FILE_MEGABYTES, FILE_TYPES, kindOfType } from '../../evidence/kinds.ts';
import { readFileBody } from '../../message/file-body.ts';
import { HttpError } from '../../message/http-error.ts';
import type { Check } from '../context.ts';

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
  const bytes = await readFileBody(message, FILE_BYTES, tooLarge);
  if (bytes.length === 0)
    throw new HttpError(400, 'BAD_USER_INPUT', evidenceMessages.empty, { reason: 'EMPTY', article: '39' });
  exchange.file = { kind, bytes };
};
