/**
 * Files of the journal of what ended: a line an entry, in JSON, with a keyed mark over it and over the mark of the line before, so that a line that was
 * changed, left out or moved is found. A file for each host and month. Who appends holds the lock of the database (subgraphs/recovery/session.ts).
 */
import { timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from '../../../subgraphs/keys/secrets.ts';
import type { JournalEntry } from '../../../subgraphs/recovery/entry.ts';
import type { JournalFiles } from '../../../subgraphs/recovery/lacking.ts';
import { JournalFault } from './journal-fault.ts';

type Marking = Pick<Secrets, 'journalMac'>;

const SUFFIX = '.jsonl';
const FILE = /^(.+)-(\d{4}-\d{2})\.jsonl$/;

/** The files of a host in the order of their months. */
const filesOf = (folder: string, host: string): string[] =>
  readdirSync(folder)
    .filter((name) => FILE.exec(name)?.[1] === host)
    .sort();

interface Line extends JournalEntry {
  /** Mark of the line before, also of the month before; empty in the first line of all. */
  readonly before: string;
  readonly mark: string;
}

const marked = (text: string, { journalMac }: Marking): string => journalMac(text).toString('base64url');

/** Members in one order: the mark is made over this text. */
const textOf = ({ id, number, at, kind, payload }: JournalEntry, before: string): string =>
  JSON.stringify({ id, number, at, kind, payload, before });

/** Bytes from the end within which a last line is looked for first. */
const TAIL = 65_536;

/** The last whole line of a file, and where it ends: what stands behind it was cut by a crash. */
function lastLine(file: number): { readonly text: string; readonly end: number } {
  const { size } = fstatSync(file);
  for (let length = Math.min(TAIL, size); ; length = Math.min(length * 2, size)) {
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, size - length);
    const end = bytes.lastIndexOf('\n');
    const start = end < 0 ? -1 : bytes.lastIndexOf('\n', end - 1);
    if (end >= 0 && (start >= 0 || length === size))
      return { text: bytes.subarray(start + 1, end).toString(), end: size - length + end + 1 };
    if (length === size) return { text: '', end: 0 };
  }
}

const markIn = (text: string): string => {
  try {
    return String((JSON.parse(text) as Partial<Line>).mark ?? '');
  } catch {
    return '';
  }
};

/** The mark that the first line of a new file follows. */
function markBefore(folder: string, host: string, name: string): string {
  const earlier = filesOf(folder, host)
    .filter((one) => one < name)
    .at(-1);
  if (earlier === undefined) return '';
  const file = openSync(join(folder, earlier), 'r');
  try {
    return markIn(lastLine(file).text);
  } finally {
    closeSync(file);
  }
}

/** A name of a host as part of a file name. */
const hostPart = (host: string): string => host.replace(/[^A-Za-z0-9._-]/g, '_') || 'host';

/**
 * Appends entries to the file of this host and month, each in one write, and returns when they are on the disk. A line that a crash cut before is cut away.
 * Throws what the disk says; then the file ends where it ended before.
 */
export function appendEntries(
  folder: string,
  host: string,
  now: Date,
  entries: readonly JournalEntry[],
  secrets: Marking,
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = hostPart(host);
  const month = `${part}-${now.toISOString().slice(0, 7)}${SUFFIX}`;
  // A clock that was ahead for a while is set back: the lines go on where they ended, or those of the later file would follow none.
  const name = [month, ...filesOf(folder, part)].sort().at(-1) ?? month;
  const path = join(folder, name);
  const isNew = !existsSync(path);
  const file = openSync(path, 'a+', 0o600);
  try {
    if (isNew) giveToOwner(file, folder);
    const last = lastLine(file);
    if (last.end < fstatSync(file).size) ftruncateSync(file, last.end);
    let before = last.text === '' ? markBefore(folder, part, name) : markIn(last.text);
    try {
      for (const entry of entries) {
        const text = textOf(entry, before);
        const mark = marked(text, secrets);
        const line = Buffer.from(`${text.slice(0, -1)},"mark":"${mark}"}\n`);
        if (writeSync(file, line) < line.length)
          throw Object.assign(new Error('The disk is full.'), { code: 'ENOSPC' });
        before = mark;
      }
      fsyncSync(file);
    } catch (error) {
      ftruncateSync(file, last.end);
      throw error;
    }
  } finally {
    closeSync(file);
  }
  if (isNew) syncFolder(folder);
}

