/** Formats the errors of a result. Known codes keep reason, article and help; any other error becomes one sentence with an id for the log. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CODES, repeated, unavailable } from '../../schema/errors.ts';
import { withoutValue } from '../query/without-value.ts';

const KNOWN = new Set<unknown>(CODES);

/** Codes of Apollo Server for a query that cannot run. The caller has to correct the query. */
const OF_QUERY = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** How Apollo Server marks introspection where it is disabled. Its own message explains a server setting, which is of no use to a caller. */
const NO_INTROSPECTION = 'INTROSPECTION_DISABLED';

const HELP_QUERY = 'Check the query against the published schema.';

/**
 * The message without values. For an invalid variable graphql-js repeats the whole value and then gives the reason: of the part before the
 * reason only the variable's name and the place stay.
 */
function messageOf({ message }: GraphQLFormattedError, error: unknown): string {
  const reason = error instanceof GraphQLError ? error.originalError?.message : undefined;
  if (reason === undefined || !message.endsWith(`; ${reason}`)) return withoutValue(message);
  const before = message.slice(0, -reason.length - 2);
  const variable = /^Variable "\$\w+"/.exec(before)?.[0] ?? 'A variable';
  const place = / at "[\w.[\]]+"$/.exec(before.slice(-1_000))?.[0] ?? '';
  return withoutValue(`${variable} got an invalid value${place}; `) + withoutValue(reason);
}

/** Removes suggestions ("Did you mean …") in production, because they reveal the schema. Apollo removes them for documents, not for variables. */
const withoutSuggestion = (message: string): string => message.replace(/ Did you mean [\s\S]*$/, '');

/** SQLSTATE of a statement that was cancelled (query_canceled). */
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
        validationErrorCode === NO_INTROSPECTION ? 'The schema cannot be asked for here.' : messageOf(formatted, error);
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
    // The statement ran into PostgreSQL's statement timeout, or was cancelled with its request.
    if (faultOf(error).code === STOPPED) {
      const { message, extensions } = unavailable('The answer took too long and was given up.');
      return { message, ...place, extensions };
    }
    const id = randomUUID();
    log.error({ id, path: logged(formatted.path), fault: faultOf(error) }, 'a request failed');
    return {
      message: `Something failed here. It is recorded under ${id}.`,
      ...place,
      extensions: { code: 'INTERNAL', id, help: 'Try again; if it persists, tell the operator the id.' },
    };
  };
}

/** A path names the aliases of the query, which the caller chose. */
const logged = (path: GraphQLFormattedError['path']): readonly (string | number)[] | undefined =>
  path?.map((key) => (typeof key === 'string' ? repeated(key) : key));

/** The part of an error that is logged: its name, code and stack frames. Never the message, which may hold a statement with its values. */
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
