/** Background jobs: at an interval or at fixed times, one run at a time, or once. `stop` waits for the run in progress. */
import type { Logger } from 'pino';
import { causeOf, keyOf } from '../../schema/cause.ts';

export interface Schedule {
  stop(): Promise<void>;
}

/** How soon a job of fixed times that failed is tried again. */
const AGAIN_MS = 5_000;

/** A job that fails on is told again after so long at the latest. */
const TOLD_AGAIN_MS = 3_600_000;

/** Where jobs report to: the log, and the metrics with each run. */
export interface Reports {
  readonly log: Logger;
  readonly ran?: ((job: string, succeeded: boolean) => void) | undefined;
}

/** Runs a job's work and resolves with whether it succeeded. */
type Runner = (work: Promise<unknown>) => Promise<boolean>;

const powerOfTwo = (count: number): boolean => (count & (count - 1)) === 0;

/**
 * Tells the cause of a failure. One that stays is told with its count when the count has doubled, or after an hour: a job that runs every five seconds
 * would fill the log. Another cause is told at once, and so is the end of it.
 */
function runner(name: string, { log, ran }: Reports): Runner {
  let failures = 0;
  let last = '';
  let toldAt = 0;
  const failed = (error: unknown): void => {
    failures += 1;
    const fault = causeOf(error);
    const key = keyOf(fault);
    const now = performance.now();
    if (key === last && !powerOfTwo(failures) && now - toldAt < TOLD_AGAIN_MS) return;
    last = key;
    toldAt = now;
    log.error({ job: name, failures, fault }, 'a job failed');
  };
  return async (work) => {
    let succeeded = true;
    try {
      const summary = await work;
      log.debug({ job: name, summary }, 'done');
      if (failures > 0) log.info({ job: name, failures }, 'a job works again');
      failures = 0;
      last = '';
    } catch (error) {
      succeeded = false;
      failed(error);
    }
    ran?.(name, succeeded);
    return succeeded;
  };
}

/** A long job that begins now. It asks after each slice whether it goes on. */
export function once(name: string, work: (goesOn: () => boolean) => Promise<unknown>, reports: Reports): Schedule {
  let isStopped = false;
  const running = runner(name, reports)(work(() => !isStopped));
  return {
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}

export function every(milliseconds: number, name: string, work: () => Promise<unknown>, reports: Reports): Schedule {
  let running: Promise<unknown> | undefined;
  const run = runner(name, reports);
  const timer = setInterval(() => {
    running ??= run(work()).finally(() => {
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
  reports: Reports,
  againMs = AGAIN_MS,
): Schedule {
  let running: Promise<void> | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const run = runner(name, reports);
  const wait = (milliseconds: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = run(work()).then((done) => wait(Math.min(until(), done ? Number.POSITIVE_INFINITY : againMs)));
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
