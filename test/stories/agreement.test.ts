import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, BANK_B, COMPANY, type Holder, OPERATOR, onDatabaseOfStep, openWorld, type World } from '../kit.ts';

const CONCLUDE = 'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id status party { code } } }';
const END = 'mutation ($id: ID!, $reason: String!) { endAgreement(id: $id, reason: $reason) { id status } }';
const ARREARS = `query ($id: SubjectIdentifierInput!) {
  subject(identifier: $id) { records(items: ["ARREARS-TAX"]) { totalCount } }
  access(subject: $id, items: ["ARREARS-TAX"]) { granted reason article } }`;

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const TERM = { validFrom: '2026-11-20', validUntil: '2026-11-30' };
const input = (changes: object = {}) => ({
  party: 'BANK-B',
  items: ['ARREARS-TAX'],
  purposes: ['LOAN_ORIGINATION'],
  ...TERM,
  dailyQuota: 100,
  ...changes,
});

onDatabaseOfStep('an agreement from its beginning to its end', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** What the bank gets and what access says of it: the two must agree. */
  const arrears = async (purpose = LOAN) => {
    const { data, errors } = await world.ask(BANK_B, ARREARS, { id: COMPANY }, purpose);
    const [access] = data.access;
    const refused = errors?.[0]?.extensions;
    expect(access.granted).toBe(refused === undefined);
    expect([access.reason ?? undefined, access.granted ? undefined : access.article]).toEqual([
      refused?.reason,
      refused?.article,
    ]);
    return refused?.reason ?? data.subject.records.totalCount;
  };
  const conclude = async (changes: object = {}, holder: Holder | null = OPERATOR) =>
    world.ask(holder, CONCLUDE, { input: input(changes) });

  it('A23.2 opens what it covers at once, closes when it is ended, and stays closed the next day', async () => {
    world.setNow('2026-11-20T10:00:00+08:00');
    expect(await arrears()).toBe('NO_AGREEMENT');
    const { data } = await conclude();
    expect(data.concludeAgreement).toMatchObject({ status: 'IN_FORCE', party: { code: 'BANK-B' } });
    expect(await arrears()).toBe(1);
    expect(await arrears({ purpose: 'POST_LOAN_MONITORING' })).toBe('PURPOSE_NOT_AGREED');
    const { id } = data.concludeAgreement;
    expect((await world.ask(AUTHORITY, END, { id, reason: '超出约定用途' })).data.endAgreement).toEqual({
      id,
      status: 'ENDED',
    });
    expect(await arrears()).toBe('NO_AGREEMENT');
    world.setNow('2026-11-21T00:00:01+08:00');
    expect(await arrears()).toBe('NO_AGREEMENT');
    const again = await world.ask(OPERATOR, END, { id, reason: '再次' });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'ENDED' });
  });

  it('A23.2 begins on its first day and ends by itself after its last, by the day in Shanghai', async () => {
    world.setNow('2026-11-20T10:00:00+08:00');
    const { data } = await conclude({ validFrom: '2026-11-23', validUntil: '2026-11-24' });
    expect(data.concludeAgreement.status).toBe('CONCLUDED');
    expect(await arrears()).toBe('NO_AGREEMENT');
    world.setNow('2026-11-22T23:59:59+08:00');
    expect(await arrears()).toBe('NO_AGREEMENT');
    // Still the 22nd in UTC.
    world.setNow('2026-11-22T16:00:00Z');
    expect(await arrears()).toBe(1);
    world.setNow('2026-11-24T23:59:59+08:00');
    expect(await arrears()).toBe(1);
    world.setNow('2026-11-25T00:00:00+08:00');
    expect(await arrears()).toBe('NO_AGREEMENT');
  });

  it.each([
    ['an item that is the subject’s alone', { items: ['PENALTY-MINOR'] }, 'ITEM_NOT_OPEN'],
    ['an item that is not published', { items: ['NO-SUCH-ITEM'] }, 'ITEM_UNKNOWN'],
    ['a purpose that is not published', { purposes: ['CURIOSITY'] }, 'PURPOSE_UNKNOWN'],
    ['a term that ends before it begins', { validUntil: '2026-11-19' }, 'TERM'],
    ['a date that is none', { validUntil: '2026-02-30' }, 'DATE'],
    ['a unit that is no party', { party: 'HLJ-AMR' }, 'UNIT_UNKNOWN'],
    ['no item at all', { items: [] }, 'EMPTY'],
    ['a quota of nothing', { dailyQuota: 0 }, 'NUMBER'],
  ])('A23.2 an agreement on %s is refused', async (_name, changes, reason) => {
    const { data, errors } = await conclude(changes);
    expect(data).toEqual({ concludeAgreement: null });
    expect(errors?.[0]?.extensions.reason).toBe(reason);
  });

  it('A23.2 only operator and authority conclude and end agreements', async () => {
    const reasons: unknown[] = [];
    for (const holder of [
      null,
      BANK_B,
      { role: 'department', unit: 'HRB-PERMIT' },
      { role: 'analyst', unit: 'HLJ-CREDIT' },
    ])
      reasons.push((await conclude({}, holder)).errors?.[0]?.extensions.reason);
    expect(reasons).toEqual(['IDENTITY_REQUIRED', 'ROLE', 'ROLE', 'ROLE']);
    const id = '00000000-0000-4000-8000-000000000000';
    expect((await world.ask(BANK_B, END, { id, reason: 'x' })).errors?.[0]?.extensions.reason).toBe('ROLE');
    expect((await world.ask(OPERATOR, END, { id, reason: 'x' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await world.ask(OPERATOR, END, { id, reason: ' ' })).errors?.[0]?.extensions.reason).toBe('REASON');
  });
});
