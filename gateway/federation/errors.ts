/** What leaves of an error: known codes with reason, article and help; everything else is one masked sentence with an id. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CODES, unavailable } from '../../schema/errors.ts';
import { withoutValue } from '../query/without-value.ts';

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

/** Of a variable the message repeats the value whole, and then says its reason: what comes before the reason is cut to the place. */
function toldOf({ message }: GraphQLFormattedError, error: unknown): string {
  const reason = error instanceof GraphQLError ? error.originalError?.message : undefined;
  if (reason === undefined || !message.endsWith(`; ${reason}`)) return withoutValue(message);
  const before = message.slice(0, -reason.length - 2);
  const variable = /^Variable "\$\w+"/.exec(before)?.[0] ?? 'A variable';
  const place = / at "[\w.[\]]+"$/.exec(before.slice(-1_000))?.[0] ?? '';
  return withoutValue(`${variable} got an invalid value${place}; `) + withoutValue(reason);
}

/** In production nobody is told what there is beside what he asked for; the server itself sees to it in documents alone. */
const withoutSuggestion = (message: string): string => message.replace(/ Did you mean [\s\S]*$/, '');

/** SQLSTATE of a statement that was cancelled. */
const STOPPED = '57014';

export function errorFormatter(
  log: Logger,
  development: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const place = formatted.path === undefined ? {} : { path: formatted.path };
    const { code, reason, article, renewsAt, help, validationErrorCode } = formatted.extensions ?? {};
    if (OF_QUERY.has(code) || (code === 'BAD_USER_INPUT' && help === undefined)) {
      const message =
        validationErrorCode === SCHEMA_UNTOLD ? 'The schema cannot be asked for here.' : toldOf(formatted, error);
      return {
        message: development ? message : withoutSuggestion(message),
        ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
        extensions: { code: 'BAD_USER_INPUT', reason: 'QUERY', help: HELP_QUERY },
      };
    }
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
