/** Background jobs: at an interval or at fixed times, one run at a time, or once. `stop` waits for the run in progress. */
import type { Logger } from 'pino';

export interface Schedule {
  stop(): Promise<void>;
}

/** How soon a job of fixed times that failed is tried again. */
const AGAIN_MS = 5_000;

/** Resolves when the work is done, with whether it succeeded. */
const told = (name: string, log: Logger, work: Promise<unknown>): Promise<boolean> =>
  work.then(
    (summary) => {
      log.debug({ job: name, summary }, 'done');
      return true;
    },
    (error: unknown) => {
      log.error({ job: name, fault: error instanceof Error ? error.name : typeof error }, 'a job failed');
      return false;
    },
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
  let running: Promise<unknown> | undefined;
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

/** A job at fixed times. `until` says in how many milliseconds the next one is. What failed is tried again before that: the time is not yet served. */
export function atTimes(
  until: () => number,
  name: string,
  work: () => Promise<unknown>,
  log: Logger,
  againMs = AGAIN_MS,
): Schedule {
  let running: Promise<void> | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = (milliseconds: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = told(name, log, work()).then((done) =>
        wait(Math.min(until(), done ? Number.POSITIVE_INFINITY : againMs)),
      );
    }, milliseconds);
    timer.unref();
  };
  wait(until());
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
