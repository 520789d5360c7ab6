/** `npm run backup`: what it writes, and what it refuses to call a backup. A proof, for it starts processes over provinces of its own. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roleNames } from '../../subgraphs/database/roles.ts';
import { onEachDatabase } from '../kit.ts';
import { type Installation, install, type Outcome, run, sql } from './installation.ts';

const ABOUT =
  '{ subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"}) { name records { totalCount } } }';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

/** Everything that lies in a folder for backups, hidden names too. */
const lying = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** The folder of the backup that a run made. */
const madeBy = ({ stdout }: Outcome): string => /^(.*\d{8}T\d{6}Z(?:-\d+)?)[:：]/.exec(stdout)?.[1] ?? '';

onEachDatabase('A17.1 A36.2 npm run backup', (kind) => {
  let home: Installation;
  let made: string;
  let said: Outcome;
  beforeAll(async () => {
    home = await install(kind);
    for (let asked = 0; asked < 3; asked += 1) await home.ask(ABOUT);
    await home.publish();
    // One entry more waits for its place.
    await home.ask(ABOUT);
    said = await run('backup', [home.backups], home.environment);
    made = madeBy(said);
  });
  afterAll(() => home.end());

  it('A36.2 says what it wrote, beside a server that serves, for the eyes of its user alone', () => {
    expect([said.status, said.stdout === '' ? said.stderr : made]).toEqual([
      0,
      join(home.backups, lying(home.backups)[0] ?? ''),
    ]);
    expect(lying(home.backups)).toHaveLength(1);
    expect(said.stdout).toMatch(
      /^\S+: [\d.]+ MB, \d+ rows, in [\d.]+ s\. Newest checkpoint: \d+ leaves, signed 2026-11-20T02:10:00\.000Z\.\n/,
    );
    expect(said.stdout).toContain('The keys are not in it: keep the file of CREDIT_SECRETS elsewhere');
    expect(said.stderr).toContain('MB written, of a database of');
    expect([home.backups, made].map(modeOf)).toEqual([0o700, 0o700]);
    const files =
      kind === 'pglite' ? ['database.tar', 'manifest.json'] : ['database.dump', 'globals.sql', 'manifest.json'];
    expect(readdirSync(made).sort()).toEqual(files);
    expect(files.map((name) => modeOf(join(made, name)))).toEqual(files.map(() => 0o600));
  });

  it('A36.2 the manifest tells every table, the files by SHA-256, and the newest checkpoint as it was signed', async () => {
    const manifest = JSON.parse(readFileSync(join(made, 'manifest.json'), 'utf8'));
    const rows =
      home.database === undefined
        ? undefined
        : await sql(
            home.database.superUrl,
            `select format('%I.%I', schemaname, tablename) as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text::int as rows
              from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
                and not exists (select from pg_inherits where inhrelid = format('%I.%I', schemaname, tablename)::regclass) order by 1`,
          );
    if (rows !== undefined)
      expect(Object.entries(manifest.rows).sort()).toEqual(rows.map((row) => [row.name, row.rows]).sort());
    expect(manifest.rows['ledger.disclosure']).toBe(4);
    expect(manifest.rows['public_credit.record']).toBeGreaterThan(100);
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = readFileSync(join(made, name));
      expect([bytes, sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
    }
    const checkpoint = (await home.ask('{ ledgerCheckpoint { size rootHash signedAt keyId signature } }')) as {
      readonly data: { readonly ledgerCheckpoint: unknown };
    };
    expect(manifest.checkpoint).toEqual(checkpoint.data.ledgerCheckpoint);
    expect([manifest.kind, manifest.form, manifest.migrations.at(0)]).toEqual([kind, 1, '0001']);
    const { sealing } = JSON.parse(readFileSync(join(home.folder, 'secrets.json'), 'utf8'));
    expect(manifest.keys.sealing).toEqual(sealing.map(({ id }: { readonly id: string }) => id));
  });

  it('A36.2 no key is in it, however it is spelled', () => {
    const { sealing, index, pseudonym, cursor, signing, login } = JSON.parse(
      readFileSync(join(home.folder, 'secrets.json'), 'utf8'),
    );
    const keys = [sealing[0].key, index, pseudonym, cursor, signing[0]].map((key: string) =>
      Buffer.from(key, 'base64'),
    );
    const dump = join(made, kind === 'pglite' ? 'database.tar' : 'database.dump');
    const content = [
      readFileSync(dump),
      kind === 'pglite' ? Buffer.alloc(0) : spawnSync('pg_restore', ['-f', '-', dump], { maxBuffer: 1e9 }).stdout,
      ...readdirSync(made).map((name) => readFileSync(join(made, name))),
    ];
    expect(content[kind === 'pglite' ? 0 : 1]?.length).toBeGreaterThan(1_000_000);
    for (const key of keys)
      for (const spelled of [key, key.toString('base64'), key.toString('base64url'), key.toString('hex'), login])
        expect(content.map((one) => one.indexOf(spelled))).toEqual(content.map(() => -1));
  });

  it('A36.2 what a killed run left is named and removed by the next, and a second run at once is refused', async () => {
    const left = lying(home.backups).length;
    const host = spawnSync('hostname', { encoding: 'utf8' }).stdout.trim();
    const killed = join(home.backups, `.unfinished-${host}-4711`);
    mkdirSync(killed);
    writeFileSync(join(killed, 'database.dump'), 'half');
    const again = await run('backup', [home.backups, '--lang', 'zh'], home.environment);
    expect([again.status, again.stderr.startsWith(`${killed}为被中断的备份所留，予以删除。`)]).toEqual([0, true]);
    expect(lying(home.backups)).toHaveLength(left + 1);
    const both = await Promise.all([0, 1].map(() => run('backup', [home.backups], home.environment)));
    const refused = both.filter(({ status }) => status === 1);
    for (const { stderr } of refused) expect(stderr).toMatch(/Process \d+ is writing a backup to/);
    expect(lying(home.backups)).toHaveLength(left + 1 + both.length - refused.length);
  });

  it('A36.2 a disk that is full is told, and nothing is left that looks like a backup', async () => {
    const full = join(home.backups, '..', `full-${kind}`);
    mkdirSync(full);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', full]).status === 0;
    try {
      // Where nothing may be mounted the largest file is limited instead: 1 000 blocks of 512 bytes.
      const outcome = await run('backup', [full], home.environment, mounted ? undefined : 1_000);
      expect([outcome.status, outcome.stdout]).toEqual([1, '']);
      expect(outcome.stderr).toMatch(
        /There is no room to write .* \((ENOSPC|EFBIG)\)\. Nothing that could be taken for a whole one was left\./,
      );
      expect(lying(full)).toEqual([]);
    } finally {
      if (mounted) spawnSync('umount', [full]);
    }
    if (kind === 'pglite') await home.stop();
    // The embedded database itself writes files of 16 MB; its copy has more than forty.
    const limited = await run('backup', [full, '--lang', 'zh'], home.environment, kind === 'pglite' ? 70_000 : 1_000);
    expect([limited.status, lying(full)]).toEqual([1, []]);
    expect(limited.stderr).toMatch(/空间不足（EFBIG）/);
  });

  it('a folder that cannot be made is told with what to do', async () => {
    const file = join(home.backups, '..', 'file');
    writeFileSync(file, '');
    const outcome = await run('backup', [file], home.environment);
    expect([outcome.status, outcome.stdout]).toEqual([1, '']);
    expect(outcome.stderr).toMatch(
      /cannot be made or written \((ENOTDIR|EEXIST)\)\. Name a folder that this user may write\./,
    );
    expect((await run('backup', [], home.environment)).stderr).toMatch(/^Name one folder\.\n\n/);
  });

  it('the embedded database is copied by the command where no server runs, and PostgreSQL needs none', async () => {
    await home.stop();
    const outcome = await run('backup', [join(home.backups, 'stopped')], home.environment);
    expect([outcome.status, outcome.stdout.includes('Newest checkpoint')]).toEqual([0, true]);
  });

  if (kind === 'postgresql')
    it('adversarial 98 A17.1 who may not read all of it dumps nothing: the owner, the login role, a role that lacks one policy', async () => {
      const { url, superUrl, name } = home.database ?? { url: '', superUrl: '', name: '' };
      const folder = join(home.backups, 'none');
      const refused = async (environment: NodeJS.ProcessEnv): Promise<string> => {
        const outcome = await run('backup', [folder], { ...home.environment, ...environment });
        expect([outcome.status, outcome.stdout, lying(folder)]).toEqual([1, '', []]);
        return outcome.stderr;
      };
      const needed = `Nothing was backed up. Name in BACKUP_URL a login that is in the role ${roleNames(name).backup}`;
      expect(await refused({ BACKUP_URL: url })).toContain('no row policy shows it every row of ');
      expect(await refused({ BACKUP_URL: '' })).toContain(needed);
      const login = new URL(superUrl);
      login.username = roleNames(name).login;
      expect(await refused({ BACKUP_URL: login.href })).toContain('it has no grant on ');
      await sql(superUrl, 'drop policy backup on ledger.leaf');
      const lacks = await refused({});
      expect(lacks).toContain(
        `${roleNames(name).backup} may not read the whole database: no row policy shows it every row of ledger.leaf. ${needed}`,
      );
      await sql(
        superUrl,
        `create policy backup on ledger.leaf for select to "${roleNames(name).backup}" using (leaf_index > 3)`,
      );
      expect(await refused({})).toBe(lacks);
      await sql(
        superUrl,
        `drop policy backup on ledger.leaf; create policy backup on ledger.leaf for select to "${roleNames(name).backup}" using (true);
        create table public.by_hand (id int)`,
      );
      expect(await refused({})).toContain('it has no grant on public.by_hand.');
      await sql(superUrl, 'drop table public.by_hand');
      expect((await run('backup', [folder], home.environment)).status).toBe(0);
    });
});
