/** Parses the JSON of a body after checking its depth and duplicate names. The check is one pass without recursion. */

import { httpMessages } from '../../schema/messages/door/http.ts';
import type { Said } from '../../schema/messages/said.ts';
import { HttpError } from './http-error.ts';

/** The error for a request that cannot be read. */
export const badRequest = (status: number, said: Said): HttpError => new HttpError(status, 'BAD_USER_INPUT', said);

/** Deepest nesting of a body, including the rows of a submission and their content (RFC 8259, section 9, allows such a limit). */
export const BODY_DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, COLON] = [0x7b, 0x7d, 0x5b, 0x5d, 0x3a];

/** Index of the quote that closes the string opened at `start`; the length of the text where none does. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/** A name with its escapes resolved, so that two spellings of one name are found equal. A malformed one is left: JSON.parse refuses it. */
function nameIn(text: string, start: number, end: number): string {
  const written = text.slice(start + 1, end);
  if (!written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`);
  } catch {
    return written;
  }
}

/**
 * Refuses a body that is nested too deep, and an object that has a name twice. Parsers differ in which of two equal names they use
 * (RFC 8259, section 4), so that a proxy may have checked another value than the one that would be used here. This runs before JSON.parse,
 * because parsing a megabyte of brackets is expensive.
 */
function look(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let [start, end] = [0, 0];
  // A string is the name for the next colon only. Reading it again for every colon of a malformed megabyte would block the event loop.
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) {
      start = at;
      end = endOfText(text, at);
      at = end;
      isName = true;
    } else if (character === OPEN_OBJECT || character === OPEN_ARRAY) {
      open.push(character === OPEN_OBJECT ? new Set() : undefined);
      if (open.length > BODY_DEPTH) throw new HttpError(400, 'TOO_COSTLY', httpMessages.bodyTooDeep(BODY_DEPTH));
    } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) open.pop();
    else if (character === COLON && isName) {
      isName = false;
      const name = nameIn(text, start, end);
      const names = open.at(-1);
      if (names?.has(name)) throw badRequest(400, httpMessages.nameTwice);
      names?.add(name);
    }
  }
}

/**
 * Whether a text is nested no deeper, and holds no more lists, objects and members, than one may: more would fill the memory as it is parsed, and the stack of
 * whoever walks through it.
 */
export function isNestedWithin(text: string, most: { readonly depth: number; readonly values: number }): boolean {
  let [depth, values] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfText(text, at);
    else if (character === OPEN_OBJECT || character === OPEN_ARRAY) {
      depth += 1;
      values += 1;
    } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) depth -= 1;
    else if (character === COMMA) values += 1;
    if (depth > most.depth || values > most.values) return false;
  }
  return true;
}

/** Parses a body, which must be one object. `shape` is what the error tells the caller to send. */
export function parseJson(body: string, shape: string): Readonly<Record<string, unknown>> {
  // A list or scalar is refused at its first character: a batch of a hundred thousand operations is not even scanned.
  if (/^\s*[[\d"tfn-]/.test(body)) throw badRequest(400, httpMessages.notOneObject(shape));
  look(body);
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest(400, httpMessages.notJson(shape));
  }
}
