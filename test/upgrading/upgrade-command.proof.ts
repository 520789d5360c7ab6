/** `npm run upgrade`, as gateway/UPGRADING.md gives it. A proof, for it starts commands and a server. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startMain } from '../gateway/started.ts';
import { databases } from '../kit.ts';
import { linesOf, makeOwned } from '../subgraphs/database/owned.ts';
import { contractingRelease } from './next-release.ts';
import { copyKeys, releasedDatabase } from './released.ts';

/** Commands of a whole server, one after the other: long on a machine that does much beside. */
const LONG_MS = 300_000;

/** Commands of gateway/UPGRADING.md, each with the lines that it is said to print; `…` stands for others. */
const PAGE = [
  ...readFileSync('gateway/UPGRADING.md', 'utf8').matchAll(/```sh\n([\s\S]*?)\n```\n\n```text\n([\s\S]*?)\n```/g),
]
  .map(([, given = '', printed = '']) => ({ given, lines: printed.split('\n').filter((line) => line !== '…') }))
  .filter(({ given }) => given.startsWith('npm run upgrade'));

/** The command, as an operator gives it. */
async function upgrade(environment: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    SAMPLE: 'off',
    ...environment,
  };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['gateway/commands/upgrade.ts', ...args], {
      env,
    });
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

describe.runIf(databases().includes('postgresql'))('npm run upgrade over PostgreSQL', () => {
  it('A36.2 shows, does, has nothing more to do; what takes away wants a yes', { timeout: LONG_MS }, async () => {
    const owned = await makeOwned('postgresql');
    const folder = mkdtempSync(join(tmpdir(), 'credit-upgrade-'));
    copyKeys('0.2.0', folder);
    const contract = contractingRelease();
    const settings = { DATABASE_URL: owned.url, DATA_DIR: folder };
    try {
      await owned.ask(releasedDatabase('0.2.0', owned.name));
      const before = await linesOf(owned);
      const shown = await upgrade(settings, '--dry-run');
      expect([shown.status, shown.stderr]).toEqual([0, '']);
      expect(shown.stdout).toMatch(
        /^The database is brought from number 3 \(release 0\.2\.0\) to number 4 \(release 0\.3\.0\)\.$/m,
      );
      expect(shown.stdout).toMatch(
        /^Afterwards the database serves code from number 3 \(release 0\.2\.0\) on; older code is refused\.$/m,
      );
      expect(shown.stdout).toMatch(/^Servers of number 3 \(release 0\.2\.0\) may go on meanwhile and afterwards/m);
      expect(shown.stdout).toMatch(/^Make a backup first: npm run backup -- FOLDER\nNothing was changed\.\n$/m);
      expect(await linesOf(owned)).toEqual(before);
      expect((await upgrade(settings, '--dry-run', '--lang', 'zh')).stdout).toMatch(
        /^数据库将从第3号（发行版0\.2\.0）升级到第4号（发行版0\.3\.0）。$/m,
      );
      // The page: its commands as they stand there print what it says, line by line.
      // Of large tables the page tells more: test/upgrading/parts.
      expect(PAGE.map(({ given }) => given)).toEqual(['npm run upgrade -- --dry-run', 'npm run upgrade']);
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, SAMPLE: 'off', ...settings };
      let done = '';
      for (const { given, lines } of PAGE) {
        const { stdout } = await promisify(execFile)('sh', ['-c', given], { env });
        expect([given, lines.filter((line) => !stdout.split('\n').includes(line))]).toEqual([given, []]);
        done = stdout;
      }
      expect(done).toMatch(
        /^Done: the database has number 4\. Start the servers of this release, one after the other\.$/m,
      );
      const again = await upgrade(settings);
      expect([again.status, again.stdout]).toEqual([
        0,
        'There is nothing to do: the database has number 4 (release 0.3.0).\nAfterwards the database serves code from number 3 (release 0.2.0) on; older code is refused.\n',
      ]);
      // A release that takes a column away: shown, not done without a yes, and done with one.
      const later = (...args: readonly string[]) =>
        promisify(execFile)(process.execPath, ['gateway/commands/upgrade.ts', ...args], {
          env,
          cwd: contract.folder,
        }).then(
          ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
          (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error,
        );
      await owned.ask('alter table control.unit add column later text');
      await owned.ask(`insert into public.migration (name) values ('9998')`);
      expect(await later()).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/control\.unit: .*TAKEN AWAY; nobody reads or writes it until the end$/m),
        stderr: 'Not done. Make a backup, stop what must stop, and say --yes.\n',
      });
      expect(await later('--yes')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Done: /m) });
      await owned.ask('update public.access set number = 9, serves_from = 9');
      const refused = await upgrade(settings, '--dry-run', '--lang', 'zh');
      expect([refused.status, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toMatch(/^未能完成：The database is newer than this code: .* Start the newer release/);
    } finally {
      await owned.drop();
      for (const made of [folder, contract.folder]) rmSync(made, { recursive: true, force: true });
    }
  });
});

describe.runIf(databases().includes('postgresql'))(
  'npm run upgrade over a database that is two releases behind',
  () => {
    it('A36.2 says that all servers stop first, and brings it up', { timeout: LONG_MS }, async () => {
      const owned = await makeOwned('postgresql');
      const folder = mkdtempSync(join(tmpdir(), 'credit-upgrade-'));
      copyKeys('0.1.0', folder);
      const settings = { DATABASE_URL: owned.url, DATA_DIR: folder };
      try {
        await owned.ask(releasedDatabase('0.1.0', owned.name));
        const shown = await upgrade(settings, '--dry-run');
        expect(shown.stdout).toMatch(
          /^The database is brought from number 2 \(release 0\.1\.0\) to number 4 \(release 0\.3\.0\)\.$/m,
        );
        expect(shown.stdout).toMatch(/^Stop all servers of before first: they cannot go on over it\.$/m);
        expect(shown.stdout).not.toMatch(/may go on meanwhile/);
        expect((await upgrade(settings)).stdout).toMatch(/^Done: the database has number 4\./m);
      } finally {
        await owned.drop();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);

describe('npm run upgrade over the embedded database', () => {
  it('A36.2 shows a new one without making it; says where a server has it open', { timeout: LONG_MS }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-upgrade-'));
    try {
      const fresh = await upgrade({ DATA_DIR: folder }, '--dry-run');
      expect([fresh.status, fresh.stdout.split('\n')[0]]).toEqual([
        0,
        'A new database: it is made with number 4 (release 0.3.0).',
      ]);
      expect(existsSync(join(folder, 'pglite'))).toBe(false);
      const made = await upgrade({ DATA_DIR: folder });
      expect([made.status, made.stdout.trim().split('\n').at(-1)]).toEqual([
        0,
        'Done: the database has number 4. Start the server.',
      ]);
      const { child, says } = startMain(folder);
      try {
        await says(/Ready in/);
        const busy = await upgrade({ DATA_DIR: folder }, '--dry-run');
        expect(busy).toEqual({
          status: 1,
          stdout: '',
          stderr: `The embedded database in ${folder} is in use by process ${child.pid}. Stop that process first, or set DATABASE_URL to a PostgreSQL server that several processes can share.\n`,
        });
      } finally {
        child.kill('SIGTERM');
        await new Promise((resolve) => child.once('exit', resolve));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
