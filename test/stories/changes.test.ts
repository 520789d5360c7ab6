/** Corrections follow the data: whoever was shown a record is told of what became of it (Articles 6, 38, 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onEachDatabase,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { asKnownTo, storedId } from '../own-ids.ts';
import { refusals } from './operations.ts';

const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id pseudonym
  records(first: 200) { nodes { id version item { code } ... on AdministrativePenalty { documentNumber fineYuan } } } } }`;
const CHANGES = `query ($first: Int, $after: String) { changes(first: $first, after: $after) {
  nodes { cursor kind subject { id pseudonym } item { code } recordId version at actBy provisional acknowledgedAt }
  pageInfo { endCursor hasNextPage } } }`;
const CORRECT = `mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }`;
const REVOKE = `mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id displayed } amendBy provisional recipientsToNotify } }`;
const ACKNOWLEDGE = `mutation ($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }`;
const NOTICES = `{ me { notices { kind recipient { code kind } recordId version actBy state } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const CASE = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '示例案号1' };

interface RecordNode {
  readonly id: string;
  readonly version: number;
  readonly documentNumber?: string;
  readonly item: { readonly code: string };
}

const TAX = { role: 'provider', unit: 'HLJ-TAX' } as const;

onEachDatabase('corrections follow the data', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const recordsOf = async (holder: Holder | null, id = MEI, headers = {}): Promise<RecordNode[]> =>
    (await world.ask(holder, RECORDS, { id }, headers)).data.subject?.records.nodes ?? [];
  const feed = async (holder: Holder, after: string | null = null) =>
    (await world.ask(holder, CHANGES, { first: 200, after })).data.changes;
  /** Its ids are each one's own: what the bank or anyone else was told is a record of the provider under another id. */
  const known = (id: string, from: Holder | null, to: Holder = MARKET_REGULATION) => asKnownTo(world, to, from, id);
  const correct = (holder: Holder, record: string, content: object) =>
    world.ask(holder, CORRECT, { input: { record, reason: '罚款金额录入有误', content } });

  it('A38.1 A39.4 A36.2 a correction becomes a version and reaches each who was shown the record, and nobody else', async () => {
    const penalty = (await recordsOf(BANK_A, MEI, LOAN)).find(
      ({ item }) => item.code === 'PENALTY-GENERAL',
    ) as RecordNode;
    await recordsOf(PERMIT_OFFICE, MEI, CASE);
    await recordsOf(null);
    await recordsOf(subject(MEI));
    expect((await feed(BANK_A)).nodes).toEqual([]);

    const { data, errors } = await correct(MARKET_REGULATION, known(penalty.id, BANK_A), {
      fineYuan: '88.00',
    });
    expect(errors).toBeUndefined();
    expect(data.correctRecord).toEqual({ id: known(penalty.id, BANK_A), version: 2, recipientsToNotify: 0 });

    const bank = await feed(BANK_A);
    expect(bank.nodes).toEqual([
      {
        cursor: expect.any(String),
        kind: 'CORRECTED',
        subject: { id: expect.any(String), pseudonym: expect.any(String) },
        item: { code: 'PENALTY-GENERAL' },
        recordId: penalty.id,
        version: 2,
        at: '2026-11-20T02:00:00.000Z',
        // Friday the 20th; three working days later is Wednesday the 25th.
        actBy: '2026-11-25',
        provisional: false,
        acknowledgedAt: null,
      },
    ]);
    const office = await feed(PERMIT_OFFICE);
    expect(office.nodes).toHaveLength(1);
    expect(office.nodes[0].subject.pseudonym).not.toBe(bank.nodes[0].subject.pseudonym);
    const asked = await world.ask(BANK_A, RECORDS, { id: MEI }, LOAN);
    expect(asked.data.subject.pseudonym).toBe(bank.nodes[0].subject.pseudonym);
    expect((await feed({ role: 'party', unit: 'BANK-B' })).nodes).toEqual([]);
    expect((await feed(MARKET_REGULATION)).nodes).toEqual([]);
    expect((await recordsOf(BANK_A, MEI, LOAN)).find(({ id }) => id === penalty.id)).toMatchObject({
      version: 2,
      fineYuan: '88.00',
    });
    const { data: own } = await world.ask(
      subject(MEI),
      '{ me { records(first: 200) { nodes { id history { version change } } } } }',
    );
    expect(
      own.me.records.nodes.find(({ id }: RecordNode) => id === storedId(world, BANK_A, penalty.id)).history,
    ).toEqual([
      { version: 1, change: 'ADDED' },
      { version: 2, change: 'CORRECTED' },
    ]);
  });

  it('A39.4 A35.1 it is acknowledged, and she sees for each recipient how it stands', async () => {
    const before = await world.ask(subject(MEI), NOTICES);
    expect(before.data.me.notices.map((notice: object) => ({ ...notice, recordId: '' }))).toEqual(
      ['BANK-A', 'HRB-PERMIT'].map((code) => ({
        kind: 'CORRECTED',
        recipient: { code, kind: code === 'BANK-A' ? 'PARTY' : 'DEPARTMENT' },
        recordId: '',
        version: 2,
        actBy: '2026-11-25',
        state: 'TOLD',
      })),
    );
    const { endCursor } = (await feed(BANK_A)).pageInfo;
    expect((await world.ask(BANK_A, ACKNOWLEDGE, { through: endCursor })).data.acknowledgeChanges.acknowledged).toBe(1);
    expect((await world.ask(BANK_A, ACKNOWLEDGE, { through: endCursor })).data.acknowledgeChanges.acknowledged).toBe(0);
    expect((await feed(BANK_A)).nodes[0].acknowledgedAt).toBe('2026-11-20T02:00:00.000Z');
    // Each acknowledgement is on the ledger, for her and for who oversees it: nothing was shown by it, and the second time there was none.
    const { data: ledger } = await world.ask(
      subject(MEI),
      '{ me { disclosures(first: 200) { nodes { recipient { code } seen purpose items { code } basis { article } } } } }',
    );
    const acknowledged = ledger.me.disclosures.nodes.filter((node: { seen: string }) => node.seen === 'NONE');
    expect(acknowledged).toEqual([
      { recipient: { code: 'BANK-A' }, seen: 'NONE', purpose: null, items: [], basis: { article: '39' } },
    ]);
    const overseen = await world.ask(
      { role: 'authority', unit: 'HLJ-BIZENV' },
      '{ disclosures(filter: { outcome: ACKNOWLEDGED }) { totalCount nodes { recipient { code } outcome reason } } }',
    );
    expect(overseen.data.disclosures).toEqual({
      totalCount: 1,
      nodes: [{ recipient: { code: 'BANK-A' }, outcome: 'ACKNOWLEDGED', reason: null }],
    });
    const states = async () =>
      (await world.ask(subject(MEI), NOTICES)).data.me.notices.map(
        (notice: { state: string; recipient: { code: string } }) => `${notice.recipient.code} ${notice.state}`,
      );
    expect(await states()).toEqual(['BANK-A ACKNOWLEDGED', 'HRB-PERMIT TOLD']);
    world.setNow('2026-11-25T23:00:00+08:00');
    expect(await states()).toEqual(['BANK-A ACKNOWLEDGED', 'HRB-PERMIT TOLD']);
    world.setNow('2026-11-26T00:30:00+08:00');
    expect(await states()).toEqual(['BANK-A ACKNOWLEDGED', 'HRB-PERMIT OVERDUE']);
    world.setNow('2026-11-20T10:00:00+08:00');
    for (const holder of [PERMIT_OFFICE, OPERATOR, null])
      expect(refusals(await world.ask(holder, ACKNOWLEDGE, { through: endCursor }))).toEqual([
        expect.stringMatching(/^acknowledgeChanges (BAD_USER_INPUT CURSOR|FORBIDDEN (ROLE|IDENTITY_REQUIRED))/),
      ]);
  });

  it('A38.1 only its provider corrects a record, and only into what could be delivered', async () => {
    const [penalty] = (await recordsOf(null)).filter(({ item }) => item.code === 'PENALTY-GENERAL');
    const id = known(penalty?.id ?? '', null);
    expect(refusals(await correct(TAX, known(id, MARKET_REGULATION, TAX), { fineYuan: '1.00' }))).toEqual([
      'correctRecord NOT_FOUND NOT_FOUND ',
    ]);
    expect(refusals(await correct(BANK_A, id, { fineYuan: '1.00' }))).toEqual(['correctRecord FORBIDDEN ROLE 38']);
    expect(refusals(await correct(MARKET_REGULATION, 'x', {}))).toEqual(['correctRecord NOT_FOUND NOT_FOUND ']);
    expect(refusals(await correct(MARKET_REGULATION, id, {}))).toEqual(['correctRecord BAD_USER_INPUT UNCHANGED 38']);
    expect(refusals(await correct(MARKET_REGULATION, id, { fineYuan: '很多' }))).toEqual([
      'correctRecord BAD_USER_INPUT CONTENT 38',
    ]);
    expect(refusals(await correct(MARKET_REGULATION, id, { bloodType: 'A' }))).toEqual([
      'correctRecord BAD_USER_INPUT PROHIBITED 38',
    ]);
    const late = await world.ask(MARKET_REGULATION, CORRECT, {
      input: { record: id, reason: ' ', content: { fineYuan: '1.00' } },
    });
    expect(refusals(late)).toEqual(['correctRecord BAD_USER_INPUT REASON 38']);
    expect((await recordsOf(null)).find((record) => record.id === penalty?.id)?.version).toBe(2);
  });

  it('A38.2 A39.4 what rests on a document that has fallen is shown to nobody, and a tombstone repeats nothing of it', async () => {
    const penalty = (await recordsOf(BANK_A, MEI, LOAN)).find(
      ({ item }) => item.code === 'PENALTY-GENERAL',
    ) as RecordNode;
    const document = penalty.documentNumber ?? '';
    expect(refusals(await world.ask(TAX, REVOKE, { input: { basisDocument: document } }))).toEqual([
      'revokeBasis NOT_FOUND NOT_FOUND ',
    ]);
    const { data, errors } = await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument: document } });
    expect(errors).toBeUndefined();
    expect(data.revokeBasis).toEqual({
      records: [{ id: known(penalty.id, BANK_A), displayed: false }],
      // One working day after Friday the 20th is Monday the 23rd.
      amendBy: '2026-11-23',
      provisional: false,
      recipientsToNotify: 0,
    });
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [PERMIT_OFFICE, CASE],
      [subject(MEI), {}],
    ] as const)
      expect((await recordsOf(holder, MEI, headers)).map(({ item, id }) => [item.code, id])).not.toContainEqual([
        'PENALTY-GENERAL',
        holder?.role === 'subject' ? storedId(world, BANK_A, penalty.id) : asKnownTo(world, holder, BANK_A, penalty.id),
      ]);
    const { nodes } = await feed(BANK_A);
    expect(nodes.map(({ kind, recordId }: { kind: string; recordId: string }) => [kind, recordId])).toEqual([
      ['CORRECTED', penalty.id],
      ['WITHDRAWN', penalty.id],
    ]);
    expect(JSON.stringify(nodes)).not.toContain(document);
    const again = await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument: document } });
    expect(again.data.revokeBasis.records).toEqual([]);
    expect((await feed(BANK_A)).nodes).toHaveLength(2);
  });

  it('A23.5 a feed belongs to its unit alone, cursors cannot be forged', async () => {
    const mine = await feed(BANK_A);
    expect(
      refusals(await world.ask({ role: 'party', unit: 'BANK-B' }, CHANGES, { after: mine.nodes[0].cursor })),
    ).toEqual(['changes BAD_USER_INPUT CURSOR ']);
    expect(refusals(await world.ask(BANK_A, CHANGES, { after: 'bm9uZQ' }))).toEqual(['changes BAD_USER_INPUT CURSOR ']);
    expect(refusals(await world.ask(subject(COMPANY), CHANGES, {}))).toEqual(['changes FORBIDDEN ROLE 39']);
    const uncursored = (nodes: readonly { cursor: string }[]) => nodes.map((node) => ({ ...node, cursor: '' }));
    expect(uncursored((await feed(BANK_A, mine.nodes[0].cursor)).nodes)).toEqual(uncursored(mine.nodes.slice(1)));
  });
});
