/** Debian's Prometheus: from PATH where it is installed, else fetched as Debian's package and unpacked, which needs no rights of root. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Programs {
  readonly prometheus: string;
  readonly promtool: string;
}

const onPath = (program: string): string =>
  spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();

function download(folder: string): boolean {
  const get = () =>
    spawnSync('apt-get', ['download', '-qq', 'prometheus'], { cwd: folder, stdio: 'ignore' }).status === 0;
  if (get()) return true;
  // The lists of packages may be missing or old.
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  return get();
}

/** Throws what to install where it can neither be found nor fetched: the queries would stand unproven. */
export function prometheusPrograms(): Programs {
  const [prometheus, promtool] = [onPath('prometheus'), onPath('promtool')];
  if (prometheus !== '' && promtool !== '') return { prometheus, promtool };
  const kept = join(tmpdir(), 'credit-prometheus');
  const programs = { prometheus: join(kept, 'usr/bin/prometheus'), promtool: join(kept, 'usr/bin/promtool') };
  if (existsSync(programs.promtool)) return programs;
  const making = `${kept}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  if (!download(making))
    throw new Error(
      "Prometheus is neither installed nor to be had: install Debian's package (apt-get install prometheus).",
    );
  const file = readdirSync(making).find((name) => name.endsWith('.deb')) ?? '';
  execFileSync('dpkg', ['-x', file, '.'], { cwd: making });
  try {
    renameSync(making, kept);
  } catch {
    // Another process was quicker.
    rmSync(making, { recursive: true, force: true });
  }
  return programs;
}
