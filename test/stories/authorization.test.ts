import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  BANK_B,
  type Headers,
  HIDDEN,
  type Holder,
  MEI,
  NOT_HELD,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../kit.ts';

const GRANT = `mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) {
  id status validUntil uses maximumUses party { code } } }`;
const REVOKE = 'mutation ($id: ID!) { revokeAuthorization(id: $id) { id status } }';
const SEEN = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount nodes { item { code } } } } }`;
const ACCESS = `query ($id: SubjectIdentifierInput!, $items: [String!]) {
  access(subject: $id, items: $items) { item { code } granted reason article desensitized } }`;
const MINE = 'query { me { authorizations { id status party { code } } } }';

const LOAN: Headers = { purpose: 'LOAN_ORIGINATION' };
const JING = subject(HIDDEN);
const input = (changes: object = {}) => ({
  party: 'BANK-A',
  purposes: ['LOAN_ORIGINATION'],
  items: ['ARREARS-FUND'],
  validFrom: '2026-11-20',
  validUntil: '2027-02-20',
  ...changes,
});

onDatabaseOfStep('an authorization given and taken back', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const grant = (changes: object = {}, holder: Holder | null = JING) =>
    world.ask(holder, GRANT, { input: input(changes) });
  const seen = async (holder: Holder | null, headers: Headers = {}) => {
    const { data, errors } = await world.ask(holder, SEEN, { id: HIDDEN }, headers);
    expect(errors).toBeUndefined();
    return data.subject;
  };

  it('A24.3 A36.1 lets the party see the item, until it is revoked: from the next question on', async () => {
    expect(await seen(BANK_A, LOAN)).toBeNull();
    const { data } = await grant();
    expect(data.grantAuthorization).toMatchObject({
      status: 'IN_FORCE',
      validUntil: '2027-02-20',
      uses: 0,
      maximumUses: null,
      party: { code: 'BANK-A' },
    });
    expect(await seen(BANK_A, LOAN)).toEqual({
      name: '沈*',
      records: { totalCount: 1, nodes: [{ item: { code: 'ARREARS-FUND' } }] },
    });
    expect(await seen(BANK_B, LOAN)).toBeNull();
    expect(await seen(BANK_A, { purpose: 'POST_LOAN_MONITORING' })).toBeNull();
    expect(await seen(null)).toBeNull();
    const { id } = data.grantAuthorization;
    const others = await world.ask(subject(MEI), REVOKE, { id });
    expect(others.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await seen(BANK_A, LOAN)).not.toBeNull();
    expect((await world.ask(JING, REVOKE, { id })).data.revokeAuthorization).toEqual({ id, status: 'REVOKED' });
    expect(await seen(BANK_A, LOAN)).toBeNull();
    expect((await world.ask(JING, REVOKE, { id })).errors?.[0]?.extensions).toMatchObject({ reason: 'REVOKED' });
    const mine = (await world.ask(JING, MINE)).data.me.authorizations;
    expect(mine).toContainEqual({ id, status: 'REVOKED', party: { code: 'BANK-A' } });
  });

  it('A36.1 ends by itself after its last day', async () => {
    const { data } = await grant({ validUntil: '2026-11-25' });
    expect(data.grantAuthorization.status).toBe('IN_FORCE');
    world.setNow('2026-11-25T23:59:59+08:00');
    expect(await seen(BANK_A, LOAN)).not.toBeNull();
    world.setNow('2026-11-26T00:00:00+08:00');
    expect(await seen(BANK_A, LOAN)).toBeNull();
    world.setNow('2026-11-20T10:00:00+08:00');
    await world.ask(JING, REVOKE, { id: data.grantAuthorization.id });
  });

  it('A36.1 may last as long as the purpose’s cap to the day, and a day more is refused with the cap', async () => {
    const { data } = await grant({ validUntil: '2027-02-20', items: ['UTILITY-HEAT'] });
    expect(data.grantAuthorization.status).toBe('IN_FORCE');
    await world.ask(JING, REVOKE, { id: data.grantAuthorization.id });
    const longer = await grant({ validUntil: '2027-02-21' });
    expect(longer.data).toEqual({ grantAuthorization: null });
    expect(longer.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'TERM_TOO_LONG',
      article: '36',
    });
    expect(longer.errors?.[0]?.message).toContain('3 months');
    // The shortest cap of the purposes holds.
    const two = await grant({ validUntil: '2027-11-20', purposes: ['POST_LOAN_MONITORING', 'LOAN_ORIGINATION'] });
    expect(two.errors?.[0]?.extensions.reason).toBe('TERM_TOO_LONG');
  });

  it('A36.1 has no open end: a term without a last day is no input at all', async () => {
    const { validUntil: _end, ...open } = input();
    for (const sent of [open, { ...open, validUntil: null }]) {
      const { data, errors } = await world.ask(JING, GRANT, { input: sent });
      expect(data).toBeUndefined();
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    expect((await grant({ validUntil: '' })).errors?.[0]?.extensions.reason).toBe('DATE');
    expect((await grant({ validFrom: '2026-10-01', validUntil: '2026-11-19' })).errors?.[0]?.extensions.reason).toBe(
      'TERM',
    );
    expect((await grant({ purposes: ['PERMIT'] })).errors?.[0]?.extensions.reason).toBe('PURPOSE_NOT_AUTHORIZABLE');
    expect((await grant({ maximumUses: 0 })).errors?.[0]?.extensions.reason).toBe('NUMBER');
  });

  it('A24.3 nobody grants for another: only a subject, for itself', async () => {
    expect((await grant({}, null)).errors?.[0]?.extensions.reason).toBe('IDENTITY_REQUIRED');
    expect((await grant({}, BANK_A)).errors?.[0]?.extensions.reason).toBe('ROLE');
    // A subject that is not held may grant, and nothing comes of it.
    const { data } = await grant({}, subject(NOT_HELD));
    expect(data.grantAuthorization.status).toBe('IN_FORCE');
    const answer = await world.ask(BANK_A, SEEN, { id: NOT_HELD }, LOAN);
    expect(answer).toEqual({ status: 200, data: { subject: null } });
  });

  it('A23.5 A24.3 access explains each item by policy, the same for a person who is held and one who is not', async () => {
    const items = ['PENALTY-GENERAL', 'ARREARS-FUND', 'PENALTY-MINOR', 'CHARITY'];
    const told = async (holder: Holder | null, id: typeof MEI, headers: Headers = {}) => {
      const { data } = await world.ask(holder, ACCESS, { id, items }, headers);
      return data.access.map((one: { granted: boolean; reason: string | null; article: string }) =>
        one.granted ? one.article : one.reason,
      );
    };
    expect(await told(null, MEI)).toEqual(['23(1)', 'IDENTITY_REQUIRED', 'SELF_ONLY', 'IDENTITY_REQUIRED']);
    expect(await told(BANK_A, MEI, LOAN)).toEqual(['23(1)', '23(2)', 'SELF_ONLY', 'ITEM_NOT_AGREED']);
    expect(await told(subject(MEI), MEI)).toEqual(['24', '24', '24', '24']);
    expect(await told(BANK_B, MEI, LOAN)).toEqual(['23(1)', 'NO_AGREEMENT', 'SELF_ONLY', 'NO_AGREEMENT']);
    const permit = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '1' };
    const office = { role: 'department', unit: 'HRB-PERMIT' };
    expect(await told(office, MEI, permit)).toEqual(['23(1)', 'DUTY_REQUIRED', 'DUTY_REQUIRED', 'DUTY_REQUIRED']);
    expect(await told({ role: 'analyst', unit: 'HLJ-CREDIT' }, MEI)).toEqual(['ROLE', 'ROLE', 'SELF_ONLY', 'ROLE']);
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, { purpose: 'POST_LOAN_MONITORING' }],
      [office, permit],
    ] as const) {
      const held = await world.ask(holder, ACCESS, { id: HIDDEN, items }, headers);
      expect(held.errors).toBeUndefined();
      expect(
        await world.ask(holder, ACCESS, { id: { type: 'CITIZEN_ID', value: '239999196912312058' }, items }, headers),
      ).toEqual(held);
    }
  });
});
