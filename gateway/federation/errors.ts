/**
 * Formats the errors of a result. Known codes keep reason, article and help; any other error becomes one sentence with an id for the log. `said`
 * stays with them in all languages, until one is picked as the answer leaves (message/language.ts).
 */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { causeOf } from '../../schema/cause.ts';
import { CODES, repeated, unavailable } from '../../schema/errors.ts';
import { documentMessages } from '../../schema/messages/door/documents.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { withoutValue } from '../query/without-value.ts';

/**
 * Under this an error carries the openness of what was asked for, for the metrics. JSON leaves it out, so that it is not sent: what a caller may not know
 * of an item it does not learn from an error either.
 */
export const TIER = Symbol('tier');

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

/** What is told of a statement that ran into PostgreSQL's statement timeout, or was cancelled with its request (SQLSTATE 57014); undefined for any other error. */
export const stoppedFault = (error: unknown): GraphQLError | undefined =>
  causeOf(error).code === '57014' ? unavailable(serviceMessages.answerTooLong) : undefined;

export function errorFormatter(
  log: Logger,
  development: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const place = formatted.path === undefined ? {} : { path: formatted.path };
    const { code, reason, article, renewsAt, competentUnit, help, said, tier, validationErrorCode } =
      formatted.extensions ?? {};
    if (OF_QUERY.has(code) || (code === 'BAD_USER_INPUT' && help === undefined)) {
      const message = messageOf(formatted, error);
      const said =
        validationErrorCode === NO_INTROSPECTION
          ? documentMessages.noIntrospection
          : documentMessages.query(development ? message : withoutSuggestion(message));
      return {
        message: said.message.en,
        ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
        extensions: { code: 'BAD_USER_INPUT', reason: 'QUERY', help: said.help.en, said },
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
          ...(competentUnit === undefined ? {} : { competentUnit }),
          help,
          ...(said === undefined ? {} : { said }),
          ...(tier === undefined ? {} : { [TIER]: tier }),
        },
      };
    const stopped = stoppedFault(error);
    if (stopped !== undefined) return { message: stopped.message, ...place, extensions: stopped.extensions };
    const id = randomUUID();
    log.error({ id, path: logged(formatted.path), fault: causeOf(error) }, 'a request failed');
    const failed = serviceMessages.failed(id);
    return {
      message: failed.message.en,
      ...place,
      extensions: { code: 'INTERNAL', id, help: failed.help.en, said: failed },
    };
  };
}

/** A path names the aliases of the query, which the caller chose. */
const logged = (path: GraphQLFormattedError['path']): readonly (string | number)[] | undefined =>
  path?.map((key) => (typeof key === 'string' ? repeated(key) : key));
