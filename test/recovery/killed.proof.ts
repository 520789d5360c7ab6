/** Backups and restores that are killed at any moment, and databases that stop under them. A proof, for it takes dozens of processes. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkFiles, readManifest } from '../../gateway/recovery/manifest.ts';
import { startMain } from '../gateway/started.ts';
import { onEachDatabase } from '../kit.ts';
import { askAs, type Installation, install, run, serve, sql, startCommand } from './installation.ts';

const ABOUT =
  '{ subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"}) { name records { totalCount } } }';

/** Moments of a run, as parts of how long a whole one takes. */
const MOMENTS = [0.3, 0.5, 0.7, 0.85, 0.95];

const LONG_MS = 300_000;

const FENCED = 2_000_000_000;

onEachDatabase('A17.1 A36.2 killed while it ran', (kind) => {
  let home: Installation;
  let backup: string;
  beforeAll(async () => {
    home = await install(kind);
    await home.ask(ABOUT);
    await home.publish();
    const { stderr } = await run('backup', [home.backups], home.environment);
    backup = join(home.backups, readdirSync(home.backups)[0] ?? stderr);
  });
  afterAll(() => home.end());

  /** How long a command takes that is left alone, in milliseconds. */
  const timed = async (name: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> => {
    const began = performance.now();
    const { status, stderr } = await run(name, args, environment);
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    return performance.now() - began;
  };

  /** Kills a command after a while. Whether it had ended by then. */
  const killed = async (
    name: string,
    args: readonly string[],
    environment: NodeJS.ProcessEnv,
    after: number | string,
  ): Promise<boolean> => {
    const { child, ended } = startCommand(name, args, environment);
    const kill = (): boolean => child.kill('SIGKILL');
    // A word that it says is a moment too.
    if (typeof after === 'string') child.stderr?.on('data', (said: string) => said.includes(after) && kill());
    const timer = setTimeout(kill, typeof after === 'string' ? LONG_MS : after);
    const { status } = await ended;
    clearTimeout(timer);
    return status === 0;
  };

  it(
    'A36.2 a backup that is killed at any moment leaves whole ones alone, and the next removes the rest',
    async () => {
      const folder = join(home.backups, '..', `killed-${kind}`);
      const whole = await timed('backup', [folder], home.environment);
      let ended = 1;
      for (const moment of MOMENTS) {
        if (await killed('backup', [folder], home.environment, whole * moment)) ended += 1;
        for (const name of readdirSync(folder).filter((one) => !one.startsWith('.'))) {
          const { manifest } = await readManifest(join(folder, name));
          await checkFiles(join(folder, name), manifest, () => undefined);
        }
      }
      expect(ended).toBeLessThan(MOMENTS.length);
      await timed('backup', [folder], home.environment);
      const left = readdirSync(folder);
      expect(left.filter((name) => name.startsWith('.'))).toEqual([]);
      expect(left.length).toBeGreaterThanOrEqual(ended + 1);
      rmSync(folder, { recursive: true });
    },
    LONG_MS,
  );

  it(
    'A17.1 A36.2 a restore that is killed at any moment leaves an empty or a whole database, and the same command goes on',
    async () => {
      const unhurried = await home.elsewhere();
      const whole = await timed('restore', [backup], unhurried.environment);
      const first = await home.elsewhere();
      let place = first;
      const states = new Set<string>();
      for (const moment of [...MOMENTS.map((part) => part * whole), 'verifying']) {
        const done = await killed('restore', [backup], place.environment, moment);
        if (kind === 'pglite')
          states.add(existsSync(join(place.environment.DATA_DIR ?? '', 'pglite')) ? 'whole' : 'empty');
        else {
          const superUrl = place.database?.superUrl ?? '';
          const [found] = await sql(superUrl, `select to_regclass('public.access') is not null as loaded`);
          if (found?.loaded !== true) states.add('empty');
          else {
            const [state] = await sql(superUrl, 'select number from public.access');
            states.add(state?.number === FENCED ? 'fenced' : 'whole');
            if (state?.number === FENCED) {
              // No server opens it meanwhile, in this release or another.
              const server = startMain(place.environment.DATA_DIR ?? '', {
                DATABASE_URL: place.environment.DATABASE_URL,
              });
              await expect(server.says(/Ready/)).rejects.toThrow(
                'The database is being restored, and the restore has not ended. Run npm run restore with the same folder again',
              );
            }
          }
        }
        // A run that ended, or was killed after its last step, is not repeated: its place is filled.
        const again = done ? { status: 0, stderr: '' } : await run('restore', [backup], place.environment);
        expect([moment, again.status === 0 || /is not empty/.test(again.stderr), again.stderr]).toEqual([
          moment,
          true,
          expect.any(String),
        ]);
        place = await home.elsewhere();
      }
      expect(states).toContain('empty');
      // Killed when it verifies, a server's database is loaded, and nobody's yet.
      if (kind === 'postgresql') expect(states).toContain('fenced');
      // What was killed and went on answers as what was left alone.
      const clock = { now: new Date('2026-11-20T11:00:00+08:00') };
      const answers: unknown[] = [];
      for (const { environment } of [unhurried, first]) {
        const server = await serve(environment, clock);
        answers.push(await askAs(server, clock.now, ABOUT));
        await server.stop();
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(JSON.stringify(answers[0])).toContain('totalCount');
    },
    LONG_MS,
  );

  it('A36.2 a database that stops while it is dumped is told, and nothing is left', async () => {
    const folder = join(home.backups, '..', `stopped-${kind}`);
    if (kind === 'postgresql') {
      const { ended } = startCommand('backup', [folder], home.environment);
      const { superUrl, name } = home.database ?? { superUrl: '', name: '' };
      let stopped = 0;
      let over = false;
      void ended.then(() => {
        over = true;
      });
      while (!over)
        stopped += (
          await sql(
            superUrl,
            `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'backup_of_${name}'`,
          )
        ).length;
      const { status, stdout, stderr } = await ended;
      expect([status, stdout, stopped > 0]).toEqual([1, '', true]);
      expect(stderr).toMatch(
        /^The database stopped, or the connection to it broke\.|^The database of BACKUP_URL cannot be opened: /,
      );
    } else {
      await home.stop();
      // A server in a process of its own, which is killed while it copies.
      const server = startMain(home.folder);
      await server.says(/Ready/);
      const { ended } = startCommand('backup', [folder], home.environment);
      while (!existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith('.unfinished')))
        await new Promise((resolve) => setTimeout(resolve, 2));
      server.child.kill('SIGKILL');
      const { status, stderr } = await ended;
      // The command may find no server any more: then it copies by itself.
      expect(status === 0 || stderr.includes('The server stopped while it wrote the dump.')).toBe(true);
      if (status === 0) return;
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
