/** `npm start` as a process of its own, and what it says. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Started {
  readonly child: ChildProcess;
  /** Resolves when what it said so far, or says, fits. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  said(): string;
}

/** Starts it over a folder, without the sample. */
export function startMain(folder: string, environment: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, ['gateway/main.ts'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder, SAMPLE: 'off', LOG_LEVEL: 'silent', ...environment },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  return {
    child,
    said: () => said,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(said);
          if (found !== null) resolve(found);
        };
        child.stderr?.on('data', look);
        child.once('exit', () => reject(new Error(said)));
        look();
      }),
  };
}
