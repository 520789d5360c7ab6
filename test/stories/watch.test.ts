/** Lenders watch their borrowers (Article 6), within agreement and authorization, and no longer than those. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Identifier,
  MEI,
  NOT_HELD,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { refusals } from './operations.ts';

const CHANGES = `{ changes(first: 200) { nodes { cursor kind subject { id } item { code } recordId version actBy } } }`;
const WATCH = `mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched refused { index reason } } }`;
const UNWATCH = `mutation ($ids: [SubjectIdentifierInput!]!) { unwatch(subjects: $ids) { unwatched } }`;
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code message } } }`;
const REVOKE = `mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } recipientsToNotify } }`;
const GRANT = `mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }`;
const MONITORING = { purpose: 'POST_LOAN_MONITORING' };
const BANK_B = { role: 'party', unit: 'BANK-B' } as const;

onDatabaseOfStep('watching borrowers', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** A tax office records an arrear of a subject; the document's number tells them apart. */
  const arrear = async (id: Identifier, name: string, document: string, item = 'ARREARS-FUND', unit = 'HLJ-FUND') => {
    const { data, errors } = await world.ask({ role: 'provider', unit }, SUBMIT, {
      input: {
        item,
        records: [
          {
            subject: id,
            subjectName: name,
            occurredOn: '2026-11-19',
            basisDocument: document,
            consent: '示例同意书',
            content: { kind: '住房公积金' },
          },
        ],
      },
    });
    expect([errors, data?.submitRecords.rejected]).toEqual([undefined, []]);
  };
  const feed = async (holder: typeof BANK_A | typeof BANK_B = BANK_A) =>
    (await world.ask(holder, CHANGES)).data.changes.nodes;
  const kinds = async () =>
    (await feed()).map(({ kind: what, item }: { kind: string; item: { code: string } }) => `${what} ${item.code}`);
  const me = async () =>
    (
      await world.ask(
        subject(MEI),
        '{ me { disclosures(first: 200) { nodes { purpose basis { article } items { code } } } } }',
      )
    ).data.me.disclosures.nodes;

  it('A06.1 A24.3 it watches whom it may see for monitoring, each other refused with its reason, held or not', async () => {
    const ids = [COMPANY, MEI, NOT_HELD, { type: 'USCC', value: 'x' }];
    const { data, errors } = await world.ask(BANK_A, WATCH, { ids }, MONITORING);
    expect(errors).toBeUndefined();
    // She authorized the bank for deciding on a loan, not for following one.
    expect(data.watch).toEqual({
      watched: 1,
      refused: [
        { index: 1, reason: 'AUTHORIZATION_REQUIRED' },
        { index: 2, reason: 'AUTHORIZATION_REQUIRED' },
        { index: 3, reason: 'IDENTIFIER_LENGTH' },
      ],
    });
    expect(refusals(await world.ask(BANK_A, WATCH, { ids }))).toEqual(['watch FORBIDDEN PURPOSE_REQUIRED 24']);
    expect(refusals(await world.ask(BANK_A, WATCH, { ids }, { purpose: 'LOAN_ORIGINATION' }))).toEqual([
      'watch FORBIDDEN PURPOSE_NOT_AGREED 6',
    ]);
    expect(refusals(await world.ask(OPERATOR, WATCH, { ids }, MONITORING))).toEqual(['watch FORBIDDEN ROLE 6']);
    expect(refusals(await world.ask(BANK_B, WATCH, { ids }, MONITORING))).toEqual([
      'watch FORBIDDEN NO_AGREEMENT 23(2)',
    ]);
  });

  it('A06.1 A17.1 what is new comes in the feed of who watches, and that is a disclosure on the ledger', async () => {
    const { errors } = await world.ask(subject(MEI), GRANT, {
      input: {
        party: 'BANK-A',
        purposes: ['POST_LOAN_MONITORING'],
        items: ['ARREARS-FUND'],
        validFrom: TODAY,
        validUntil: '2027-11-19',
      },
    });
    expect(errors).toBeUndefined();
    expect((await world.ask(BANK_A, WATCH, { ids: [MEI] }, MONITORING)).data.watch).toEqual({
      watched: 1,
      refused: [],
    });
    await arrear(MEI, '张小梅', '示例公积金〔2026〕901号');
    expect(await kinds()).toEqual(['ADDED ARREARS-FUND']);
    expect((await feed())[0].actBy).toBeNull();
    expect((await me())[0]).toEqual({
      purpose: 'POST_LOAN_MONITORING',
      basis: { article: '6' },
      items: [{ code: 'ARREARS-FUND' }],
    });
    expect(await feed(BANK_B)).toEqual([]);
  });

  it('A06.1 A23.5 an item that agreement or authorization does not cover is not told', async () => {
    await arrear(MEI, '张小梅', '示例社保〔2026〕902号', 'ARREARS-SOCIAL', 'HLJ-HRSS');
    expect(await kinds()).toEqual(['ADDED ARREARS-FUND']);
    await arrear(COMPANY, '哈尔滨示例冰雪设备有限公司', '示例社保〔2026〕903号', 'ARREARS-SOCIAL', 'HLJ-HRSS');
    expect(await kinds()).toEqual(['ADDED ARREARS-FUND', 'ADDED ARREARS-SOCIAL']);
  });

  it('A06.1 A39.4 a withdrawal is told as one to who has read of it, and to nobody else', async () => {
    await arrear(COMPANY, '哈尔滨示例冰雪设备有限公司', '示例社保〔2026〕904号', 'ARREARS-SOCIAL', 'HLJ-HRSS');
    // 903 was read, 904 was not: of that one nothing is ever heard.
    for (const document of ['示例社保〔2026〕903号', '示例社保〔2026〕904号'])
      await world.ask({ role: 'provider', unit: 'HLJ-HRSS' }, REVOKE, { input: { basisDocument: document } });
    expect(await kinds()).toEqual(['ADDED ARREARS-FUND', 'WITHDRAWN ARREARS-SOCIAL']);
  });

  it('A06.1 A24.3 it ends with the authorization, with the agreement, and when asked to', async () => {
    const mine = await world.ask(subject(MEI), '{ me { authorizations { id purposes status } } }');
    const monitoring = mine.data.me.authorizations.find(
      (one: { purposes: string[]; status: string }) =>
        one.purposes.includes('POST_LOAN_MONITORING') && one.status === 'IN_FORCE',
    );
    await world.ask(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { status } }', {
      id: monitoring.id,
    });
    await arrear(MEI, '张小梅', '示例公积金〔2026〕905号');
    // What was told under it is told no more either.
    expect(await kinds()).toEqual(['WITHDRAWN ARREARS-SOCIAL']);

    await arrear(COMPANY, '哈尔滨示例冰雪设备有限公司', '示例社保〔2026〕906号', 'ARREARS-SOCIAL', 'HLJ-HRSS');
    expect(await kinds()).toEqual(['WITHDRAWN ARREARS-SOCIAL', 'ADDED ARREARS-SOCIAL']);
    const { data } = await world.ask(OPERATOR, '{ agreements(party: "BANK-A") { nodes { id status } } }');
    const [agreement] = data.agreements.nodes;
    const change = (field: string) =>
      world.ask(OPERATOR, `mutation ($id: ID!) { ${field}(id: $id, reason: "示例") { status } }`, { id: agreement.id });
    await change('suspendAgreement');
    await arrear(COMPANY, '哈尔滨示例冰雪设备有限公司', '示例社保〔2026〕907号', 'ARREARS-SOCIAL', 'HLJ-HRSS');
    expect(await kinds()).toEqual(['WITHDRAWN ARREARS-SOCIAL']);
    await change('resumeAgreement');
    expect(await kinds()).toEqual(['WITHDRAWN ARREARS-SOCIAL', 'ADDED ARREARS-SOCIAL']);

    expect((await world.ask(BANK_A, UNWATCH, { ids: [COMPANY] })).data.unwatch).toEqual({ unwatched: 1 });
    expect((await world.ask(BANK_A, UNWATCH, { ids: [COMPANY] })).data.unwatch).toEqual({ unwatched: 0 });
    await arrear(COMPANY, '哈尔滨示例冰雪设备有限公司', '示例社保〔2026〕908号', 'ARREARS-SOCIAL', 'HLJ-HRSS');
    expect(await kinds()).toEqual(['WITHDRAWN ARREARS-SOCIAL']);
  });
});
