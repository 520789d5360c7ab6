/**
 * What a log tells of an error: enough to find its cause, and nothing that a caller sent or that stands in a record (Article 23). Every line about a
 * failure is made here. Words are told of errors that this program makes itself. The words of a database, a parser or a library may repeat a value.
 */
import { GraphQLError } from 'graphql';

export interface Cause {
  readonly name: string;
  /** SQLSTATE, code of the operating system, or code of an error of the platform. */
  readonly code?: string;
  readonly reason?: string;
  /** The words of an error of our own, without values. */
  readonly said?: string;
  /** What the database names: names of our schema, never a value. */
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly routine?: string;
  /** Functions of the database in which it happened, with their lines, innermost first. */
  readonly in?: readonly string[];
  /** The call of the operating system, and to which address. */
  readonly call?: string;
  /** The first stack frames. */
  readonly at?: string;
  /** What caused it. */
  readonly cause?: Cause;
}

const FRAMES = 6;
const DEPTH = 3;
const SAID_MAX = 300;

const ROOT = new URL('..', import.meta.url).href;

/** Names of classes, codes, tables and functions are ASCII words. Whatever else stands in their place is not told. */
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z_][\w.$-]{0,63}$/.test(value) ? value : undefined;

/** A SQLSTATE may begin with a digit. */
const codeOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^(?:[0-9A-Z]{5}|[A-Z][A-Z0-9_]{1,63})$/.test(value) ? value : undefined;

/** A place in a file, or a function of Node. A frame that has anything else, a name made from a value for instance, is left out. */
const FRAME =
  /^at (?:(?:async |new )*[\w.$<>#]+(?: \[as [\w.$]+\])? \((?:file:\/\/\/|\/|node:)[\w./@+%-]+:\d+:\d+\)|(?:async )?(?:file:\/\/\/|\/|node:)[\w./@+%-]+:\d+:\d+|[\w.$]+ \(<anonymous>\))$/;

/** Where an error was made: the first line of its stack, and the frames of all lines that may be told. The message stands before them and may hold lines like them. */
function placesOf({ stack = '', message }: Error): { readonly made: string; readonly frames: readonly string[] } {
  const place = stack.indexOf(message);
  const lines = (place === -1 || message === '' ? stack : stack.slice(place + message.length))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .map((line) => ({ told: FRAME.test(line), line: line.replaceAll(ROOT, '') }));
  const frames = lines.filter(({ told }) => told).map(({ line }) => line);
  return { made: lines[0]?.line ?? '', frames: frames.slice(0, FRAMES) };
}

/** Words of drivers that hold no value and tell what happened. */
const KNOWN = new Set([
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Query read timeout',
  'The operation was aborted due to timeout',
]);

/** Whether the error was made by a line of this program, and not by the engine or a package on its behalf. */
const isOurs = (error: Error, made: string): boolean =>
  (error.name === 'Error' || !(error.name in globalThis)) && /^at (?:.*\()?(?:schema|subgraphs|gateway)\//.test(made);

/** Words that may be logged. Quoted text, long numbers, tokens, and letters that are not ASCII may be a person's. */
export const withoutValues = (text: string): string =>
  text
    .slice(0, SAID_MAX)
    .replace(/"[^"]*(?:"|$)/g, '"…"')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .replace(/\S+/g, (part) => (/\d{4}/.test(part.replace(/\D/g, '')) || part.length > 40 ? '…' : part));

function saidBy(error: Error, made: string): string | undefined {
  if (KNOWN.has(error.message)) return error.message;
  // A code belongs to the database or the operating system: its words are theirs, even where we threw it on.
  if (error.message === '' || 'code' in error || !isOurs(error, made)) return undefined;
  return withoutValues(error.message);
}

/** `connect ECONNREFUSED 127.0.0.1:5432` without the words. The address is one of the settings'. */
function callOf(error: Readonly<Record<string, unknown>>): string | undefined {
  const call = word(error.syscall);
  if (call === undefined) return undefined;
  const { address, hostname, port } = error;
  const host = [address, hostname].find((one) => typeof one === 'string' && /^[\w.:-]{1,255}$/.test(one));
  return [call, host, typeof port === 'number' ? port : undefined].filter((part) => part !== undefined).join(' ');
}

/** PostgreSQL says in `where` which functions it was in, and with which values. */
function functionsOf(where: unknown): string[] | undefined {
  if (typeof where !== 'string') return undefined;
  const found = [...where.matchAll(/^PL\/pgSQL function ([\w.]+)\([\w., []*\]*\) line (\d+)/gm)].slice(0, DEPTH);
  return found.length === 0 ? undefined : found.map(([, name, line]) => `${name}:${line}`);
}

const next = (error: Readonly<Record<string, unknown>>): unknown =>
  error.originalError ?? error.cause ?? error.previous ?? (Array.isArray(error.errors) ? error.errors[0] : undefined);

/** What is logged of an error. */
export function causeOf(error: unknown, depth = DEPTH): Cause {
  // graphql-js wraps what a resolver threw, and its frames are those of graphql-js.
  if (error instanceof GraphQLError && error.originalError !== undefined && error.originalError !== null)
    return causeOf(error.originalError, depth);
  if (!(error instanceof Error)) return { name: typeof error };
  const fields = error as unknown as Readonly<Record<string, unknown>>;
  const extensions = error instanceof GraphQLError ? error.extensions : {};
  const { made, frames } = placesOf(error);
  const inner = next(fields);
  const told: { -readonly [Key in keyof Cause]: Cause[Key] | undefined } = {
    name: word(error.name) ?? 'Error',
    code: codeOf(fields.code ?? extensions.code),
    reason: codeOf(extensions.reason),
    said: error instanceof GraphQLError ? undefined : saidBy(error, made),
    constraint: word(fields.constraint),
    table: word(fields.table),
    column: word(fields.column),
    routine: word(fields.routine),
    in: functionsOf(fields.where),
    call: callOf(fields),
    at: frames.length === 0 ? undefined : frames.join(' | '),
    cause: inner instanceof Error && depth > 1 ? causeOf(inner, depth - 1) : undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as unknown as Cause;
}

/** Two failures with the same key have the same cause. */
export const keyOf = ({ name, code, constraint, said, call, at, cause }: Cause): string =>
  JSON.stringify([name, code, constraint, said, call, at?.split(' | ')[0], cause === undefined ? null : keyOf(cause)]);
