/** Lists and measures over HTTP (Articles 25 to 33 and 35): who is put on them, what that lets a department do, and how it ends. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COMPANY,
  type Identifier,
  MEI,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { COURT, DECISION, DESIGNATE, DESK, LABOUR, MAY_APPLY, SECOND, STRANGER } from './listing.ts';
import { refusals } from './operations.ts';

onDatabaseOfStep('lists and measures', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const designate = async (input: object, who: { role: string; unit: string } = LABOUR) =>
    world.ask(who, DESIGNATE, { input: { ...DECISION, subject: COMPANY, ...input } });
  const fault = (answer: Awaited<ReturnType<typeof designate>>) => [
    answer.errors?.[0]?.extensions.reason,
    answer.errors?.[0]?.extensions.article,
  ];
  const designationsOf = async (id: Identifier, holder: Parameters<World['ask']>[0] = null) =>
    (
      await world.ask(
        holder,
        'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name designations { id list { code } until responsibleAs onAccountOf } } }',
        { id },
      )
    ).data.subject;

  it('A26.1 A31.1 A07.1 anyone reads the published measures with edition, article and publication', async () => {
    const { data } = await world.ask(
      null,
      'query ($kind: MeasureKind) { publishedMeasures(kind: $kind) { code name kind edition article maximumMonths publication { reference publishedOn } } }',
      { kind: 'PUNISHMENT' },
    );
    const talk = data.publishedMeasures.find(({ code }: { code: string }) => code === 'PUNISH-TALK');
    expect(talk).toEqual({
      code: 'PUNISH-TALK',
      name: '约谈主要负责人',
      kind: 'PUNISHMENT',
      edition: '2026-1',
      article: '31 §2(1)',
      maximumMonths: 12,
      publication: {
        reference: '示例：黑龙江省失信惩戒措施补充清单（2026年第1版），非正式版本',
        publishedOn: '2026-01-01',
      },
    });
    expect(new Set(data.publishedMeasures.map((one: { kind: string }) => one.kind))).toEqual(new Set(['PUNISHMENT']));
  });

  it('A28.1 A29.1 a decision that lacks a part, a ground of the standard, a period or a standard is refused with its article', async () => {
    for (const part of ['reasons', 'basisDocument', 'removalConditions', 'remedies'])
      expect(fault(await designate({ [part]: ' ' }))).toEqual(['PART_MISSING', '28']);
    expect(fault(await designate({ months: 37 }))).toEqual(['PERIOD', '28']);
    expect(fault(await designate({ ground: 'RESEARCH_MISCONDUCT' }))).toEqual(['GROUND', '29']);
    expect(fault(await designate({ list: 'INVENTED' }))).toEqual(['LIST_NOT_PUBLISHED', '28']);
    expect(fault(await designate({ list: 'FOOD' }))).toEqual(['NOT_DESIGNATING_UNIT', '28']);
    expect(refusals(await designate({}, { role: 'party', unit: 'BANK-A' }))).toEqual(['designate FORBIDDEN ROLE 28']);
    expect((await designationsOf(COMPANY)).designations).toEqual([]);
  });

  let id = '';
  it('A28.1 with all five parts the subject is on the list, sees the decision itself, and others do not', async () => {
    const answer = await designate({});
    expect(answer.data.designate).toMatchObject({ until: '2027-11-20', standardEdition: '2026-1' });
    id = answer.data.designate.id;
    expect((await designationsOf(COMPANY)).designations).toEqual([
      { id, list: { code: 'WAGE' }, until: '2027-11-20', responsibleAs: null, onAccountOf: null },
    ]);
    const query = '{ me { designations { reasons removalConditions remedies decisionNumber } } }';
    const own = await world.ask(subject(COMPANY), query);
    expect(own.data.me.designations).toEqual([
      {
        reasons: DECISION.reasons,
        removalConditions: DECISION.removalConditions,
        remedies: DECISION.remedies,
        decisionNumber: DECISION.decisionNumber,
      },
    ]);
    const other = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { reasons } } }',
      { id: COMPANY },
    );
    expect(refusals(other)).toEqual(['subject.designations.0.reasons FORBIDDEN IDENTITY_REQUIRED 24']);
    expect(fault(await designate({}))).toEqual(['LISTED_ALREADY', undefined]);
  });

  it('A30.1 a department may apply what is listed for the ground, and is told why not otherwise', async () => {
    const may = async (measure: string, months?: number) =>
      (await world.ask(PERMIT_OFFICE, MAY_APPLY, { id: COMPANY, measure, months }, DESK)).data.mayApply;
    expect(await may('RESTRAINT-NO-FACILITATION')).toEqual({
      allowed: true,
      reason: null,
      listEdition: '2026-1',
      article: '31 §1(1)',
      from: '2026-11-20',
      until: '2027-11-20',
    });
    expect((await may('NATIONAL-CONSUMPTION')).reason).toBe('GROUND_NOT_COVERED');
    expect((await may('NATIONAL-EXIT')).reason).toBe('UNRELATED_TO_CONDUCT');
    expect((await may('PUNISH-TALK', 13)).reason).toBe('HEAVIER_THAN_LISTED');
    expect((await may('INVENTED')).reason).toBe('NOT_PUBLISHED');
    expect((await may('REWARD-TENDER-POINTS')).reason).toBe('NOT_LISTED');
    const bank = await world.ask(
      { role: 'party', unit: 'BANK-A' },
      MAY_APPLY,
      { id: COMPANY, measure: 'PUNISH-TALK' },
      { purpose: 'LOAN_ORIGINATION' },
    );
    expect(refusals(bank)).toEqual(['mayApply FORBIDDEN ROLE 30']);
    const noCase = await world.ask(
      PERMIT_OFFICE,
      MAY_APPLY,
      { id: COMPANY, measure: 'PUNISH-TALK' },
      { purpose: 'PERMIT' },
    );
    expect(refusals(noCase)).toEqual(['mayApply FORBIDDEN CASE_REQUIRED 22']);
  });

  it('A35.2 the subject asks for re-examination: three working days; refused gives reasons, upheld removes it and stops measures', async () => {
    const ask = (designation: string, who: Identifier = COMPANY) =>
      world.ask(
        subject(who),
        'mutation ($input: RequestReexaminationInput!) { requestReexamination(input: $input) { id status decideBy } }',
        { input: { designation, reasons: '工资已足额支付，附银行回单。' } },
      );
    const decide = (examination: string, upheld: boolean, unit = 'HLJ-HRSS') =>
      world.ask(
        { role: 'department', unit },
        'mutation ($input: DecideReexaminationInput!) { decideReexamination(input: $input) { id status reasons } }',
        { input: { id: examination, upheld, reasons: upheld ? '经核查，工资已付清。' : '回单不能证明付清。' } },
      );
    expect((await ask(id, MEI)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const first = await ask(id);
    // Received on Friday 2026-11-20, which does not count: Monday, Tuesday, Wednesday.
    expect(first.data.requestReexamination).toMatchObject({ status: 'PENDING', decideBy: '2026-11-25' });
    expect((await ask(id)).errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect((await decide(first.data.requestReexamination.id, true, 'HLJ-AMR')).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
    const refused = await decide(first.data.requestReexamination.id, false);
    expect(refused.data.decideReexamination).toMatchObject({ status: 'REFUSED', reasons: '回单不能证明付清。' });
    expect((await designationsOf(COMPANY)).designations).toHaveLength(1);
    const second = await ask(id);
    await decide(second.data.requestReexamination.id, true);
    expect((await designationsOf(COMPANY)).designations).toEqual([]);
    const { data } = await world.ask(
      PERMIT_OFFICE,
      MAY_APPLY,
      { id: COMPANY, measure: 'RESTRAINT-NO-FACILITATION' },
      DESK,
    );
    expect(data.mayApply).toMatchObject({ allowed: false, reason: 'NOT_LISTED' });
    const own = await world.ask(subject(COMPANY), '{ me { reexaminations { status reasons decidedOn } } }');
    expect(own.data.me.reexaminations.map((one: { status: string }) => one.status).sort()).toEqual([
      'REFUSED',
      'UPHELD',
    ]);
    const told = await world.ask(PERMIT_OFFICE, '{ changes(first: 50) { nodes { kind recordId } } }');
    expect(told.data.changes.nodes).toContainEqual({ kind: 'WITHDRAWN', recordId: id });
  });

  it('A33.1 persons answerable for a listed entity are linked with the evidence, held by it alone, and released with it', async () => {
    expect(await designationsOf(STRANGER)).toBeNull();
    const linked = {
      subject: STRANGER,
      subjectName: '欧阳示例',
      role: 'ACTUAL_CONTROLLER',
      evidence: '（2026）示例认定书',
    };
    expect(fault(await designate({ responsible: [{ ...linked, evidence: '' }] }))).toEqual(['PART_MISSING', '33']);
    expect(fault(await designate({ responsible: [{ ...linked, subject: COMPANY }] }))).toEqual(['RESPONSIBLE', '33']);
    const answer = await designate({ basisDocument: '黑劳监处〔2026〕示例902号', responsible: [linked] });
    const entity = answer.data.designate.id;
    const seen = await designationsOf(STRANGER);
    // A compound surname stays whole, the given name does not (Article 23).
    expect(seen.name).toBe('欧阳**');
    expect(seen.designations).toMatchObject([{ responsibleAs: 'ACTUAL_CONTROLLER', onAccountOf: entity }]);
    const own = await world.ask(subject(STRANGER), '{ me { name designations { evidence reasons } } }');
    expect(own.data.me).toEqual({
      name: '欧阳示例',
      designations: [{ evidence: '（2026）示例认定书', reasons: DECISION.reasons }],
    });
    const removed = await world.ask(
      LABOUR,
      'mutation ($id: ID!, $reason: String!) { removeDesignation(id: $id, reason: $reason) { id removedOn } }',
      { id: entity, reason: '已付清工资。' },
    );
    expect(removed.data.removeDesignation).toEqual({ id: entity, removedOn: '2026-11-20' });
    expect((await designationsOf(COMPANY)).designations).toEqual([]);
    expect(await designationsOf(STRANGER)).toBeNull();
  });

  it('A28.2 whom the court entered is on the list, row by row, and the same again changes nothing', async () => {
    const entry = {
      subject: SECOND,
      subjectName: '王示例',
      decisionNumber: '黑执失〔2026〕901号',
      basisDocument: '（2026）黑0103执0901号执行裁定书',
      reasons: '有履行能力而拒不履行。',
      enteredOn: '2026-11-19',
    };
    const submit = async (entries: object[], unit = 'HLJ-COURT') =>
      world.ask(
        { role: 'provider', unit },
        'mutation ($input: SubmitDefaultersInput!) { submitDefaulters(input: $input) { accepted unchanged rejected { row code } } }',
        { input: { entries } },
      );
    const broken = { ...entry, subject: { ...SECOND, value: '239999198001012011' } };
    expect((await submit([entry, broken, entry])).data.submitDefaulters).toEqual({
      accepted: 1,
      unchanged: 1,
      rejected: [{ row: 2, code: 'IDENTIFIER_CHECK_DIGIT' }],
    });
    expect((await submit([entry])).data.submitDefaulters).toEqual({ accepted: 0, unchanged: 1, rejected: [] });
    // 24 months of the standard, from the court's date.
    expect((await designationsOf(SECOND)).designations).toMatchObject([
      { list: { code: 'DEFAULTER' }, until: '2028-11-19' },
    ]);
    expect((await submit([entry], 'HLJ-AMR')).errors?.[0]?.extensions.reason).toBe('NOT_DESIGNATING_UNIT');
    expect(
      refusals(
        await world.ask(
          { ...COURT, role: 'department' },
          'mutation { submitDefaulters(input: { entries: [] }) { accepted } }',
        ),
      ),
    ).toEqual(['submitDefaulters FORBIDDEN ROLE 28']);
  });
});
