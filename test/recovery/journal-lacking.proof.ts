/** What the database knows to be written, and no file has: it is written again, once. A proof, because servers are started again and again. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openJournal } from '../../gateway/recovery/journal/journal.ts';
import { readFiles, readJournal } from '../../gateway/recovery/journal/journal-files.ts';
import { recover } from '../../subgraphs/recovery/recovery.ts';
import { OPERATOR, onEachDatabase } from '../kit.ts';
import { act, send } from './ending.ts';
import { type LostDisk, openLostDisk } from './lost-disk.ts';

/** Servers are started one after another: a machine that is busy takes its time. */
const SLOW = 400_000;

onEachDatabase('files of the journal that lack entries', (kind) => {
  let disk: LostDisk;
  const lines: string[] = [];
  let duty = 60;
  beforeAll(async () => {
    disk = await openLostDisk(kind, pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }));
    for (let count = 0; count < 3; count += 1) await endDuty();
  }, SLOW);
  afterAll(() => disk.close());
  beforeEach(() => lines.splice(0));

  const endDuty = async (): Promise<void> => {
    duty += 1;
    const { id = '' } = await send(disk, 'registerDuty', duty);
    await act(disk, OPERATOR, `endDuty(id: "${id}", reason: "事项取消") { id }`);
  };
  const idsInFiles = (folder = disk.journal): string[] =>
    readJournal(folder, disk.server().platform.secrets).map(({ id }) => id);
  const fileOf = (month: string, host = ''): string =>
    join(disk.journal, readdirSync(disk.journal).find((name) => name.startsWith(host) && name.includes(month)) ?? '');
  const restart = async (change: () => void, settings: NodeJS.ProcessEnv = {}): Promise<void> => {
    await disk.stop();
    change();
    await disk.start(settings);
  };
  const cut = (path: string, count: number): void => {
    const whole = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(path, `${whole.slice(0, -count).join('\n')}\n`);
  };
  const told = (): string[] => lines.flatMap((line) => /(\d+) entries that the files/.exec(line)?.[1] ?? []);

  it('A17.2 adversarial 98: lines that were cut off at the end are written again and told, once', async () => {
    const before = idsInFiles();
    await restart(() => cut(fileOf('2026-11'), 2));
    expect([...idsInFiles()].sort()).toEqual([...before].sort());
    expect([disk.server().recovered?.lacking, told()]).toEqual([2, ['2']]);
    await restart(() => undefined);
    expect(idsInFiles()).toHaveLength(before.length);
    expect([disk.server().recovered?.lacking, told()]).toEqual([0, ['2']]);
  });

  it('A17.2 what another host wrote is held, and written again where its files are lost', async () => {
    const { database, secrets, now } = disk.server().platform;
    await database.execute(
      { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: '2026-11-20' },
      'control',
      {
        name: 'end-one-more-duty',
        text: `update control.duty set ended_at = now(), end_reason = $1 where id = (select id from control.duty where ended_at is null order by id limit 1)`,
      },
      ['x'],
    );
    expect(await openJournal(database, { folder: disk.journal, secrets, now, host: 'zz-other' }).flush()).toBe(1);
    const before = idsInFiles();
    await restart(() => undefined);
    expect([disk.server().recovered?.lacking, idsInFiles().length]).toEqual([0, before.length]);
    await restart(() => rmSync(fileOf('2026-11', 'zz-other')));
    expect([...idsInFiles()].sort()).toEqual([...before].sort());
    expect(told()).toEqual(['1']);
  });

  it('A17.2 what another process appends while this one starts is no loss', async () => {
    const { database, secrets, signer, now } = disk.server().platform;
    const files = readFiles(disk.journal, secrets);
    const early = { ...files, entries: files.entries.slice(0, -1) };
    const recoverWith = (again: () => typeof files) =>
      recover(database, now(), { entries: early.entries, keys: signer.keys, files: { since: undefined, again } });
    expect((await recoverWith(() => files)).lacking).toBe(0);
    expect((await recoverWith(() => early)).lacking).toBe(1);
  });

  it('A17.2 a month that is lost at the end is written again; months that were thrown away from the front are not', async () => {
    disk.setNow('2026-12-02T02:00:00Z');
    await endDuty();
    await endDuty();
    const before = new Set(idsInFiles());
    await restart(() => rmSync(fileOf('2026-12')));
    expect(new Set(idsInFiles())).toEqual(before);
    expect(disk.server().recovered?.lacking).toBeGreaterThanOrEqual(2);
    await restart(() => rmSync(fileOf('2026-11')));
    expect(disk.server().recovered?.lacking).toBe(0);
    const december = idsInFiles();
    await restart(() => cut(fileOf('2026-12'), 1));
    expect(disk.server().recovered?.lacking).toBe(1);
    expect([...idsInFiles()].sort()).toEqual([...december].sort());
  });

  it('A17.1 an empty folder that is given for the first time gets all that ever ended', async () => {
    const folder = join(disk.folder, 'journal-anew');
    mkdirSync(folder);
    await restart(() => undefined, { JOURNAL_DIR: folder });
    const { rows } = await disk.run('recovery', (em) =>
      sql<{ id: string }>`select id from control.journal`.execute(em.getKysely()),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect([...idsInFiles(folder)].sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(disk.server().recovered?.lacking).toBe(rows.length);
  });
});
