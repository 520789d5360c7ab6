/** Background jobs: at an interval, one run at a time, or once. `stop` waits for the run in progress. */
import type { Logger } from 'pino';

export interface Schedule {
  stop(): Promise<void>;
}

const told = (name: string, log: Logger, work: Promise<unknown>): Promise<void> =>
  work.then(
    (summary) => log.debug({ job: name, summary }, 'done'),
    (error: unknown) =>
      log.error({ job: name, fault: error instanceof Error ? error.name : typeof error }, 'a job failed'),
  );

/** A long job that begins now. It asks after each slice whether it goes on. */
export function once(name: string, work: (goesOn: () => boolean) => Promise<unknown>, log: Logger): Schedule {
  let isStopped = false;
  const running = told(
    name,
    log,
    work(() => !isStopped),
  );
  return {
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}

export function every(milliseconds: number, name: string, work: () => Promise<unknown>, log: Logger): Schedule {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= told(name, log, work()).finally(() => {
      running = undefined;
    });
  }, milliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
