/** What is said again over a database, kind by kind, and what does not start. A proof, because servers are started over the whole sample. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendEntries, readJournal } from '../../gateway/recovery/journal/journal-files.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import type { JournalEntry, Kind } from '../../subgraphs/recovery/entry.ts';
import { recover, takeWaiting } from '../../subgraphs/recovery/recovery.ts';
import { MEI, OPERATOR, onEachDatabase } from '../kit.ts';
import { act, send } from './ending.ts';
import { type LostDisk, openLostDisk } from './lost-disk.ts';

/** Servers are started one after another: a machine that is busy takes its time. */
const SLOW = 400_000;

onEachDatabase('the journal over a database', (database) => {
  let disk: LostDisk;
  beforeAll(async () => {
    disk = await openLostDisk(database);
  }, SLOW);
  afterAll(() => disk.close());

  const kindsInFiles = (): string[] =>
    readJournal(disk.journal, disk.server().platform.secrets).map(({ kind }) => kind);
  /** Read past the database that writes the files after each write. */
  const waiting = async (): Promise<number> => {
    const [row] = await disk
      .server()
      .platform.database.execute<{ waiting: number }>(
        { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
        'recovery',
        { name: 'waiting', text: 'select count(*)::int as waiting from control.journal where written_at is null' },
        [],
      );
    return row?.waiting ?? 0;
  };

  it('A17.2 a gap of a copy that was restored to try it, with the journal of this database, closes nothing here', async () => {
    const { database, secrets, signer, now } = disk.server().platform;
    const NEWEST = '{ ledgerCheckpoint { size rootHash signedAt keyId signature } ledgerGaps { id } }';
    await disk.publish();
    const { ledgerCheckpoint: kept } = (await disk.ask(null, NEWEST)).data;
    const gap = {
      id: '55555555-5555-4555-8555-555555555555',
      from_size: 0,
      to_size: kept.size,
      to_at: kept.signedAt,
      kept,
      found_at: now().toISOString(),
    };
    appendEntries(disk.journal, hostname(), now(), [added('GAP', gap, 4)], secrets);
    const found = await recover(database, now(), { entries: readJournal(disk.journal, secrets), keys: signer.keys });
    expect([found.applied.get('GAP'), found.gap]).toEqual([1, null]);
    expect(await disk.ask(null, NEWEST)).toMatchObject({ status: 200, data: { ledgerGaps: [] } });
  });

  it('A17.1 an end stands in the files before its answer is there', async () => {
    const { id = '' } = await send(disk, 'registerDuty', 41);
    await act(disk, OPERATOR, `endDuty(id: "${id}", reason: "事项取消") { id }`);
    expect(kindsInFiles().at(-1)).toBe('DUTY_ENDED');
    expect(await waiting()).toBe(0);
  });

  it('A17.1 a change that is undone leaves no entry', async () => {
    const before = kindsInFiles().length;
    await expect(
      disk.run('control', async (em) => {
        await sql`update control.duty set ended_at = now(), end_reason = 'x' where ended_at is null`.execute(
          em.getKysely(),
        );
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect([kindsInFiles().length, await waiting()]).toEqual([before, 0]);
  });

  it('A17.1 adversarial 98: killed between the commit and the line: the entry is written at the next start', async () => {
    const before = kindsInFiles().length;
    // The server's own database, past the one that writes the files: as if the process ended right after the commit.
    await disk.server().platform.database.execute(
      { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
      'control',
      {
        name: 'end-a-duty',
        text: `update control.duty set ended_at = now(), end_reason = $1 where id = (select id from control.duty where ended_at is null order by id limit 1)`,
      },
      ['x'],
    );
    expect(await waiting()).toBe(1);
    expect(kindsInFiles()).toHaveLength(before);
    await disk.stop();
    await disk.start();
    expect(kindsInFiles()).toHaveLength(before + 1);
    expect([await waiting(), disk.server().recovered?.applied.size]).toEqual([0, 0]);
  });

  it('A17.1 a journal that cannot be written undoes nothing: the end stands, waits, and is written when that can be', async () => {
    const before = kindsInFiles();
    renameSync(disk.journal, `${disk.journal}-away`);
    writeFileSync(disk.journal, 'no folder');
    const { id = '' } = await send(disk, 'registerDuty', 42);
    await act(disk, OPERATOR, `endDuty(id: "${id}", reason: "事项取消") { id }`);
    expect(await waiting()).toBe(1);
    const figures = (await disk.server().metrics.text()).match(/^credit_journal_pending_entries (\d+)/m)?.[1];
    expect(figures).toBe('1');
    await expect(disk.server().journal?.flush()).rejects.toThrow(/EEXIST|ENOTDIR/);
    rmSync(disk.journal);
    renameSync(`${disk.journal}-away`, disk.journal);
    await disk.server().journal?.flush();
    expect(kindsInFiles()).toEqual([...before, 'DUTY_ENDED']);
    expect(await waiting()).toBe(0);
  });

  it('A17.1 what two processes take is taken once', async () => {
    const { database: own, now } = disk.server().platform;
    for (let count = 0; count < 5; count += 1) await send(disk, 'publishPurposeCap', count);
    await disk.server().journal?.flush();
    const total = kindsInFiles().length;
    await disk.run('recovery', (em) =>
      sql`update control.journal set written_at = null where kind = 'EDITION_PUBLISHED'`.execute(em.getKysely()),
    );
    // The write above flushed by itself; again, by two at once.
    const again = kindsInFiles().length;
    expect(again).toBeGreaterThan(total);
    const taken: string[] = [];
    await Promise.all(
      [1, 2].map(() => takeWaiting(own, now(), (entries) => taken.push(...entries.map(({ id }) => id)))),
    );
    expect(new Set(taken).size).toBe(taken.length);
  });

  const added = (kind: Kind, payload: JournalEntry['payload'], n: number): JournalEntry => ({
    id: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    number: 1_000_000 + n,
    at: '2026-11-20T02:00:00.000Z',
    kind,
    payload,
  });

  it('A19.1 A36.2 what fell about somebody who was joined falls under the number of before, too', async () => {
    const { database, signer, now, secrets } = disk.server().platform;
    const alias = secrets.subjectId(MEI.type, MEI.value);
    const target = '33333333-3333-8333-8333-333333333333';
    const { rows } = await disk.run('recovery', (em) =>
      sql<{
        id: string;
        payload: JournalEntry['payload'];
      }>`select id, jsonb_build_object('subjectId', ${target}::text, 'id', id, 'version', 1, 'display', 'ARCHIVED',
        'naturalKey', encode(natural_key, 'hex')) as payload from public_credit.record where subject_id = ${alias}::uuid and current and display = 'DISPLAYED' limit 1`.execute(
        em.getKysely(),
      ),
    );
    const [record] = rows;
    const entries = [
      added('SUBJECTS_JOINED', { aliasId: alias, subjectId: target }, 1),
      added('RECORD_DISPLAY', record?.payload ?? {}, 2),
    ];
    await recover(database, now(), { entries, keys: signer.keys });
    const held = await disk.run('recovery', (em) =>
      sql<{
        display: string;
        subject: string;
      }>`select display, subject_id as subject from public_credit.record where id = ${record?.id ?? ''}::uuid and current`.execute(
        em.getKysely(),
      ),
    );
    expect(held.rows).toEqual([{ display: 'ARCHIVED', subject: alias }]);
  });

  it('A36.4 a report that was superseded is superseded again', async () => {
    const { database, signer, now } = disk.server().platform;
    const id = '44444444-4444-4444-8444-444444444444';
    await database.write(
      { role: 'PARTY', unit: 'BANK-A', purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
      'report',
      (em) =>
        sql`insert into ledger.report (id, subject_id, personal, role, unit, template, issued_at, items, digest, sealed, key_id)
          values (${id}::uuid, ${id}::uuid, false, 'PARTY', 'BANK-A', 'BASIC', now(), '{}', '', '', 'k1')`.execute(
          em.getKysely(),
        ),
    );
    await recover(database, now(), {
      entries: [added('REPORT_SUPERSEDED', { id, at: '2026-11-20T02:00:00Z' }, 3)],
      keys: signer.keys,
    });
    const { rows } = await disk.run('recovery', (em) =>
      sql`select superseded_at from ledger.report where id = ${id}::uuid`.execute(em.getKysely()),
    );
    expect(rows).toEqual([{ superseded_at: '2026-11-20 02:00:00+00' }]);
  });

  it('A17.1 an empty database beside a journal of the installation does not start, and stays empty', async () => {
    const { secrets, signer, now } = disk.server().platform;
    const entries = readJournal(disk.journal, secrets);
    const empty = await openDatabase({ entities: ENTITIES, loginPassword: 'x' });
    await expect(recover(empty, now(), { entries, keys: signer.keys })).rejects.toThrow(
      /The database is empty.*Restore the backup first/,
    );
    expect((await recover(empty, now(), { entries: [], keys: signer.keys })).gap).toBeNull();
    await empty.close();
  });

  it('A17.1 a damaged journal does not start, and says where; the same journal whole does', async () => {
    await disk.stop();
    const path = `${disk.journal}/${readdirSync(disk.journal)[0]}`;
    const whole = readFileSync(path, 'utf8');
    writeFileSync(path, whole.replace('"kind":"DUTY_ENDED"', '"kind":"UNIT_ENDED"'));
    await expect(disk.start()).rejects.toThrow(/\.jsonl:\d+: .*Nothing is served/);
    writeFileSync(path, whole);
    await disk.start();
    expect(disk.server().recovered?.applied.size).toBe(0);
  });
});
