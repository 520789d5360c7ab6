/**
 * Finds in the code every place where an error for a caller is made: which code, reason and article, and which sentences of the catalogue. `npm run generate`
 * makes the catalogue of errors from it (gateway/docs/errors/errors.json), so that nothing in it is typed twice.
 *
 * It reads calls of the makers of schema/errors.ts and of their like in the gateway, argument by argument: brackets, texts and templates are matched, nothing
 * is cut by a pattern. A call that cannot be read is an error that names its place.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../../schema/errors.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A call of a maker of errors. */
export interface Site {
  /** `subgraphs/….ts:12`. */
  readonly at: string;
  readonly maker: string;
  /** The source of each argument. */
  readonly given: readonly string[];
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Where a text or template that begins at `start` ends, its last quote included. */
function endOfText(source: string, start: number): number {
  const quote = source[start];
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (quote === '`' && source.startsWith('${', at)) at = endOfBracket(source, at + 1) - 1;
    else if (source[at] === quote) return at + 1;
  }
  return source.length;
}

/** Where a comment that begins at `start` ends; undefined where none does. */
function endOfComment(source: string, start: number): number | undefined {
  const [mark, end] = source.startsWith('//', start)
    ? ['//', '\n']
    : source.startsWith('/*', start)
      ? ['/*', '*/']
      : [];
  if (mark === undefined || end === undefined) return undefined;
  const found = source.indexOf(end, start + 2);
  return found === -1 ? source.length : found + end.length;
}

/** Where the bracket that opens at `start` closes, itself included. */
function endOfBracket(source: string, start: number): number {
  const open = [CLOSING[source[start] ?? '']];
  for (let at = start + 1; at < source.length; ) {
    const character = source[at] ?? '';
    const comment = endOfComment(source, at);
    if (comment !== undefined) at = comment;
    else if ('\'"`'.includes(character)) at = endOfText(source, at);
    else {
      if (character in CLOSING) open.push(CLOSING[character]);
      else if (character === open.at(-1)) open.pop();
      at += 1;
      if (open.length === 0) return at;
    }
  }
  return source.length;
}

/** The arguments of a call whose bracket opens at `start`. */
function argumentsAt(source: string, start: number): string[] {
  const end = endOfBracket(source, start) - 1;
  const parts: string[] = [];
  let from = start + 1;
  for (let at = from; at < end; ) {
    const character = source[at] ?? '';
    if ('\'"`'.includes(character)) at = endOfText(source, at);
    else if (character in CLOSING) at = endOfBracket(source, at);
    else {
      if (character === ',') {
        parts.push(source.slice(from, at).trim());
        from = at + 1;
      }
      at += 1;
    }
  }
  const last = source.slice(from, end).trim();
  return last === '' ? parts : [...parts, last];
}

/** Makers, with the code that they give; null where an argument says it. */
export const MAKERS: Readonly<Record<string, Code | null>> = {
  forbidden: 'FORBIDDEN',
  notAdmitted: 'UNAUTHENTICATED',
  badInput: 'BAD_USER_INPUT',
  notFound: 'NOT_FOUND',
  notFoundAs: 'NOT_FOUND',
  conflict: 'CONFLICT',
  tooCostly: 'TOO_COSTLY',
  unavailable: 'UNAVAILABLE',
  badRequest: 'BAD_USER_INPUT',
  unauthenticated: 'UNAUTHENTICATED',
  HttpError: null,
  errorOutcome: null,
};

/** Calls of functions of these names in a file; a declaration is none. */
export function callsIn(file: string, names: readonly string[]): Site[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const call = new RegExp(`(?<!\\w)(?:new )?(${names.join('|')})\\(`, 'g');
  return [...source.matchAll(call)].flatMap((match): Site[] => {
    const before = source.slice(0, match.index);
    if (/\bfunction $/.test(before)) return [];
    return [
      {
        at: `${file}:${before.split('\n').length}`,
        maker: match[1] ?? '',
        given: argumentsAt(source, match.index + match[0].length - 1),
      },
    ];
  });
}

/** Every call of a maker outside the files that define them. */
export const errorSites = (): Site[] =>
  globSync('{schema,subgraphs,gateway}/**/*.ts', { cwd: ROOT })
    .filter((file) => !/\.generated\.ts$|^gateway\/(?:commands|docs)\/|^schema\/errors\.ts$/.test(file))
    .sort()
    .flatMap((file) => callsIn(file, Object.keys(MAKERS)));
