/** A unit is registered, found, and ends with all that it held (Articles 6, 21, 22, 23 and 39). */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { refusals } from './operations.ts';
import { BUREAU, DUTIES, END_UNIT, REGISTER_UNIT, UNITS } from './registering.ts';

onEachDatabase('units', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const register = (change: object = {}, holder: Holder | null = OPERATOR) =>
    world.ask(holder, REGISTER_UNIT, { input: { ...BUREAU, ...change } });
  const end = (code: string, reason = '机构改革', holder: Holder | null = AUTHORITY) =>
    world.ask(holder, END_UNIT, { code, reason });
  const codes = async (filter: object): Promise<string[]> => {
    const { data } = await world.ask(null, UNITS, { first: 200, ...filter });
    return data.units.edges.map(({ node }: { node: { code: string } }) => node.code);
  };
  const unknown = { role: 'provider', unit: BUREAU.code };

  it('A21.4 A22.1 a unit that is registered is let in, and anybody finds it', async () => {
    expect((await world.ask(unknown, '{ __typename }')).status).toBe(401);
    const { data } = await register();
    expect(data.registerUnit).toEqual({
      ...{ code: 'DL-AMR', kind: 'PROVIDER', kinds: ['PROVIDER', 'DEPARTMENT'], level: 'COUNTY', region: '230102' },
      ...{ line: 'MARKET_REGULATION', uscc: '11239999000100001N', endedOn: null },
      registeredAt: '2026-11-20T02:00:00.000Z',
    });
    expect((await world.ask(unknown, '{ __typename }')).status).toBe(200);
    expect(await codes({ region: '230102' })).toEqual(['DL-AMR']);
    // What is registered in the districts and counties of a city is found by the city.
    expect(await codes({ line: 'MARKET_REGULATION', region: '230100' })).toEqual([
      'DL-AMR',
      'HRB-AMR',
      'HRB-INSPECTION',
      'YL-AMR',
    ]);
    expect(await codes({ kind: 'COLLECTOR' })).toEqual(['COLLECTOR-A', 'COLLECTOR-B']);
    expect(await codes({ kind: 'DEPARTMENT', level: 'CITY' })).toEqual([
      'DQ-EEP',
      'HRB-AMR',
      'HRB-INSPECTION',
      'HRB-PERMIT',
    ]);
    expect(await codes({ name: '道里' })).toEqual(['DL-AMR']);
    expect(await codes({ name: 'daoli' })).toEqual(['DL-AMR']);
    expect(await codes({ ended: true })).toEqual([]);
    for (const region of ['', '00', '23', '2301', '230199'])
      expect([region, await codes({ region })]).toEqual([region, []]);
  });

  it('the list pages: each unit once, and its cursors are for the same filter alone', async () => {
    const all = await codes({});
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const { data } = await world.ask(null, UNITS, { first: 4, after });
      found.push(...data.units.edges.map(({ node }: { node: { code: string } }) => node.code));
      expect(data.units.totalCount).toBe(all.length);
      expect(data.units.pageInfo.endCursor).toBe(data.units.edges.at(-1).cursor);
      if (!data.units.pageInfo.hasNextPage) break;
      after = data.units.pageInfo.endCursor;
      const other = await world.ask(null, UNITS, { kind: 'PROVIDER', first: 4, after });
      expect(refusals(other)).toEqual(['units BAD_USER_INPUT CURSOR ']);
    }
    expect(found).toEqual(all);
    expect(found).toEqual([...found].sort());
  });

  it('A21.4 what cannot be a unit is refused with its place, and leaves none', async () => {
    const before = (await codes({})).length;
    const bad: readonly (readonly [object, string])[] = [
      [{ code: 'DL-AMR' }, 'CONFLICT UNIT_REGISTERED '],
      [{ code: 'HLJ-AMR' }, 'CONFLICT UNIT_REGISTERED '],
      [{ code: 'dl-amr' }, 'BAD_USER_INPUT CODE '],
      [{ code: '张三' }, 'BAD_USER_INPUT CODE '],
      [{ code: 'X' }, 'BAD_USER_INPUT CODE '],
      [{ kinds: [] }, 'BAD_USER_INPUT KINDS 21'],
      [{ kinds: ['PROVIDER', 'PROVIDER'] }, 'BAD_USER_INPUT KINDS 21'],
      [{ kinds: ['OPERATOR', 'PARTY'] }, 'BAD_USER_INPUT KINDS 21'],
      [{ kinds: ['AUTHORITY', 'COLLECTOR'] }, 'BAD_USER_INPUT KINDS 21'],
      [{ name: ' ' }, 'BAD_USER_INPUT NAME 21'],
      [{ nameEn: 'x'.repeat(201) }, 'BAD_USER_INPUT NAME 21'],
      // What nobody sees: a blank without width, a turned direction, another line, a terminal that is cleared.
      ...['\u200b', '哈尔滨市\u202e局管监场市', '哈尔滨市\n市场监督管理局', '哈尔滨市\u001b[2J', 'A\u00adB'].map(
        (name) => [{ name }, 'BAD_USER_INPUT NAME 21'] as const,
      ),
      [{ name: '联系人230103199003070016' }, 'BAD_USER_INPUT NAME 23'],
      [{ region: '230100' }, 'BAD_USER_INPUT REGION 21'],
      [{ region: '220102' }, 'BAD_USER_INPUT REGION 21'],
      [{ region: null }, 'BAD_USER_INPUT REGION 21'],
      [{ level: 'NATIONAL' }, 'BAD_USER_INPUT REGION 21'],
      [{ level: 'PROVINCE' }, 'BAD_USER_INPUT REGION 21'],
      [{ line: '市场监管' }, 'BAD_USER_INPUT LINE 21'],
      // The last character is the check character of GB 32100.
      [{ uscc: '11239999000100001P' }, 'BAD_USER_INPUT IDENTIFIER_CHECK_DIGIT 19'],
    ];
    for (const [change, expected] of bad) {
      const [found] = refusals(await register({ code: 'NEW-UNIT', ...change }));
      expect([change, found]).toEqual([change, `registerUnit ${expected}`]);
    }
    expect(await codes({})).toHaveLength(before);
    expect((await register({ code: 'N-BODY', level: 'NATIONAL', region: null, uscc: null })).errors).toBeUndefined();
  });

  it('A23.5 operator and authority are made by the authority alone, in the database too', async () => {
    const keeper = { code: 'NEW-OPERATOR', kinds: ['OPERATOR'] };
    expect(refusals(await register(keeper))).toEqual(['registerUnit BAD_USER_INPUT KINDS 7']);
    const insert = `insert into control.unit (code, name, name_en, kind, level) values ('FORGED', '甲', 'A', 'AUTHORITY', 'CITY')`;
    await expect(
      world.server.requestAs({ role: 'OPERATOR' }).write('control', (em) => sql.raw(insert).execute(em.getKysely())),
    ).rejects.toThrow(/row-level security/);
    expect((await register(keeper, AUTHORITY)).errors).toBeUndefined();
  });

  it('of two registrations of a code at once one is made', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => register({ code: 'RACE', nameEn: `R${n}` })));
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    for (const answer of answers)
      if (answer.errors !== undefined) expect(refusals(answer)).toEqual(['registerUnit CONFLICT UNIT_REGISTERED ']);
  });

  it('A22.1 A23.2 A39.4 what a unit held ends with it, with the date and the reason', async () => {
    const desk = await world.ask(OPERATOR, DUTIES, { department: 'HRB-PERMIT' });
    expect(desk.data.duties.totalCount).toBe(2);
    expect((await end('HRB-PERMIT')).data.endUnit).toEqual({
      ...{ code: 'HRB-PERMIT', endedOn: TODAY, agreements: 0, duties: 2, watches: 0, webhook: false },
    });
    const after = await world.ask(OPERATOR, DUTIES, { department: 'HRB-PERMIT' });
    for (const duty of after.data.duties.nodes)
      expect(duty).toMatchObject({ endedAt: '2026-11-20T02:00:00.000Z', endReason: '机构改革' });
    expect((await world.ask(PERMIT_OFFICE, '{ __typename }')).errors?.[0]?.extensions.reason).toBe('UNIT_ENDED');

    const monitoring = { purpose: 'POST_LOAN_MONITORING' };
    const watched = await world.ask(
      BANK_A,
      'mutation ($subjects: [SubjectIdentifierInput!]!) { watch(subjects: $subjects) { watched } }',
      { subjects: [COMPANY] },
      monitoring,
    );
    expect(watched.data.watch.watched).toBe(1);
    await world.ask(BANK_A, 'mutation { registerWebhook(url: "http://127.0.0.1:9/") { url } }');
    const agreements = '{ agreements(party: "BANK-A") { nodes { status history { to reason at } } } }';
    const held = (await world.ask(OPERATOR, agreements)).data.agreements.nodes;
    const inForce = held.filter(({ status }: { status: string }) => status === 'IN_FORCE').length;
    expect(inForce).toBeGreaterThan(0);
    expect((await end('BANK-A')).data.endUnit).toEqual({
      ...{ code: 'BANK-A', endedOn: TODAY, agreements: held.length, duties: 0, watches: 1, webhook: true },
    });
    for (const { status, history } of (await world.ask(OPERATOR, agreements)).data.agreements.nodes) {
      expect(status).toBe('ENDED');
      expect(history.at(-1)).toEqual({ to: 'ENDED', reason: '机构改革', at: '2026-11-20T02:00:00.000Z' });
    }
    // What a person authorized stays as she granted it: it opens nothing to a unit that has ended, and is hers to revoke.
    const granted = await world.ask(subject(MEI), '{ me { authorizations { party { code endedOn } status } } }');
    expect(granted.data.me.authorizations).toContainEqual({
      party: { code: 'BANK-A', endedOn: TODAY },
      status: 'IN_FORCE',
    });
    const { data } = await world.ask(null, UNITS, { ended: true, first: 200 });
    expect(data.units.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { code: 'BANK-A', endedOn: TODAY, endReason: '机构改革' },
      { code: 'HRB-PERMIT', endedOn: TODAY, endReason: '机构改革' },
    ]);
    // A code is never given again.
    const again = await register({ code: 'BANK-A' });
    expect(refusals(again)).toEqual(['registerUnit CONFLICT UNIT_REGISTERED ']);
    expect(again.errors?.[0]?.message).toBe(
      'The code BANK-A was of a unit that ended on 2026-11-20; a code is never given again.',
    );
  });

  it('A21.4 its clocks stay in sight of operator and authority', async () => {
    const deadlines = '{ deadlines(first: 200) { nodes { unit { code endedOn } status } } }';
    const own = (answer: Awaited<ReturnType<World['ask']>>) =>
      answer.data.deadlines.nodes.filter(({ unit }: { unit: { code: string } }) => unit.code === 'HRB-AMR');
    await world.server.requestAs({ role: 'AUTHORITY' }).write('control', (em) =>
      sql`insert into control.clock (id, obligation, kind, unit, reference, started_on, due_on, provisional, earliest, latest, pauses)
        values (gen_random_uuid(), 'A46.1', 'pledge.verify', 'HRB-AMR', 'x', '2026-11-01', '2026-11-10', false, '2026-11-10', '2026-11-10', '[]')`.execute(
        em.getKysely(),
      ),
    );
    // HRB-AMR answers for the pledges.
    expect(refusals(await end('HRB-AMR'))).toEqual(['endUnit CONFLICT UNIT_ANSWERABLE ']);
    await world.server
      .requestAs({ role: 'AUTHORITY' })
      .write('control', (em) =>
        sql`update control.item set effective_until = '2026-11-19' where providing_unit = 'HRB-AMR'`.execute(
          em.getKysely(),
        ),
      );
    expect((await end('HRB-AMR')).errors).toBeUndefined();
    for (const holder of [OPERATOR, AUTHORITY])
      expect(own(await world.ask(holder, deadlines))).toEqual([
        { unit: { code: 'HRB-AMR', endedOn: TODAY }, status: 'OVERDUE' },
      ]);
  });

  it('A06.1 the last operator and the last authority do not end, nor who answers for an item; nobody else ends anybody', async () => {
    const refused: readonly (readonly [Holder | null, string, string, string])[] = [
      [AUTHORITY, 'HLJ-BIZENV', '改革', 'CONFLICT LAST_AUTHORITY '],
      [AUTHORITY, 'HLJ-TAX', '改革', 'CONFLICT UNIT_ANSWERABLE '],
      [AUTHORITY, 'NOBODY', '改革', 'NOT_FOUND NOT_FOUND '],
      [AUTHORITY, 'AGENCY-A', ' ', 'BAD_USER_INPUT REASON 21'],
      [AUTHORITY, 'AGENCY-A', '张小梅 239999199003070016 投诉', 'BAD_USER_INPUT REASON 23'],
      [AUTHORITY, 'BANK-A', '改革', 'CONFLICT UNIT_ENDED '],
      [OPERATOR, 'AGENCY-A', '改革', 'FORBIDDEN ROLE 21'],
      [MARKET_REGULATION, 'HLJ-AMR', '改革', 'FORBIDDEN ROLE 21'],
      [null, 'AGENCY-A', '改革', 'FORBIDDEN IDENTITY_REQUIRED 21'],
    ];
    for (const [holder, code, reason, expected] of refused)
      expect([code, refusals(await end(code, reason, holder))]).toEqual([code, [`endUnit ${expected}`]]);
    const items = (await end('HLJ-FUND')).errors?.[0];
    expect(items?.message).toBe('HLJ-FUND is answerable for items that are in force or will be: ARREARS-FUND.');
    expect(items?.extensions.help).toMatch(/Publish an edition of each with another unit/);
    // Of two operators each may end, and of two ends at once only one is made.
    const both = await Promise.all([end('NEW-OPERATOR'), end('NEW-OPERATOR')]);
    expect(both.map((answer) => refusals(answer).join()).sort()).toEqual(['', 'endUnit CONFLICT UNIT_ENDED ']);
  });
});
