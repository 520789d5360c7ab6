/** The files of the journal: whole lines in order, on the disk; a damaged one is told with its place, and one that a crash cut is cut away. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalFault } from '../../gateway/recovery/journal/journal-fault.ts';
import { appendEntries, readJournal } from '../../gateway/recovery/journal/journal-files.ts';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';
import type { JournalEntry } from '../../subgraphs/recovery/entry.ts';

const config = freshSecrets();
const secrets = openSecrets(config);
const NOVEMBER = new Date('2026-11-20T02:00:00Z');
const DECEMBER = new Date('2026-12-01T02:00:00Z');

const entry = (number: number): JournalEntry => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  number,
  at: '2026-11-20T02:00:00.000Z',
  kind: 'DUTY_ENDED',
  payload: { id: '00000000-0000-4000-8000-000000000001', at: '2026-11-20T02:00:00Z' },
});

describe('the files of the journal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'credit-journal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const append = (from: number, to: number, now = NOVEMBER, host = 'one'): void =>
    appendEntries(
      folder,
      host,
      now,
      Array.from({ length: to - from + 1 }, (_, index) => entry(from + index)),
      secrets,
    );
  const path = (name = 'one-2026-11.jsonl'): string => join(folder, name);
  const lines = (name?: string): string[] => readFileSync(path(name), 'utf8').trimEnd().split('\n');
  const numbers = (): number[] => readJournal(folder, secrets).map(({ number }) => number);
  const fault = (): string => {
    try {
      readJournal(folder, secrets);
    } catch (error) {
      if (error instanceof JournalFault) return `${error.place.slice(folder.length + 1)} ${error.kind}`;
      throw error;
    }
    return 'none';
  };

  it('A17.1 hold what was appended, by host and month, private to the user of the server', () => {
    append(1, 2);
    append(3, 3, DECEMBER);
    append(4, 4, NOVEMBER, 'two/host');
    expect(readdirSync(folder).sort()).toEqual(['one-2026-11.jsonl', 'one-2026-12.jsonl', 'two_host-2026-11.jsonl']);
    expect(numbers()).toEqual([1, 2, 3, 4]);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it.each([
    [
      'changed',
      (all: string[]) => all.map((line, index) => (index === 1 ? line.replace('DUTY_ENDED', 'UNIT_ENDED') : line)),
      'one-2026-11.jsonl:2 MARK',
    ],
    ['left out', (all: string[]) => all.filter((_, index) => index !== 1), 'one-2026-11.jsonl:2 CHAIN'],
    ['moved', ([a = '', b = '', c = '', d = '']: string[]) => [a, c, b, d], 'one-2026-11.jsonl:2 CHAIN'],
    ['told twice', ([a = '', b = '', ...more]: string[]) => [a, b, b, ...more], 'one-2026-11.jsonl:3 CHAIN'],
    ['no JSON', ([a = '', ...more]: string[]) => [a, '{"id":', ...more], 'one-2026-11.jsonl:2 NO_JSON'],
    ['no entry', ([a = '', ...more]: string[]) => [a, '{}', ...more], 'one-2026-11.jsonl:2 NO_ENTRY'],
  ])('A17.2 adversarial 98: a line that was %s is told with file and line', (_, change, told) => {
    append(1, 4);
    writeFileSync(path(), `${change(lines()).join('\n')}\n`);
    expect(fault()).toBe(told);
  });

  it('A17.2 lines that are missing at the end of a month are found by the next, and a month that is missing too', () => {
    append(1, 2);
    append(3, 3, DECEMBER);
    append(4, 4, new Date('2027-01-02T00:00:00Z'));
    const whole = readFileSync(path());
    writeFileSync(path(), `${lines()[0]}\n`);
    expect(fault()).toBe('one-2026-12.jsonl:1 CHAIN');
    writeFileSync(path(), whole);
    rmSync(path('one-2026-12.jsonl'));
    expect(fault()).toBe('one-2027-01.jsonl:1 CHAIN');
  });

  it('A17.1 a clock that was ahead and is set back breaks no chain', () => {
    append(1, 1);
    append(2, 2, DECEMBER);
    append(3, 4);
    expect(fault()).toBe('none');
    expect(numbers()).toEqual([1, 2, 3, 4]);
    append(5, 5, new Date('2027-01-02T00:00:00Z'));
    expect(numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('what a command of root writes is of the user of the folder, so that the server goes on with it', () => {
    const user = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? 0);
    chownSync(folder, user, statSync(folder).gid);
    append(1, 1);
    expect(statSync(path()).uid).toBe(user);
  });

  it('the oldest months may be thrown away with the backups that needed them', () => {
    append(1, 2);
    append(3, 3, DECEMBER);
    rmSync(path());
    expect(numbers()).toEqual([3]);
  });

  it('a journal of an installation with another index key is refused', () => {
    append(1, 1);
    const strange = openSecrets({ ...freshSecrets(), sealing: config.sealing });
    expect(() => readJournal(folder, strange)).toThrow(/one-2026-11\.jsonl:1: .*another index key/);
  });

  it('A17.1 a last line that a crash cut is passed over, and cut away before the next is written', () => {
    append(1, 2);
    const { size } = statSync(path());
    const before = lines().length;
    for (const cut of [1, 20, 150]) {
      append(3, 3);
      truncateSync(path(), statSync(path()).size - cut);
      // Without its end alone the line is there.
      expect(numbers()).toEqual(cut === 1 ? [1, 2, 3] : [1, 2]);
      append(4, 4);
      expect(numbers()).toEqual([1, 2, 4]);
      expect(lines()).toHaveLength(before + 1);
      truncateSync(path(), size);
    }
  });

  it('A17.1 a disk that is full leaves the file as it was, and says so', () => {
    append(1, 2);
    const whole = readFileSync(path());
    // No file of this process may grow beyond what it holds now and half a line (RLIMIT_FSIZE).
    const blocks = Math.ceil(whole.length / 1024);
    const code = `
      const { appendEntries } = await import(${JSON.stringify(new URL('../../gateway/recovery/journal/journal-files.ts', import.meta.url).href)});
      const { openSecrets } = await import(${JSON.stringify(new URL('../../subgraphs/keys/secrets.ts', import.meta.url).href)});
      const entries = Array.from({ length: 50 }, (_, index) => ({ ...${JSON.stringify(entry(3))}, number: 3 + index }));
      try { appendEntries(${JSON.stringify(folder)}, 'one', new Date(${NOVEMBER.getTime()}), entries, openSecrets(${JSON.stringify(config)})); }
      catch (error) { process.stdout.write(error.code); }`;
    const told = execFileSync(
      'sh',
      ['-c', `ulimit -f ${blocks * 2}; exec "$0" --input-type=module -e "$1"`, process.execPath, code],
      {
        encoding: 'utf8',
      },
    );
    expect(['EFBIG', 'ENOSPC']).toContain(told);
    expect(readFileSync(path())).toEqual(whole);
    append(3, 3);
    expect(numbers()).toEqual([1, 2, 3]);
  });

  it('whoever writes a line of his own into the folder is found out', () => {
    append(1, 1);
    const forged = { ...JSON.parse(lines()[0] ?? ''), number: 2, before: JSON.parse(lines()[0] ?? '').mark };
    appendFileSync(path(), `${JSON.stringify(forged)}\n`);
    expect(fault()).toBe('one-2026-11.jsonl:2 MARK');
  });
});
