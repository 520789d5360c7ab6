/** Who asked what: the ledger read by who runs and oversees the platform, and by each unit its own. No content, and reading is an entry itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  MARKET_REGULATION,
  MEI,
  NOT_HELD,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };
const PERMIT = { purpose: 'PERMIT', case: '2026-0001', matter: 'FOOD-PERMIT' };
const LOOK = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }';
/** As promised to callers. */
const ASKED = `query Disclosures($filter: DisclosureFilter, $first: Int, $after: String) {
  disclosures(filter: $filter, first: $first, after: $after) { totalCount nodes { id at recipient { code name } subject { id } purpose caseReference
    channel items { code } basis { article } outcome reason } pageInfo { hasNextPage endCursor } } }`;
const COUNTS = `query ($by: [DisclosureCountKey!]!, $filter: DisclosureFilter) { disclosureCounts(by: $by, filter: $filter) { day unit { code } purpose outcome count } }`;

interface Node {
  readonly id: string;
  readonly recipient: { readonly code: string | null };
  readonly subject: { readonly id: string } | null;
  readonly caseReference: string | null;
  readonly purpose: string | null;
  readonly items: readonly { readonly code: string }[];
  readonly basis: { readonly article: string } | null;
  readonly outcome: string;
  readonly reason: string | null;
}

