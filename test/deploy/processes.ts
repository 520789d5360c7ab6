/** A process of the gateway as one of the files describes it, whatever the form of the file. */

export interface Probe {
  readonly purpose: 'startup' | 'liveness' | 'readiness';
  readonly path: string;
  readonly port: number;
  readonly everyMs: number;
  readonly failures: number;
}

export interface Process {
  /** File and name in it. */
  readonly place: string;
  /** The whole command, as the machine starts it. */
  readonly command: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Files that it is given, by path, with the mode where the file that describes it sets one. */
  readonly given: ReadonlyMap<string, number | undefined>;
  /** Folders in which it may write. */
  readonly writable: readonly string[];
  /** Numbers of user and group; undefined where systemd makes one up. */
  readonly user: string | undefined;
  /** Ports that others are led to, by what for. */
  readonly ports: Readonly<Record<'http' | 'metrics', readonly number[]>>;
  readonly probes: readonly Probe[];
  /** Time between SIGTERM and SIGKILL; undefined for commands. */
  readonly graceMs: number | undefined;
  /** What keeps it from the machine and is missing. */
  readonly unconfined: readonly string[];
}

/** The names of what is missing. */
export const missing = (needed: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(needed).filter((name) => needed[name] !== true);

/** `30s`, `5m`, `1h`, or seconds alone. */
export function milliseconds(text: string | number): number {
  const [, amount, unit = 's'] = /^(\d+)(ms|s|m|h)?$/.exec(String(text)) ?? [];
  if (amount === undefined) throw new Error(`${text} is no time.`);
  return Number(amount) * { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[unit as 'ms' | 's' | 'm' | 'h'];
}
