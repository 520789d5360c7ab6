import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockForProcess } from '../../../subgraphs/database/process-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-hold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const taken = (pid: number): Error => new Error(`taken by ${pid}`);

/** A container that was killed and started anew gave the server its old number: its own lock told it that the folder was in use, for good. */
it('a lock is of the process that made it, and not of the next one with its number', () => {
  const file = join(folder, 'lock');
  const release = lockForProcess(file, taken);
  expect(() => lockForProcess(file, taken)).toThrow(`taken by ${process.pid}`);
  const mark = readFileSync(file, 'utf8');
  release();
  for (const left of [`${process.pid} 1`, `${process.ppid} 1`, '2147483646', '']) {
    writeFileSync(file, left);
    const again = lockForProcess(file, taken);
    expect(readFileSync(file, 'utf8')).toBe(mark);
    again();
  }
  // One of a version that wrote the number alone is believed.
  writeFileSync(file, String(process.ppid));
  expect(() => lockForProcess(file, taken)).toThrow(`taken by ${process.ppid}`);
});
