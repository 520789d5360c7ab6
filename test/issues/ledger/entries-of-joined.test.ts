/** Entries about a subject that was joined to another: found under either id, and the reading is an entry of the subject that it is now. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinSubjects } from '../../../subgraphs/index.ts';
import {
  BANK_A,
  type Identifier,
  MARKET_REGULATION,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { deliveryOf, plantEntry, plantRecord } from '../../subgraphs/planted-subjects.ts';

/** 林测试, held under the old number too. */
const LIN: Identifier = { type: 'CITIZEN_ID', value: '239999198508080055' };
const OLD = ['OTHER_DOCUMENT', '239999850808005'] as const;
const LOOK = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name records { totalCount } } }';
const ENTRIES = `query ($filter: DisclosureFilter) { disclosures(filter: $filter, first: 50) {
  totalCount nodes { subject { id } recipient { code } } } }`;

onDatabaseOfStep('entries of joined subjects', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A17.1 A35.1 the operator finds them by the id that an entry names, before the join and after it', async () => {
    await plantEntry(world, OLD, await plantRecord(world, OLD, '林测试', '旧〔2026〕8号'));
    await world.ask(
      MARKET_REGULATION,
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
      { input: { item: 'PENALTY-GENERAL', records: [deliveryOf(LIN, '林测试', '新〔2026〕8号')] } },
    );
    await world.ask(BANK_A, LOOK, { id: LIN }, { purpose: 'LOAN_ORIGINATION' });
    const of = async (filter: object) =>
      (await world.ask(OPERATOR, ENTRIES, { filter }, { case: 'A-2026-1' })) as {
        errors?: unknown;
        data: { disclosures: { nodes: { subject: { id: string }; recipient: { code: string } }[] } };
      };
    const looks = (await of({ unit: 'BANK-A' })).data.disclosures.nodes.map((one) => one.subject.id);
    expect(new Set(looks).size).toBe(2);
    expect(await joinSubjects(world.server.requestAs)).toBe(1);
    for (const id of looks) {
      const { errors, data } = await of({ subject: id, unit: 'BANK-A' });
      expect(errors).toBeUndefined();
      expect(data.disclosures.nodes).toHaveLength(2);
    }
    // Both readings are hers to see.
    const { data } = await world.ask(
      subject(LIN),
      '{ me { disclosures(first: 50) { nodes { recipient { code } } } } }',
    );
    const readers = data.me.disclosures.nodes.map((one: { recipient: { code: string } }) => one.recipient.code);
    expect(readers.filter((code: string) => code === 'HLJ-CREDIT')).toHaveLength(2);
  });
});
