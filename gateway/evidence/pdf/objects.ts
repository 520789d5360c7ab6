/**
 * The objects of a PDF, read one behind the other from its first byte to its last (ISO 32000, 7.2 to 7.5). Readers find objects by a table; here everything that
 * is no object, no comment and no table is a fault, so that none of them finds what was not seen here.
 */
import { FaultyFile } from '../file-fault.ts';

/** Values of the top level of a dictionary. A name begins with its slash; anything that is not looked at is null. */
export type Entries = ReadonlyMap<string, string | number | readonly string[] | null>;

export interface Seen {
  name(name: string): void;
  /** A stream with its dictionary and where its data stand. */
  stream(entries: Entries, start: number, end: number): void;
  /** What is neither read nor shown. */
  comment(text: string): void;
}

const OBJECTS_MAX = 100_000;
const TOKENS_MAX = 8_000_000;
const DEPTH_MAX = 100;
const COMMENT_MAX = 2_000;

/** A character that is written as an escape though it needs none. Names of fonts in Chinese need them. */
const NEEDLESS = /#(?:3[0-9]|[46][1-9a-f]|[57][0-9a])/i;
const KEYWORDS = new Set(['obj', 'endobj', 'stream', 'endstream', 'xref', 'trailer', 'startxref', 'R', 'n', 'f']);
const VALUES = new Set(['true', 'false', 'null']);

const SPACE = /[\0\t\n\f\r ]*/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const HEX = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const NUMBER = /^[+-]*(?:\d+\.?\d*|\.\d+)-?\d*$/;
const STREAM_BEGINS = /\r?\n|\r/y;
const STREAM_ENDS = /[\0\t\n\f\r ]*endstream/y;
const LENGTHS = /(\d+)\s+(\d+)\s+obj\s+(\d+)\s+endobj/g;

const broken = (): FaultyFile => new FaultyFile('BROKEN');

interface Open {
  readonly dictionary: boolean;
  readonly values: (string | number | readonly string[] | null)[];
}

function entriesOf(values: Open['values']): Entries {
  const entries = new Map<string, string | number | readonly string[] | null>();
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [key, value = null] = [values[at], values[at + 1]];
    // A key that stands twice means one thing to one reader and another to the next.
    if (typeof key !== 'string' || entries.has(key)) throw broken();
    entries.set(key, value);
  }
  if (values.length % 2 === 1) throw broken();
  return entries;
}

/** The name without its escapes. */
export function nameOf(written: string): string {
  if (NEEDLESS.test(written)) throw new FaultyFile('ESCAPED');
  return written.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The end of a text in parentheses that begins at `at`. */
function afterText(text: string, at: number): number {
  let depth = 0;
  for (let place = at; place < text.length; place += 1) {
    const character = text[place];
    if (character === '\\') place += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
  }
  throw broken();
}

/** Reads the objects of a file, or those of a stream that holds objects (`within`). `text` is its bytes, one a character. */
export function readObjects(text: string, seen: Seen, within: boolean): void {
  const lengths = new Map<string, number[]>();
  if (!within)
    for (const [, number = '', generation = '', length] of text.matchAll(LENGTHS)) {
      const key = `${Number(number)} ${Number(generation)}`;
      lengths.set(key, [...(lengths.get(key) ?? []), Number(length)]);
    }
  const stack: Open[] = [{ dictionary: false, values: [] }];
  let last: Entries | undefined;
  let objects = 0;
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const top = (): Open => stack.at(-1) ?? { dictionary: false, values: [] };
  const put = (value: Open['values'][number]): void => {
    if (stack.length > 1) top().values.push(value);
  };
  const open = (dictionary: boolean): void => {
    if (stack.length > DEPTH_MAX) throw new FaultyFile('TOO_MUCH');
    stack.push({ dictionary, values: [] });
  };
  const close = (dictionary: boolean): void => {
    const closed = stack.pop();
    if (closed === undefined || stack.length === 0 || closed.dictionary !== dictionary) throw broken();
    if (dictionary) {
      last = entriesOf(closed.values);
      put(null);
    } else put(closed.values.filter((value) => typeof value === 'string'));
  };
  /** Where the data of a stream end: by the length that its dictionary says, and `endstream` stands there. */
  const endOf = (entries: Entries, start: number): number => {
    const said = entries.get('/Length');
    const possible = typeof said === 'number' ? [said] : (lengths.get(String(said)) ?? []);
    for (const length of possible) {
      STREAM_ENDS.lastIndex = start + length;
      if (STREAM_ENDS.test(text)) return start + length;
    }
    throw broken();
  };
  const stream = (): void => {
    if (within || last === undefined || take(STREAM_BEGINS) === undefined) throw broken();
    const end = endOf(last, at);
    seen.stream(last, at, end);
    at = end;
    take(STREAM_ENDS);
  };
  const keyword = (written: string): void => {
    if (within ? written !== 'R' : !KEYWORDS.has(written)) throw new FaultyFile('TWO_KINDS');
    if (written === 'R') {
      // Two numbers and R are one value.
      const [generation, number] = [top().values.pop(), top().values.pop()];
      put(`${number} ${generation}`);
    } else if (written === 'obj') {
      objects += 1;
      if (stack.length > 1) throw broken();
      if (objects > OBJECTS_MAX) throw new FaultyFile('TOO_MUCH');
      last = undefined;
    } else if (written === 'stream') stream();
  };
  const word = (written: string): void => {
    if (NUMBER.test(written)) put(Number(written));
    else if (VALUES.has(written)) put(null);
    else keyword(written);
  };
  for (let tokens = 0; ; tokens += 1) {
    take(SPACE);
    if (at >= text.length) break;
    if (tokens > TOKENS_MAX) throw new FaultyFile('TOO_MUCH');
    const character = text[at];
    if (character === '%') {
      const end = text.slice(at, at + COMMENT_MAX).search(/[\r\n]/);
      if (end < 0 && text.length - at > COMMENT_MAX) throw new FaultyFile('TWO_KINDS');
      seen.comment(text.slice(at, end < 0 ? text.length : at + end));
      at = end < 0 ? text.length : at + end;
    } else if (character === '/') {
      at += 1;
      const name = `/${nameOf(take(REGULAR) ?? '')}`;
      seen.name(name);
      put(name);
    } else if (character === '(') {
      at = afterText(text, at);
      put(null);
    } else if (text.startsWith('<<', at)) {
      at += 2;
      open(true);
    } else if (text.startsWith('>>', at)) {
      at += 2;
      close(true);
    } else if (character === '<') {
      if (take(HEX) === undefined) throw broken();
      put(null);
    } else if (character === '[' || character === ']') {
      at += 1;
      if (character === '[') open(false);
      else close(false);
    } else {
      const written = take(REGULAR);
      if (written === undefined) throw broken();
      word(written);
    }
  }
  if (stack.length !== 1) throw broken();
}
