/** One company, as each kind of caller sees it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  BANK_B,
  COMPANY,
  LISTED,
  NO_JOBS,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  type World,
} from '../kit.ts';
import {
  EXPLAIN_ACCESS,
  MY_RECORD,
  named,
  PARTY_BATCH,
  PARTY_CHECK,
  PUBLIC_LOOKUP,
  refusals,
  shown,
} from './operations.ts';

// Its records in the sample: a registration, three permits, two pledges, a commendation and a penalty that are open; tax arrears by agreement.
const OPEN = [
  'COMMENDATION-GOV',
  'PENALTY-GENERAL',
  'PERMIT-GENERAL',
  'PERMIT-GENERAL',
  'PERMIT-GENERAL',
  'PLEDGE-PERMIT',
  'PLEDGE-VOLUNTARY',
  'REG-ENTERPRISE',
];
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onEachDatabase("a company's record", (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  it('A23.1 anyone sees its name whole, its registration and what is open; a penalty whose display is over is gone', async () => {
    const answer = await world.ask(null, PUBLIC_LOOKUP, { id: COMPANY, first: 50 });
    expect(refusals(answer)).toEqual([]);
    expect(answer.data.subject).toMatchObject({
      kind: 'LEGAL_PERSON',
      name: '哈尔滨示例冰雪设备有限公司',
      identifier: { type: 'USCC', value: COMPANY.value },
      registration: {
        legalName: '哈尔滨示例冰雪设备有限公司',
        registeredOn: '2016-05-12',
        status: '存续',
        regionCode: '239999',
      },
    });
    // penalties.csv holds two for it; the one of 2024-08-15 was displayed until 2025-08-15.
    expect(shown(answer)).toEqual(OPEN);
    expect(answer.data.subject.records.totalCount).toBe(OPEN.length);
  });

  it('A23.4 the person behind it stays desensitized, for itself too', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"]) { nodes { ... on AdministrativePenalty { legalRepresentative { name idNumber } objection { raisedOn } } } } } }';
    const penalty = {
      legalRepresentative: { name: '欧阳*', idNumber: '23****************' },
      objection: { raisedOn: '2026-11-19' },
    };
    const anyone = await world.ask(null, query, { id: COMPANY });
    const itself = await world.ask(subject(COMPANY), query, { id: COMPANY });
    for (const answer of [anyone, itself]) expect(answer.data.subject.records.nodes).toEqual([penalty]);
  });

  it('A23.2 a bank sees its tax arrears by agreement, another whose agreement has ended does not', async () => {
    const inside = await world.ask(BANK_A, PARTY_CHECK, { id: COMPANY }, LOAN);
    expect(refusals(inside)).toEqual([]);
    expect(shown(inside)).toEqual(['ARREARS-TAX', 'ASSESSMENT-PUBLIC', ...OPEN].sort());
    expect(
      inside.data.subject.nonPublicRecords.nodes.map((node: { item: { code: string } }) => node.item.code).sort(),
    ).toEqual(['NP-GUARANTEE', 'NP-LOAN']);
    const outside = await world.ask(BANK_B, PARTY_CHECK, { id: COMPANY }, LOAN);
    expect(shown(outside)).toEqual(OPEN);
    expect(refusals(outside)).toEqual(['subject.nonPublicRecords FORBIDDEN NO_AGREEMENT 23(2)']);
    expect(inside.data.subject.pseudonym).not.toBe(outside.data.subject.pseudonym);
    const again = await world.ask(BANK_A, PARTY_CHECK, { id: COMPANY }, { purpose: 'POST_LOAN_MONITORING' });
    expect(again.data.subject.pseudonym).toBe(inside.data.subject.pseudonym);
  });

  it('A23.2 one item outside the agreement is refused by name', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!, $items: [String!]) { subject(identifier: $id) { name records(items: $items) { totalCount } } }';
    const ask = (items: string[]) => world.ask(BANK_A, query, { id: COMPANY, items }, LOAN);
    const outside = await ask(['CHARITY']);
    expect(outside.data).toEqual({ subject: { name: '哈尔滨示例冰雪设备有限公司', records: null } });
    expect(refusals(outside)).toEqual(['subject.records FORBIDDEN ITEM_NOT_AGREED 23(2)']);
    expect((await ask(['ARREARS-TAX'])).data.subject.records).toEqual({ totalCount: 1 });
    expect(refusals(await ask(['NO-SUCH-ITEM']))).toEqual(['subject.records FORBIDDEN NOT_PUBLISHED 18']);
  });

  it('A23.3 an element that is narrower than its item is refused at its place, and given within the agreement', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-SERIOUS"]) { nodes { ... on AdministrativePenalty { conduct licence } } } } }';
    const anyone = await world.ask(null, query, { id: LISTED });
    expect(anyone.data.subject.records.nodes[0].licence).toBeNull();
    expect(anyone.data.subject.records.nodes[0].conduct).not.toBeNull();
    expect(refusals(anyone)).toEqual(['subject.records.nodes.0.licence FORBIDDEN IDENTITY_REQUIRED 23(2)']);
    const itself = await world.ask(subject(LISTED), query, { id: LISTED });
    expect(refusals(itself)).toEqual([]);
    // The agreement of BANK-A does not cover the item, so not its narrower element either.
    expect(refusals(await world.ask(BANK_A, query, { id: LISTED }, LOAN))).toEqual([
      'subject.records.nodes.0.licence FORBIDDEN ITEM_NOT_AGREED 23(2)',
    ]);
  });

  it('designations show anyone what they rest on, and the listed subject their reasons', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { ground basisDocument until list { code } reasons } } }';
    const anyone = await world.ask(null, query, { id: LISTED });
    expect(anyone.data.subject.designations.map((row: { list: { code: string } }) => row.list.code).sort()).toEqual([
      'DEFAULTER',
      'WAGE',
    ]);
    expect(refusals(anyone)).toEqual(['subject.designations.0.reasons FORBIDDEN IDENTITY_REQUIRED 24']);
    const itself = await world.ask(subject(LISTED), MY_RECORD, { first: 5 });
    for (const row of itself.data.me.designations) expect(row.reasons.length).toBeGreaterThan(5);
  });

  it('A23.4 a sole trader is a person: its name is desensitized, and a party needs its authorization', async () => {
    const answer = await world.ask(null, PUBLIC_LOOKUP, { id: SOLE_TRADER, first: 20 });
    expect(answer.data.subject).toMatchObject({
      kind: 'UNINCORPORATED_ORGANIZATION',
      identifier: { value: SOLE_TRADER.value },
    });
    expect(JSON.stringify(answer)).not.toContain('刘晓北');
    expect(shown(await world.ask(BANK_A, PARTY_CHECK, { id: SOLE_TRADER }, LOAN))).not.toContain('UTILITY-WATER');
    const itself = await world.ask(subject(SOLE_TRADER), MY_RECORD, { first: 20 });
    expect(itself.data.me.name).toBe('南岗区示例刘晓北面馆');
    expect(shown(itself, 'me')).toContain('UTILITY-WATER');
  });

  it('access explains each item for each caller, from policy alone', async () => {
    const items = ['REG-ENTERPRISE', 'ARREARS-TAX', 'CHARITY', 'VOLUNTEERING'];
    const of = async (holder: Parameters<World['ask']>[0], headers = {}): Promise<string[]> => {
      const answer = await world.ask(holder, EXPLAIN_ACCESS, { id: COMPANY, items }, headers);
      expect(refusals(answer)).toEqual([]);
      return answer.data.access.map(
        (row: { granted: boolean; reason: string | null; article: string }) =>
          `${row.granted ? 'granted' : row.reason} ${row.article}`,
      );
    };
    expect(await of(null)).toEqual([
      'granted 23(1)',
      'IDENTITY_REQUIRED 23(2)',
      'IDENTITY_REQUIRED 23(2)',
      'SELF_ONLY 24',
    ]);
    expect(await of(BANK_A, LOAN)).toEqual(['granted 23(1)', 'granted 23(2)', 'ITEM_NOT_AGREED 23(2)', 'SELF_ONLY 24']);
    expect(await of(BANK_A)).toEqual(Array(3).fill('PURPOSE_REQUIRED 24').toSpliced(3, 0, 'SELF_ONLY 24'));
    expect(await of(PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '1' })).toEqual([
      'granted 23(1)',
      'DUTY_REQUIRED 22',
      'DUTY_REQUIRED 22',
      'SELF_ONLY 24',
    ]);
    expect(await of(subject(COMPANY))).toEqual(Array(4).fill('granted 24'));
    expect(await of(OPERATOR)).toEqual(['granted 23(1)', 'ROLE 23', 'ROLE 23', 'SELF_ONLY 24']);
  });

  it('a batch keeps its order, answers the unknown with null, and takes as many statements for a thousand as for ten', async () => {
    const known = [COMPANY, LISTED, SOLE_TRADER];
    const unknown = { type: 'USCC', value: '91239999MA9ABC9968' };
    const count = async (size: number): Promise<number> => {
      const ids = Array.from({ length: size }, (_, index) => (index % 5 === 4 ? unknown : known[index % 3]));
      const before = world.server.platform.database.statements();
      const answer = await world.ask(BANK_A, PARTY_BATCH, { ids }, LOAN);
      expect(refusals(answer)).toEqual([]);
      const alone = await Promise.all(
        known.map(async (id) => (await world.ask(BANK_A, PARTY_CHECK, { id }, LOAN)).data.subject.id),
      );
      expect(answer.data.subjects.map((one: { id: string } | null) => one?.id ?? null)).toEqual(
        ids.map((id) => (id === unknown ? null : alone[known.indexOf(id as never)])),
      );
      return world.server.platform.database.statements() - before;
    };
    await count(10);
    expect(await count(1_000)).toBe(await count(10));
    const over = await world.ask(BANK_A, PARTY_BATCH, { ids: Array(1_001).fill(COMPANY) }, LOAN);
    expect(refusals(over)).toEqual(['subjects BAD_USER_INPUT BATCH_SIZE ']);
  });

  it('pages follow one another without a gap, each cursor good for its caller and query alone', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!, $after: String) { subject(identifier: $id) { records(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } }';
    const ids: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const answer = await world.ask(null, query, { id: COMPANY, after });
      const { records } = answer.data.subject as {
        records: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { id: string }[] };
      };
      expect(records.totalCount).toBe(OPEN.length);
      ids.push(...records.nodes.map((node) => node.id));
      after = records.pageInfo.endCursor;
      if (!records.pageInfo.hasNextPage) break;
    }
    expect(new Set(ids).size).toBe(OPEN.length);
    const first = await world.ask(null, query, { id: COMPANY });
    const cursor: string = first.data.subject.records.pageInfo.endCursor;
    expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/20\d\d-/);
    for (const [holder, variables] of [
      [BANK_A, { id: COMPANY, after: cursor }],
      [null, { id: LISTED, after: cursor }],
      [null, { id: COMPANY, after: `${cursor.slice(0, -2)}AA` }],
    ] as const)
      expect(refusals(await world.ask(holder, query, variables, holder === null ? {} : LOAN))).toEqual([
        'subject.records BAD_USER_INPUT CURSOR ',
      ]);
    expect(named(first.data)).toMatchObject({ subject: { records: { pageInfo: { hasNextPage: true } } } });
  });
});
