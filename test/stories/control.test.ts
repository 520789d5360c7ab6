/** Agreements, authorizations, duties, items and submissions: what changes who sees what, and at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { EXPLAIN_ACCESS, PARTY_CHECK, refusals, shown } from './operations.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const CONCLUDE = 'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id status } }';
const END = 'mutation ($id: ID!, $reason: String!) { endAgreement(id: $id, reason: $reason) { id status } }';
const GRANT =
  'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id status validUntil } }';
const REVOKE = 'mutation ($id: ID!) { revokeAuthorization(id: $id) { id status } }';
const DUTY = 'mutation ($input: DutyInput!) { registerDuty(input: $input) { id } }';

const agreement = {
  party: 'BANK-B',
  items: ['ARREARS-TAX'],
  purposes: ['LOAN_ORIGINATION'],
  validFrom: '2026-11-01',
  validUntil: '2026-12-31',
  dailyQuota: 10,
};

onEachDatabase('the control plane', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A23.2 an agreement opens what it covers from its first day, until it ends or is ended', async () => {
    const sees = async () => shown(await world.ask(BANK_B, PARTY_CHECK, { id: COMPANY }, LOAN)).includes('ARREARS-TAX');
    expect(await sees()).toBe(false);
    const concluded = await world.ask(OPERATOR, CONCLUDE, { input: agreement });
    expect(concluded.data.concludeAgreement.status).toBe('IN_FORCE');
    expect(await sees()).toBe(true);
    world.setNow('2026-12-31T23:59:00+08:00');
    expect(await sees()).toBe(true);
    world.setNow('2027-01-01T00:00:00+08:00');
    expect(await sees()).toBe(false);
    world.setNow('2026-11-20T10:00:00+08:00');
    const { id } = concluded.data.concludeAgreement;
    expect((await world.ask(OPERATOR, END, { id, reason: '示例：终止' })).data.endAgreement).toEqual({
      id,
      status: 'ENDED',
    });
    expect(await sees()).toBe(false);
    world.setNow('2026-11-21T10:00:00+08:00');
    // It ended yesterday.
    const after = await world.ask(BANK_B, PARTY_CHECK, { id: COMPANY }, LOAN);
    expect(refusals(after)).toEqual(['subject.nonPublicRecords FORBIDDEN NO_AGREEMENT 23(2)']);
    const access = await world.ask(
      BANK_B,
      EXPLAIN_ACCESS,
      { id: COMPANY, items: ['ARREARS-TAX', 'REG-ENTERPRISE'] },
      LOAN,
    );
    expect(access.data.access.map((row: { reason: string | null }) => row.reason)).toEqual(['NO_AGREEMENT', null]);
    world.setNow('2026-11-20T10:00:00+08:00');
    expect(refusals(await world.ask(OPERATOR, END, { id, reason: 'again' }))).toEqual(['endAgreement CONFLICT ENDED ']);
    expect(refusals(await world.ask(OPERATOR, END, { id: 'x', reason: 'x' }))).toEqual([
      'endAgreement NOT_FOUND NOT_FOUND ',
    ]);
  });

  it('A23.2 only the operator and the authority conclude agreements, and only sound ones', async () => {
    for (const holder of [BANK_B, MARKET_REGULATION, subject(MEI)])
      expect(refusals(await world.ask(holder, CONCLUDE, { input: agreement }))).toEqual([
        'concludeAgreement FORBIDDEN ROLE 23',
      ]);
    expect(refusals(await world.ask(null, CONCLUDE, { input: agreement }))).toEqual([
      'concludeAgreement FORBIDDEN IDENTITY_REQUIRED 23',
    ]);
    for (const [change, reason] of [
      [{ party: 'HLJ-AMR' }, 'UNIT_UNKNOWN'],
      [{ items: [] }, 'EMPTY'],
      [{ items: ['NOTHING'] }, 'ITEM_UNKNOWN'],
      [{ items: ['VOLUNTEERING'] }, 'ITEM_NOT_OPEN'],
      [{ purposes: ['CURIOSITY'] }, 'PURPOSE_UNKNOWN'],
      [{ validUntil: '2026-10-01' }, 'TERM'],
      [{ validUntil: '2026-02-30' }, 'DATE'],
      [{ dailyQuota: 0 }, 'NUMBER'],
    ] as const)
      expect(
        (await world.ask(AUTHORITY, CONCLUDE, { input: { ...agreement, ...change } })).errors?.[0]?.extensions.reason,
      ).toBe(reason);
  });

  it('A24.3 an authorization opens at once and closes at once, and never lasts longer than its purpose allows', async () => {
    const input = {
      party: 'BANK-A',
      purposes: ['LOAN_ORIGINATION'],
      items: ['ARREARS-FUND'],
      validFrom: '2026-11-20',
      validUntil: '2027-02-20',
    };
    const me = subject({ type: 'CITIZEN_ID', value: '239999198511231133' });
    const id = { type: 'CITIZEN_ID', value: '239999198511231133' };
    const held = async () =>
      (
        await world.ask(
          BANK_A,
          'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }',
          { id },
          LOAN,
        )
      ).data.subject !== null;
    expect(await held()).toBe(false);
    const tooLong = await world.ask(me, GRANT, { input: { ...input, validUntil: '2027-02-21' } });
    expect(refusals(tooLong)).toEqual(['grantAuthorization BAD_USER_INPUT TERM_TOO_LONG 36']);
    expect(tooLong.errors?.[0]?.message).toContain('3 months');
    const granted = await world.ask(me, GRANT, { input });
    expect(granted.data.grantAuthorization).toMatchObject({ status: 'IN_FORCE', validUntil: '2027-02-20' });
    expect(await held()).toBe(true);
    const authorization = granted.data.grantAuthorization.id;
    // Another subject cannot touch it, and is not told that it exists.
    expect(refusals(await world.ask(subject(MEI), REVOKE, { id: authorization }))).toEqual([
      'revokeAuthorization NOT_FOUND NOT_FOUND ',
    ]);
    expect((await world.ask(me, REVOKE, { id: authorization })).data.revokeAuthorization.status).toBe('REVOKED');
    expect(await held()).toBe(false);
    expect(refusals(await world.ask(BANK_A, GRANT, { input }))).toEqual(['grantAuthorization FORBIDDEN ROLE 24']);
  });

  it('A22.1 a duty opens its items to its department for its activity, and non-public information to nobody', async () => {
    const office = { role: 'department', unit: 'HLJ-EEP' } as const;
    const headers = { purpose: 'AWARD', case: '1' };
    expect(refusals(await world.ask(office, PARTY_CHECK, { id: COMPANY }, headers))).toEqual([
      'subject FORBIDDEN DUTY_REQUIRED 22',
    ]);
    const input = { department: 'HLJ-EEP', matter: '示例事项', activity: 'AWARD_SELECTION', items: ['ARREARS-TAX'] };
    expect((await world.ask(OPERATOR, DUTY, { input })).errors).toBeUndefined();
    expect(shown(await world.ask(office, PARTY_CHECK, { id: COMPANY }, headers))).toContain('ARREARS-TAX');
    expect(refusals(await world.ask(office, PARTY_CHECK, { id: COMPANY }, { ...headers, purpose: 'PERMIT' }))).toEqual([
      'subject FORBIDDEN DUTY_REQUIRED 22',
    ]);
    expect(
      (await world.ask(OPERATOR, DUTY, { input: { ...input, items: ['NP-LOAN'] } })).errors?.[0]?.extensions.reason,
    ).toBe('ITEM_NOT_PUBLIC');
  });
});
