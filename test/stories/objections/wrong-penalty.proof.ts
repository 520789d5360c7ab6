/** A wrongly recorded penalty, from its discovery to the acknowledgement of its last recipient (Articles 35, 38 and 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, BANK_B, COMPANY, onEachDatabase, openWorld, PERMIT_OFFICE, subject, type World } from '../../kit.ts';
import { make, verify } from '../report-kit.ts';
import { AMR, inWorld, LOAN, LOOK, RECORDS, refusals } from './deciding.ts';

const RAISE = `mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id status competentUnit { code name } labelBy decideBy provisional } }`;
const MATTER = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "SPECIAL-OPERATION-PERMIT") { id supersedes
  findings { kind recordId objected summary } } }`;
const CASE = { purpose: 'PERMIT', matter: 'SPECIAL-OPERATION-PERMIT', case: '示例特种作业〔2026〕1号' };
const CHANGES = '{ changes(first: 200) { nodes { kind recordId version actBy } pageInfo { endCursor } } }';
const ACKNOWLEDGE = 'mutation ($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }';
const NOTICES =
  '{ me { notices { kind recipient { code } recordId version state } messages(first: 50) { nodes { kind recordId text } } } }';
const ENTRIES = `{ me { disclosures(first: 200) { nodes { recipient { code kind } seen purpose caseReference basis { article } records { recordId version } } } } }`;
const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted unchanged corrected rejected { row code message } } }`;
const DOCUMENT = '示例市监罚〔2026〕90117号';
const delivered = (fineYuan: string, document = DOCUMENT) => ({
  item: 'PENALTY-GENERAL',
  records: [
    {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-10-12',
      basisDocument: document,
      content: {
        documentNumber: document,
        conduct: '未按规定公示价格',
        facts: '经查，当事人在经营场所销售商品未按规定明码标价。',
        legalBasisText: '《中华人民共和国价格法》第四十二条',
        penaltyKinds: ['罚款'],
        content: '罚款。',
        fineYuan,
        authorityCode: '11239999000100001N',
        authorityName: '示例市场监督管理局',
      },
    },
  ],
});

interface Node {
  readonly id: string;
  readonly version: number;
  readonly documentNumber?: string;
  readonly fineYuan?: string;
  readonly objection: { readonly raisedOn: string } | null;
}

onEachDatabase('a penalty that was recorded wrongly', (kind) => {
  let world: World;
  let record = '';
  let objection = '';
  const reports: Record<string, { id: string; holder: Parameters<World['ask']>[0] }> = {};
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, decide, clocks } = inWorld(() => world);
  const penalty = async (holder: Parameters<World['ask']>[0], headers = {}): Promise<Node> =>
    (await well(holder, RECORDS, { id: COMPANY }, headers)).subject.records.nodes.find(
      ({ documentNumber }: Node) => documentNumber === DOCUMENT,
    );
  const told = async (holder: typeof BANK_A | typeof BANK_B | typeof PERMIT_OFFICE) =>
    (await well(holder, CHANGES)).changes.nodes.filter(({ recordId }: { recordId: string }) => recordId === record);
  const states = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(reports).map(async ([name, { id }]) => [name, (await verify(world, id)).body.status] as const),
      ),
    );

  it('A35.1 she discovers it, and who was shown it', async () => {
    expect((await well(AMR, SUBMIT, { input: delivered('20000.00') })).submitRecords.accepted).toBe(1);
    record = (await penalty(null)).id;
    await penalty(BANK_A, LOAN);
    await penalty(BANK_B, LOAN);
    await well(PERMIT_OFFICE, MATTER, { id: COMPANY }, CASE);
    for (const [name, holder, headers] of [
      ['bank', BANK_A, LOAN],
      ['own', subject(COMPANY), {}],
    ] as const) {
      const made = await make(
        world,
        holder,
        { ...(name === 'own' ? {} : { subject: COMPANY }), template: 'PUBLIC_CREDIT', language: 'zh' },
        headers,
      );
      expect(made.status).toBe(201);
      reports[name] = { id: made.body.id, holder };
    }
    expect(await states()).toEqual({ bank: 'CURRENT', own: 'CURRENT' });
    const { me } = await well(subject(COMPANY), ENTRIES);
    const shown = me.disclosures.nodes.filter(({ records }: { records: { recordId: string }[] }) =>
      records.some(({ recordId }) => recordId === record),
    );
    expect(new Set(shown.map(({ recipient }: { recipient: { code: string | null } }) => recipient.code))).toEqual(
      new Set(['BANK-A', 'BANK-B', 'HRB-PERMIT', null]),
    );
  });

  it('A39.3 it objects with the wrong unit, which is refused with the right one named, and nothing is lost', async () => {
    const input = { record, reasons: '决定书上的罚款是二千元，不是二万元。', lodgedWith: 'HLJ-TAX' };
    const wrong = await world.ask(subject(COMPANY), RAISE, { input });
    expect(refusals(wrong)).toEqual(['raiseObjection BAD_USER_INPUT WRONG_UNIT 39']);
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ competentUnit: { code: 'HLJ-AMR' } });
    expect((await penalty(null)).objection).toBeNull();
    expect(await states()).toEqual({ bank: 'CURRENT', own: 'CURRENT' });
    const right = await well(subject(COMPANY), RAISE, { input: { ...input, lodgedWith: 'HLJ-AMR' } });
    objection = right.raiseObjection.id;
    expect(right.raiseObjection).toMatchObject({
      status: 'OPEN',
      competentUnit: { code: 'HLJ-AMR' },
      // Friday the 20th: Monday is the first working day after it, Wednesday the third.
      labelBy: '2026-11-23',
      decideBy: '2026-11-25',
      provisional: false,
    });
  });

  it('A39.1 the label is on it for everybody, at once', async () => {
    expect((await penalty(null)).objection).toEqual({ raisedOn: '2026-11-20' });
    expect((await penalty(BANK_A, LOAN)).objection).toEqual({ raisedOn: '2026-11-20' });
    const batch = await well(
      BANK_B,
      'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { records(first: 200) { nodes { id objection { raisedOn } } } } }',
      { ids: [COMPANY] },
      LOAN,
    );
    expect(batch.subjects[0].records.nodes.find(({ id }: Node) => id === record).objection).toEqual({
      raisedOn: '2026-11-20',
    });
    const { matterCheck } = await well(PERMIT_OFFICE, MATTER, { id: COMPANY }, CASE);
    // Something changed: a new answer, which names the old one (Article 43).
    expect(matterCheck.supersedes).not.toBeNull();
    expect(
      matterCheck.findings
        .filter(({ objected }: { objected: boolean }) => objected)
        .map(({ recordId }: { recordId: string }) => recordId),
    ).toContain(record);
    for (const holder of [BANK_A, BANK_B, PERMIT_OFFICE])
      expect((await told(holder)).map(({ kind }: { kind: string }) => kind)).toEqual(['OBJECTED']);
    expect(await states()).toEqual({ bank: 'SUPERSEDED', own: 'SUPERSEDED' });
  });

  it('A39.2 A17.1 who decides sees the one record, and each look is an entry', async () => {
    const look = await well(AMR, LOOK, { id: objection });
    expect(look.objection.inQuestion).toMatchObject({
      recordId: record,
      version: 1,
      content: { fineYuan: '20000.00' },
    });
    const { me } = await well(subject(COMPANY), ENTRIES);
    expect(
      me.disclosures.nodes.filter(({ caseReference }: { caseReference: string | null }) => caseReference === objection),
    ).toMatchObject([{ recipient: { code: 'HLJ-AMR' }, basis: { article: '39' } }]);
    expect(refusals(await world.ask(BANK_A, LOOK, { id: objection }))).toEqual(['objection FORBIDDEN ROLE 39']);
    expect((await well({ role: 'provider', unit: 'HLJ-TAX' }, LOOK, { id: objection })).objection).toBeNull();
  });

  it('A39.2 A38.1 A36.2 it is upheld, and what is right takes the place of what was wrong', async () => {
    const input = {
      objection,
      upheld: true,
      reasons: '经核对决定书，罚款为二千元。',
      correction: { content: { fineYuan: '2000.00' } },
    };
    expect(refusals(await decide({ role: 'provider', unit: 'HLJ-TAX' }, input))).toEqual([
      'decideObjection NOT_FOUND NOT_FOUND',
    ]);
    const { data, errors } = await decide(AMR, input);
    expect(errors).toBeUndefined();
    expect(data.decideObjection).toMatchObject({
      status: 'UPHELD',
      reasons: input.reasons,
      late: false,
      recipientsToNotify: 0,
    });
    expect(await penalty(null)).toMatchObject({ id: record, version: 2, fineYuan: '2000.00', objection: null });
    expect((await well(AMR, LOOK, { id: objection })).objection.inQuestion).toBeNull();
    expect(refusals(await decide(AMR, input))).toEqual(['decideObjection CONFLICT OBJECTION_CLOSED']);
    expect(await clocks(AMR, 'objection.decide')).toEqual(['HLJ-AMR 2026-11-20 2026-11-25 2026-11-20 MET']);
  });

  it('A39.4 it reaches everyone who got the wrong version, each with a clock, and each acknowledges', async () => {
    for (const holder of [BANK_A, BANK_B, PERMIT_OFFICE])
      expect(await told(holder)).toContainEqual({
        kind: 'CORRECTED',
        recordId: record,
        version: 2,
        actBy: '2026-11-25',
      });
    const open = async () =>
      (await well(subject(COMPANY), NOTICES)).me.notices
        .filter(({ recordId, kind }: { recordId: string; kind: string }) => recordId === record && kind === 'CORRECTED')
        .map(({ recipient, state }: { recipient: { code: string }; state: string }) => `${recipient.code} ${state}`)
        .sort();
    expect(await open()).toEqual(['BANK-A TOLD', 'BANK-B TOLD', 'HRB-PERMIT TOLD']);
    world.setNow('2026-11-24T09:00:00+08:00');
    for (const holder of [BANK_A, BANK_B, PERMIT_OFFICE]) {
      const { endCursor } = (await well(holder, CHANGES)).changes.pageInfo;
      await well(holder, ACKNOWLEDGE, { through: endCursor });
    }
    expect(await open()).toEqual(['BANK-A ACKNOWLEDGED', 'BANK-B ACKNOWLEDGED', 'HRB-PERMIT ACKNOWLEDGED']);
    const { me } = await well(subject(COMPANY), ENTRIES);
    expect(
      me.disclosures.nodes
        .filter(({ seen }: { seen: string }) => seen === 'NONE')
        .map(({ recipient }: { recipient: { code: string } }) => recipient.code)
        .sort(),
    ).toEqual(['BANK-A', 'BANK-B', 'HRB-PERMIT']);
    expect((await clocks(BANK_A, 'correction.act')).every((clock) => clock.endsWith('2026-11-24 MET'))).toBe(true);
  });

  it('A35.1 she was told of each step, in sentences that quote nothing of the record', async () => {
    const { messages } = (await well(subject(COMPANY), NOTICES)).me;
    const of = messages.nodes.filter(({ recordId }: { recordId: string | null }) => recordId === record);
    expect(new Set(of.map(({ kind }: { kind: string }) => kind))).toEqual(
      new Set(['OBJECTED', 'LABELLED', 'DECIDED', 'CORRECTED']),
    );
    for (const { text } of of) {
      expect(text).toContain('Article');
      expect(text).not.toContain('20000');
      expect(text).not.toContain(DOCUMENT);
    }
  });

  it('A36.3 A37.2 the report of today is current, and the wrong version does not come back', async () => {
    const made = await make(world, BANK_A, { subject: COMPANY, template: 'PUBLIC_CREDIT', language: 'zh' }, LOAN);
    expect((await verify(world, made.body.id)).body.status).toBe('CURRENT');
    expect(await states()).toEqual({ bank: 'SUPERSEDED', own: 'SUPERSEDED' });
    for (const document of [DOCUMENT, '示例市监罚[2026]90117号', '示例市监罚（二〇二六）第９０１１７號'])
      expect((await well(AMR, SUBMIT, { input: delivered('20000.00', document) })).submitRecords).toMatchObject({
        accepted: 0,
        corrected: 0,
        rejected: [{ row: 0, code: 'FELL' }],
      });
    expect(await penalty(null)).toMatchObject({ version: 2, fineYuan: '2000.00' });
    // What is right may be delivered again, and changes nothing.
    expect((await well(AMR, SUBMIT, { input: delivered('2000.00') })).submitRecords).toMatchObject({
      unchanged: 1,
      rejected: [],
    });
  });
});
