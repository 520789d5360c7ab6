/** Runs a background job at an interval: one run at a time. `stop` waits for the run in progress. */
import type { Logger } from 'pino';

export interface Schedule {
  stop(): Promise<void>;
}

export function every(milliseconds: number, name: string, work: () => Promise<unknown>, log: Logger): Schedule {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .then(
        (summary) => log.debug({ job: name, summary }, 'done'),
        (error: unknown) =>
          log.error({ job: name, fault: error instanceof Error ? error.name : typeof error }, 'a job failed'),
      )
      .finally(() => {
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
