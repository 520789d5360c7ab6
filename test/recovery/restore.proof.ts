/** `npm run restore`: a backup comes back whole, elsewhere too, with what ended since. A proof, for it starts processes over provinces of its own. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { roleNames } from '../../subgraphs/database/roles.ts';
import { MEI, OPERATOR, onEachDatabase, subject } from '../kit.ts';
import { startCluster } from '../postgresql.ts';
import { askAs, backupLogin, type Installation, install, run, serve, sql } from './installation.ts';

const ABOUT =
  '{ subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"}) { name records { totalCount } } }';
const LEDGER = '{ ledgerCheckpoint { size rootHash signedAt keyId signature } }';
const GIVEN = '{ me { authorizations { id status party { code } } } }';

onEachDatabase('A17.1 A17.2 A36.2 npm run restore', (kind) => {
  let home: Installation;
  let backup: string;
  let shown: unknown;
  let checkpoint: unknown;
  /** The cluster beside that of the tests, empty but for its superuser. */
  const other = kind === 'postgresql' ? startCluster() : undefined;

  beforeAll(async () => {
    home = await install(kind);
    shown = await home.ask(ABOUT);
    await home.publish();
    checkpoint = await home.ask(LEDGER);
    const made = await run('backup', [home.backups], home.environment);
    backup = join(home.backups, readdirSync(home.backups)[0] ?? made.stderr);
  });
  afterAll(async () => {
    await home.end();
    other?.stop();
  });

  it('A36.2 comes back whole under another name and another owner, and a server answers as before', async () => {
    const { environment, database } = await home.elsewhere(other?.url);
    const trial = await run('restore', [backup, '--dry-run'], environment);
    expect([trial.status, trial.stdout]).toEqual([
      0,
      `${backup} can be restored with these settings. Nothing was written.\n`,
    ]);
    const outcome = await run('restore', [backup], environment);
    expect([outcome.status, outcome.stderr]).toEqual([0, expect.stringContaining('verifying the ledger')]);
    expect(outcome.stdout).toMatch(
      /^Restored \d+ rows of .*Z from .*\. The ledger holds: 1 entries, 0 without a place yet; newest checkpoint \d+ leaves, signed 2026-11-20T02:10:00\.000Z\. Of what ended since, 0 were ended again\.\nWhat a restore forgets stands in gateway\/RECOVERY\.md\.\n$/,
    );
    const clock = { now: new Date('2026-11-20T11:00:00+08:00') };
    const server = await serve(environment, clock);
    try {
      expect(await askAs(server, clock.now, LEDGER)).toEqual(checkpoint);
      expect(await askAs(server, clock.now, ABOUT)).toEqual(shown);
      clock.now = server.platform.sequencer.nextAfter(clock.now);
      await server.platform.sequencer.publish();
    } finally {
      await server.stop();
    }
    // What came back can be backed up again, by a login that is made again.
    const url = database === undefined ? undefined : await backupLogin(database);
    const again = await run('backup', [join(home.backups, 'again')], {
      ...environment,
      ...(url === undefined ? {} : { BACKUP_URL: url }),
    });
    expect([again.status, again.stderr]).toEqual([0, expect.any(String)]);
    const [name] = readdirSync(join(home.backups, 'again'));
    const rows = (folder: string): Record<string, number> =>
      JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).rows;
    expect(rows(join(home.backups, 'again', name ?? ''))).toMatchObject({
      ...rows(backup),
      'ledger.disclosure': 2,
      'ledger.checkpoint': 2,
      'ledger.leaf': 2,
      'ledger.node': expect.any(Number),
      'ledger.padding': expect.any(Number),
      'control.rate': expect.any(Number),
      'control.journal': expect.any(Number),
      'control.process': expect.any(Number),
    });
    rmSync(join(home.backups, 'again'), { recursive: true });
  });

  it('A17.1 a target that is not empty is refused, with what is in it, and keeps it', async () => {
    if (kind === 'postgresql') {
      const { environment, database } = await home.elsewhere();
      await sql(
        database?.url ?? '',
        'create schema mine; create table mine.kept (id int); insert into mine.kept values (7)',
      );
      const outcome = await run('restore', [backup], environment);
      expect([outcome.status, outcome.stdout]).toEqual([1, '']);
      expect(outcome.stderr).toContain(`${database?.name} is not empty: it holds mine.kept, schema mine.`);
      expect(await sql(database?.url ?? '', 'select id from mine.kept')).toEqual([{ id: 7 }]);
    }
    const outcome = await run('restore', [backup, '--lang', 'zh'], home.environment);
    expect([outcome.status, outcome.stderr.includes('不是空的')]).toEqual([1, true]);
    expect(await home.ask(LEDGER)).toEqual(checkpoint);
  });

  it('A36.2 a restored folder is opened by one process, and a running one is not restored into', async () => {
    if (kind === 'postgresql') return;
    const { environment } = await home.elsewhere();
    const both = await Promise.all([0, 1].map(() => run('restore', [backup], environment)));
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    expect(both.find(({ status }) => status === 1)?.stderr).toMatch(/is in use by process \d+|is not empty/);
    const folder = environment.DATA_DIR ?? '';
    expect(readdirSync(folder).sort()).toEqual(['development-issuer.json', 'pglite', 'secrets.json']);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('A36.2 a disk that is full while a folder is restored is told, and the folder is empty as before', async () => {
    if (kind === 'postgresql') return;
    const { environment } = await home.elsewhere();
    // Ten megabytes a file: the log of the embedded database has files of sixteen.
    const outcome = await run('restore', [backup], environment, 20_000);
    expect([outcome.status, outcome.stdout]).toEqual([1, '']);
    expect(outcome.stderr).toMatch(/There is no room to write .* \(EFBIG\)\.|See whether the disk of DATA_DIR is full/);
    expect(readdirSync(environment.DATA_DIR ?? '').sort()).toEqual(['development-issuer.json', 'secrets.json']);
  });

  it('A36.2 roles of the old name are not needed; globals.sql has them for who restores by hand', async () => {
    if (other === undefined) return;
    const { name } = home.database ?? { name: '' };
    const globals = readFileSync(join(backup, 'globals.sql'), 'utf8');
    expect(globals).not.toMatch(/ password '|superuser|createrole/i);
    expect(globals).not.toContain(`backup_of_${name}`);
    await sql(other.url, globals);
    const held = await sql(
      other.url,
      `select rolname::text as name from pg_roles where rolname like 'credit_credit_r%' order by 1`,
    );
    const names = held.map((row) => row.name);
    for (const role of Object.values(roleNames(name))) expect(names).toContain(role);
    await sql(other.url, globals);
  });

  it('adversarial 98 A17.2 what was revoked since stays revoked, and the gap to a newer checkpoint is told before anybody is served', async () => {
    type Given = { data: { me: { authorizations: { id: string; status: string; party: { code: string } }[] } } };
    const given = ((await home.ask(GIVEN, subject(MEI))) as Given).data.me.authorizations;
    const { id } = given.find(({ status, party }) => status === 'IN_FORCE' && party.code === 'BANK-A') ?? { id: '' };
    expect(id).not.toBe('');
    await home.ask(`mutation { revokeAuthorization(id: "${id}") { id } }`, subject(MEI));
    await home.publish();
    const { data } = (await home.ask(LEDGER)) as { data: { ledgerCheckpoint: { size: number; signedAt: string } } };
    const { environment } = await home.elsewhere();
    const outcome = await run('restore', [backup, '--journal', home.environment.JOURNAL_DIR ?? ''], environment);
    expect([outcome.status, outcome.stderr]).toEqual([0, expect.stringContaining('verifying the ledger')]);
    expect(outcome.stdout).toContain('Of what ended since, 1 were ended again.');
    const [told, gap] =
      /The ledger lost entries: from \d+ leaves \(2026-11-20T02:10:00\.000Z\) to \d+ leaves \((.*?)\)\. Operators alone are answered until acknowledgeGap names the gap (\S+)\. /
        .exec(outcome.stdout)
        ?.slice(1) ?? [];
    expect(told).toBe(data.ledgerCheckpoint.signedAt);
    // Where no journal was kept a checkpoint of whoever kept one tells the same.
    const file = join(home.backups, '..', 'kept.json');
    writeFileSync(file, JSON.stringify({ data }));
    const without = await home.elsewhere();
    const said = await run('restore', [backup, '--checkpoint', file, '--lang', 'zh'], without.environment);
    expect([said.status, said.stdout]).toEqual([
      0,
      expect.stringMatching(
        /披露日志有缺失：自\d+个叶节点（2026-11-20T02:10:00\.000Z）至\d+个叶节点（.*）。以acknowledgeGap确认缺口/,
      ),
    ]);
    expect(said.stdout).toContain(`至${data.ledgerCheckpoint.size}个叶节点（${data.ledgerCheckpoint.signedAt}）`);
    const clock = { now: new Date('2026-11-20T12:00:00+08:00') };
    // The gap is of the database: without the journal the server knows it too.
    const server = await serve(environment, clock);
    try {
      expect(await askAs(server, clock.now, ABOUT)).toMatchObject({
        errors: [{ extensions: { reason: 'LEDGER_GAP' } }],
      });
      await askAs(
        server,
        clock.now,
        `mutation { acknowledgeGap(input: { gap: "${gap}", reason: "磁盘损坏" }) { id } }`,
        OPERATOR,
      );
      const after = ((await askAs(server, clock.now, GIVEN, subject(MEI))) as Given).data.me.authorizations;
      expect(after.find((one) => one.id === id)?.status).toBe('REVOKED');
    } finally {
      await server.stop();
    }
  });
});
