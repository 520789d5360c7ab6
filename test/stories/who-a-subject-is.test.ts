/** A subject is what its visible rows say: what is withheld of it cannot make it appear, and its name has a source that can be corrected. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rootQuestions } from '../gateway/root-fields.ts';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  type Headers,
  type Holder,
  type Identifier,
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

/** Not held in the sample. Check characters by GB 32100 and GB 11643. */
const COMPANY_NEW: Identifier = { type: 'USCC', value: '91239999MA9XY0172R' };
const TRADER_NEW: Identifier = { type: 'USCC', value: '92239999MA9XY0172N' };
const PERSON_NEW: Identifier = { type: 'CITIZEN_ID', value: '239999197705050010' };
const NEW = [COMPANY_NEW, TRADER_NEW, PERSON_NEW];

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const DESK = { purpose: 'PERMIT', case: '哈审字〔2026〕74号' };
const CALLERS: readonly (readonly [string, Holder | null, Headers])[] = [
  ['public', null, {}],
  ['bank', BANK_A, LOAN],
  ['bank without agreement', BANK_B, LOAN],
  ['department', PERMIT_OFFICE, DESK],
  ['provider', { role: 'provider', unit: 'HLJ-TAX' }, {}],
  ['collector', { role: 'collector', unit: 'COLLECTOR-A' }, {}],
  ['operator', OPERATOR, {}],
  ['authority', AUTHORITY, {}],
  ['analyst', ANALYST, {}],
  ['another subject', subject(MEI), {}],
];

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted corrected unchanged rejected { code message } } }`;
const CORRECT =
  'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }';
const GRANT = 'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }';
const WHO = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name address phone } }';
const OWN_ENTRIES = `{ me { disclosures(first: 5) { nodes { recipient { code } items { code } basis { article agreementId authorizationId }
  shownRecords { recordId version } } } } }`;

const penalty = (about: Identifier, number: number, changes: object = {}) => ({
  subject: about,
  subjectName: about === PERSON_NEW ? '钱测试' : '黑龙江测试不露面有限公司',
  subjectAddress: '黑龙江省哈尔滨市南岗区测试路7号',
  subjectPhone: '13812345678',
  occurredOn: '2026-11-18',
  consent: '同意书〔2026〕74号',
  basisDocument: `黑市监罚〔2026〕74${number}号`,
  content: { documentNumber: `黑市监罚〔2026〕74${number}号`, facts: '未明码标价。', penaltyKinds: ['警告'] },
  ...changes,
});

onEachDatabase('who a subject is', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const submit = async (item: string, record: object, holder: Holder = MARKET_REGULATION) => {
    const { data, errors } = await world.ask(holder, SUBMIT, { input: { item, records: [record] } });
    expect([errors, data?.submitRecords.rejected]).toEqual([undefined, []]);
    return data.submitRecords as { accepted: number; corrected: number; unchanged: number };
  };
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

  /** What each caller is answered by every root field as one text. Cursors are made anew each time, so that their length stands for them. */
  const everything = async (): Promise<Record<string, string>> => {
    const told: Record<string, string> = {};
    for (const about of NEW) {
      const questions = await rootQuestions(world, {
        SubjectIdentifierInput: about,
        matter: 'SPECIAL-OPERATION-PERMIT',
        measure: 'BAN-PROCUREMENT',
        token: 'a.b.c',
        groupBy: ['ITEM'],
        from: 1,
        to: 1,
        id: '00000000-0000-4000-8000-000000000000',
      });
      for (const [name, holder, headers] of CALLERS)
        for (const { field, query, variables } of questions) {
          const ofSubject = query.includes('SubjectIdentifierInput');
          // Who asks leaves entries, which the ledger counts. What names no subject is asked once.
          if (/^(?:ledger|verifyLedger|me$)/.test(field) || !(ofSubject || about === COMPANY_NEW)) continue;
          const { status, data, errors } = await world.ask(holder, query, variables, headers);
          const refused = errors?.map(({ path, extensions: { id: _id, ...rest } }) => ({ path, ...rest }));
          told[`${name} ${field} ${ofSubject ? about.value : ''}`] = JSON.stringify({ status, data, refused }).replace(
            /"endCursor":"([^"]+)"/g,
            (_all, cursor: string) => `"endCursor":${cursor.length}`,
          );
        }
    }
    return told;
  };

  it('A23.3 A36.2 case 74, 75: what is withheld of a subject that is not held tells nobody of it, by no root field', async () => {
    const before = await everything();
    expect(Object.keys(before).length).toBeGreaterThan(300);
    for (const about of NEW) {
      expect(await submit('PENALTY-MINOR', penalty(about, 1))).toMatchObject({ accepted: 1 });
      expect(
        await submit('RECONSIDERATION', {
          ...penalty(about, 2),
          content: { documentNumber: '黑复议〔2026〕742号', content: '维持。', court: '示例机关', cause: '其他' },
        }),
      ).toMatchObject({ accepted: 1 });
    }
    const after = await everything();
    expect(Object.keys(after).filter((asked) => after[asked] !== before[asked])).toEqual([]);
  });

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

  it('A24.3 A36.1 case 80: an authorization for another item tells nobody that she is held', async () => {
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
    expect(await submit('ARREARS-TAX', arrears, { role: 'provider', unit: 'HLJ-TAX' })).toMatchObject({ accepted: 1 });
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

  it('A39.4 A38.1 case 86: of two names a caller sees the newest that it may see; a corrected one is told to whoever saw it', async () => {
    const open = penalty(COMPANY_NEW, 4, { subjectName: '黑龙江测试甲有限公司', occurredOn: '2026-11-10' });
    await submit('PENALTY-GENERAL', open);
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试甲有限公司' });
    expect(await who(BANK_A, COMPANY_NEW, LOAN)).toMatchObject({ name: '黑龙江测试甲有限公司' });
    // Another unit says another name later.
    await submit(
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
    expect(data.correctRecord).toMatchObject({ version: 2, recipientsToNotify: 1 });
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
    expect(await submit('PENALTY-GENERAL', { ...open, subjectName: '黑龙江测试丙有限公司' })).toMatchObject({
      unchanged: 1,
    });
    expect(await submit('PENALTY-GENERAL', { ...open, subjectName: '黑龙江测试丁有限公司' })).toMatchObject({
      corrected: 1,
    });
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试丁有限公司' });
    // Its address is a statement too, and can be taken away.
    await submit('PENALTY-GENERAL', { ...open, subjectName: '黑龙江测试丁有限公司', subjectAddress: null });
    expect(await who(null, COMPANY_NEW)).toMatchObject({ name: '黑龙江测试丁有限公司', address: null });
  });

  it('A38.1 A23.4 a corrected name of a person leaves masked, and whole for her alone', async () => {
    await submit('PENALTY-GENERAL', penalty(PERSON_NEW, 5, { subjectName: '前测试', occurredOn: '2026-11-19' }));
    const { data } = await world.ask(
      subject(PERSON_NEW),
      '{ me { name statements(kinds: [NAME]) { value recordId item { code } } } }',
    );
    expect(data.me.name).toBe('前测试');
    const { recordId } = data.me.statements.find((one: { value: string }) => one.value === '前测试');
    const corrected = await world.ask(MARKET_REGULATION, CORRECT, {
      input: { record: recordId, reason: '姓名有误', subjectName: '钱测试' },
    });
    expect(corrected.errors).toBeUndefined();
    expect((await world.ask(subject(PERSON_NEW), '{ me { name } }')).data.me.name).toBe('钱测试');
    expect(await who(null, PERSON_NEW)).toMatchObject({ name: '钱**', phone: '138********' });
    // A name is needed, and nobody else's record can be corrected.
    for (const [holder, input, code] of [
      [MARKET_REGULATION, { record: recordId, reason: '空', subjectName: '  ' }, 'BAD_USER_INPUT'],
      [MARKET_REGULATION, { record: recordId, reason: '同', subjectName: '钱测试' }, 'BAD_USER_INPUT'],
      [{ role: 'provider', unit: 'HLJ-TAX' }, { record: recordId, reason: '他', subjectName: '孙测试' }, 'NOT_FOUND'],
    ] as const)
      expect((await world.ask(holder, CORRECT, { input })).errors?.[0]?.extensions.code).toBe(code);
  });

  it('A24.2 A36.1 case 87: who is not held is there for itself: it grants, finds and revokes', async () => {
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
