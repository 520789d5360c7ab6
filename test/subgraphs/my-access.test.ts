/** What a party may do and how long, in numbers and dates; and what the overseers see of agreements, authorizations and webhooks. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { statusOf } from '../../subgraphs/catalog/queries/agreements.ts';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  type Holder,
  LISTED,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const LOOK = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
/** As promised to callers. */
const MY_ACCESS = `query MyAccess { myAccess { unit { code name } agreements { id items purposes validUntil dailyQuota usedToday left }
  authorizationsEnding { count within30Days } notices(first: 20) { nodes { at kind from item purposes } } tokenExpiresAt } }`;
const NUMBERS = `query ($party: String, $purpose: String) { authorizations(party: $party, purpose: $purpose) {
  nodes { party { code } purpose inForce endingWithin30Days over } } }`;

onEachDatabase('what a party may do', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const access = async (holder: Holder = BANK_A) => {
    const { data, errors } = await world.ask(holder, MY_ACCESS);
    expect(errors).toBeUndefined();
    return data.myAccess;
  };

  it('A23.2 its agreement, what it used today, what is left; a subject counts once a day', async () => {
    const before = await access();
    expect(before).toMatchObject({ unit: { code: 'BANK-A' }, tokenExpiresAt: '2026-11-20T02:15:00.000Z' });
    expect(before.agreements).toHaveLength(1);
    expect(before.agreements[0]).toMatchObject({
      purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'],
      validUntil: '2027-12-31',
      dailyQuota: 10_000,
      usedToday: 0,
      left: 10_000,
    });
    for (const id of [COMPANY, LISTED, COMPANY]) await world.ask(BANK_A, LOOK, { id }, LOAN);
    const [{ usedToday, left }] = (await access()).agreements;
    expect([usedToday, left]).toEqual([2, 9_998]);
    // A party whose agreement was ended on 2026-11-01 is told so, and has none.
    const ended = await access(BANK_B);
    expect(ended.agreements).toEqual([]);
    expect(ended.notices.nodes.map(({ kind, from }: { kind: string; from: string }) => [kind, from])).toContainEqual([
      'AGREEMENT',
      '2026-11-01',
    ]);
  });

  it('A24.3 A36.1 authorizations in numbers: one more when a person grants it, one less when she revokes it', async () => {
    const loans = async (holder: Holder, party?: string) =>
      (await world.ask(holder, NUMBERS, { party, purpose: 'LOAN_ORIGINATION' })).data.authorizations.nodes;
    const own = async () => (await access()).authorizationsEnding;
    const [[before], ending] = [await loans(BANK_A), await own()];
    const input = {
      party: 'BANK-A',
      purposes: ['LOAN_ORIGINATION'],
      items: ['ARREARS-TAX'],
      validFrom: '2026-11-20',
      validUntil: '2026-12-20',
    };
    const granted = await world.ask(
      subject(MEI),
      'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
      { input },
    );
    expect(granted.errors).toBeUndefined();
    expect(await loans(BANK_A)).toEqual([
      { ...before, inForce: before.inForce + 1, endingWithin30Days: before.endingWithin30Days + 1 },
    ]);
    expect(await own()).toEqual({ count: ending.count + 1, within30Days: ending.within30Days + 1 });
    expect((await access()).notices.nodes).toContainEqual({
      at: '2026-11-20T16:00:00.000Z',
      kind: 'AUTHORIZATIONS',
      from: '2026-12-21',
      item: null,
      purposes: ['LOAN_ORIGINATION'],
    });
    await world.ask(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { id } }', {
      id: granted.data.grantAuthorization.id,
    });
    expect(await loans(BANK_A)).toEqual([{ ...before, over: before.over + 1 }]);
    expect(await own()).toEqual(ending);
    // The overseers read all parties'; a party its own, whatever it names.
    for (const holder of [OPERATOR, AUTHORITY])
      expect((await loans(holder)).map(({ party }: { party: { code: string } }) => party.code)).toEqual([
        'BANK-A',
        'BANK-B',
      ]);
    expect((await loans(OPERATOR, 'BANK-B')).map(({ party }: { party: { code: string } }) => party.code)).toEqual([
      'BANK-B',
    ]);
    expect((await loans(BANK_A, 'BANK-B'))[0].party.code).toBe('BANK-A');
  });

  it('A07.1 A23.2 a narrower edition and a suspended agreement are told with their day', async () => {
    const [item] = (
      await world.ask(
        OPERATOR,
        `{ catalogItems(category: ARREARS, first: 1) { nodes { code name nameEn category conduct nature
        subjectKinds providingUnit { code } dataSource sharing openness displayPeriod { minimumMonths maximumMonths } updateWithinWorkingDays
        legalBasis { article title } elements { name title personal openness } } } }`,
      )
    ).data.catalogItems.nodes;
    const published = await world.ask(
      AUTHORITY,
      'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { effectiveFrom } }',
      {
        input: {
          ...item,
          providingUnit: item.providingUnit.code,
          openness: 'SELF_ONLY',
          elements: item.elements.map((element: object) => ({ ...element, openness: 'SELF_ONLY' })),
          edition: '2026-9',
          publication: { reference: '示例公布文号', publishedOn: '2026-11-20' },
          effectiveFrom: '2026-12-01',
        },
      },
    );
    expect(published.errors).toBeUndefined();
    expect((await access()).notices.nodes).toContainEqual({
      at: '2026-11-19T16:00:00.000Z',
      kind: 'TIER',
      from: '2026-12-01',
      item: item.code,
      purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'],
    });
    const [{ id }] = (await access()).agreements;
    await world.ask(OPERATOR, 'mutation ($id: ID!) { suspendAgreement(id: $id, reason: "例行检查") { id } }', { id });
    const suspended = await access();
    expect(suspended.agreements).toEqual([]);
    expect(suspended.notices.nodes.filter(({ kind: of }: { kind: string }) => of === 'AGREEMENT')).toEqual([
      {
        at: '2026-11-20T02:00:00.000Z',
        kind: 'AGREEMENT',
        from: '2026-11-20',
        item: null,
        purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'],
      },
    ]);
    await world.ask(OPERATOR, 'mutation ($id: ID!) { resumeAgreement(id: $id, reason: "检查结束") { id } }', { id });
    const resumed = await access();
    expect(resumed.agreements).toHaveLength(1);
    expect(resumed.notices.nodes.filter(({ kind: of }: { kind: string }) => of === 'AGREEMENT')).toEqual([]);
  });

  it('agreements by state, item and purpose; the states of SQL are those of the answer on every day', async () => {
    const QUERY = `query ($status: AgreementStatus, $item: String, $purpose: String) { agreements(status: $status, item: $item, purpose: $purpose) {
      totalCount nodes { id status items purposes } } }`;
    const all = (await world.ask(OPERATOR, QUERY)).data.agreements;
    let found = 0;
    for (const status of ['DRAFT', 'CONCLUDED', 'IN_FORCE', 'SUSPENDED', 'ENDED', 'EXPIRED']) {
      const { nodes } = (await world.ask(OPERATOR, QUERY, { status })).data.agreements;
      expect(nodes.every((node: { status: string }) => node.status === status)).toBe(true);
      found += nodes.length;
    }
    expect(found).toBe(all.totalCount);
    expect(all.totalCount).toBeGreaterThan(1);
    const banks = (await world.ask(OPERATOR, QUERY, { item: 'NP-LOAN', purpose: 'LOAN_ORIGINATION' })).data.agreements
      .nodes;
    const expected = all.nodes.filter(
      ({ items, purposes }: { items: string[]; purposes: string[] }) =>
        items.includes('NP-LOAN') && purposes.includes('LOAN_ORIGINATION'),
    );
    expect(banks).toEqual(expected);
    const row = {
      id: '',
      party: '',
      items: [],
      purposes: [],
      validFrom: '2026-01-02',
      validUntil: '2026-01-03',
      dailyQuota: 1,
      endedAt: null,
    };
    const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((today) =>
      statusOf({ ...row, state: 'IN_FORCE' }, today),
    );
    expect(days).toEqual(['CONCLUDED', 'IN_FORCE', 'IN_FORCE', 'EXPIRED']);
  });

  it('A17.1 who may ask: a party of its own access, the overseers of webhooks', async () => {
    for (const holder of [null, subject(MEI), OPERATOR, AUTHORITY, PERMIT_OFFICE, ANALYST]) {
      const { errors } = await world.ask(holder, MY_ACCESS);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', article: '23' });
    }
    for (const holder of [null, subject(MEI), PERMIT_OFFICE, ANALYST]) {
      const { errors } = await world.ask(holder, NUMBERS);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', article: '24' });
    }
    await world.ask(BANK_A, 'mutation { registerWebhook(url: "http://127.0.0.1:9/hook") { url } }');
    const HOOKS =
      'query ($unit: String, $dead: Boolean) { webhooks(unit: $unit, dead: $dead) { totalCount nodes { unit { code } url pending dead lastError } } }';
    const one = { unit: { code: 'BANK-A' }, url: 'http://127.0.0.1:9/hook', pending: 0, dead: 0, lastError: null };
    for (const holder of [OPERATOR, AUTHORITY])
      expect((await world.ask(holder, HOOKS)).data.webhooks).toEqual({ totalCount: 1, nodes: [one] });
    expect((await world.ask(OPERATOR, HOOKS, { unit: 'BANK-B' })).data.webhooks.totalCount).toBe(0);
    expect((await world.ask(OPERATOR, HOOKS, { dead: true })).data.webhooks.totalCount).toBe(0);
    expect((await world.ask(OPERATOR, HOOKS, { dead: false })).data.webhooks.totalCount).toBe(1);
    for (const holder of [null, subject(MEI), BANK_A, PERMIT_OFFICE, ANALYST]) {
      const { errors } = await world.ask(holder, HOOKS);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', article: '17' });
    }
  });
});
