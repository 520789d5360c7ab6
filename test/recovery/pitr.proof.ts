/**
 * Recovery to a point in time, by the commands of RECOVERY.md on a cluster of its own: archive, base, writes, a lost disk, recovery, promotion, and a server that
 * finds what was lost. A proof, for it takes a cluster and minutes of log.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR } from '../kit.ts';
import { binaries } from '../postgresql.ts';
import { askAs, emptyDatabase, serve, sql } from './installation.ts';
import { fromPage } from './page.ts';

const ABOUT =
  '{ subject(identifier: {type: CITIZEN_ID, value: "239999199003070016"}) { name records { totalCount } } }';
const NEWEST = '{ ledgerCheckpoint { size rootHash signedAt } }';

/** PostgreSQL refuses to run as root. */
const AS_POSTGRES = process.getuid?.() === 0;

describe.runIf(binaries() !== undefined)('A17.1 A17.2 A36.2 recovery to a point in time', () => {
  const root = mkdtempSync(join(tmpdir(), 'credit-pitr-'));
  const port = 19_000 + (process.pid % 1_000);
  const at = (name: string): string => join(root, name);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;

  /** Runs commands as the user of PostgreSQL, with the cluster of this test as that of Debian. */
  const shell = (commands: string): string => {
    const prelude = `set -e; cd ${root}; export PATH=${binaries()}:$PATH PGHOST=${root} PGPORT=${port} PGUSER=postgres LC_ALL=C.UTF-8
systemctl() { case $1 in
  stop) pg_ctl -D ${at('main')} -m fast -w stop ;;
  start) pg_ctl -D ${at('main')} -o "-p ${port} -k ${root} -c listen_addresses=127.0.0.1" -l ${at('log')} -w start ;;
  restart) pg_ctl -D ${at('main')} -o "-p ${port} -k ${root} -c listen_addresses=127.0.0.1" -l ${at('log')} -w restart ;;
esac; }
`;
    const [program, ...args] = AS_POSTGRES ? ['su', 'postgres', '-s', '/bin/bash', '-c'] : ['bash', '-c'];
    return execFileSync(program ?? 'bash', [...args, prelude + commands], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  };

  const ARCHIVE = { '/var/backups/credit': at('backups') };

  beforeAll(() => {
    if (AS_POSTGRES) spawnSync('chown', ['postgres', root]);
    shell(`initdb -D ${at('main')} -A trust -U postgres -E UTF8 >/dev/null; mkdir conf.d
      echo "include_dir = '${at('conf.d')}'" >> ${at('main')}/postgresql.conf; systemctl start postgresql@15-main >/dev/null`);
  });
  afterAll(() => {
    spawnSync('sh', ['-c', `kill -QUIT $(head -1 ${at('main')}/postmaster.pid)`]);
    rmSync(root, { recursive: true, force: true });
  });

  it('a segment that is archived already is taken for done when PostgreSQL asks again, and another is never overwritten', () => {
    const wal = at('tried');
    const [, command = ''] =
      /archive_command = '(.*)'/.exec(fromPage('archive settings', { '/var/backups/credit/wal': wal })) ?? [];
    const archive = (content: string): number | null => {
      writeFileSync(at('segment'), content);
      return spawnSync('sh', [
        '-c',
        command.replaceAll('%p', at('segment')).replaceAll('%f', '000000010000000000000001'),
      ]).status;
    };
    mkdirSync(wal);
    // It was told nothing of the first time, because it was killed in between.
    expect([archive('one'), archive('one'), archive('another')]).toEqual([0, 0, 1]);
    expect(readFileSync(join(wal, '000000010000000000000001'), 'utf8')).toBe('one');
  });

  it('brings back a moment, and the server finds by the journal what ended and was lost since', async () => {
    shell(`${fromPage('archive settings', { ...ARCHIVE, '/etc/postgresql/15/main/conf.d': at('conf.d') })} >/dev/null`);
    expect(await sql(url, 'show archive_mode')).toEqual([{ archive_mode: 'on' }]);
    const database = await emptyDatabase(url);
    const data = mkdtempSync(join(tmpdir(), 'credit-pitr-data-'));
    mkdirSync(join(data, 'journal'));
    const environment = { DATABASE_URL: database.url, DATA_DIR: data, JOURNAL_DIR: join(data, 'journal') };
    const clock = { now: new Date('2026-11-20T10:00:00+08:00') };
    let server = await serve(environment, clock);
    const ask = (query: string, holder?: typeof OPERATOR) => askAs(server, clock.now, query, holder);
    const publish = async (): Promise<unknown> => {
      clock.now = server.platform.sequencer.nextAfter(clock.now);
      await server.platform.sequencer.publish();
      return ask(NEWEST);
    };
    shell(fromPage('base', ARCHIVE));
    const shown = await ask(ABOUT);
    const before = await publish();
    const [{ moment } = { moment: '' }] = (await sql(url, 'select clock_timestamp()::text as moment')) as {
      moment: string;
    }[];
    await sql(url, 'select pg_sleep(1)');
    await ask(ABOUT);
    const after = await publish();
    expect(after).not.toEqual(before);
    await server.stop();
    // The log reaches the archive at the latest after archive_timeout; here at once.
    const [{ segment } = { segment: '' }] = (await sql(url, 'select pg_walfile_name(pg_switch_wal()) as segment')) as {
      segment: string;
    }[];
    while (!existsSync(join(at('backups'), 'wal', segment))) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(readdirSync(join(at('backups'), 'wal')).filter((name) => name.endsWith('.part'))).toEqual([]);

    shell(
      fromPage('recover', {
        ...ARCHIVE,
        '/var/lib/postgresql/15/main': at('main'),
        '/var/lib/postgresql/15/lost': at('lost'),
        '2026-11-27 10:15:00+08': moment,
      }).replaceAll(/^(systemctl .*)$/gm, '$1 >/dev/null'),
    );
    for (let recovering = true; recovering; )
      recovering = (await sql(url, 'select pg_is_in_recovery() as is'))[0]?.is === true;
    server = await serve({ ...environment, SAMPLE: 'off' }, clock);
    try {
      // Operators alone are answered, and the ledger up to the moment holds.
      expect(await ask(ABOUT)).toMatchObject({ errors: [{ extensions: { reason: 'LEDGER_GAP' } }] });
      const verified =
        '{ verifyLedger { intact entries } ledgerGaps { fromAt toAt acknowledgedAt } ledgerCheckpoint { size rootHash signedAt } }';
      const { data: seen } = (await ask(verified, OPERATOR)) as { data: Record<string, unknown> };
      expect(seen.verifyLedger).toEqual({ intact: true, entries: 1 });
      expect({ data: { ledgerCheckpoint: seen.ledgerCheckpoint } }).toEqual(before);
      const { fromAt, toAt } = (seen.ledgerGaps as { fromAt: string; toAt: string }[])[0] ?? { fromAt: '', toAt: '' };
      const signedAt = (answer: unknown): string =>
        (answer as { data: { ledgerCheckpoint: { signedAt: string } } }).data.ledgerCheckpoint.signedAt;
      expect([fromAt, toAt]).toEqual([signedAt(before), signedAt(after)]);
      const gaps = (await ask('{ ledgerGaps { id } }', OPERATOR)) as { data: { ledgerGaps: { id: string }[] } };
      await ask(
        `mutation { acknowledgeGap(input: { gap: "${gaps.data.ledgerGaps[0]?.id}", reason: "磁盘损坏，恢复到十时十五分" }) { id } }`,
        OPERATOR,
      );
      expect(await ask(ABOUT)).toEqual(shown);
    } finally {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    }
  }, 300_000);
});
