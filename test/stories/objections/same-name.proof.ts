/** A penalty of another person of the same name: objected to, moved to whom it concerns, and decided (Articles 19, 38 and 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, type Identifier, MEI, onEachDatabase, openWorld, subject, type World } from '../../kit.ts';
import { AMR, inWorld, LOAN, RECORDS, refusals } from './deciding.ts';

/** Of the same name: another number is another person. */
const OTHER: Identifier = { type: 'CITIZEN_ID', value: '239999196908171205' };
const DOCUMENT = '示例市监罚〔2026〕90118号';
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { code } } }`;
const MOVE = `mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id version recipientsToNotify } }`;
const MESSAGES =
  '{ me { messages(first: 20) { nodes { kind recordId text } } records(first: 200) { nodes { id ... on AdministrativePenalty { documentNumber } } } } }';
const delivered = (person: Identifier) => ({
  item: 'PENALTY-GENERAL',
  records: [
    {
      subject: person,
      subjectName: '张小梅',
      occurredOn: '2026-10-12',
      basisDocument: DOCUMENT,
      content: {
        documentNumber: DOCUMENT,
        conduct: '未按规定公示价格',
        facts: '未明码标价。',
        legalBasisText: '《中华人民共和国价格法》第四十二条',
        penaltyKinds: ['罚款'],
        content: '罚款。',
        fineYuan: '500.00',
        authorityCode: '11239999000100001N',
        authorityName: '示例市场监督管理局',
      },
    },
  ],
});

onEachDatabase('a penalty of another person of the same name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, as, decide, changes } = inWorld(() => world);
  const shown = async (person: Identifier, holder: typeof BANK_A | null = null) =>
    ((await well(holder, RECORDS, { id: person }, LOAN)).subject?.records.nodes ?? []).filter(
      ({ documentNumber }: { documentNumber?: string }) => documentNumber === DOCUMENT,
    );
  const own = async (person: Identifier) => (await well(subject(person), MESSAGES)).me;

  it('A39.2 A38.1 A39.4 the record moves to whom it concerns, and each is told what concerns it and no more', async () => {
    expect((await well(AMR, SUBMIT, { input: delivered(MEI) })).submitRecords).toEqual({ accepted: 1, rejected: [] });
    const seen = (await shown(MEI, BANK_A))[0].id;
    const [held] = (await own(MEI)).records.nodes.filter(
      ({ documentNumber }: { documentNumber?: string }) => documentNumber === DOCUMENT,
    );
    const { id } = await raise(MEI, {
      record: held.id,
      reasons: '当事人是同名的他人，不是本人。',
      lodgedWith: 'HLJ-AMR',
    });
    const moved = await world.ask(AMR, MOVE, {
      input: { record: as(AMR, MEI, held.id, 'RECORD'), reason: '主体有误', subject: OTHER, subjectName: '张小梅' },
    });
    expect(moved.errors).toBeUndefined();
    expect(moved.data.correctRecord.recipientsToNotify).toBe(0);
    // With her it is gone, with whom it concerns it stands, under an id of its own.
    expect(await shown(MEI)).toEqual([]);
    expect(await shown(OTHER)).toHaveLength(1);
    expect(await changes(BANK_A)).toContainEqual({ kind: 'WITHDRAWN', recordId: seen, version: 1 });
    // The decision is still owed, and finds nothing left to end.
    const { data, errors } = await decide(AMR, {
      objection: as(AMR, MEI, id),
      upheld: true,
      reasons: '经核实，当事人是同名的他人，记录已移出。',
    });
    expect(errors).toBeUndefined();
    expect(data.decideObjection).toMatchObject({ status: 'UPHELD', late: false });
    const [hers, theirs] = [await own(MEI), await own(OTHER)];
    expect(hers.messages.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['OBJECTED', 'LABELLED', 'WITHDRAWN', 'DECIDED']),
    );
    expect(theirs.messages.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['ADDED']);
    expect(theirs.messages.nodes[0].text).toMatch(/of \S.* is displayed/);
    const told = JSON.stringify([hers.messages, theirs.messages]);
    for (const secret of [OTHER.value, MEI.value, DOCUMENT]) expect(told).not.toContain(secret);
    expect(JSON.stringify(theirs)).not.toContain(held.id);
  });

  it('A36.2 A38.1 delivered again for her it is refused, and for whom it concerns it is what stands', async () => {
    expect((await well(AMR, SUBMIT, { input: delivered(MEI) })).submitRecords).toEqual({
      accepted: 0,
      rejected: [{ code: 'FELL' }],
    });
    expect((await well(AMR, SUBMIT, { input: delivered(OTHER) })).submitRecords).toEqual({ accepted: 0, rejected: [] });
    expect(await shown(MEI)).toEqual([]);
    expect(await shown(OTHER)).toHaveLength(1);
    // Nobody else may move it.
    const stranger = { role: 'provider', unit: 'HLJ-TAX' } as const;
    const [{ id }] = await shown(OTHER);
    expect(
      refusals(
        await world.ask(stranger, MOVE, {
          input: { record: id, reason: '主体有误', subject: MEI, subjectName: '张小梅' },
        }),
      ),
    ).toEqual(['correctRecord NOT_FOUND NOT_FOUND']);
  });
});
