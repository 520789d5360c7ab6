/** What leaves of an error: known codes with reason, article and help; everything else is one masked sentence with an id. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CODES, unavailable } from '../../schema/errors.ts';

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

/** Characters of a message that are looked at: it repeats names and values as long as a body. */
const MESSAGE_MAX = 2_000;

/** A name of the schema or of the document, or a sign of GraphQL, as messages quote them. */
const TOLD = /^(\[*\$?[A-Za-z_][\w.[\]!]{0,100}|[!$&():=@[\]{|}]|\.\.\.)$/;

/** A text in quotes, its own quotes escaped in it; one that was cut goes to the end. */
const QUOTED = /"([^"\\]*(?:\\[\s\S][^"\\]*)*)(?:"|\\?$)/g;

/** What is repeated as it was sent, its own quotes as they are, from the first to the last of them. */
const REPEATED = [/^(Value )"([\s\S]*)"(?= does not exist)/, /^(Syntax Error: .{0,60} \w+ )"([\s\S]*)"(?=\.$)/];

const quoted = (text: string): string => (TOLD.test(text) ? `"${text}"` : '"…"');

/**
 * A value may be an identification number: the message keeps the place and the fault, not the value. Every step goes through the message
 * once, because it may repeat a megabyte that somebody sent.
 */
export const withoutValue = (message: string): string =>
  REPEATED.reduce((text, what) => text.replace(what, (_, before, value) => before + quoted(value)), message)
    .slice(0, MESSAGE_MAX)
    .replace(/ got invalid value [\s\S]*?(?= at "[^"]*";|; |$)/, ' got an invalid value')
    .replace(/^(.{0,150}?cannot represent[^:"]{0,100}): [\s\S]*$/, '$1.')
    .replace(QUOTED, (_, text) => quoted(text))
    .replace(/\w+/g, (word) => (/\d{6}/.test(word) ? '…' : word));

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
