/** What was shown then is shown again, from versions: to the subject, and to who runs the platform (Articles 35 and 36 (3)). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Holder,
  LISTED,
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
import { asKnownTo, storedId } from '../own-ids.ts';
import { refusals } from './operations.ts';

const ASK = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id version item { code }
  ... on AdministrativePenalty { fineYuan facts licence } ... on Arrears { period } } } nonPublicRecords { nodes { id content } } designations { id } } }`;
const SHOWN = `query ($id: ID!) { disclosure(id: $id) { id at recipient { code } purpose
  shownRecords { recordId version current item { code } type occurredOn content }
  shownNonPublicRecords { recordId version current content } shownDesignations { recordId current list } } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };
const CORRECT = `mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }`;
const REVOKE = `mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id } } }`;

onEachDatabase('what was shown then', (kind) => {
  let world: World;
  let minute = 0;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  /** Asks, and says which disclosure that was and what the answer held. */
  const shownTo = async (holder: Holder, id = MEI, headers = {}) => {
    minute += 1;
    world.setNow(`${TODAY}T11:${String(minute).padStart(2, '0')}:00+08:00`);
    const { data } = await world.ask(holder, ASK, { id }, headers);
    const own = await world.ask(subject(id), '{ me { disclosures(first: 5) { nodes { id recipient { code } } } } }');
    const unit = holder.unit ?? null;
    const entry = own.data.me.disclosures.nodes.find(
      (node: { recipient: { code: string | null } }) => node.recipient.code === unit,
    );
    return { answer: data.subject, id: entry.id as string };
  };
  const again = async (id: string, holder: Holder = subject(MEI)) =>
    (await world.ask(holder, SHOWN, { id })).data.disclosure;

  it('A35.1 A23.4 whole to herself where the department saw it whole, desensitized where the bank did, and to the operator always', async () => {
    const office = await shownTo(PERMIT_OFFICE, MEI, {
      purpose: 'PERMIT',
      matter: 'SPECIAL-OPERATION-PERMIT',
      case: '哈审批受〔2026〕9号',
    });
    const bank = await shownTo(BANK_A, MEI, LOAN);
    const text = async (id: string, holder: Holder) => JSON.stringify((await again(id, holder)).shownRecords);
    expect(await text(office.id, subject(MEI))).toContain('张小梅');
    for (const [id, holder] of [
      [office.id, OPERATOR],
      [bank.id, subject(MEI)],
      [bank.id, OPERATOR],
    ] as const) {
      expect(await text(id, holder)).not.toContain('张小梅');
      expect(await text(id, holder)).not.toContain('239999199003070016');
    }
  });

  it('A35.1 A36.2 a corrected and then withdrawn record is shown again as it was, version by version', async () => {
    const first = await shownTo(BANK_A, MEI, LOAN);
    const penalty = first.answer.records.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
    );
    await world.ask(MARKET_REGULATION, CORRECT, {
      input: {
        record: asKnownTo(world, MARKET_REGULATION, BANK_A, penalty.id),
        reason: '金额有误',
        content: { fineYuan: '7.00' },
      },
    });
    const second = await shownTo(BANK_A, MEI, LOAN);
    const { data } = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id ... on AdministrativePenalty { documentNumber } } } } }',
      { id: MEI },
    );
    const { documentNumber } = data.subject.records.nodes.find(
      ({ id }: { id: string }) => id === asKnownTo(world, null, BANK_A, penalty.id),
    );
    await world.ask(MARKET_REGULATION, REVOKE, { input: { basisDocument: documentNumber } });
    const third = await shownTo(BANK_A, MEI, LOAN);

    // She, the operator and the ledger know it by its stored id, the bank by its own.
    const stored = (id: string) => storedId(world, BANK_A, id);
    const of = async (id: string, holder?: Holder) =>
      (await again(id, holder)).shownRecords.find(
        ({ recordId }: { recordId: string }) => recordId === stored(penalty.id),
      );
    expect(await of(first.id)).toMatchObject({ version: 1, current: false, content: { fineYuan: penalty.fineYuan } });
    expect(await of(second.id)).toMatchObject({ version: 2, current: false, content: { fineYuan: '7.00' } });
    expect(await of(third.id)).toBeUndefined();
    // The operator could ask for none of the versions today, so that it reads none of them here (case 81).
    for (const { id } of [first, second, third]) expect(await of(id, OPERATOR)).toBeUndefined();
    // Exactly the records of the answer, no more and no fewer.
    const ids = (nodes: { id?: string; recordId?: string }[]) =>
      nodes.map((node) => stored(node.id ?? node.recordId ?? '')).sort();
    const shown = await again(first.id);
    expect(ids(shown.shownRecords)).toEqual(ids(first.answer.records.nodes));
    expect(ids(shown.shownNonPublicRecords)).toEqual(ids(first.answer.nonPublicRecords.nodes));
    expect(ids(shown.shownDesignations)).toEqual(ids(first.answer.designations));
    expect(shown).toMatchObject({ recipient: { code: 'BANK-A' }, purpose: 'LOAN_ORIGINATION' });
  });

  it('A23.3 A35.1 an element that was closed to the recipient is not in it', async () => {
    const { data } = await world.ask(
      subject(LISTED),
      '{ me { records(first: 200) { nodes { item { code } ... on Arrears { period } } } } }',
    );
    const own = data.me.records.nodes.filter(({ item }: { item: { code: string } }) => item.code === 'ARREARS-SOCIAL');
    const bank = await shownTo(BANK_A, own.length > 0 ? LISTED : COMPANY, LOAN);
    const shown = await again(bank.id, subject(own.length > 0 ? LISTED : COMPANY));
    for (const record of shown.shownRecords.filter(
      ({ item }: { item: { code: string } }) => item.code === 'ARREARS-SOCIAL',
    ))
      expect(record.content).not.toHaveProperty('period');
    // Its fields are those that the answer held, not more: the licence was closed to the public too.
    expect(shown.shownRecords.length).toBe(bank.answer.records.nodes.length);
  });

  it('A23.3 A35.1 another subject’s entry is not found, a bank and the public may not ask', async () => {
    const { id } = await shownTo(BANK_A, MEI, LOAN);
    for (const other of [id, '00000000-0000-4000-8000-000000000000', 'x', '{"$ne":null}'])
      expect((await world.ask(subject(COMPANY), SHOWN, { id: other })).data).toEqual({ disclosure: null });
    for (const holder of [BANK_A, PERMIT_OFFICE, MARKET_REGULATION, null])
      expect(refusals(await world.ask(holder, SHOWN, { id }, LOAN))).toEqual([
        expect.stringMatching(/^disclosure FORBIDDEN (ROLE|IDENTITY_REQUIRED) 35$/),
      ]);
    // The archive stays closed to every other question of the same request.
    const { data } = await world.ask(
      subject(MEI),
      `query ($id: ID!) { disclosure(id: $id) { shownRecords { recordId } } me { records(first: 200) { nodes { id version } } } }`,
      { id },
    );
    const versions = new Set(data.me.records.nodes.map((node: { id: string }) => node.id));
    expect(versions.size).toBe(data.me.records.nodes.length);
  });
});
