/** Clocks as they are kept: paused, counted anew when a year comes, read by whom they concern (Articles 38 and 39). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseHolidayFile } from '../../schema/law/clocks/calendar-file.ts';
import {
  type ClockName,
  type ClockToStart,
  lengthenClock,
  meetClocks,
  pauseClocks,
  resumeClocks,
  startClocks,
} from '../../subgraphs/clocks/clocks.ts';
import { loadYear } from '../../subgraphs/clocks/load-year.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { openRequestAs } from '../../subgraphs/request/internal-request.ts';
import { snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { databases, MEI, OPERATOR, onEachDatabase, openWorld, type World } from '../kit.ts';

const UNITS = { operator: 'HLJ-CREDIT', bank: 'BANK-A' } as const;

/** Writes as the platform does, on the day of the world. */
async function writing<T>(world: World, work: (em: Em, calendar: Years, today: string) => Promise<T>): Promise<T> {
  const request = world.server.requestAs({ role: 'OPERATOR' });
  try {
    const { calendar } = (await request.snapshot()).directory;
    return await request.write('control', (em) => work(em, calendar, request.today));
  } finally {
    await request.abandon();
  }
}
type Em = Parameters<typeof startClocks>[0];
type Years = Parameters<typeof startClocks>[1];

const clockOf = (reference: string, startedOn: string, more: Partial<ClockToStart> = {}): ClockToStart => ({
  obligation: 'A39.2',
  kind: 'objection.decide',
  unit: UNITS.operator,
  subjectId: null,
  reference,
  startedOn,
  ...more,
});
const start = (world: World, ...clocks: ClockToStart[]) =>
  writing(world, (em, calendar, today) => startClocks(em, calendar, today, clocks));

/** What the operator is told, by reference. */
async function told(world: World) {
  const { data } = await world.ask(
    OPERATOR,
    '{ deadlines(first: 200) { nodes { reference kind dueOn provisional earliest latest status } } }',
  );
  return (reference: string) =>
    data.deadlines.nodes.find((node: { reference: string }) => node.reference === reference);
}

const fileOf = (days: readonly { date: string; isOffDay: boolean }[], year = 2027) => {
  const parsed = parseHolidayFile({ year, papers: ['https://example.invalid/year'], days });
  if (!parsed.ok) throw new Error(parsed.faults.join(' '));
  return parsed.file;
};
const off = (...dates: string[]) => dates.map((date) => ({ date, isOffDay: true }));