onEachDatabase('who asked what', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
    const at = (second: number) => world.setNow(`2026-11-20T10:00:0${second}+08:00`);
    at(1);
    await world.ask(BANK_A, LOOK, { id: MEI }, LOAN);
    at(2);
    await world.ask(BANK_A, LOOK, { id: COMPANY }, LOAN);
    at(3);
    await world.ask(BANK_B, LOOK, { id: NOT_HELD }, LOAN);
    at(4);
    await world.ask(PERMIT_OFFICE, LOOK, { id: MEI }, PERMIT);
    at(5);
    await world.ask(PERMIT_OFFICE, LOOK, { id: MEI }, { purpose: 'PERMIT', matter: 'FOOD-PERMIT' });
    at(6);
    await world.ask(subject(MEI), '{ me { name } }');
  });
  afterAll(() => world.close());

  const asked = async (
    holder: Holder | null,
    variables: Readonly<Record<string, unknown>> = {},
    headers: Headers = {},
  ): Promise<{ total: number; nodes: Node[] }> => {
    const { data, errors } = await world.ask(holder, ASKED, variables, headers);
    expect(errors).toBeUndefined();
    return { total: data.disclosures.totalCount, nodes: data.disclosures.nodes };
  };
  const told = (nodes: readonly Node[]) => nodes.map((one) => `${one.recipient.code} ${one.outcome} ${one.reason}`);

  it('A17.1 A35.1 the operator and the authority read who asked, when, for what, and nothing of what was shown', async () => {
    for (const holder of [OPERATOR, AUTHORITY]) {
      const { nodes } = await asked(holder, { filter: { until: '2026-11-20' } });
      const of = told(nodes.filter(({ recipient }) => !['HLJ-CREDIT', 'HLJ-BIZENV'].includes(recipient.code ?? '')));
      expect(of).toEqual([
        'null SHOWN null',
        'HRB-PERMIT REFUSED CASE_REQUIRED',
        'HRB-PERMIT SHOWN null',
        'BANK-A SHOWN null',
        'BANK-A SHOWN null',
      ]);
      // The case of another unit is its own.
      expect(nodes.map(({ caseReference }) => caseReference).filter((reference) => reference !== null)).toEqual([]);
    }
    // No field of the type leads to a record, a name or a proof.
    const fields = await world.ask(OPERATOR, '{ __type(name: "DisclosureEntry") { fields { name } } }');
    const names = fields.data.__type.fields.map(({ name }: { name: string }) => name);
    expect(names.toSorted()).toEqual([
      'at',
      'basis',
      'caseReference',
      'channel',
      'id',
      'items',
      'outcome',
      'purpose',
      'reason',
      'recipient',
      'subject',
    ]);
  });

  it('A17.1 reading is an entry itself: about nobody, or about the subject whose entries were asked for, with a case', async () => {
    const before = (await asked(OPERATOR, { filter: { unit: 'HLJ-CREDIT' } })).total;
    await asked(OPERATOR);
    await world.ask(OPERATOR, COUNTS, { by: ['DAY'] });
    const { total, nodes } = await asked(OPERATOR, { filter: { unit: 'HLJ-CREDIT' } });
    // The three readings before this one; this one is written after it was read.
    expect(total).toBe(before + 3);
    expect(nodes[0]).toMatchObject({ subject: null, outcome: 'SHOWN', basis: { article: '17' }, items: [] });

    world.setNow('2026-11-20T10:00:07+08:00');
    const looks = await asked(OPERATOR, { filter: { unit: 'BANK-A' } });
    const mei = looks.nodes.at(-1)?.subject?.id;
    const bare = await world.ask(OPERATOR, ASKED, { filter: { subject: mei } });
    expect(bare.data.disclosures).toBeNull();
    expect(bare.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'CASE_REQUIRED', article: '17' });
    const about = await asked(OPERATOR, { filter: { subject: mei } }, { case: 'A-2026-7' });
    world.setNow('2026-11-20T10:00:08+08:00');
    expect(told(about.nodes)).toEqual(['null SHOWN null', 'HRB-PERMIT SHOWN null', 'BANK-A SHOWN null']);
    const hers = await world.ask(
      subject(MEI),
      '{ me { disclosures(first: 1) { nodes { recipient { code } basis { article } caseReference items { code } } } } }',
    );
    expect(hers.data.me.disclosures.nodes[0]).toEqual({
      recipient: { code: 'HLJ-CREDIT' },
      basis: { article: '35' },
      caseReference: 'A-2026-7',
      items: [],
    });
  });

  it('A22.1 A23.5 a unit reads its own entries alone, under its own ids, with its own cases', async () => {
    const own = await asked(PERMIT_OFFICE);
    expect(told(own.nodes)).toEqual(['HRB-PERMIT REFUSED CASE_REQUIRED', 'HRB-PERMIT SHOWN null']);
    expect(own.nodes.map(({ caseReference }) => caseReference)).toEqual([null, '2026-0001']);
    const banks = await asked(BANK_A);
    expect(told(banks.nodes)).toEqual(['BANK-A SHOWN null', 'BANK-A SHOWN null']);
    // A look at somebody who is not held leaves nothing to read.
    expect(await asked(BANK_B)).toEqual({ total: 0, nodes: [] });
    expect((await asked(MARKET_REGULATION)).total).toBe(0);
    for (const filter of [
      { unit: 'BANK-A' },
      { subject: banks.nodes[1]?.subject?.id },
      { subject: own.nodes[1]?.subject?.id },
    ])
      expect([filter, await asked(BANK_B, { filter })]).toEqual([filter, { total: 0, nodes: [] }]);
    // The same person has another id for another unit; the operator's opens nothing for a bank.
    const held = await asked(OPERATOR, { filter: { unit: 'BANK-A' } });
    const ids = [banks.nodes[1]?.subject?.id, own.nodes[1]?.subject?.id, held.nodes[1]?.subject?.id];
    expect(new Set(ids).size).toBe(3);
    expect((await asked(BANK_A, { filter: { subject: ids[0] } })).total).toBe(1);
    expect((await asked(BANK_A, { filter: { subject: ids[2] } })).total).toBe(0);
    // Reading one's own is no disclosure.
    expect((await asked(BANK_A)).total).toBe(2);
  });

  it.each([
    ['anyone', null, 'IDENTITY_REQUIRED'],
    ['a subject', subject(MEI), 'ROLE'],
    ['an analyst', ANALYST, 'ROLE'],
  ] as const)('A17.1 %s is refused', async (_who, holder, reason) => {
    for (const query of [ASKED, `{ disclosureCounts(by: [UNIT]) { count } }`]) {
      const { errors } = await world.ask(holder, query);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason, article: '17' });
    }
  });

  it('each filter, alone', async () => {
    const of = async (filter: object) =>
      (await asked(AUTHORITY, { filter: { ...filter } })).nodes.filter(({ recipient }) =>
        /^(BANK|HRB)/.test(recipient.code ?? ''),
      );
    expect(told(await of({ purpose: 'PERMIT' }))).toEqual([
      'HRB-PERMIT REFUSED CASE_REQUIRED',
      'HRB-PERMIT SHOWN null',
    ]);
    expect(told(await of({ outcome: 'REFUSED' }))).toEqual(['HRB-PERMIT REFUSED CASE_REQUIRED']);
    expect(told(await of({ article: '22' }))).toEqual(['HRB-PERMIT SHOWN null']);
    // '23(2), 24' is two articles.
    expect(told(await of({ article: '24' }))).toEqual(['BANK-A SHOWN null']);
    expect(await of({ from: '2026-11-21' })).toEqual([]);
    expect(await of({ until: '2026-11-19' })).toEqual([]);
    expect((await of({ from: '2026-11-20', until: '2026-11-20' })).length).toBe(4);
    expect((await of({ from: '1949-10-01', until: '9999-12-31' })).length).toBe(4);
    expect(await of({ item: 'NO-SUCH-ITEM' })).toEqual([]);
    const [first] = await of({ unit: 'BANK-A' });
    const item = first?.items[0]?.code ?? '';
    expect((await of({ item })).every(({ items }) => items.some(({ code }) => code === item))).toBe(true);
    for (const filter of [{ from: '2026-02-30' }, { from: '2026-11-21', until: '2026-11-20' }]) {
      const { errors } = await world.ask(AUTHORITY, ASKED, { filter });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'DATE' });
    }
  });

  it('counted by day, unit, purpose and outcome: each way adds up to the same', async () => {
    const counted = async (by: readonly string[], filter: object = {}, holder: Holder = AUTHORITY) =>
      (await world.ask(holder, COUNTS, { by, filter })).data.disclosureCounts as { count: number }[];
    const sum = (rows: readonly { count: number }[]) => rows.reduce((whole, { count }) => whole + count, 0);
    const filter = { purpose: 'LOAN_ORIGINATION' };
    expect(await counted(['DAY', 'UNIT', 'PURPOSE', 'OUTCOME'], filter)).toEqual([
      { day: '2026-11-20', unit: { code: 'BANK-A' }, purpose: 'LOAN_ORIGINATION', outcome: 'SHOWN', count: 2 },
    ]);
    for (const by of [['DAY'], ['UNIT'], ['PURPOSE'], ['OUTCOME'], ['UNIT', 'OUTCOME']])
      expect(sum(await counted(by, filter))).toBe(2);
    expect(await counted(['OUTCOME'], {}, PERMIT_OFFICE)).toEqual([
      { day: null, unit: null, purpose: null, outcome: 'REFUSED', count: 1 },
      { day: null, unit: null, purpose: null, outcome: 'SHOWN', count: 1 },
    ]);
    const { errors } = await world.ask(AUTHORITY, COUNTS, { by: [] });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'EMPTY' });
  });

  it('A17.2 the ledger is whole with entries that have a reason and entries that have none', async () => {
    await world.publish();
    const { data } = await world.ask(OPERATOR, '{ verifyLedger { intact firstBroken fault } }');
    expect(data.verifyLedger).toEqual({ intact: true, firstBroken: null, fault: null });
  });
});
