/**
 * The sealing key is rotated by the commands of KEYS.md, with servers that answer meanwhile, and with kills at every moment, on both databases. A proof,
 * because each step is a process of its own.
 */
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startMain } from '../gateway/started.ts';
import { onEachDatabase } from '../kit.ts';
import { BELIEVED_MS, type Installation, install } from './installation.ts';
import { manifestOf } from './manifest.ts';

// Each test starts a dozen processes.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

onEachDatabase('the sealing key is rotated', (kind) => {
  let at: Installation;
  beforeAll(async () => {
    at = await install(kind);
  });
  afterAll(() => at.close());

  let before = '';
  let oldId = '';
  let newId = '';
  let rows = 0;
  const oldFile = (): string => join(at.folder, 'old.json');

  it('A17.1 first: a new key stands last; it may not seal while a process does not know it', async () => {
    [oldId = ''] = at.ids();
    rows = await at.everyRowOpens();
    expect(rows).toBeGreaterThan(900);
    copyFileSync(at.file, oldFile());
    await at.start();
    before = await at.ask();
    expect(before).toContain('张小梅');
    const status = await at.run('keys', '--status');
    expect(status.out).toContain(`${oldId}: first, it seals; ${rows} rows`);
    expect(status.out).toContain(`${at.embedded ? 1 : 2} processes have the database open`);
    expect(status.out.match(new RegExp(`seals with ${oldId}, knows ${oldId}\\n`, 'g'))).toHaveLength(
      at.embedded ? 1 : 2,
    );
    const added = await at.run('keys', '--add');
    expect([added.status, added.err]).toEqual([0, '']);
    newId = at.ids()[1] ?? '';
    expect(added.out).toContain(
      `The key ${newId} stands last in ${at.file}. Now: copy the file to every machine, restart every process`,
    );
    expect(statSync(at.file).mode & 0o777).toBe(0o600);
    expect(await at.run('keys', '--seal-with', newId, '--lang', 'zh')).toMatchObject({
      status: 1,
      err: expect.stringMatching(new RegExp(`^尚有进程不知道密钥${newId}：.* \\d+`)),
    });
    expect(await at.run('keys', '--seal-with', newId)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^Not every process knows .*Restart these processes with the present key file/s),
    });
    expect(at.ids()).toEqual([oldId, newId]);
    expect(await at.run('keys', '--seal-with', 'k-nobody')).toMatchObject({
      status: 1,
      err: expect.stringContaining('It has k-'),
    });
  });

  it('A17.1 second: it seals; what the old one sealed does not move while a process seals with that', async () => {
    await at.restart();
    expect(await at.run('keys', '--seal-with', newId)).toMatchObject({
      status: 0,
      out: expect.stringContaining(`The key ${newId} stands first.`),
    });
    expect(at.ids()).toEqual([newId, oldId]);
    expect(await at.run('reseal')).toMatchObject({
      status: 1,
      err: expect.stringMatching(
        new RegExp(`^Not every process seals with ${newId}, the first key of the file: .* \\d+`),
      ),
    });
    // A process that was killed is believed to live for a while, and no longer.
    await at.stop('SIGKILL');
    if (at.databaseUrl !== undefined) {
      const client = new pg.Client({ connectionString: at.databaseUrl });
      await client.connect();
      await client.query(`update control.process set believed_until = now() + interval '1 hour'`);
      expect(await at.run('reseal')).toMatchObject({ status: 1 });
      await client.query(`update control.process set believed_until = now()`);
      await client.end();
    }
    await at.start();
    expect(await at.ask()).toBe(before);
    expect(await at.run('keys', '--remove', oldId, '--no-backups')).toMatchObject({
      status: 1,
      err: expect.stringMatching(
        new RegExp(`^The key ${oldId} is still needed: it sealed public_credit\\.record_whole\\.sealed: \\d+`),
      ),
    });
  });

  it('A17.1 A36.2 third: rows move while servers answer, and a kill at any moment leaves every one of them readable', async () => {
    for (const table of at.databaseUrl === undefined ? [] : ['statement_whole', 'text_whole', 'known_values']) {
      // It waits for a row that somebody holds, so that it is killed within this table.
      const holder = new pg.Client({ connectionString: at.databaseUrl });
      await holder.connect();
      await holder.query(`begin; update public_credit.${table} set key_id = key_id`);
      const held = at.begin('reseal', []);
      const over = once(held, 'exit');
      const waits = `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like 'update public_credit.${table} t set%'`;
      // What others do is seen once a transaction, unless it is cleared.
      const isWaiting = async (): Promise<boolean> => {
        await holder.query('select pg_stat_clear_snapshot()');
        return (await holder.query(waits)).rows[0]?.n > 0;
      };
      while (!(await isWaiting()) && held.exitCode === null) await pause(50);
      expect(held.exitCode).toBeNull();
      held.kill('SIGKILL');
      await Promise.all([over, at.ask().then((answer) => expect(answer).toBe(before))]);
      await holder.query('rollback');
      await holder.end();
      expect(await at.everyRowOpens()).toBe(rows);
    }
    for (const after of [400, 800, 1_000, 1_300]) {
      const child = at.begin('reseal', []);
      const ended = once(child, 'exit');
      await pause(after);
      child.kill('SIGKILL');
      const [answer] = await Promise.all([at.ask(), ended]);
      expect(answer).toBe(before);
      if (!at.embedded) expect(await at.everyRowOpens()).toBe(rows);
    }
    // The server that works for the command is killed too.
    const last = at.begin('reseal', []);
    const ended = once(last, 'exit');
    await pause(1_000);
    await at.stop('SIGKILL');
    await ended;
    if (at.embedded) expect(await at.everyRowOpens()).toBe(rows);
    else await pause(BELIEVED_MS + 500);
    await at.start();
    const done = await at.run('reseal');
    expect(done).toMatchObject({
      status: 0,
      out: expect.stringContaining(`Nothing is sealed with another key than ${newId}.`),
    });
    expect(await at.ask()).toBe(before);
    expect((await at.run('keys', '--status')).out).toMatch(
      new RegExp(`${newId}: first, it seals; ${rows} rows\\n {2}${oldId}: opens; 0 rows`),
    );
  });

  it('A17.1 the old key goes when no row, no process and no kept backup needs it', async () => {
    expect(await at.run('keys', '--remove', oldId)).toMatchObject({
      status: 1,
      err: expect.stringContaining('--remove needs either --backups FOLDER'),
    });
    const backups = join(at.folder, 'backups');
    // Of years in folders of their own, beside one that is not.
    mkdirSync(join(backups, '2026-11-26'), { recursive: true });
    mkdirSync(join(backups, '2026-11-27'));
    mkdirSync(join(backups, '2025', '2025-12-31'), { recursive: true });
    expect(await at.run('keys', '--remove', oldId, '--backups', backups)).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no backup in'),
    });
    const manifest = (day: string, sealing: readonly string[]): string => {
      const text = manifestOf(sealing);
      writeFileSync(join(backups, day, 'manifest.json'), text);
      return text;
    };
    manifest('2026-11-26', [oldId]);
    manifest('2026-11-27', [newId]);
    expect(await at.run('keys', '--remove', oldId, '--backups', backups)).toMatchObject({
      status: 1,
      err: expect.stringMatching(
        new RegExp(`^The key ${oldId} is still needed: .*2026-11-26\\.[^\\n]*It may go when they are deleted`),
      ),
    });
    expect((await at.run('keys', '--status', '--backups', backups)).out).toContain(
      `needed by the backup ${join(backups, '2026-11-26')}`,
    );
    // A digest that does not fit: somebody took the key out of the manifest, not out of the backup.
    writeFileSync(
      join(backups, '2026-11-26', 'manifest.json'),
      manifest('2026-11-26', [oldId]).replace(`"${oldId}"`, ''),
    );
    expect(await at.run('keys', '--remove', oldId, '--backups', backups)).toMatchObject({
      status: 1,
      err: expect.stringContaining('does not say which keys it needs'),
    });
    rmSync(join(backups, '2026-11-26'), { recursive: true });
    manifest('2025/2025-12-31', [oldId]);
    expect(await at.run('keys', '--remove', oldId, '--backups', backups)).toMatchObject({
      status: 1,
      err: expect.stringContaining('2025-12-31'),
    });
    rmSync(join(backups, '2025'), { recursive: true });
    mkdirSync(join(backups, '.unfinished-elsewhere-7'));
    expect(await at.run('keys', '--remove', oldId, '--backups', backups)).toMatchObject({
      status: 1,
      err: expect.stringContaining('is a backup that is being made'),
    });
    rmSync(join(backups, '.unfinished-elsewhere-7'), { recursive: true });
    expect(await at.run('keys', '--remove', newId, '--no-backups')).toMatchObject({
      status: 1,
      err: expect.stringContaining('is the first of the file'),
    });
    expect(await at.run('keys', '--remove', oldId, '--backups', backups)).toMatchObject({
      status: 0,
      out: expect.stringContaining(`The key ${oldId} is out of use and out of the file.`),
    });
    expect(at.ids()).toEqual([newId]);
    await at.restart();
    expect(await at.ask()).toBe(before);
    await at.stop();
    expect(await at.everyRowOpens()).toBe(rows);
  });

  it('adversarial 94: with the key file of before nothing starts: no server and no command', async () => {
    copyFileSync(at.file, `${at.file}.kept`);
    copyFileSync(oldFile(), at.file);
    const child = startMain(at.folder, at.environment());
    const said = await child.says(/never/).catch((error: Error) => error.message);
    expect(said).toContain(`The database was sealed with ${newId}, and sealing in the key file has no such key`);
    expect(await at.run('due')).toMatchObject({ status: 1, err: expect.stringContaining(`sealed with ${newId}`) });
    expect(await at.run('due', '--lang', 'zh')).toMatchObject({
      status: 1,
      err: expect.stringMatching(new RegExp(`^数据库中有用${newId}加密的内容`)),
    });
    // The key that was taken out, first again, beside the one that is needed.
    const content = JSON.parse(readFileSync(oldFile(), 'utf8'));
    const kept = JSON.parse(readFileSync(`${at.file}.kept`, 'utf8'));
    writeFileSync(at.file, JSON.stringify({ ...content, sealing: [...content.sealing, ...kept.sealing] }));
    expect(await at.run('due')).toMatchObject({
      status: 1,
      err: expect.stringContaining(`The first key of sealing, ${oldId}, was taken out of use`),
    });
    copyFileSync(`${at.file}.kept`, at.file);
    expect(await at.run('due')).toMatchObject({ status: 0 });
  });
});