onEachDatabase('clocks that are kept', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  it('A39.2 a pause is kept and moves the date; what cannot be paused is refused', async () => {
    world.setNow('2026-11-20T10:00:00+08:00');
    await start(world, clockOf('paused', '2026-11-20'));
    const which = { kind: 'objection.decide', reference: 'paused' } as const;
    world.setNow('2026-11-24T10:00:00+08:00');
    const pause = () =>
      writing(world, (em, years, today) => pauseClocks(em, years, today, which, { from: today, reason: '检测' }));
    // Monday 23 November has counted; the laboratory has the record from Tuesday 24 on.
    expect((await pause()).map(({ date }) => date)).toEqual(['2026-11-26']);
    await expect(pause()).rejects.toMatchObject({ extensions: { code: 'CONFLICT', reason: 'CLOCK' } });
    world.setNow('2026-12-01T10:00:00+08:00');
    expect(await runDue(world.server.requestAs, world.server.platform.now)).toMatchObject({ moved: 1, overdue: 0 });
    expect((await told(world))('paused')).toMatchObject({ dueOn: '2026-12-03', status: 'OPEN' });
    world.setNow('2026-12-02T10:00:00+08:00');
    const resume = () => writing(world, (em, years, today) => resumeClocks(em, years, today, which, today));
    // Wednesday 2 and Thursday 3 December are the second and third working day.
    expect((await resume()).map(({ date }) => date)).toEqual(['2026-12-03']);
    await expect(resume()).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
    const none = { kind: 'objection.decide', reference: 'nowhere' } as const;
    await expect(
      writing(world, (em, years, today) => resumeClocks(em, years, today, none, today)),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    world.setNow('2026-12-04T10:00:00+08:00');
    expect((await told(world))('paused')).toMatchObject({ status: 'OVERDUE' });
    await writing(world, (em) => meetClocks(em, which.kind, which.reference, '2026-12-04'));
    expect((await told(world))('paused')).toMatchObject({ status: 'LATE' });
  });

  it('A39.2 with help a clock becomes one of seven days from the same start; its pause stays, its mark goes', async () => {
    world.setNow('2026-11-02T10:00:00+08:00');
    await start(world, clockOf('helped', '2026-11-02'));
    const name = { kind: 'objection.decide', reference: 'helped' } as const;
    world.setNow('2026-11-03T10:00:00+08:00');
    await writing(world, (em, years, today) => pauseClocks(em, years, today, name, { from: today, reason: '鉴定' }));
    world.setNow('2026-11-04T10:00:00+08:00');
    await writing(world, (em, years, today) => resumeClocks(em, years, today, name, today));
    // Tuesday 3 November does not count: 4, 5 and 6.
    expect((await told(world))('helped')).toMatchObject({ kind: 'objection.decide', dueOn: '2026-11-06' });
    world.setNow('2026-11-09T10:00:00+08:00');
    const { requestAs, platform } = world.server;
    expect((await runDue(requestAs, platform.now))?.overdue).toBe(1);
    const lengthen = (kind: ClockName['kind'], to: ClockName['kind']) =>
      writing(world, (em, years, today) => lengthenClock(em, years, today, { kind, reference: 'helped' }, to));
    for (const to of ['objection.help', 'pledge.verify'] as const)
      await expect(lengthen('objection.decide', to)).rejects.toMatchObject({ extensions: { reason: 'CLOCK' } });
    // Four more: 9, 10, 11 and 12.
    const dues = await lengthen('objection.decide', 'objection.decide-with-help');
    expect(dues.map(({ date }) => date)).toEqual(['2026-11-12']);
    // Asked again it is what it is.
    expect(await lengthen('objection.decide', 'objection.decide-with-help')).toEqual(dues);
    expect((await told(world))('helped')).toMatchObject({
      kind: 'objection.decide-with-help',
      dueOn: '2026-11-12',
      status: 'OPEN',
    });
    expect((await runDue(requestAs, platform.now))?.overdue).toBe(0);
    world.setNow('2026-11-13T10:00:00+08:00');
    expect((await runDue(requestAs, platform.now))?.overdue).toBe(1);
    await writing(world, (em) => meetClocks(em, 'objection.decide-with-help', 'helped', '2026-11-13'));
    await expect(lengthen('objection.decide', 'objection.decide-with-help')).rejects.toMatchObject({
      extensions: { code: 'NOT_FOUND' },
    });
  });

  it('A38.1 a year that comes reckons anew what was met provisionally, and what was due in the December before', async () => {
    world.setNow('2026-12-25T10:00:00+08:00');
    await start(
      world,
      clockOf('december', '2026-12-28'),
      clockOf('met', '2026-12-31', { metOn: '2027-01-06' }),
      clockOf('before', '2026-11-02', { metOn: '2026-11-05' }),
    );
    // By the week alone: 29, 30 and 31 December; 1, 4 and 5 January.
    expect((await told(world))('december')).toMatchObject({ dueOn: '2026-12-31', provisional: false });
    expect((await told(world))('met')).toMatchObject({ dueOn: '2027-01-05', provisional: true, status: 'LATE' });
    const { requestAs, platform } = world.server;
    // As the arrangement of 2019 did with 31 December 2018: the last day of the year before is off.
    const file = fileOf(off('2026-12-31', '2027-01-01'));
    expect(await loadYear(requestAs, file, false, platform.now)).toEqual({ outcome: 'LOADED', changed: 2, firm: 1 });
    const after = await told(world);
    // 29 and 30 December and Monday 4 January; then 4, 5 and 6 January.
    expect(after('december')).toMatchObject({ dueOn: '2027-01-04', provisional: false });
    expect(after('met')).toMatchObject({ dueOn: '2027-01-06', provisional: false, status: 'MET' });
    expect(after('before')).toMatchObject({ dueOn: '2026-11-05', status: 'MET' });
    // A file that is put right takes its December back.
    await loadYear(requestAs, fileOf(off('2027-01-01')), true, platform.now);
    expect((await told(world))('december')).toMatchObject({ dueOn: '2026-12-31' });
  });

  it('a clock that was noted as overdue and is in time after all is noted again when it runs out', async () => {
    world.setNow('2027-02-09T10:00:00+08:00');
    await start(world, clockOf('festival', '2027-02-03'));
    const { requestAs, platform } = world.server;
    // 4, 5 and 8 February are over.
    expect((await runDue(requestAs, platform.now))?.overdue).toBeGreaterThanOrEqual(1);
    const festival = off('2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11');
    await loadYear(requestAs, fileOf(festival), true, platform.now);
    // 4, 12 and Monday 15 February.
    expect((await told(world))('festival')).toMatchObject({ dueOn: '2027-02-15', status: 'OPEN' });
    expect((await runDue(requestAs, platform.now))?.overdue).toBe(0);
    world.setNow('2027-02-16T10:00:00+08:00');
    expect((await runDue(requestAs, platform.now))?.overdue).toBe(1);
    expect((await runDue(requestAs, platform.now))?.overdue).toBe(0);
  });

  it('readings that a year narrows are told even where the date stays', async () => {
    const { requestAs, platform } = world.server;
    await start(world, clockOf('far', '2028-12-29'));
    const before = (await told(world))('far');
    // Friday; then a weekend that may be worked, and Monday to Wednesday of a year that is not known either.
    expect(before).toMatchObject({ dueOn: '2029-01-03', provisional: true, earliest: '2029-01-01' });
    expect(await loadYear(requestAs, fileOf(off('2028-01-01'), 2028), false, platform.now)).toMatchObject({
      changed: 1,
      firm: 0,
    });
    // The weekend is known to be free now: three working days from Monday 1 January at best.
    expect((await told(world))('far')).toMatchObject({
      dueOn: '2029-01-03',
      provisional: true,
      earliest: '2029-01-03',
    });
  });

  it('A39.2 the database itself shows a clock to its unit, its subject and who oversees, and to nobody else', async () => {
    const mine = randomUUID();
    await start(world, clockOf('walls', '2027-03-01', { unit: UNITS.bank, subjectId: mine }));
    const seen = async (caller: Parameters<typeof world.server.requestAs>[0]): Promise<number> => {
      const request = world.server.requestAs(caller);
      try {
        const statement = { name: 'clocks-of', text: `select id from control.clock where reference = 'walls'` };
        return (await (await request.snapshot()).transaction.query(statement, [])).length;
      } finally {
        await request.abandon();
      }
    };
    expect(await seen({ role: 'OPERATOR' })).toBe(1);
    expect(await seen({ role: 'AUTHORITY' })).toBe(1);
    expect(await seen({ role: 'PARTY', unit: 'BANK-A' })).toBe(1);
    expect(await seen({ role: 'PARTY', unit: 'BANK-B' })).toBe(0);
    const self = (id: string) => ({ type: 'CITIZEN_ID', value: MEI.value, id }) as const;
    expect(await seen({ role: 'SUBJECT', subject: self(mine) })).toBe(1);
    expect(await seen({ role: 'SUBJECT', subject: self(randomUUID()) })).toBe(0);
    expect(await seen({ role: 'PROVIDER', unit: 'HLJ-AMR' })).toBe(0);
    await expect(seen({ role: 'ANALYST', unit: 'HLJ-CREDIT' })).rejects.toThrow(/permission denied/);
    await expect(seen({ role: 'PUBLIC' })).rejects.toThrow(/permission denied/);
  });
});

