/** One process at a time: a file says which one has something, and is taken over where that process is gone. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * When a process began, and nothing where it has ended and only waits to be collected. A number alone tells no process: in a container that is
 * started anew the same program gets the same one.
 */
function beginningOf(pid: number): string | undefined {
  try {
    // Linux: behind the name, which may hold anything but is in brackets, state and, 19 fields on, the time of the start.
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

/** What stands in the file; a moment is given to whoever has just made it and has not written yet. */
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

/** Takes what the file stands for; returns what gives it back. Throws `taken` where a living process has it. */
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
    // It was killed before it could give it back. Of two who see that, one alone moves the file away.
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
