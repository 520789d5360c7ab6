/** Child processes of the benchmark: started with settings, queried over the IPC channel of `fork`, and ended when the channel closes. */
import { type ChildProcess, fork } from 'node:child_process';

interface Message {
  readonly id: number;
  readonly value: unknown;
}

/** A child process, as its parent uses it. */
export interface Child {
  ask<Answer>(question: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a file, named from the folder of the benchmark, as a child. Resolves once the child has answered the settings. */
export async function startChild<Ready>(
  file: string,
  settings: unknown,
  nodeOptions: readonly string[] = [],
): Promise<{ child: Child; ready: Ready }> {
  const path = new URL(`../${file}`, import.meta.url).pathname;
  const child: ChildProcess = fork(path, [], {
    execArgv: [...nodeOptions],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let ending = false;
  child.on('message', ({ id, value }: Message) => {
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', (code, signal) => {
      const fault = new Error(`${file} ended (${signal ?? code})${ending ? '' : ' before it was told to'}.`);
      for (const { reject } of waiting.values()) reject(fault);
      waiting.clear();
      resolve();
    });
  });
  const ask = <Answer>(value: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
      child.send({ id: last, value } satisfies Message);
    });
  const stop = async (): Promise<void> => {
    ending = true;
    if (child.connected) child.disconnect();
    await ended;
  };
  return { child: { ask, stop }, ready: await ask<Ready>(settings) };
}

/** Runs in the child. The first message holds the settings and starts it, each further one is answered, and a closed channel ends it. */
export function serveChild<Settings>(
  start: (settings: Settings) => Promise<{ ready: unknown; answer: (question: never) => unknown }>,
  stop: () => Promise<void> = () => Promise.resolve(),
): void {
  let running: Promise<{ ready: unknown; answer: (question: never) => unknown }> | undefined;
  process.on('message', async ({ id, value }: Message) => {
    if (running === undefined) {
      running = start(value as Settings);
      process.send?.({ id, value: (await running).ready });
    } else process.send?.({ id, value: await (await running).answer(value as never) });
  });
  process.on('disconnect', async () => {
    await stop();
    process.exit(0);
  });
}

/** CPU time and resident memory of this process. */
export const usage = (): { cpuMs: number; residentBytes: number } => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1_000, residentBytes: process.memoryUsage.rss() };
};
