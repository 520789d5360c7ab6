/** JSON of a body, looked at before it is parsed: how deep it is, and whether it may be read in two ways. One pass, no recursion. */
import { HttpError } from './http-error.ts';

/** A request that cannot be read. */
export const badRequest = (status: number, message: string, help: string): HttpError =>
  new HttpError(status, 'BAD_USER_INPUT', message, help);

/** Levels of a body, rows of a submission and what stands in them among them (RFC 8259 section 9 lets a reader set a limit). */
const DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, COLON] = [0x7b, 0x7d, 0x5b, 0x5d, 0x3a];

/** Where the text that begins with the quote at `start` ends; the end of all where it does not. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/** A name as it is meant, so that one written with escapes is the same; one that cannot be read is for the parser to refuse. */
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
 * Refuses what is nested too deep, and an object that has a name twice: which of the two counts is for each reader to choose (RFC 8259
 * section 4), so that what a proxy looked at may not be what is answered. Before parsing, because a megabyte of brackets is dear to parse.
 */
function look(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let [start, end] = [0, 0];
  // Each text names at most what follows it: one that is looked at for every colon of a megabyte would hold everybody.
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
      if (open.length > DEPTH)
        throw new HttpError(400, 'TOO_COSTLY', `The body is nested deeper than ${DEPTH} levels.`, 'Send less at once.');
    } else if (character === CLOSE_OBJECT || character === CLOSE_ARRAY) open.pop();
    else if (character === COLON && isName) {
      isName = false;
      const name = nameIn(text, start, end);
      const names = open.at(-1);
      if (names?.has(name))
        throw badRequest(
          400,
          'An object of the body has a name twice.',
          'Send each name once: which of two counts is not defined.',
        );
      names?.add(name);
    }
  }
}

/** What a body says, which has to be one object; `shape` is what should have been sent. */
export function parseJson(body: string, shape: string): Readonly<Record<string, unknown>> {
  // Nothing but an object is looked at any further: a list of a hundred thousand operations is refused at its first character.
  if (/^\s*[[\d"tfn-]/.test(body))
    throw badRequest(400, 'The body is not one JSON object.', `Send one operation a request: ${shape}.`);
  look(body);
  try {
    return JSON.parse(body);
  } catch {
    throw badRequest(400, 'The body is not JSON.', `Send ${shape}.`);
  }
}
