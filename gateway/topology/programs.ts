/** The programs that must be there: PostgreSQL, Patroni, etcd and HAProxy. As root on Debian what is missing is installed; else it is said what to install. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Programs {
  readonly patroni: string;
  readonly etcd: string;
  readonly haproxy: string;
  /** Folder with `postgres` and `initdb`. */
  readonly postgresql: string;
}

/** Debian's package of each. */
export const PACKAGES: Readonly<Record<keyof Programs, string>> = {
  postgresql: 'postgresql',
  patroni: 'patroni',
  etcd: 'etcd-server',
  haproxy: 'haproxy',
};

const FOLDERS = ['/usr/local/bin', '/usr/bin', '/usr/sbin'];

const DEBIAN = '/usr/lib/postgresql';

/** The newest PostgreSQL where Debian installs them, else that of PATH. */
function postgresql(path: readonly string[]): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(DEBIAN, version, 'bin'));
  return [...newest, ...path].find(
    (folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')),
  );
}

type Found = { readonly [Name in keyof Programs]: string | undefined };

/** Looks for each. `path`: as in PATH. */
export function findPrograms(path: string): Found {
  const folders = [...path.split(':').filter((folder) => folder !== ''), ...FOLDERS];
  const find = (name: string): string | undefined =>
    folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  return { patroni: find('patroni'), etcd: find('etcd'), haproxy: find('haproxy'), postgresql: postgresql(folders) };
}

/** Debian's packages of what was not found. */
export const lacking = (found: Found): string[] =>
  (Object.keys(PACKAGES) as (keyof Programs)[])
    .filter((name) => found[name] === undefined)
    .map((name) => PACKAGES[name]);

/** Debian asks this program whether a package that is installed may start its service. */
const POLICY = '/usr/sbin/policy-rc.d';

/** Whether this process may install Debian's packages. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;

/** Installs packages without starting a service of theirs. Throws where that cannot be done. */
export function install(packages: readonly string[], environment: NodeJS.ProcessEnv): void {
  const own = !existsSync(POLICY);
  if (own) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const apt = (...words: readonly string[]): void => {
    const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['-q', ...words], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  try {
    apt('update');
    apt('install', '--yes', '--no-install-recommends', ...packages);
  } finally {
    if (own) rmSync(POLICY);
  }
}
