/** Lock between processes: a file names the process that holds it. Where that process is gone, the lock is taken over. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * When a process started; undefined where it has ended, zombies included. A process id alone identifies no process: a restarted container gives the
 * same program the same id.
 */
function beginningOf(pid: number): string | undefined {
  try {
    // Linux: after the name, which is in brackets and may hold anything, come the state and, 19 fields later, the start time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function isThere(pid: number, began: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return began === undefined || beginningOf(pid) === began;
}

const WRITTEN_WITHIN_MS = 500;

/** Reads the lock file. The holder creates it before it writes its id, so that an empty file is read again for a moment. */
function holderIn(file: string): string {
  const until = performance.now() + WRITTEN_WITHIN_MS;
  for (;;) {
    try {
      const text = readFileSync(file, 'utf8');
      if (text !== '' || performance.now() > until) return text;
    } catch {
      return '';
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

/** Takes the lock and returns the function that releases it. Throws `taken` where a living process holds it. */
export function lockForProcess(file: string, taken: (pid: number) => Error): () => void {
  const take = (): boolean => {
    try {
      writeFileSync(file, [process.pid, beginningOf(process.pid)].join(' ').trim(), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  };
  while (!take()) {
    const holder = holderIn(file);
    const [pid, began] = holder.split(' ');
    if (/^\d+$/.test(pid ?? '') && isThere(Number(pid), began)) throw taken(Number(pid));
    // The holder was killed before it released the lock. If two processes see this, the rename lets only one of them remove the file. A file that a
    // third process has just created is moved back.
    const away = `${file}.${process.pid}`;
    try {
      renameSync(file, away);
      if (readFileSync(away, 'utf8') === holder) rmSync(away, { force: true });
      else renameSync(away, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return () => rmSync(file, { force: true });
}
