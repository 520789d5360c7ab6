/** A subject is what its visible rows say: what is withheld of it cannot make it appear, and its name has a source that can be corrected. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  BANK_B,
  type Headers,
  type Holder,
  type Identifier,
  MARKET_REGULATION,
  onDatabaseOfStep,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { COMPANY_NEW, deliverWithheld, LOAN, NEW, PERSON_NEW, penalty, submit } from './withheld.ts';

const CORRECT =
  'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }';
const GRANT = 'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }';
const WHO = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name address phone } }';
const OWN_ENTRIES = `{ me { disclosures(first: 5) { nodes { recipient { code } items { code } basis { article agreementId authorizationId }
  shownRecords { recordId version } } } } }`;

onDatabaseOfStep('who a subject is', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
    await deliverWithheld(world);
  });
  afterAll(() => world.close());

  let minute = 0;
  const who = async (holder: Holder | null, id: Identifier, headers: Headers = {}) => {
    minute += 1;
    world.setNow(`${TODAY}T11:${String(minute).padStart(2, '0')}:00+08:00`);
    return (await world.ask(holder, WHO, { id }, headers)).data.subject;
  };
  /** The newest entries of a party. The clock stands, so that each look moves it. */
  const entries = async (id: Identifier) =>
    (await world.ask(subject(id), OWN_ENTRIES)).data.me.disclosures.nodes.filter(
      (one: { recipient: { code: string | null } }) => one.recipient.code === 'BANK-A',
    );

  it('A24.2 A35.1 it sees itself, with its sources', async () => {
    for (const about of NEW) {
      const { data } = await world.ask(
        subject(about),
        '{ me { name address phone identifier { type value } statements { kind value unit { code } item { code } } } }',
      );
      expect(data.me).toMatchObject({
        address: '黑龙江省哈尔滨市南岗区测试路7号',
        phone: '13812345678',
        identifier: about,
      });
      expect(data.me.statements.map((one: { unit: { code: string } }) => one.unit.code)).not.toContain('HLJ-TAX');
      expect(data.me.statements.length).toBeGreaterThanOrEqual(6);
    }
  });

  it('A24.3 A36.1 adversarial 80: an authorization for another item tells nobody that she is held', async () => {
    const grant = {
      purposes: ['LOAN_ORIGINATION'],
      items: ['ARREARS-TAX'],
      validFrom: TODAY,
      validUntil: '2026-12-19',
    };
    for (const party of ['BANK-A', 'BANK-B'])
      expect((await world.ask(subject(PERSON_NEW), GRANT, { input: { party, ...grant } })).errors).toBeUndefined();
    // Nor to a bank whose agreement does not cover it, or that has none.
    for (const bank of [BANK_A, BANK_B]) expect(await who(bank, PERSON_NEW, LOAN)).toBeNull();
    // What the authorization covers opens her, and is used.
    const arrears = {
      ...penalty(PERSON_NEW, 3),
      subjectName: '钱测试',
      content: { kind: '欠税', amountYuan: '100.00', period: '2026-06' },
    };
    expect(await submit(world, 'ARREARS-TAX', arrears, { role: 'provider', unit: 'HLJ-TAX' })).toMatchObject({
      accepted: 1,
    });
    expect(await who(BANK_A, PERSON_NEW, LOAN)).toMatchObject({ name: '钱**' });
    expect(await who(BANK_B, PERSON_NEW, LOAN)).toBeNull();
    expect(await who(null, PERSON_NEW)).toBeNull();
    const [entry] = await entries(PERSON_NEW);
    expect(entry).toMatchObject({
      recipient: { code: 'BANK-A' },
      items: [{ code: 'ARREARS-TAX' }],
      basis: { article: '23(2), 24', agreementId: expect.any(String), authorizationId: expect.any(String) },
      shownRecords: [{ version: 1 }],
    });
  });

  it('A39.4 A38.1 adversarial 86: of two names a caller sees the newest that it may see; a corrected one is told to whoever saw it', async () => {
    const open = penalty(COMPANY_NEW, 4, { subjectName: '黑龙江测试甲有限公司', occurredOn: '2026-11-10' });
    await submit(world, 'PENALTY-GENERAL', open);
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试甲有限公司' });
    expect(await who(BANK_A, COMPANY_NEW, LOAN)).toMatchObject({ name: '黑龙江测试甲有限公司' });
    // Another unit says another name later.
    await submit(
      world,
      'ARREARS-TAX',
      {
        ...open,
        subjectName: '黑龙江测试乙有限公司',
        occurredOn: '2026-11-15',
        content: { kind: '欠税', amountYuan: '1.00' },
      },
      { role: 'provider', unit: 'HLJ-TAX' },
    );
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试甲有限公司' });
    expect(await who(BANK_A, COMPANY_NEW, LOAN)).toMatchObject({ name: '黑龙江测试乙有限公司' });
    const [later, earlier] = await entries(COMPANY_NEW);
    expect([later.items, later.basis.article]).toEqual([[{ code: 'ARREARS-TAX' }], '23(2)']);
    expect([earlier.items, earlier.basis.article]).toEqual([[{ code: 'PENALTY-GENERAL' }], '23(1)']);
    // The first is corrected: a new version of that record, and nothing else changes.
    const [{ recordId }] = earlier.shownRecords;
    const { data } = await world.ask(MARKET_REGULATION, CORRECT, {
      input: { record: recordId, reason: '名称有误', subjectName: '黑龙江测试丙有限公司' },
    });
    expect(data.correctRecord).toMatchObject({ version: 2, recipientsToNotify: 0 });
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试丙有限公司', address: open.subjectAddress });
    expect(await who(BANK_A, COMPANY_NEW, LOAN)).toMatchObject({ name: '黑龙江测试乙有限公司' });
    const told = await world.ask(
      BANK_A,
      '{ changes(first: 50) { nodes { kind version recordId item { code } } } }',
      {},
      LOAN,
    );
    expect(told.data.changes.nodes).toContainEqual({
      kind: 'CORRECTED',
      version: 2,
      recordId,
      item: { code: 'PENALTY-GENERAL' },
    });
    // Delivered again with the right name nothing changes; with another one it is a version more.
    expect(await submit(world, 'PENALTY-GENERAL', { ...open, subjectName: '黑龙江测试丙有限公司' })).toMatchObject({
      unchanged: 1,
    });
    expect(await submit(world, 'PENALTY-GENERAL', { ...open, subjectName: '黑龙江测试丁有限公司' })).toMatchObject({
      corrected: 1,
    });
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试丁有限公司' });
    // Its address is a statement too, and can be taken away.
    await submit(world, 'PENALTY-GENERAL', { ...open, subjectName: '黑龙江测试丁有限公司', subjectAddress: null });
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试丁有限公司', address: null });
  });

  it('A38.1 A23.4 a corrected name of a person leaves masked, and whole for her alone', async () => {
    await submit(world, 'PENALTY-GENERAL', penalty(PERSON_NEW, 5, { subjectName: '前测试', occurredOn: '2026-11-19' }));
    const { data } = await world.ask(
      subject(PERSON_NEW),
      '{ me { name statements(kinds: [NAME]) { value recordId item { code } } } }',
    );
    expect(data.me.name).toBe('前测试');
    const { recordId } = data.me.statements.find((one: { value: string }) => one.value === '前测试');
    const tax = { role: 'provider', unit: 'HLJ-TAX' } as const;
    const record = ownIdOf(world, MARKET_REGULATION, recordId);
    const corrected = await world.ask(MARKET_REGULATION, CORRECT, {
      input: { record, reason: '姓名有误', subjectName: '钱测试' },
    });
    expect(corrected.errors).toBeUndefined();
    expect((await world.ask(subject(PERSON_NEW), '{ me { name } }')).data.me.name).toBe('钱测试');
    expect(await who(null, PERSON_NEW)).toMatchObject({ name: '钱**', phone: '138********' });
    // A name is needed, and nobody else's record can be corrected.
    for (const [holder, input, code] of [
      [MARKET_REGULATION, { record, reason: '空', subjectName: '  ' }, 'BAD_USER_INPUT'],
      [MARKET_REGULATION, { record, reason: '同', subjectName: '钱测试' }, 'BAD_USER_INPUT'],
      [tax, { record: ownIdOf(world, tax, recordId), reason: '他', subjectName: '孙测试' }, 'NOT_FOUND'],
    ] as const)
      expect((await world.ask(holder, CORRECT, { input })).errors?.[0]?.extensions.code).toBe(code);
  });

  it('A24.2 A36.1 adversarial 87: who is not held is there for itself: it grants, finds and revokes', async () => {
    const nobody: Identifier = { type: 'CITIZEN_ID', value: '239999197705050029' };
    const company: Identifier = { type: 'USCC', value: '91239999MA9XY0252D' };
    const ME = `{ me { id kind name identifier { type value } address records { totalCount nodes { id } } nonPublicRecords { totalCount }
      designations { id } authorizations { id status } disclosures { totalCount } } }`;
    for (const [about, of] of [
      [nobody, 'NATURAL_PERSON'],
      [company, 'LEGAL_PERSON'],
    ] as const) {
      const before = await world.ask(subject(about), ME);
      expect(before.errors).toBeUndefined();
      expect(before.data.me).toEqual({
        id: world.server.platform.secrets.subjectId(about.type, about.value),
        kind: of,
        name: null,
        identifier: about,
        address: null,
        records: { totalCount: 0, nodes: [] },
        nonPublicRecords: { totalCount: 0 },
        designations: [],
        authorizations: [],
        disclosures: { totalCount: 0 },
      });
    }
    const input = {
      party: 'BANK-A',
      purposes: ['LOAN_ORIGINATION'],
      items: ['ARREARS-FUND'],
      validFrom: TODAY,
      validUntil: '2026-12-19',
    };
    const granted = await world.ask(subject(nobody), GRANT, { input });
    const { id } = granted.data.grantAuthorization;
    expect((await world.ask(subject(nobody), ME)).data.me.authorizations).toEqual([{ id, status: 'IN_FORCE' }]);
    expect(await who(BANK_A, nobody, LOAN)).toBeNull();
    const revoked = await world.ask(
      subject(nobody),
      'mutation ($id: ID!) { revokeAuthorization(id: $id) { status } }',
      { id },
    );
    expect(revoked.data.revokeAuthorization.status).toBe('REVOKED');
    expect(await who(null, company)).toBeNull();
  });
});
