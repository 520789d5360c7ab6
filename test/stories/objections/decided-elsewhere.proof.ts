/**
 * What else an objection is about and what follows: lists, non-public credit, a display beyond its time, an assessment, what is missing (Articles 37, 39 and
 * 41). A proof, because it decides nine objections.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BANK_A, COMPANY, LISTED, MEI, OPERATOR, onEachDatabase, openWorld, subject, type World } from '../../kit.ts';
import { MODEL } from '../assessing.ts';
import { AMR, inWorld, LOAN, LOOK, ONE, refusals, TAX } from './deciding.ts';

onEachDatabase('an objection about something else', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, as, decide, mine, looks, changes, clocks } = inWorld(() => world);

  it('A39.2 a designation that is wrong ends as by its removal, and whoever was shown it is told', async () => {
    const [designation] = (await mine(LISTED)).designations;
    await well(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { id } } }',
      { id: LISTED },
      LOAN,
    );
    const unit = { role: 'department', unit: designation.designatingUnit.code };
    const input = { about: 'DESIGNATION', designation: designation.id, lodgedWith: unit.unit };
    const { id } = await raise(LISTED, input);
    expect((await well(unit, LOOK, { id })).objection.inQuestion).toMatchObject({
      recordId: designation.id,
      version: 1,
      type: 'Designation',
      item: { code: designation.item.code },
    });
    expect(await looks(LISTED)).toMatchObject([
      { recipient: { code: unit.unit }, caseReference: id, records: [{ recordId: designation.id }] },
    ]);
    const upheld = { objection: id, upheld: true, reasons: '认定所依据的判决已被撤销。' };
    expect(refusals(await decide(unit, { ...upheld, correction: { subjectName: '别人' } }))).toEqual([
      'decideObjection BAD_USER_INPUT CORRECTION 39',
    ]);
    expect((await decide(unit, upheld)).data.decideObjection.status).toBe('UPHELD');
    expect((await mine(LISTED)).designations.map(({ id: one }: { id: string }) => one)).not.toContain(designation.id);
    expect(await changes(BANK_A)).toContainEqual({ kind: 'WITHDRAWN', recordId: designation.id, version: 1 });
    expect((await well(OPERATOR, ONE, { id })).objection.recipientsToNotify).toBe(1);
  });

  it('A39.2 an incentive ends alike', async () => {
    const [incentive] = (await mine(MODEL)).incentives;
    const unit = { role: 'department', unit: incentive.designatingUnit.code };
    const { id } = await raise(MODEL, { about: 'DESIGNATION', designation: incentive.id, lodgedWith: unit.unit });
    expect((await well(unit, LOOK, { id })).objection.inQuestion).toMatchObject({
      recordId: incentive.id,
      type: 'Incentive',
    });
    const { data } = await decide(unit, { objection: id, upheld: true, reasons: '并未提出申请。' });
    expect(data.decideObjection.status).toBe('UPHELD');
    expect((await mine(MODEL)).incentives.map(({ id: one }: { id: string }) => one)).not.toContain(incentive.id);
  });

  it('A39.2 A41.1 non-public credit: its collector says what is right, or refuses, and a complaint remains', async () => {
    const loan = (await mine(MEI)).nonPublicRecords.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'NP-LOAN',
    );
    const unit = { role: 'collector', unit: loan.collector.code };
    await well(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { nonPublicRecords { nodes { id } } } }',
      { id: MEI },
      LOAN,
    );
    const input = { about: 'NON_PUBLIC', record: loan.id, lodgedWith: unit.unit };
    const first = await raise(MEI, input);
    const own = as(unit, MEI, first.id);
    const { inQuestion } = (await well(unit, LOOK, { id: own })).objection;
    expect(inQuestion).toMatchObject({
      recordId: as(unit, MEI, loan.id, 'RECORD'),
      type: 'NonPublicRecord',
      version: 1,
    });
    expect(inQuestion.content.content).not.toContain('张小梅');
    const refused = await decide(unit, { objection: own, upheld: false, reasons: '合同与记录一致。' });
    expect(refused.data.decideObjection).toMatchObject({ status: 'REFUSED', nextRemedy: 'COMPLAINT' });
    const { id } = await raise(MEI, { ...input, reasons: '贷款已于上月结清，见结清证明。' });
    const upheld = { objection: as(unit, MEI, id), upheld: true, reasons: '已结清。' };
    for (const correction of [{ content: '' }, { content: 3 }, { fineYuan: '1' }, { content: loan.content }])
      expect(refusals(await decide(unit, { ...upheld, correction }))).toEqual([
        expect.stringMatching(/^decideObjection BAD_USER_INPUT (CORRECTION|UNCHANGED) 39$/),
      ]);
    const correction = { content: '贷款已结清，联系人张小梅。' };
    expect((await decide(unit, { ...upheld, correction })).errors).toBeUndefined();
    const [now] = (await mine(MEI)).nonPublicRecords.nodes.filter((one: { id: string }) => one.id === loan.id);
    expect(now).toMatchObject({ version: 2, content: correction.content });
    const seen = await well(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { nonPublicRecords { nodes { id version content } } } }',
      { id: MEI },
      LOAN,
    );
    const [open] = seen.subject.nonPublicRecords.nodes.filter((one: { version: number }) => one.version === 2);
    expect(open.content).toContain('贷款已结清');
    expect(open.content).not.toContain('张小梅');
    expect(await changes(BANK_A)).toContainEqual({
      kind: 'CORRECTED',
      recordId: as(BANK_A, MEI, loan.id, 'RECORD'),
      version: 2,
    });
    // It falls where nothing is right of it.
    const last = await raise(MEI, { ...input, reasons: '从未在该机构贷款。' });
    await decide(unit, { objection: as(unit, MEI, last.id), upheld: true, reasons: '系冒名。' });
    expect((await mine(MEI)).nonPublicRecords.nodes.map((one: { id: string }) => one.id)).not.toContain(loan.id);
  });

  it('A39.2 A37.2 a display beyond its time ends by the operator, though another unit provided the record', async () => {
    const penalty = (await mine(COMPANY)).records.nodes.find(
      (one: { __typename: string }) => one.__typename === 'AdministrativePenalty',
    );
    const { id } = await raise(COMPANY, { about: 'DISPLAY', record: penalty.id, lodgedWith: 'HLJ-CREDIT' });
    expect((await well(OPERATOR, LOOK, { id })).objection.inQuestion.recordId).toBe(penalty.id);
    // The unit that provided it does not decide this, and is not told of it.
    expect((await well({ role: 'provider', unit: penalty.providingUnit.code }, LOOK, { id })).objection).toBeNull();
    const { data } = await decide(OPERATOR, { objection: id, upheld: true, reasons: '公示期已满。' });
    expect(data.decideObjection.status).toBe('UPHELD');
    expect((await mine(COMPANY)).records.nodes.map((one: { id: string }) => one.id)).not.toContain(penalty.id);
  });

  it('A39.2 A47.1 an assessment is corrected by its level, and the class of supervision follows from the method', async () => {
    const assessment = (await mine(COMPANY)).records.nodes.find(
      (one: { __typename: string }) => one.__typename === 'AssessmentRecord',
    );
    const { id } = await raise(COMPANY, { about: 'ASSESSMENT', record: assessment.id, lodgedWith: 'HLJ-CREDIT' });
    const before = (await well(OPERATOR, LOOK, { id })).objection.inQuestion.content;
    const upheld = { objection: id, upheld: true, reasons: '漏计一项表彰。' };
    expect(refusals(await decide(OPERATOR, { ...upheld, correction: { content: { level: 'Z' } } }))).toEqual([
      'decideObjection BAD_USER_INPUT LEVEL 47',
    ]);
    const { assessmentMethods } = await well(
      OPERATOR,
      '{ assessmentMethods { edition levels { level supervision } } }',
    );
    const other = assessmentMethods
      .find((one: { edition: string }) => one.edition === before.assessmentEdition)
      .levels.find((one: { level: string; supervision: string }) => one.supervision !== before.supervisionClass);
    const { errors } = await decide(OPERATOR, { ...upheld, correction: { content: { level: other.level } } });
    expect(errors).toBeUndefined();
    const { me } = await well(subject(COMPANY), '{ me { assessment { version level supervisionClass } } }');
    expect(me.assessment).toEqual({ version: 2, level: other.level, supervisionClass: other.supervision });
  });

  it('A39.2 what was missing is taken in with the decision, with all checks of a delivery, or owed for three working days', async () => {
    const input = { about: 'OMISSION', item: 'PENALTY-GENERAL', lodgedWith: 'HLJ-AMR' };
    const { id } = await raise(MEI, input);
    const own = as(AMR, MEI, id);
    expect((await well(AMR, LOOK, { id: own })).objection).toEqual({ status: 'OPEN', inQuestion: null });
    const content = {
      documentNumber: '黑市监罚〔2026〕示例9001号',
      conduct: '示例行为',
      penaltyKinds: ['罚款'],
      fineYuan: '10.00',
    };
    const record = {
      subjectName: '张小梅',
      occurredOn: '2026-11-02',
      basisDocument: content.documentNumber,
      consent: '同意书示例1号',
      content,
    };
    const upheld = { objection: own, upheld: true, reasons: '漏报一条。' };
    for (const [change, refused] of [
      [{ subjectName: undefined }, 'CORRECTION 39'],
      [{ subject: { type: 'CITIZEN_ID', value: MEI.value } }, 'CORRECTION 39'],
      [{ occurredOn: '2027-01-01' }, 'DATE_FUTURE 39'],
      [{ basisDocument: null }, 'BASIS_REQUIRED 39'],
    ] as const)
      expect(refusals(await decide(AMR, { ...upheld, correction: { ...record, ...change } }))).toEqual([
        `decideObjection BAD_USER_INPUT ${refused}`,
      ]);
    expect((await decide(AMR, { ...upheld, correction: record })).errors).toBeUndefined();
    const taken = (await mine(MEI)).records.nodes.filter(
      (one: { documentNumber?: string }) => one.documentNumber === content.documentNumber,
    );
    expect(taken).toMatchObject([{ version: 1, fineYuan: '10.00' }]);
    // Without it the unit owes it: raised on Friday 20, three working days are Wednesday 25.
    const owed = await raise(COMPANY, { about: 'OMISSION', item: 'ARREARS-TAX', lodgedWith: 'HLJ-TAX' });
    await decide(TAX, { objection: owed.id, upheld: true, reasons: '漏报，将补报。' });
    expect(await clocks(TAX, 'objection.deliver')).toEqual(['HLJ-TAX 2026-11-20 2026-11-25 - OPEN']);
    const delivered = {
      item: 'ARREARS-TAX',
      records: [
        {
          subject: COMPANY,
          subjectName: '哈尔滨示例冰雪设备有限公司',
          occurredOn: '2026-11-03',
          basisDocument: '黑税欠〔2026〕示例9001号',
          content: { kind: '欠税', amountYuan: '5.00', period: '2026-10' },
        },
      ],
    };
    const SUBMIT =
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { message } } }';
    expect((await well(TAX, SUBMIT, { input: delivered })).submitRecords).toEqual({ accepted: 1, rejected: [] });
    expect(await clocks(TAX, 'objection.deliver')).toEqual(['HLJ-TAX 2026-11-20 2026-11-25 2026-11-20 MET']);
  });
});
