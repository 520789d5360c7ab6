/** A log whose lines a test reads: the server writes to it as it would to standard output. */
import { type LevelWithSilent, type Logger, pino } from 'pino';

export interface RecordedLog<Line> {
  readonly log: Logger;
  /** Each line as it was written, and as what it says. */
  readonly lines: readonly string[];
  readonly logged: readonly Line[];
}

export function recordLog<Line = Readonly<Record<string, unknown>>>(
  level: LevelWithSilent = 'info',
): RecordedLog<Line> {
  const lines: string[] = [];
  const logged: Line[] = [];
  const write = (line: string): void => {
    lines.push(line);
    logged.push(JSON.parse(line));
  };
  return { log: pino({ level }, { write }), lines, logged };
}
