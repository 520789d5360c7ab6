/** A process that is started again when it ends by itself, after a pause that grows while it ends again and again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** What is started: a program with its words, as whom, where its lines go. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly user: User | undefined;
  /** File that standard output and error are added to. */
  readonly log: string;
}

export interface User {
  readonly uid: number;
  readonly gid: number;
}

const [PAUSE_MS, PAUSE_MAX_MS] = [500, 10_000];
/** Who lived so long is not ending again and again. */
const SETTLED_MS = 30_000;
const STEP_MS = 20;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Supervised {
  readonly #program: Program;
  readonly #onRestart: (name: string, afterMs: number) => void;
  #child: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = PAUSE_MS;
  #isStopped = false;
  /** How often it ended by itself and was started again. */
  restarts = 0;

  constructor(program: Program, onRestart: (name: string, afterMs: number) => void = () => undefined) {
    this.#program = program;
    this.#onRestart = onRestart;
    this.#start();
  }

  get name(): string {
    return this.#program.name;
  }

  /** Undefined while it is not running. */
  get pid(): number | undefined {
    return this.#child?.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  #start(): void {
    const { command, words, environment, folder, user, log } = this.#program;
    const began = performance.now();
    const out = openSync(log, 'a', 0o600);
    // A group of its own: what the terminal tells the command is no signal to it, for it is stopped in its turn.
    const child = spawn(command, words, {
      ...{ cwd: folder, env: environment, detached: true, stdio: ['ignore', out, out] },
      ...user,
    });
    closeSync(out);
    this.#child = child;
    let hasEnded = false;
    const ended = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      if (this.#isStopped) return;
      if (performance.now() - began > SETTLED_MS) this.#pauseMs = PAUSE_MS;
      const afterMs = this.#pauseMs;
      this.#pauseMs = Math.min(PAUSE_MAX_MS, afterMs * 2);
      this.restarts += 1;
      this.#onRestart(this.name, afterMs);
      this.#timer = setTimeout(() => this.#start(), afterMs);
    };
    child.once('exit', ended);
    child.once('error', ended);
  }

  /** To it alone. */
  signal(signal: NodeJS.Signals): void {
    if (this.pid !== undefined) this.#child?.kill(signal);
  }

  /** Ends it for good: asked first, then killed. */
  async stop(signal: NodeJS.Signals, graceMs: number): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.signal('SIGCONT');
    this.signal(signal);
    for (let waited = 0; this.pid !== undefined && waited < graceMs; waited += STEP_MS) await pause(STEP_MS);
    this.signal('SIGKILL');
    while (this.pid !== undefined) await pause(STEP_MS);
  }
}
