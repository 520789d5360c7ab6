/** Programs that check files for operators: from PATH, else as Debian's packages, unpacked without rights of root. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Program {
  readonly command: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

const onPath = (program: string): string =>
  spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();

/** Names of a package and of those that it needs, as far as they fit the pattern. */
function withNeeds(name: string, pattern: RegExp): string[] {
  const without = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((one) => `--no-${one}`);
  const { stdout } = spawnSync('apt-cache', ['depends', '--recurse', ...without, name], { encoding: 'utf8' });
  return [name, ...new Set((stdout ?? '').split('\n').filter((line) => pattern.test(line)))];
}

/** Folder with the unpacked packages; undefined where there is no Debian, or none of its servers. */
function unpacked(name: string, needs: RegExp): string | undefined {
  const kept = join(tmpdir(), `credit-${name}`);
  if (existsSync(kept)) return kept;
  const making = `${kept}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const download = (): boolean =>
    spawnSync('apt-get', ['download', '-qq', ...withNeeds(name, needs)], { cwd: making, stdio: 'ignore' }).status === 0;
  // The lists of packages may be missing or old.
  const got = download() || (spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' }).status === 0 && download());
  if (!got) {
    rmSync(making, { recursive: true, force: true });
    return undefined;
  }
  for (const file of readdirSync(making).filter((one) => one.endsWith('.deb')))
    execFileSync('dpkg', ['-x', file, '.'], { cwd: making });
  try {
    renameSync(making, kept);
  } catch {
    // Another process was quicker.
    rmSync(making, { recursive: true, force: true });
  }
  return kept;
}

const NONE = /(?!)/;

/** Each is undefined where it can neither be found nor fetched. */
export const PROGRAMS: Readonly<
  Record<'systemd-analyze' | 'docker-compose' | 'kubectl' | 'pgbouncer', () => Program | undefined>
> = {
  // It reads the units of the machine: one that is fetched has none to read.
  'systemd-analyze': () => {
    const found = onPath('systemd-analyze');
    return found === '' ? undefined : { command: [found], environment: { PATH: process.env.PATH } };
  },
  'docker-compose': () => {
    const found = onPath('docker-compose');
    if (found !== '') return { command: [found], environment: { PATH: process.env.PATH } };
    const folder = unpacked('docker-compose', /^python3-[a-z0-9-]+$/);
    if (folder === undefined) return undefined;
    const PYTHONPATH = join(folder, 'usr/lib/python3/dist-packages');
    // Of Debian 12 a program of Python, of later ones of Go.
    const own = existsSync(PYTHONPATH) ? ['/usr/bin/python3'] : [];
    return {
      command: [...own, join(folder, 'usr/bin/docker-compose')],
      environment: { PATH: process.env.PATH, PYTHONPATH },
    };
  },
  pgbouncer: () => {
    const found = onPath('pgbouncer') || ['/usr/sbin/pgbouncer'].find((path) => existsSync(path));
    if (found !== undefined && found !== '') return { command: [found], environment: { PATH: process.env.PATH } };
    const folder = unpacked('pgbouncer', /^lib(?:event-2|c-ares|evdns)[a-z0-9.-]*$/);
    if (folder === undefined) return undefined;
    const libraries = join(folder, 'usr/lib', `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`);
    return {
      command: [join(folder, 'usr/sbin/pgbouncer')],
      environment: { PATH: process.env.PATH, LD_LIBRARY_PATH: libraries },
    };
  },
  kubectl: () => {
    const found = onPath('kubectl');
    if (found !== '') return { command: [found], environment: { PATH: process.env.PATH } };
    const folder = unpacked('kubernetes-client', NONE);
    return folder === undefined
      ? undefined
      : { command: [join(folder, 'usr/bin/kubectl')], environment: { PATH: process.env.PATH } };
  },
};
