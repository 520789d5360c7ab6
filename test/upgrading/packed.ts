/** The package made, unpacked and installed, and its program run as the shell finds it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
/** The manifest of the source. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export const folder = mkdtempSync(join(tmpdir(), 'credit-package-'));
export const tarball = join(folder, `credit-gateway-${manifest.version}.tgz`);
/** Unpacked, and installed from the lock that lies in it. */
export const unpacked = join(folder, 'unpacked', 'package');
/** Installed as a package among others. */
export const installed = join(folder, 'installed');

/** What npm fetched for this clone is in its cache. */
export const npm = (where: string, ...args: readonly string[]): void => {
  execFileSync(
    'npm',
    [...args, '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: where,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
};

export const environment = (settings: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
  HOME: process.env.HOME,
  ...settings,
});

/** The program as the shell finds it where a package is installed. */
export const program = (where: string): string =>
  where === unpacked
    ? join(unpacked, 'gateway/package/credit-gateway.cjs')
    : join(where, 'node_modules/credit-gateway/gateway/package/credit-gateway.cjs');

export const run = (where: string, args: readonly string[], settings: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program(where), ...args], {
    cwd: where,
    encoding: 'utf8',
    env: environment(settings),
  });
  return { status, stdout, stderr };
};

/** Makes it and unpacks it. */
function pack(): void {
  execFileSync(process.execPath, ['gateway/package/build.ts', '--to', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  mkdirSync(dirname(unpacked));
  execFileSync('tar', ['xzf', tarball, '-C', dirname(unpacked)]);
}

/** Makes it and installs what lies in its lock. */
export function packAndInstall(): void {
  pack();
  npm(unpacked, 'ci');
}
