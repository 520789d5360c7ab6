/** One person's penalty, as each kind of caller sees it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  BANK_A,
  HIDDEN,
  MEI,
  NOT_HELD,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { EXPLAIN_ACCESS, MY_RECORD, named, PARTY_CHECK, PUBLIC_LOOKUP, refusals, shown } from './operations.ts';

// Her records in the sample: what is open to anyone, by agreement, and to herself alone.
const OPEN = ['COMMENDATION-GOV', 'PENALTY-GENERAL', 'PLEDGE-VOLUNTARY'];
const AGREED = ['ARREARS-FUND', 'UTILITY-HEAT'];
const CLOSED = ['PENALTY-MINOR', 'VOLUNTEERING'];

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const CASE = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '哈审字〔2026〕1号' };

onEachDatabase("a person's record", (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A23.1 A23.4 anyone sees her penalty, and nothing of who she is', async () => {
    const answer = await world.ask(null, PUBLIC_LOOKUP, { id: MEI, first: 10 });
    expect(answer.errors).toBeUndefined();
    const found = named(answer.data) as { subject: { records: { nodes: { __typename: string }[] } } };
    expect(found).toMatchObject({
      subject: {
        id: '<id>',
        kind: 'NATURAL_PERSON',
        name: '张**',
        identifier: { type: 'CITIZEN_ID', value: '23****************' },
        registration: null,
        records: { totalCount: 3, pageInfo: { hasNextPage: false, endCursor: '<endCursor>' } },
        designations: [],
        incentives: [],
        pledges: [
          {
            id: '<id>',
            content: '依法诚信经营，按期履行合同，接受社会监督。',
            pledgedOn: '2026-06-30',
            performance: 'PERFORMED',
          },
        ],
      },
    });
    // As the row of penalties.csv says it, 3.49 of ten thousand yuan being 34 900 yuan; masked as the table of the contract says.
    expect(found.subject.records.nodes.find((node) => node.__typename === 'AdministrativePenalty')).toEqual({
      __typename: 'AdministrativePenalty',
      id: '<id>',
      nature: 'UNTRUSTWORTHY',
      occurredOn: '2026-05-18',
      displayedUntil: '2027-05-18',
      version: 1,
      item: {
        code: 'PENALTY-GENERAL',
        name: '一般行政处罚信息',
        category: 'ADMINISTRATIVE_MANAGEMENT',
        openness: 'UNCONDITIONAL',
        legalBasis: [
          { article: '第十八条第二款第四项', title: '黑龙江省社会信用条例' },
          { article: '第四十八条', title: '中华人民共和国行政处罚法' },
        ],
      },
      providingUnit: { code: 'HLJ-AMR', name: '黑龙江省市场监督管理局' },
      objection: null,
      documentNumber: '哈市监罚〔2026〕0001号',
      conduct: '未取得食品经营许可从事食品经营活动',
      facts:
        '经查，当事人张**（公民身份号码23****************，联系电话138********，住址黑龙江省哈尔滨市南岗区****）自2026年2月19日起在未取得食品经营许可证的情况下从事食品经营活动，经营现场有收款记录和食品原料为证。',
      legalBasisText: '《中华人民共和国食品安全法》第一百二十二条第一款',
      penaltyKinds: ['罚款', '没收违法所得'],
      content:
        '对当事人处以：罚款人民币34900元，没收违法所得人民币1200元。自收到决定书之日起15日内缴纳，送达地址：黑龙江省哈尔滨市南岗区****，收件人张**。',
      fineYuan: '34900.00',
      confiscatedYuan: '1200.00',
      authority: { code: '11239999001300005E', name: '哈尔滨市市场监督管理局' },
      legalRepresentative: null,
    });
    for (const secret of ['张小梅', '199003', '0016', '13800138000', '花园街', '1990-03-07'])
      expect(JSON.stringify(answer)).not.toContain(secret);
    expect(shown(answer)).toEqual(OPEN);
  });

  it('A23.2 A24.3 a bank sees what her authorization covers, desensitized', async () => {
    const answer = await world.ask(BANK_A, PARTY_CHECK, { id: MEI }, LOAN);
    expect(refusals(answer)).toEqual([]);
    expect(shown(answer)).toEqual([...AGREED, ...OPEN].sort());
    expect(answer.data.subject.name).toBe('张**');
    expect(answer.data.subject.pseudonym).toMatch(/^[\w-]{26}$/);
    expect(
      answer.data.subject.nonPublicRecords.nodes.map((node: { item: { code: string } }) => node.item.code).sort(),
    ).toEqual(['NP-LOAN', 'NP-UTILITY-BILL']);
  });

  it('A24.3 for a purpose that she did not authorize, the same bank sees what anyone sees', async () => {
    const answer = await world.ask(BANK_A, PARTY_CHECK, { id: MEI }, { purpose: 'POST_LOAN_MONITORING' });
    expect(refusals(answer)).toEqual([]);
    expect(shown(answer)).toEqual(OPEN);
    expect(answer.data.subject.nonPublicRecords).toEqual({ totalCount: 0, nodes: [] });
  });

  it('A24.3 without a purpose it sees nothing, with the reason', async () => {
    const answer = await world.ask(BANK_A, PARTY_CHECK, { id: MEI });
    expect(answer.data).toEqual({ subject: null });
    expect(refusals(answer)).toEqual(['subject FORBIDDEN PURPOSE_REQUIRED 24']);
    const unknown = await world.ask(BANK_A, PARTY_CHECK, { id: MEI }, { purpose: 'CURIOSITY' });
    expect(unknown.data?.subject ?? null).toBeNull();
    expect(refusals(unknown)).toEqual([' BAD_USER_INPUT PURPOSE_UNKNOWN 24']);
  });

  it('A22.1 a department with duty and case sees her, whole where the duty and the item say so', async () => {
    const answer = await world.ask(PERMIT_OFFICE, PARTY_CHECK, { id: MEI }, CASE);
    expect(refusals(answer)).toEqual(['subject.nonPublicRecords FORBIDDEN ROLE 22']);
    expect(shown(answer)).toEqual(OPEN);
    // SPECIAL-OPERATION-PERMIT is an identified duty over PENALTY-GENERAL, which the catalog shares with identity.
    expect(answer.data.subject.name).toBe('张小梅');
  });

  it('A22.1 without a case, without a duty for the purpose, or as another department it sees nothing', async () => {
    const bare = await world.ask(PERMIT_OFFICE, PARTY_CHECK, { id: MEI }, { purpose: 'PERMIT' });
    expect(refusals(bare)).toEqual(['subject FORBIDDEN CASE_REQUIRED 22']);
    const other = await world.ask(PERMIT_OFFICE, PARTY_CHECK, { id: MEI }, { ...CASE, purpose: 'FUNDING' });
    expect(refusals(other)).toEqual(['subject FORBIDDEN DUTY_REQUIRED 22']);
    const stranger = await world.ask({ role: 'department', unit: 'HLJ-HRSS' }, PARTY_CHECK, { id: MEI }, CASE);
    expect(refusals(stranger)).toEqual(['subject FORBIDDEN DUTY_REQUIRED 22']);
    for (const answer of [bare, other, stranger]) expect(answer.data).toEqual({ subject: null });
  });

  it('A23.3 A24.2 she sees everything, whole, as often as she asks', async () => {
    for (let time = 0; time < 20; time += 1) {
      const answer = await world.ask(subject(MEI), MY_RECORD, { first: 50 });
      expect(refusals(answer)).toEqual([]);
      expect(answer.data.me).toMatchObject({
        name: '张小梅',
        birthDate: '1990-03-07',
        address: '黑龙江省哈尔滨市南岗区花园街1号2单元',
        phone: '13800138000',
      });
      expect(answer.data.me.identifier).toEqual({ type: 'CITIZEN_ID', value: MEI.value });
      expect(shown(answer, 'me')).toEqual([...OPEN, ...AGREED, ...CLOSED].sort());
      expect(answer.data.me.nonPublicRecords.totalCount).toBe(3);
    }
  });

  it('A23.3 nobody else sees what is open to herself alone', async () => {
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [subject(HIDDEN), {}],
    ] as const) {
      const answer = await world.ask(
        holder,
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["VOLUNTEERING"]) { totalCount } } }',
        { id: MEI },
        headers,
      );
      expect(refusals(answer)).toEqual(['subject.records FORBIDDEN SELF_ONLY 24']);
      expect(answer.data).toEqual({ subject: { records: null } });
    }
    const mine = await world.ask(null, '{ me { name } }');
    expect(refusals(mine)).toEqual(['me FORBIDDEN IDENTITY_REQUIRED 24']);
    expect(refusals(await world.ask(ANALYST, PARTY_CHECK, { id: MEI }))).toEqual(['subject FORBIDDEN ROLE 22']);
  });

  it('A23.5 a person who may not be seen and one who is not held get the same answers', async () => {
    const batch =
      'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { id name records { totalCount } } }';
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [PERMIT_OFFICE, CASE],
      [subject(MEI), {}],
    ] as const) {
      for (const [query, variables] of [
        [PUBLIC_LOOKUP, (id: object) => ({ id, first: 5 })],
        [EXPLAIN_ACCESS, (id: object) => ({ id })],
        [batch, (id: object) => ({ ids: [id] })],
      ] as const) {
        const [hidden, unheld] = [
          await world.ask(holder, query, variables(HIDDEN), headers),
          await world.ask(holder, query, variables(NOT_HELD), headers),
        ];
        expect(hidden).toEqual(unheld);
      }
      const lookup = await world.ask(holder, PUBLIC_LOOKUP, { id: HIDDEN, first: 5 }, headers);
      expect(lookup.data).toEqual({ subject: null });
    }
    // She herself is held.
    const own = await world.ask(subject(HIDDEN), MY_RECORD, { first: 5 });
    expect(own.data.me).toMatchObject({ name: '沈静' });
    expect(shown(own, 'me')).toEqual(['ARREARS-FUND', 'UTILITY-HEAT']);
  });

  it('A24.1 every channel gives the same answer', async () => {
    const answers = await Promise.all(
      ['WEB', 'WINDOW', 'MOBILE', 'TERMINAL'].map((channel) =>
        world.ask(null, PUBLIC_LOOKUP, { id: MEI, first: 5 }, { channel }),
      ),
    );
    for (const answer of answers) expect(named(answer)).toEqual(named(answers[0]));
    expect((await world.ask(null, PUBLIC_LOOKUP, { id: MEI }, { channel: 'PIGEON' })).status).toBe(400);
  });

  it('A37.2 when the display period is over, her penalty is gone for others and for herself', async () => {
    world.setNow('2027-05-18T10:00:00+08:00');
    expect(shown(await world.ask(null, PUBLIC_LOOKUP, { id: MEI, first: 10 }))).toContain('PENALTY-GENERAL');
    world.setNow('2027-05-19T00:00:00+08:00');
    const after = await world.ask(null, PUBLIC_LOOKUP, { id: MEI, first: 10 });
    expect(shown(after)).not.toContain('PENALTY-GENERAL');
    expect(after.data.subject.records.totalCount).toBe(2);
    expect(shown(await world.ask(subject(MEI), MY_RECORD, { first: 50 }), 'me')).not.toContain('PENALTY-GENERAL');
    world.setNow('2026-11-20T10:00:00+08:00');
  });
});