describe.runIf(databases().includes('postgresql'))('two servers on one database, at once', () => {
  it('A39.2 note each overdue clock once', async () => {
    const world = await openWorld('postgresql', { environment: { DUE_EVERY_MS: '86400000' } });
    const other = await openDatabase({
      entities: ENTITIES,
      url: world.ownerUrl,
      loginPassword: 'another-server-of-the-same-password',
    });
    try {
      const many = Array.from({ length: 200 }, (_, index) => clockOf(`c${index}`, '2026-11-20'));
      await start(world, ...many);
      const now = () => new Date('2026-11-26T10:00:00+08:00');
      const here = openRequestAs({ ...world.server.platform, now }, snapshotReader());
      const there = openRequestAs({ ...world.server.platform, database: other, now }, snapshotReader());
      const runs = await Promise.all([here, there, here, there].map((requestAs) => runDue(requestAs, now)));
      expect(runs.reduce((sum, run) => sum + (run?.overdue ?? 0), 0)).toBe(200);
      expect((await runDue(there, now))?.overdue).toBe(0);
      const noted = await writing(world, (em) =>
        sql`select from control.clock where noticed_overdue_at = ${now().toISOString()}::timestamptz`.execute(
          em.getKysely(),
        ),
      );
      expect(noted.rows).toHaveLength(200);
    } finally {
      await other.close();
      await world.close();
    }
  });
});
