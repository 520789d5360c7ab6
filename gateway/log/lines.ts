/** What a server says beside its requests: text for people in development, a JSON object a line in production. */
import { type Logger, type LoggerOptions, pino } from 'pino';
import { causeOf, withoutValues } from '../../schema/cause.ts';

type Level = 'info' | 'warn' | 'error';
export type Say = (line: string, level?: Level) => void;

export interface Lines {
  readonly say: Say;
  /** Tells why nothing is served, or why the process ends. Told at every LOG_LEVEL. */
  fatal(error: unknown): void;
}

/** Data that does not fit: the words of such an error of the database repeat it. */
const OF_DATA = /^2[23]/;

/** Errors of starting are told in their own words, which say what to set. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && OF_DATA.test(code) ? `The database refused its data (${code}).` : error.message;
}

const text = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Lines for people, on standard error. */
export const forPeople: Lines = { say: text, fatal: (error) => text(wordsOf(error)) };

/** Lines leave together: what came within so many milliseconds. A write for each costs a twentieth of an answer. */
const TOGETHER_MS = 100;
/**
 * Bytes of one write, unless a line is longer: a pipe of Linux takes so many whole (PIPE_BUF). The processes of a server write to one, and would tear each other's
 * lines.
 */
const WRITE_MAX = 4_096;
/** Bytes that wait for a full disk, or for a reader that does not come. What is more is lost. */
const WAITING_MAX = 4 * 2 ** 20;

const WARN = 40;

type LogMethod = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

let out: { readonly write: (line: string) => void; readonly leave: () => void } | undefined;
const leave = (): void => out?.leave();

/** Where all lines of the process go, whichever log writes them: they leave in the order in which they were written. */
function theOut(): NonNullable<typeof out> {
  if (out !== undefined) return out;
  const to = pino.destination({ sync: true, maxWrite: WRITE_MAX, maxLength: WAITING_MAX });
  // A full disk costs lines, and no answers.
  to.on('error', () => undefined);
  let [lines, bytes] = ['', 0];
  const leaveNow = (): void => {
    if (bytes === 0) return;
    const all = lines;
    [lines, bytes] = ['', 0];
    to.write(all);
  };
  setInterval(leaveNow, TOGETHER_MS).unref();
  process.on('exit', leaveNow);
  out = {
    leave: leaveNow,
    write: (line) => {
      const more = Buffer.byteLength(line);
      if (bytes + more > WRITE_MAX) leaveNow();
      lines += line;
      bytes += more;
    },
  };
  return out;
}

/** The log of a server. Whatever is a warning or worse leaves at once, with what was written before it; so does everything where the process ends. */
export function serverLog(options: LoggerOptions): Logger {
  const logMethod: LogMethod = function (given, write, level) {
    write.apply(this, given);
    if (level >= WARN) leave();
  };
  return pino({ ...options, hooks: { logMethod } }, theOut());
}

/** Written at once, and at every LOG_LEVEL. */
function fatalLog(): Logger {
  const logMethod: LogMethod = function (given, write) {
    leave();
    write.apply(this, given);
  };
  return pino({ level: 'fatal', hooks: { logMethod } });
}

/** Lines for programs: standard output has them and nothing else. */
export function forPrograms(level: string): Lines & { readonly log: Logger } {
  const log = serverLog({ level });
  const last = fatalLog();
  return {
    log,
    say: (line, at = 'info') => log[at](line),
    fatal: (error) => last.fatal({ fault: causeOf(error) }, wordsOf(error)),
  };
}

const CONSOLE = ['debug', 'info', 'log', 'warn', 'error', 'trace', 'dir'] as const;

/** Warnings whose words are Node's own. */
const OF_NODE = /^(?:DeprecationWarning|ExperimentalWarning|MaxListenersExceededWarning|TimeoutOverflowWarning)$/;

/**
 * Everything else that a process would write as text becomes a line: warnings, errors that nobody caught, what packages write to the console. What those
 * write may hold values, so that only the fact is told. `log` is asked each time, because the level is known only once the settings are read.
 */
export function takeOver(log: () => Logger): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    const { code } = causeOf(warning);
    const said = OF_NODE.test(warning.name) ? { said: withoutValues(warning.message) } : {};
    log().warn({ warning: warning.name, ...(code === undefined ? {} : { code }), ...said }, 'a warning');
  });
  const last = fatalLog();
  process.on('uncaughtException', (error, origin) => {
    last.fatal({ origin, fault: causeOf(error) }, 'The process ends: an error was not caught.');
    process.exit(1);
  });
  for (const method of CONSOLE)
    console[method] = () => log().warn({ console: method }, 'a package wrote to the console');
}
