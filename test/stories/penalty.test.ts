import { beforeAll, expect, it } from 'vitest';
import {
  type Answer,
  BANK_A,
  type Headers,
  type Holder,
  MEI,
  NOT_HELD,
  onEachDatabase,
  PERMIT_OFFICE,
  sharedWorld,
  subject,
  type World,
} from '../kit.ts';
import { labelled } from './labels.ts';
import { isoDate, penaltyRow, yuan } from './sample-files.ts';

const XIAOBEI = { type: 'CITIZEN_ID', value: '239999198511231133' } as const;

const PENALTY = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) {
  id kind name identifier { type value } birthDate address phone pseudonym
  records(items: ["PENALTY-GENERAL"]) { totalCount nodes { __typename id version nature item { code } occurredOn displayedUntil
    ... on AdministrativePenalty { documentNumber conduct facts legalBasisText penaltyKinds content fineYuan confiscatedYuan
      licence validUntil authority { code name } legalRepresentative { name idNumber } } } } } }`;

const ITEMS = `query ($id: SubjectIdentifierInput!, $items: [String!]) { subject(identifier: $id) {
  records(items: $items) { totalCount nodes { item { code } } } } }`;

/** The third row of the file is what everybody's answer is about. */
const ROW = penaltyRow('哈市监罚〔2026〕0001号');

/** The desensitization that the contract's table asks of what this row holds about 张小梅. */
const desensitized = (text: string | undefined): string =>
  (text ?? '')
    .replaceAll('239999199003070016', '23****************')
    .replaceAll('13800138000', '138********')
    .replaceAll('花园街1号2单元', '****')
    .replaceAll('张小梅', '张**');

const penalty = (seen: (text: string | undefined) => string) => ({
  __typename: 'AdministrativePenalty',
  id: '<id 2>',
  version: 1,
  nature: 'UNTRUSTWORTHY',
  item: { code: 'PENALTY-GENERAL' },
  occurredOn: isoDate(ROW.CF_JDRQ),
  displayedUntil: isoDate(ROW.CF_GSJZQ),
  documentNumber: ROW.CF_WSH,
  conduct: ROW.CF_WFXW,
  facts: seen(ROW.CF_SY),
  legalBasisText: ROW.CF_YJ,
  penaltyKinds: (ROW.CF_CFLB ?? '').split(';'),
  content: seen(ROW.CF_NR),
  fineYuan: yuan(ROW.CF_NR_FK),
  confiscatedYuan: yuan(ROW.CF_NR_WFFF),
  licence: null,
  validUntil: isoDate(ROW.CF_YXQ),
  authority: { code: ROW.CF_CFJGDM, name: ROW.CF_CFJG },
  legalRepresentative: null,
});

const MASKED = {
  id: '<id 1>',
  kind: 'NATURAL_PERSON',
  name: '张**',
  identifier: { type: 'CITIZEN_ID', value: '23****************' },
  birthDate: null,
  address: '黑龙江省哈尔滨市南岗区****',
  phone: '138********',
  records: { totalCount: 1, nodes: [penalty(desensitized)] },
};

const WHOLE = {
  ...MASKED,
  name: '张小梅',
  identifier: MEI,
  birthDate: '1990-03-07',
  address: '黑龙江省哈尔滨市南岗区花园街1号2单元',
  phone: '13800138000',
  pseudonym: '<pseudonym 1>',
  records: { totalCount: 1, nodes: [penalty((text) => text ?? '')] },
};

const refusals = (answer: Answer) =>
  answer.errors?.map(({ path, extensions }) => ({
    path,
    code: extensions.code,
    reason: extensions.reason,
    article: extensions.article,
  }));

const LICENCE = ['subject', 'records', 'nodes', 0, 'licence'];

onEachDatabase('张小梅 and her penalty', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(kind);
  });

  const ask = (holder: Holder | null, headers: Headers = {}, query = PENALTY, items?: readonly string[]) =>
    world.ask(holder, query, { id: MEI, ...(items === undefined ? {} : { items }) }, headers);
  const codes = async (holder: Holder | null, headers: Headers = {}): Promise<string[]> => {
    const { data, errors } = await ask(holder, headers, ITEMS);
    expect(errors).toBeUndefined();
    const nodes: { item: { code: string } }[] = data.subject.records.nodes;
    expect(data.subject.records.totalCount).toBe(nodes.length);
    return nodes.map((node) => node.item.code);
  };
  const OPEN = ['PLEDGE-VOLUNTARY', 'PENALTY-GENERAL', 'COMMENDATION-GOV'];

  it('A23.1 A23.4 the public sees it desensitized, without the licence', async () => {
    const answer = await ask(null);
    expect(labelled(answer.data)).toEqual({ subject: { ...MASKED, pseudonym: null } });
    expect(refusals(answer)).toEqual([
      { path: LICENCE, code: 'FORBIDDEN', reason: 'IDENTITY_REQUIRED', article: '23(2)' },
    ]);
    expect(await codes(null)).toEqual(OPEN);
  });

  it('A23.2 A24.3 a bank within her authorization sees the agreement items as well', async () => {
    const headers = { purpose: 'LOAN_ORIGINATION' };
    const answer = await ask(BANK_A, headers);
    expect(labelled(answer.data)).toEqual({ subject: { ...MASKED, pseudonym: '<pseudonym 1>' } });
    expect(refusals(answer)).toEqual([
      { path: LICENCE, code: 'FORBIDDEN', reason: 'ITEM_NOT_AGREED', article: '23(2)' },
    ]);
    expect(await codes(BANK_A, headers)).toEqual([
      'UTILITY-HEAT',
      'PLEDGE-VOLUNTARY',
      'PENALTY-GENERAL',
      'ARREARS-FUND',
      'COMMENDATION-GOV',
    ]);
  });

  it('A24.3 for an agreed purpose that she did not authorize, or one not agreed, only what is open to anyone', async () => {
    expect(await codes(BANK_A, { purpose: 'POST_LOAN_MONITORING' })).toEqual(OPEN);
    expect(await codes(BANK_A, { purpose: 'CREDIT_SERVICE' })).toEqual(OPEN);
    const asked = await ask(BANK_A, { purpose: 'CREDIT_SERVICE' }, ITEMS, ['ARREARS-FUND']);
    expect(asked.data).toEqual({ subject: { records: null } });
    expect(refusals(asked)?.[0]).toMatchObject({ reason: 'PURPOSE_NOT_AGREED', article: '23(2)' });
    const none = await ask(BANK_A);
    expect(none.data).toEqual({ subject: null });
    expect(refusals(none)).toEqual([
      { path: ['subject'], code: 'FORBIDDEN', reason: 'PURPOSE_REQUIRED', article: '24' },
    ]);
  });

  it('A24.3 A23.5 a person whose authorization is revoked is not told from one who is not held', async () => {
    const headers = { purpose: 'POST_LOAN_MONITORING' };
    const revoked = await world.ask(BANK_A, ITEMS, { id: XIAOBEI }, headers);
    expect(revoked).toEqual({ status: 200, data: { subject: null } });
    expect(await world.ask(BANK_A, ITEMS, { id: NOT_HELD }, headers)).toEqual(revoked);
    const self = await world.ask(subject(XIAOBEI), ITEMS, { id: XIAOBEI });
    expect(self.data).toEqual({
      subject: { records: { totalCount: 1, nodes: [{ item: { code: 'JUDGMENT-CIVIL' } }] } },
    });
  });

  it('A23.2 an item outside the agreement is refused by name, one inside is answered', async () => {
    const headers = { purpose: 'LOAN_ORIGINATION' };
    const refused = await ask(BANK_A, headers, ITEMS, ['CHARITY']);
    expect(refused.data).toEqual({ subject: { records: null } });
    expect(refusals(refused)).toEqual([
      { path: ['subject', 'records'], code: 'FORBIDDEN', reason: 'ITEM_NOT_AGREED', article: '23(2)' },
    ]);
    const answered = await ask(BANK_A, headers, ITEMS, ['UTILITY-HEAT']);
    expect(answered).toMatchObject({ data: { subject: { records: { totalCount: 1 } } } });
    // The minor penalty is hers alone: refused by its kind, whether she has one or not.
    const own = await ask(BANK_A, headers, ITEMS, ['PENALTY-MINOR']);
    expect(refusals(own)?.[0]).toMatchObject({ reason: 'SELF_ONLY', article: '24' });
  });

  it('A22.1 a department with duty and case sees it whole, because a duty needs her identity', async () => {
    const headers = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '哈审批受〔2026〕88号' };
    const answer = await ask(PERMIT_OFFICE, headers);
    expect(answer.errors).toBeUndefined();
    // Whole is what the record of the duty says. Her address and telephone are said by others, whose items the duty does not open.
    const { address, phone } = MASKED;
    expect(labelled(answer.data)).toEqual({ subject: { ...WHOLE, address, phone } });
    expect(await codes(PERMIT_OFFICE, headers)).toEqual(OPEN);
  });

  it.each([
    ['without a case', PERMIT_OFFICE, { purpose: 'PERMIT' }, 'CASE_REQUIRED'],
    ['without a purpose', PERMIT_OFFICE, { case: '1' }, 'PURPOSE_REQUIRED'],
    ['for a purpose without a duty', PERMIT_OFFICE, { purpose: 'FUNDING', case: '1' }, 'DUTY_REQUIRED'],
    ['for a purpose of parties', PERMIT_OFFICE, { purpose: 'LOAN_ORIGINATION', case: '1' }, 'DUTY_REQUIRED'],
    [
      'on the duty of another department',
      { role: 'department', unit: 'HLJ-PROCUREMENT' },
      { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '1' },
      'DUTY_REQUIRED',
    ],
  ])('A22.1 a department is refused %s', async (_name, holder, headers, reason) => {
    const answer = await ask(holder, headers);
    expect(answer.data).toEqual({ subject: null });
    expect(refusals(answer)).toEqual([{ path: ['subject'], code: 'FORBIDDEN', reason, article: '22' }]);
  });

  it('A22.1 a duty that does not need her identity shares the record desensitized', async () => {
    const answer = await ask({ role: 'department', unit: 'HLJ-PROCUREMENT' }, { purpose: 'PROCUREMENT', case: '1' });
    expect(answer.errors).toBeUndefined();
    expect(labelled(answer.data)).toEqual({ subject: { ...MASKED, pseudonym: '<pseudonym 1>' } });
  });

  it('A23.3 A24.2 she herself sees everything, whole', async () => {
    const answer = await ask(subject(MEI));
    expect(answer.errors).toBeUndefined();
    expect(labelled(answer.data)).toEqual({ subject: WHOLE });
    expect(await codes(subject(MEI))).toEqual([
      'UTILITY-HEAT',
      'PENALTY-MINOR',
      'PLEDGE-VOLUNTARY',
      'PENALTY-GENERAL',
      'ARREARS-FUND',
      'VOLUNTEERING',
      'COMMENDATION-GOV',
    ]);
    const other = await world.ask(subject(XIAOBEI), PENALTY, { id: MEI });
    expect(labelled(other.data)).toEqual({ subject: { ...MASKED, pseudonym: '<pseudonym 1>' } });
  });

  it('A23.4 a pseudonym is stable for one recipient and different for every other', async () => {
    const of = async (holder: Holder, headers: Headers) =>
      (await ask(holder, headers)).data.subject.pseudonym as string;
    const bank = await of(BANK_A, { purpose: 'LOAN_ORIGINATION' });
    expect(bank).toMatch(/^[A-Za-z0-9_-]{20,}$/);
    expect(await of(BANK_A, { purpose: 'POST_LOAN_MONITORING' })).toBe(bank);
    expect(await of({ role: 'party', unit: 'AGENCY-A' }, { purpose: 'CREDIT_SERVICE' })).not.toBe(bank);
  });
});
