/** A duty is registered once, ends once, and is gone then (Articles 22 and 44). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Holder,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  type World,
} from '../kit.ts';
import { refusals } from './operations.ts';
import { DUTIES, DUTY, END_DUTY, REGISTER_DUTY } from './registering.ts';

const SEES =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"]) { totalCount } } }';
const FINANCE = { role: 'department', unit: 'HLJ-FINANCE' };

onEachDatabase('duties', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const register = (change: object = {}, holder: Holder = OPERATOR) =>
    world.ask(holder, REGISTER_DUTY, { input: { ...DUTY, ...change } });
  const end = (id: string) => world.ask(AUTHORITY, END_DUTY, { id, reason: '事项取消' });
  const headers = { purpose: 'PERMIT', matter: DUTY.matter, case: '哈审字〔2026〕61号' };
  const sees = async () => refusals(await world.ask(PERMIT_OFFICE, SEES, { id: COMPANY }, headers));
  const inForce = async () =>
    (await world.ask(OPERATOR, DUTIES, { department: 'HRB-PERMIT', ended: false })).data.duties.nodes.filter(
      ({ matter }: { matter: string }) => matter === DUTY.matter,
    );

  it('A22.1 adversarial 96: registered twice and ended once, it is ended', async () => {
    expect(await sees()).toEqual([expect.stringContaining('MATTER_UNKNOWN')]);
    const { data } = await register();
    const { id } = data.registerDuty;
    expect(data.registerDuty).toEqual({ id, registeredAt: '2026-11-20T02:00:00.000Z', endedAt: null });
    expect(await sees()).toEqual([]);
    // The same items in another order and named twice, with blanks around the matter, for identified persons too: it is the same duty.
    const same: readonly object[] = [
      {},
      { items: [...DUTY.items].reverse() },
      { items: [...DUTY.items, ...DUTY.items] },
      { matter: ` ${DUTY.matter} ` },
      { identified: true },
      { activity: 'PUBLIC_FUNDING' },
    ];
    for (const change of same) {
      const again = await register(change);
      expect([change, refusals(again)]).toEqual([change, ['registerDuty CONFLICT DUTY_REGISTERED ']]);
      expect(again.errors?.[0]?.message).toContain(id);
    }
    expect(await inForce()).toHaveLength(1);
    expect((await end(id)).data.endDuty).toEqual({ endedAt: '2026-11-20T02:00:00.000Z', endReason: '事项取消' });
    expect(await inForce()).toEqual([]);
    expect(await sees()).toEqual([expect.stringContaining('MATTER_UNKNOWN')]);
    expect(refusals(await end(id))).toEqual(['endDuty CONFLICT ENDED ']);
  });

  it('A22.1 adversarial 96: registered at once by many, one is registered; after its end it may be registered anew', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => register({ items: n % 2 === 0 ? DUTY.items : [...DUTY.items].reverse() })),
    );
    const made = answers.filter(({ errors }) => errors === undefined);
    expect(made).toHaveLength(1);
    for (const answer of answers)
      if (answer.errors !== undefined) expect(refusals(answer)).toEqual(['registerDuty CONFLICT DUTY_REGISTERED ']);
    expect(await inForce()).toHaveLength(1);
    expect((await end(made[0]?.data.registerDuty.id)).errors).toBeUndefined();
    expect((await register()).errors).toBeUndefined();
  });

  it('A22.1 another department, matter or list of items is another duty', async () => {
    const others = [
      { department: 'HLJ-FINANCE' },
      { matter: 'HOTEL-PERMIT-2' },
      { items: ['PENALTY-GENERAL'] },
      { items: [...DUTY.items, 'PENALTY-SERIOUS'] },
    ];
    for (const change of others) expect([change, refusals(await register(change))]).toEqual([change, []]);
  });

  it('A22.1 a department reads its own duties, operator and authority all, nobody else any', async () => {
    const own = await world.ask(PERMIT_OFFICE, DUTIES, { department: 'HLJ-FINANCE', first: 200 });
    expect(new Set(own.data.duties.nodes.map((one: { department: { code: string } }) => one.department.code))).toEqual(
      new Set(['HRB-PERMIT']),
    );
    expect((await world.ask(FINANCE, DUTIES)).data.duties.totalCount).toBe(3);
    for (const holder of [OPERATOR, AUTHORITY]) {
      const all = (await world.ask(holder, DUTIES, { first: 200 })).data.duties;
      // Six of the sample, and seven of these tests: two ended, one registered anew, four others.
      expect(all.totalCount).toBe(6 + 7);
      expect(all.nodes).toHaveLength(all.totalCount);
      expect((await world.ask(holder, DUTIES, { ended: true })).data.duties.totalCount).toBe(2);
    }
    for (const holder of [null, BANK_A, { role: 'provider', unit: 'HRB-PERMIT' }])
      expect(refusals(await world.ask(holder, DUTIES))).toEqual([
        `duties FORBIDDEN ${holder === null ? 'IDENTITY_REQUIRED' : 'ROLE'} 22`,
      ]);
    // The third wall by itself: another department reads no row of it.
    const reading = await world.server.platform.database.read({
      ...{ role: 'DEPARTMENT', unit: 'HLJ-PROCUREMENT', purpose: null, caseReference: null, subjectId: null },
      today: '2026-11-20',
    });
    const rows = await reading.query({ name: 'all-duties', text: 'select distinct department from control.duty' }, []);
    await reading.close();
    expect(rows).toEqual([{ department: 'HLJ-PROCUREMENT' }]);
  });
});
