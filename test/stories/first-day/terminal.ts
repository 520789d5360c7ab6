/** A terminal: one bash that runs block after block, as a reader pastes them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  readonly printed: string;
  readonly status: number;
}

export interface Terminal {
  /** Runs a block in the shell of the blocks before it. Throws where it takes longer than so many milliseconds. */
  run(commands: string, withinMs?: number): Promise<Ran>;
  /** Ends the shell and everything that it started. */
  close(): Promise<void>;
}

export function openTerminal(folder: string, environment: Readonly<Record<string, string | undefined>>): Terminal {
  const blocks = mkdtempSync(join(tmpdir(), 'credit-blocks-'));
  // A process group of its own, so that what the blocks leave running ends with it.
  const shell: ChildProcess = spawn('bash', ['--noprofile', '--norc'], {
    cwd: folder,
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  let told = '';
  const listeners = new Set<() => void>();
  shell.stdout?.setEncoding('utf8').on('data', (part: string) => {
    told += part;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  shell.stdin?.write('exec 2>&1\n');
  let number = 0;
  return {
    run: (commands, withinMs = 120_000) => {
      number += 1;
      const file = join(blocks, `${number}.sh`);
      writeFileSync(file, `${commands}\n`);
      const end = randomUUID();
      told = '';
      return new Promise<Ran>((resolve, reject) => {
        const done = (finish: () => void): void => {
          clearTimeout(timer);
          listeners.delete(look);
          finish();
        };
        const look = (): void => {
          const found = new RegExp(`\\n?${end} (\\d+)\\n`).exec(told);
          if (found === null) return;
          const printed = told.slice(0, found.index);
          done(() => resolve({ printed, status: Number(found[1]) }));
        };
        const timer = setTimeout(
          () => done(() => reject(new Error(`This did not end:\n${commands}\n\nIt printed:\n${told}`))),
          withinMs,
        );
        listeners.add(look);
        shell.stdin?.write(`source ${file} </dev/null; printf '\\n%s %s\\n' ${end} "$?"\n`);
      });
    },
    close: async () => {
      if (shell.pid !== undefined && shell.exitCode === null) {
        process.kill(-shell.pid, 'SIGTERM');
        shell.stdin?.end();
      }
      await ended;
      rmSync(blocks, { recursive: true, force: true });
    },
  };
}