/** A command that root runs on the machine of a server with a user of its own: the file is of whoever has the folder, or the server could not go on with it. */
function giveToOwner(file: number, folder: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  fchownSync(file, uid, gid);
}

/** A new file is lost with its folder's entry, where that is not on the disk. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

function lineFrom(text: string, place: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JournalFault(place, 'NO_JSON');
  }
  const { id, number, at, kind, payload, before, mark } = (value ?? {}) as Record<string, unknown>;
  const strings = [id, at, kind, before, mark].every((one) => typeof one === 'string');
  if (!strings || !Number.isSafeInteger(number) || typeof payload !== 'object' || payload === null)
    throw new JournalFault(place, 'NO_ENTRY');
  return value as Line;
}

const isMark = (given: string, made: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(made)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** The entries of one file. `before`: the mark of the last line of the file before; undefined where there is none. Returns the last mark too, and the one that the first line follows. */
function readFile(
  path: string,
  before: string | undefined,
  secrets: Marking,
): { readonly entries: JournalEntry[]; readonly first: string | undefined; readonly last: string | undefined } {
  const texts = readFileSync(path, 'utf8').split('\n');
  const cut = texts.pop() ?? '';
  const entries: JournalEntry[] = [];
  let first = before;
  let last = before;
  for (const [index, text] of texts.entries()) {
    const place = `${path}:${index + 1}`;
    const line = lineFrom(text, place);
    if (!isMark(line.mark, marked(textOf(line, line.before), secrets))) throw new JournalFault(place, 'MARK');
    // Files of the first months may have been thrown away with the backups that needed them.
    if (last !== undefined && line.before !== last) throw new JournalFault(place, 'CHAIN');
    first ??= line.before;
    last = line.mark;
    const { id, number, at, kind, payload } = line;
    entries.push({ id, number, at, kind, payload });
  }
  // A line without an end was cut by a crash. Where all of it but the end is there, it is one.
  try {
    const line = lineFrom(cut, path);
    if (isMark(line.mark, marked(textOf(line, line.before), secrets)) && (last === undefined || line.before === last)) {
      const { id, number, at, kind, payload } = line;
      entries.push({ id, number, at, kind, payload });
    }
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
  }
  return { entries, first, last };
}

/** All entries of a folder, those of every host. Throws JournalFault with file and line for one that is damaged. No folder is no journal yet. */
export function readFiles(folder: string, secrets: Marking): JournalFiles {
  if (!existsSync(folder)) return { entries: [], since: undefined };
  const hosts = Map.groupBy(
    readdirSync(folder)
      .filter((name) => FILE.test(name))
      .sort(),
    (name) => FILE.exec(name)?.[1] ?? '',
  );
  const found: JournalEntry[] = [];
  const months: string[] = [];
  let thrownAway = false;
  for (const names of hosts.values()) {
    months.push(FILE.exec(names[0] ?? '')?.[2] ?? '');
    let last: string | undefined;
    for (const name of names) {
      const read = readFile(join(folder, name), last, secrets);
      // The first line of all follows none.
      if (last === undefined && (read.first ?? '') !== '') thrownAway = true;
      last = read.last;
      found.push(...read.entries);
    }
  }
  return {
    entries: found.sort((one, other) => one.number - other.number),
    since: thrownAway ? new Date(`${months.sort()[0]}-01T00:00:00Z`) : undefined,
  };
}

export const readJournal = (folder: string, secrets: Marking): readonly JournalEntry[] =>
  readFiles(folder, secrets).entries;
