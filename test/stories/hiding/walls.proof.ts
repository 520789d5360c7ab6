/** A proof: it opens a world on each database. The walls in SQL by themselves: what a session may write and read, with no condition of ours before it. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../../subgraphs/database/session.ts';
import { joinSubjects } from '../../../subgraphs/index.ts';
import {
  COMPANY,
  type Identifier,
  LISTED,
  MEI,
  NO_JOBS,
  onEachDatabase,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../../kit.ts';
import { idOf, plantRecord } from '../../subgraphs/planted-subjects.ts';
import { done, itemsSeen } from './hiding.ts';

/** A person who was held under the old number of fifteen digits too. */
const LIN: Identifier = { type: 'CITIZEN_ID', value: '239999198508080055' };
const OLD = ['OTHER_DOCUMENT', '239999850808005'] as const;
const BANK_B = { role: 'party', unit: 'BANK-B' } as const;

onEachDatabase('what subjects stop', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  const idOfOne = ({ type, value }: Identifier) => world.server.platform.secrets.subjectId(type, value);
  const session = (role: Session['role'], change: Partial<Session>): Session => ({
    role,
    unit: null,
    purpose: null,
    caseReference: null,
    subjectId: null,
    today: TODAY,
    ...change,
  });
  const write = (of: Session, role: 'rights', text: string): Promise<readonly object[]> =>
    world.server.platform.database.write(
      of,
      role,
      async (em) => (await sql.raw(text).execute(em.getKysely())).rows as object[],
    );
  const itself = (about: Identifier) => session('SUBJECT', { subjectId: idOfOne(about) });

  it('A37.1 a subject’s session changes the display of its own trustworthiness information, between displayed and hidden, and nothing else', async () => {
    const MINE = `where subject_id = '${idOfOne(MEI)}'`;
    const hide = (table: string, where: string, to = 'HIDDEN') =>
      write(itself(MEI), 'rights', `update ${table} set display = '${to}' ${where} returning id, item`);
    // No condition at all: its own, that speak for it, and those alone.
    const hidden = await hide('public_credit.record', '');
    const items = hidden.map((row) => (row as { item: string }).item).sort();
    expect(items).toEqual(['COMMENDATION-GOV', 'PLEDGE-VOLUNTARY', 'VOLUNTEERING']);
    await expect(hide('public_credit.record', MINE, 'ARCHIVED')).rejects.toThrow(/row-level security/);
    await expect(hide('public_credit.record', '', 'RESTORED')).rejects.toThrow(/row-level security/);
    await expect(hide('sanctions.designation', '')).rejects.toThrow(/permission denied/);
    await expect(write(itself(MEI), 'rights', `update public_credit.record set current = false`)).rejects.toThrow(
      /permission denied/,
    );
    expect(await hide('non_public_credit.record', '')).toEqual([]);
    // Another subject, and a unit, change nothing of hers.
    for (const whose of [
      itself(COMPANY),
      session('PROVIDER', { unit: 'HLJ-HRSS' }),
      session('OPERATOR', { unit: 'HLJ-CREDIT' }),
    ])
      expect(
        await write(whose, 'rights', `update public_credit.record set display = 'DISPLAYED' ${MINE} returning id`),
      ).toEqual([]);
    expect(
      await write(
        itself(LISTED),
        'rights',
        `update sanctions.incentive set display = 'HIDDEN' where subject_id <> '${idOfOne(LISTED)}' returning id`,
      ),
    ).toEqual([]);
    expect(
      await write(itself(MEI), 'rights', `update public_credit.record set display = 'DISPLAYED' returning id`),
    ).toHaveLength(3);
  });

  it('A36.1 the row policies alone read nothing by agreement while there is a lock, which no other session reads or makes', async () => {
    const bank = session('PARTY', { unit: 'BANK-A', purpose: 'LOAN_ORIGINATION' });
    const read = async (of: Session, text: string) => {
      const reading = await world.server.platform.database.read(of);
      try {
        return await reading.query<{ item: string }>({ name: `bare-${text.length}`, text }, [
          [MEI, COMPANY].map(idOfOne),
        ]);
      } finally {
        await reading.close();
      }
    };
    const rows = (of: Session) =>
      read(
        of,
        `select r.item from public_credit.record r where r.subject_id = any ($1::uuid[]) and r.current
          union all select n.item from non_public_credit.record n where n.subject_id = any ($1::uuid[]) and n.current
          union all select '' from public_credit.subject s where s.id = any ($1::uuid[]) order by 1`,
      );
    const agreed = ['ARREARS-FUND', 'NP-LOAN', 'NP-GUARANTEE', 'UTILITY-HEAT', 'ASSESSMENT-PUBLIC'];
    const before = (await rows(bank)).map(({ item }) => item);
    expect(before.filter((item) => agreed.includes(item)).length).toBeGreaterThan(2);
    const nobodys = session('PARTY', { unit: 'BANK-B', purpose: 'LOAN_ORIGINATION' });
    const open = (await rows(nobodys)).map(({ item }) => item);
    for (const about of [MEI, COMPANY])
      await done(world, subject(about), 'mutation { lockSharing(reason: "示例") { lockedSince } }');
    // As a bank without any agreement.
    expect((await rows(bank)).map(({ item }) => item)).toEqual(open);
    for (const whose of [bank, session('PUBLIC', {}), session('OPERATOR', { unit: 'HLJ-CREDIT' })])
      await expect(
        read(whose, 'select id as item from rights.sharing_lock where subject_id = any ($1::uuid[])'),
      ).rejects.toThrow(/permission denied/);
    const seen = await read(itself(MEI), 'select id as item from rights.sharing_lock where $1::uuid[] is not null');
    expect(seen).toHaveLength(1);
    await expect(
      write(
        itself(MEI),
        'rights',
        `insert into rights.sharing_lock (subject_id, id, locked_at) values ('${idOfOne(LISTED)}', gen_random_uuid(), now())`,
      ),
    ).rejects.toThrow(/row-level security/);
    expect(
      await write(itself(LISTED), 'rights', 'update rights.sharing_lock set unlocked_at = now() returning id'),
    ).toEqual([]);
    for (const about of [MEI, COMPANY]) await done(world, subject(about), 'mutation { unlockSharing { lockedSince } }');
    expect((await rows(bank)).map(({ item }) => item)).toEqual(before);
  });

  it('A36.1 A19.1 a lock of a subject that turns out to be another holds for the one that it is, once', async () => {
    await plantRecord(world, OLD, '林测试', '旧〔2026〕88号');
    const former = session('SUBJECT', { subjectId: idOf(world, OLD) });
    const locked = `insert into rights.sharing_lock (subject_id, id, locked_at) values ('${idOf(world, OLD)}', gen_random_uuid(), now()) returning id`;
    await write(former, 'rights', locked);
    await done(world, subject(LIN), 'mutation { lockSharing { lockedSince } }');
    expect(await joinSubjects(world.server.requestAs)).toBe(1);
    const { me } = await done(world, subject(LIN), '{ me { lock { lockedSince } } }');
    expect(me.lock).not.toBeNull();
    await done(world, subject(LIN), 'mutation { unlockSharing { lockedSince } }');
    expect((await done(world, subject(LIN), '{ me { lock { lockedSince } } }')).me.lock).toBeNull();
    expect(await itemsSeen(world, BANK_B, LIN, { purpose: 'LOAN_ORIGINATION' })).toEqual({
      count: 1,
      items: ['PENALTY-GENERAL'],
    });
  });
});
