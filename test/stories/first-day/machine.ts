/** A machine for the page: folders of its own, ports of its own, and stand-ins for what would change the machine of the tests. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Step, stepsOf, withNames } from './page.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const root = join(import.meta.dirname, '../../..');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * `sudo` changes to no other user. `systemctl` starts what the unit says. `npm ci` would take the packages away under the other tests; they are
 * installed, and everything else of npm is npm's. The trial is that of the clone, wherever the page is followed.
 */
const standIns = (folder: string): Readonly<Record<string, string>> => ({
  sudo: 'shift 2; exec "$@"',
  systemctl: `exec ${root}/node_modules/.bin/node ${root}/test/stories/first-day/service.ts ${folder} "$@"`,
  npm: `[ "$1" = ci ] && exit 0; case "$*" in *" trial:"*) cd ${root} ;; esac; PATH="$(echo "$PATH" | cut -d: -f2-)"; exec npm "$@"`,
});

export interface Machine {
  readonly steps: readonly Step[];
  readonly terminal: Terminal;
  /** Name of the database and of its owner. */
  readonly database: string;
  /** The unit that the page writes. */
  readonly unit: string;
  /** What the service logged. */
  log(): string;
  /** What the page calls by these names, as it would be on the reader's machine. */
  asOnPage(text: string): string;
  close(): Promise<void>;
}

/** The values of the page's block of names. */
function namesOf(page: string): Readonly<Record<string, string>> {
  const lines = page.matchAll(/^export (\w+)=(\S+) +#/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}

/**
 * With the URL of a superuser the page is followed with PostgreSQL, else with the embedded database: the page of the clone in the clone, or that of
 * a package in the folder where it was unpacked.
 */
export async function openMachine(superuser: string | undefined, where = root): Promise<Machine> {
  const page = readFileSync(join(where, 'gateway/first-day/README.md'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'credit-first-day-'));
  const server = superuser === undefined ? undefined : new URL(superuser);
  const port = await freePort();
  const own = {
    GATEWAY: `https://localhost:${port}`,
    LISTEN: `${port}`,
    ISSUER: `https://localhost:${await freePort()}`,
    ETC: join(folder, 'etc'),
    STATE: join(folder, 'state'),
    UNITS: join(folder, 'units'),
    DB: `first_day_${process.pid}`,
    ...(server === undefined ? {} : { DB_SERVER: server.host }),
  };
  const places = ['bin', 'units'].map((name) => join(folder, name));
  for (const place of places) mkdirSync(place);
  const [bin = '', units = ''] = places;
  for (const [name, script] of Object.entries(standIns(units))) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const terminal = openTerminal(where, {
    ...{ PATH: `${bin}:${process.env.PATH}`, HOME: folder, LANG: 'C.UTF-8' },
    ...(process.env.NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }),
    ...(server === undefined
      ? {}
      : { PGHOST: server.hostname, PGPORT: server.port, PGUSER: server.username, PGPASSWORD: server.password }),
  });
  const left = server === undefined ? 'With PostgreSQL' : 'Or with the embedded database';
  const named = namesOf(page);
  return {
    steps: stepsOf(withNames(page, own)).filter(({ heading }) => heading !== left),
    terminal,
    database: own.DB,
    unit: join(units, 'credit-gateway.service'),
    log: () => readFileSync(join(units, 'log'), 'utf8'),
    asOnPage: (text) =>
      Object.entries(own)
        .sort(([, one], [, other]) => other.length - one.length)
        .reduce((seen, [name, value]) => seen.replaceAll(value, named[name] ?? ''), text),
    close: async () => {
      await terminal
        .run('systemctl stop credit-gateway; kill $(jobs -p) 2>/dev/null; wait', 60_000)
        .catch(() => undefined);
      await terminal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
