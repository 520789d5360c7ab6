/**
 * A container without a daemon. Where the tests run as root on Linux: a process tree of its own in which the program is the first process, everything
 * read-only but /data and /tmp, another user, no capabilities, none to be gained. Elsewhere the program as it is.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first two words are the folders that may be written. Then everything else cannot be. */
const CONFINE = `set -e
for folder in "$1" "$2"; do mount --bind "$folder" "$folder"; done
mount -o remount,bind,ro /
mount -t proc proc /proc
user=$3; cd "$4"; shift 4
exec setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"`;

const UNSHARE = ['--mount', '--pid', '--fork', '--kill-child=SIGKILL', 'sh', '-c', CONFINE, 'sh'];

export interface Container {
  readonly child: ChildProcess;
  /** What it wrote on its standard output and error. */
  said(): string;
  /** Of the program itself, as the machine sees it. */
  pid(): number;
  signal(name: NodeJS.Signals): void;
  /** Kills the program, whatever it does; none where it has ended. */
  kill(): void;
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

export interface Machine {
  /** What of a container is there, for the summary of the test. */
  readonly kind: string;
  readonly confined: boolean;
  /** Folders that take the place of /data and /tmp. */
  readonly data: string;
  readonly tmp: string;
  start(command: readonly string[], environment: Readonly<Record<string, string>>, input?: string): Container;
  /** What a command printed; throws where it fails. */
  run(command: readonly string[], environment: Readonly<Record<string, string>>, input?: string): Promise<string>;
}

/** The process that unshare started. */
const childOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);

/** A machine over a folder: `opt` is the image's folder, `data` and `tmp` may be written. */
export function openMachine(folder: string, user: number): Machine {
  const [data, tmp] = ['data', 'tmp'].map((name) => join(folder, name)) as [string, string];
  for (const one of [folder, data, tmp]) mkdirSync(one, { recursive: true, mode: 0o755 });
  chmodSync(folder, 0o755);
  const image = join(folder, 'opt');
  const root = process.getuid?.() === 0;
  if (root) for (const one of [data, tmp]) chownSync(one, user, user);
  const words = [data, tmp, String(user), image];
  const confined =
    root && spawnSync('unshare', [...UNSHARE, ...[data, tmp, String(user), folder], 'true']).status === 0;
  const start: Machine['start'] = (command, environment, input) => {
    const [program = '', ...parameters] = command;
    const options = {
      cwd: image,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', TMPDIR: tmp, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'] as ['pipe', 'pipe', 'pipe'],
    };
    const child = confined
      ? spawn('unshare', [...UNSHARE, ...words, program, ...parameters], options)
      : spawn(program, parameters, { ...options, ...(root ? { uid: user, gid: user } : {}) });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
    const pid = (): number => (confined ? childOf(child.pid ?? 0) : (child.pid ?? 0));
    child.stdin.on('error', () => undefined).end(input ?? '');
    return {
      child,
      said: () => said,
      pid,
      signal: (name) => void process.kill(pid(), name),
      kill: () => {
        // Not unshare alone: another user's process does not die with it.
        try {
          process.kill(pid(), 'SIGKILL');
        } catch {
          // It has ended.
        }
        child.kill('SIGKILL');
      },
      ended: new Promise((resolve) => child.once('close', (status, signal) => resolve(status ?? signal))),
    };
  };
  return {
    kind: confined
      ? 'first process of its own tree, read-only, no capabilities'
      : `a plain process${root ? ' of another user' : ''}: unshare is not allowed here`,
    ...{ confined, data, tmp, start },
    run: async (command, environment, input) => {
      const { ended, said } = start(command, environment, input);
      const status = await ended;
      if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}:\n${said()}`);
      return said();
    },
  };
}
