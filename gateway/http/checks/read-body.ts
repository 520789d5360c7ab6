/** Reads the body: UTF-8, not compressed, at most the size that the caller's role may send. Establishes `text`. */
import { readBody as read } from '../../message/body.ts';
import { bodyBytesOf } from '../../query/limits.ts';
import { type Check, established } from '../context.ts';

export const readBody: Check = async (_http, exchange) => {
  exchange.text = await read(exchange.message, bodyBytesOf(established(exchange, 'caller').role));
};
