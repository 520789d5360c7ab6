/** Results of assessment, from the published method to the permit desk, and to nobody whom they do not concern (Articles 47 and 48). */
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  type Identifier,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  type World,
} from '../kit.ts';
import { ASSESSED, DELIVER, delivery, LOAN, MATTER, MODEL, PUBLISH, refusals, result } from './assessing.ts';
import { DESK } from './listing.ts';

onDatabaseOfStep('assessments', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());
  const assessment = async (holder: Holder | null, id: Identifier, headers: Headers = {}) =>
    (await world.ask(holder, ASSESSED, { id }, headers)).data.subject.assessment;
  const matter = async (id: Identifier) => (await world.ask(PERMIT_OFFICE, MATTER, { id }, DESK)).data.matterCheck;

  it('A47.1 A23.2 goes to parties by agreement, departments by duty and the enterprise itself, with edition and class', async () => {
    const held = {
      id: expect.any(String),
      version: 1,
      nature: 'NEUTRAL',
      occurredOn: '2026-06-30',
      level: '良',
      assessmentEdition: '2026',
      supervisionClass: 'NORMAL',
      providingUnit: { code: 'HLJ-CREDIT' },
    };
    expect(await assessment(BANK_A, COMPANY, LOAN)).toEqual(held);
    expect(await assessment(PERMIT_OFFICE, COMPANY, DESK)).toEqual(held);
    expect(
      (await world.ask(subject(COMPANY), '{ me { assessment { level supervisionClass } } }')).data.me.assessment,
    ).toEqual({
      level: '良',
      supervisionClass: 'NORMAL',
    });
    const told = await world.ask(
      subject(COMPANY),
      '{ me { disclosures(first: 5) { nodes { recipient { code } items { code } basis { article } } } } }',
    );
    expect(told.data.me.disclosures.nodes).toContainEqual({
      recipient: { code: 'BANK-A' },
      items: [{ code: 'ASSESSMENT-PUBLIC' }],
      basis: { article: '23(2)' },
    });
    for (const [holder, headers, why] of [
      [null, {}, 'IDENTITY_REQUIRED 23(2)'],
      [BANK_B, LOAN, 'NO_AGREEMENT 23(2)'],
      [subject(MEI), {}, 'ROLE 23'],
    ] as const)
      expect(refusals(await world.ask(holder, ASSESSED, { id: COMPANY }, headers))).toEqual([
        `subject.assessment FORBIDDEN ${why}`,
      ]);
    // Nor by the list of records.
    const listed = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { __typename } } } }',
      { id: COMPANY },
    );
    expect(listed.data.subject.records.nodes.map(({ __typename }: { __typename: string }) => __typename)).not.toContain(
      'AssessmentRecord',
    );
  });

  it('A47.1 A43.1 gives the permit desk the class of supervision, under its token and on the ledger', async () => {
    const desk = await matter(MODEL);
    expect(desk.supervision).toEqual({ class: 'LOW_RISK', assessmentEdition: '2026' });
    const { answer } = decodeJwt<{ answer: { supervision: { class: string } } }>(desk.token);
    expect(answer.supervision.class).toBe('LOW_RISK');
    const held = await assessment(BANK_A, MODEL, LOAN);
    const entries = await world.ask(
      subject(MODEL),
      '{ me { disclosures(first: 5) { nodes { recipient { code } shownRecords { recordId type } } } } }',
    );
    const toDesk = entries.data.me.disclosures.nodes.find(
      ({ recipient }: { recipient: { code: string } }) => recipient.code === 'HRB-PERMIT',
    );
    expect(toDesk.shownRecords).toContainEqual({ recordId: held.id, type: 'AssessmentRecord' });
    // An enterprise that was not assessed, a sole trader, a natural person: no class, and nothing made up.
    for (const id of [SOLE_TRADER, MEI]) expect((await matter(id)).supervision).toBeNull();
  });

  it('A47.1 natural persons and sole traders are refused, and each bad row is told with its place', async () => {
    const answer = await world.ask(
      OPERATOR,
      DELIVER,
      delivery(
        result('优', '2026-11-20', SOLE_TRADER),
        result('优', '2026-11-20', MEI),
        result('甲'),
        result('优', '2026-06-29'),
        result('优', '2026-11-21'),
        result('良', '2026-06-30'),
      ),
    );
    expect(answer.data.deliverAssessments).toEqual({
      accepted: 0,
      unchanged: 1,
      corrected: 0,
      rejected: [
        { row: 0, code: 'NOT_ASSESSED' },
        { row: 1, code: 'IDENTIFIER' },
        { row: 2, code: 'LEVEL' },
        { row: 3, code: 'ASSESSMENT_OLDER' },
        { row: 4, code: 'DATE_FUTURE' },
      ],
    });
    for (const id of [SOLE_TRADER, MEI])
      expect((await world.ask(subject(id), '{ me { assessment { level } } }')).data.me.assessment).toBeNull();
    for (const [holder, why] of [
      [MARKET_REGULATION, 'ROLE 47'],
      [AUTHORITY, 'ROLE 47'],
      [null, 'IDENTITY_REQUIRED 47'],
      [ANALYST, 'ROLE 47'],
    ] as const)
      expect(refusals(await world.ask(holder, DELIVER, delivery(result('优'))))).toEqual([
        `deliverAssessments FORBIDDEN ${why}`,
      ]);
  });

  it('A47.1 A18.1 no other way delivers one, and no item of it concerns persons', async () => {
    const record = {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-11-20',
      content: { level: '优', supervisionClass: 'LOW_RISK' },
    };
    const provider = { role: 'provider', unit: 'HLJ-CREDIT' } as const;
    expect(
      refusals(
        await world.ask(
          provider,
          'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
          {
            input: { item: 'ASSESSMENT-PUBLIC', records: [record] },
          },
        ),
      ),
    ).toEqual(['submitRecords BAD_USER_INPUT ITEM_ASSESSMENT 47']);
    const { id } = await assessment(BANK_A, COMPANY, LOAN);
    expect(
      refusals(
        await world.ask(
          provider,
          'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
          {
            input: { record: id, reason: '等级有误', content: { supervisionClass: 'LOW_RISK' } },
          },
        ),
      ),
    ).toEqual(['correctRecord BAD_USER_INPUT ITEM_ASSESSMENT 47']);
    expect(
      refusals(
        await world.ask(OPERATOR, DELIVER, { input: { ...delivery(result('优')).input, item: 'PENALTY-GENERAL' } }),
      )[0],
    ).toMatch(/^deliverAssessments FORBIDDEN NOT_PROVIDING_UNIT 21/);
  });

  it('A47.1 A39.4 a changed result is a version, told to who was shown the earlier one, and a new answer at the desk', async () => {
    const before = await matter(COMPANY);
    expect(before.supervision.class).toBe('NORMAL');
    const { id } = await assessment(BANK_A, COMPANY, LOAN);
    const answer = await world.ask(OPERATOR, DELIVER, delivery(result('差')));
    expect(answer.data.deliverAssessments).toEqual({ accepted: 0, unchanged: 0, corrected: 1, rejected: [] });
    expect(await assessment(BANK_A, COMPANY, LOAN)).toMatchObject({
      id,
      version: 2,
      level: '差',
      supervisionClass: 'HIGH_RISK',
    });
    for (const holder of [BANK_A, PERMIT_OFFICE])
      expect(
        (await world.ask(holder, '{ changes(first: 50) { nodes { kind recordId version } } }')).data.changes.nodes,
      ).toContainEqual({
        kind: 'CORRECTED',
        recordId: id,
        version: 2,
      });
    const after = await matter(COMPANY);
    expect(after).toMatchObject({ supersedes: before.id, supervision: { class: 'HIGH_RISK' } });
  });

  it('A47.1 A07.1 only the newest published method counts; one that is not published, holds before it was, or turns levels round is refused', async () => {
    const next = {
      edition: '2027',
      basis: '示例：公共信用综合评价办法（2027年版）',
      levels: [
        { level: 'A', supervision: 'LOW_RISK' },
        { level: 'B', supervision: 'NORMAL' },
        { level: 'C', supervision: 'HIGH_RISK' },
      ],
      effectiveFrom: '2026-12-01',
      publication: { reference: '示例公告2026年第2号', publishedOn: '2026-11-20' },
    };
    const publish = (change: Record<string, unknown>, holder: Holder | null = AUTHORITY) =>
      world.ask(holder, PUBLISH, { input: { ...next, ...change } });
    const { reference } = next.publication;
    expect(refusals(await publish({}, OPERATOR))).toEqual(['publishAssessmentMethod FORBIDDEN ROLE 48']);
    expect(refusals(await publish({ publication: { reference, publishedOn: '2026-11-21' } }))).toEqual([
      'publishAssessmentMethod BAD_USER_INPUT NOT_PUBLISHED 7',
    ]);
    expect(refusals(await publish({ publication: { reference: ' ', publishedOn: '2026-11-20' } }))).toEqual([
      'publishAssessmentMethod BAD_USER_INPUT NOT_PUBLISHED 7',
    ]);
    expect(refusals(await publish({ effectiveFrom: '2026-11-19' }))).toEqual([
      'publishAssessmentMethod BAD_USER_INPUT RETROACTIVE 7',
    ]);
    expect(refusals(await publish({ levels: [...next.levels].reverse() }))).toEqual([
      'publishAssessmentMethod BAD_USER_INPUT LEVELS 48',
    ]);
    expect((await publish({})).errors).toBeUndefined();
    expect(refusals(await publish({}))).toEqual(['publishAssessmentMethod CONFLICT EDITION_PUBLISHED']);
    const methods = await world.ask(null, '{ assessmentMethods { edition levels { level supervision } } }');
    expect(methods.data.assessmentMethods.map(({ edition }: { edition: string }) => edition)).toEqual(['2027', '2026']);
    // Until its day the one before holds, and from then on the one before has no effect.
    const byNext = { input: { ...delivery(result('A')).input, edition: '2027' } };
    expect(refusals(await world.ask(OPERATOR, DELIVER, byNext))).toEqual([
      'deliverAssessments BAD_USER_INPUT METHOD 47',
    ]);
    world.setNow('2026-12-01T10:00:00+08:00');
    expect(refusals(await world.ask(OPERATOR, DELIVER, delivery(result('优', '2026-12-01'))))).toEqual([
      'deliverAssessments BAD_USER_INPUT METHOD 47',
    ]);
    expect((await world.ask(OPERATOR, DELIVER, byNext)).data.deliverAssessments).toMatchObject({ corrected: 1 });
    expect(await assessment(BANK_A, COMPANY, LOAN)).toMatchObject({
      level: 'A',
      assessmentEdition: '2027',
      supervisionClass: 'LOW_RISK',
    });
    expect((await matter(COMPANY)).supervision).toEqual({ class: 'LOW_RISK', assessmentEdition: '2027' });
  });
});
