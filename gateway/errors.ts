/** What leaves of an error: known codes with reason, article and help; everything else is one masked sentence with an id. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CODES, unavailable } from '../schema/errors.ts';

const KNOWN = new Set<unknown>(CODES);

/** Codes of the server itself for queries that cannot be run: the caller's to mend. */
const OF_QUERY = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** With what the server marks a question about the schema where it is not told: its own sentence is for whoever programs it. */
const SCHEMA_UNTOLD = 'INTROSPECTION_DISABLED';

const HELP_QUERY = 'Check the query against the published schema.';

/** Characters of a message that are looked at: it repeats names and values as long as a body, and is read once for each of these signs. */
const MESSAGE_MAX = 2_000;
const NAME_MAX = 100;

/** A text in quotes, its own quotes escaped in it; one that was cut goes to the end. */
const QUOTED = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)/g;
const NAME = /^"\[*\$?[A-Za-z_][\w.[\]!]*"$/;

/** A variable's value may be an identification number: the message keeps the place and the fault, not the value. */
export const withoutValue = (message: string): string =>
  message
    .slice(0, MESSAGE_MAX)
    .replace(/ got invalid value [\s\S]*?(?= at "[^"]*";|; |$)/, ' got an invalid value')
    .replace(/(cannot represent[^:]*): [\s\S]*$/, '$1.')
    // What stands in quotes and is no name of the schema is a value; so is whatever holds a long number.
    .replace(QUOTED, (text) => (text.length <= NAME_MAX && NAME.test(text) ? text : '"…"'))
    .replace(/\w+/g, (word) => (/\d{6}/.test(word) ? '…' : word));

/** SQLSTATE of a statement that was cancelled. */
const STOPPED = '57014';

export function errorFormatter(
  log: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const place = formatted.path === undefined ? {} : { path: formatted.path };
    const { code, reason, article, renewsAt, help, validationErrorCode } = formatted.extensions ?? {};
    if (OF_QUERY.has(code) || (code === 'BAD_USER_INPUT' && help === undefined))
      return {
        message:
          validationErrorCode === SCHEMA_UNTOLD
            ? 'The schema cannot be asked for here.'
            : withoutValue(formatted.message),
        ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
        extensions: { code: 'BAD_USER_INPUT', reason: 'QUERY', help: HELP_QUERY },
      };
    if (KNOWN.has(code) && help !== undefined)
      return {
        message: formatted.message,
        ...place,
        extensions: {
          code,
          ...(reason === undefined ? {} : { reason }),
          ...(article === undefined ? {} : { article }),
          ...(renewsAt === undefined ? {} : { renewsAt }),
          help,
        },
      };
    // Stopped by the database's own clock, or with the request that it belonged to.
    if (faultOf(error).code === STOPPED) {
      const { message, extensions } = unavailable('The answer took too long and was given up.');
      return { message, ...place, extensions };
    }
    const id = randomUUID();
    log.error({ id, path: formatted.path, fault: faultOf(error) }, 'a request failed');
    return {
      message: `Something failed here. It is recorded under ${id}.`,
      ...place,
      extensions: { code: 'INTERNAL', id, help: 'Try again; if it persists, tell the operator the id.' },
    };
  };
}

/** What the log keeps: the kind of fault and where in our code, never the statement or its values. */
function faultOf(error: unknown): { name: string; code?: unknown; at?: string } {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined && cause.originalError !== null)
    cause = cause.originalError;
  if (!(cause instanceof Error)) return { name: typeof cause };
  const at = cause.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' | ');
  const code = (cause as { code?: unknown }).code;
  return { name: cause.name, ...(code === undefined ? {} : { code }), ...(at === undefined ? {} : { at }) };
}
