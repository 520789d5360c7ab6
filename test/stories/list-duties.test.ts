/** Incentives, what is spared, listed state organs, and publishing (Articles 7, 25, 30 and 32). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, COMPANY, onDatabaseOfStep, openWorld, PERMIT_OFFICE, subject, type World } from '../kit.ts';
import { DECISION, DESIGNATE, DESK, LABOUR, MAY_APPLY, ORGAN } from './listing.ts';
import { refusals } from './operations.ts';

onDatabaseOfStep('duties around the lists', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const designate = async (input: object) =>
    world.ask(LABOUR, DESIGNATE, { input: { ...DECISION, subject: COMPANY, ...input } });
  const fault = (answer: Awaited<ReturnType<typeof designate>>) => [
    answer.errors?.[0]?.extensions.reason,
    answer.errors?.[0]?.extensions.article,
  ];

  it('A25.1 targets for incentives under their published standard, and rewards from the list for them', async () => {
    const incentive = async (unit: string, list: string) =>
      world.ask(
        { role: 'department', unit },
        'mutation ($input: DesignateIncentiveInput!) { designateIncentive(input: $input) { id until } }',
        { input: { subject: COMPANY, list, decisionNumber: '黑诚信典〔2026〕9号', basisDocument: '示例公告' } },
      );
    expect(fault(await incentive('HLJ-AMR', 'MODEL'))).toEqual(['NOT_DESIGNATING_UNIT', '25']);
    expect(fault(await incentive('HLJ-HRSS', 'WAGE'))).toEqual(['LIST_NOT_PUBLISHED', '25']);
    const answer = await incentive('HLJ-HRSS', 'MODEL');
    expect(answer.data.designateIncentive.until).toBeNull();
    const may = async () =>
      (await world.ask(PERMIT_OFFICE, MAY_APPLY, { id: COMPANY, measure: 'REWARD-GREEN-CHANNEL' }, DESK)).data.mayApply;
    expect(await may()).toMatchObject({ allowed: true, article: '26(1)' });
    await world.ask(LABOUR, 'mutation ($id: ID!) { removeIncentive(id: $id, reason: "撤销称号。") { id } }', {
      id: answer.data.designateIncentive.id,
    });
    expect((await may()).reason).toBe('NOT_LISTED');
    const told = await world.ask(PERMIT_OFFICE, '{ changes(first: 50) { nodes { kind recordId } } }');
    expect(told.data.changes.nodes).toContainEqual({ kind: 'WITHDRAWN', recordId: answer.data.designateIncentive.id });
  });

  it('A30.2 minor conduct that was corrected without harm is spared with a warning, and no longer punished for', async () => {
    const waive = (input: object) =>
      world.ask(LABOUR, 'mutation ($input: WaiveConductInput!) { waiveConduct(input: $input) { id warning } }', {
        input: {
          subject: COMPANY,
          basisDocument: '示例909号',
          conduct: '迟延三日支付一名员工工资。',
          minor: true,
          corrected: true,
          harmless: true,
          warning: '今后按时支付。',
          ...input,
        },
      });
    expect(fault(await waive({ harmless: false }))).toEqual(['NOT_SPARED', '30']);
    expect((await waive({})).data.waiveConduct.warning).toBe('今后按时支付。');
    expect(fault(await designate({ basisDocument: '示例909号' }))).toEqual(['WAIVED', undefined]);
    const own = await world.ask(subject(COMPANY), '{ me { waivers { basisDocument warning unit { code } } } }');
    expect(own.data.me.waivers).toEqual([
      { basisDocument: '示例909号', warning: '今后按时支付。', unit: { code: 'HLJ-HRSS' } },
    ]);
    const bank = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { waivers { id } } }',
      { id: COMPANY },
    );
    expect(refusals(bank)).toEqual(['subject.waivers FORBIDDEN IDENTITY_REQUIRED 24']);
  });

  it('A32.1 for a listed state organ its superior and the audit are told, correction is ordered, and the outcome tracked', async () => {
    const input = { subject: ORGAN, subjectName: '示例机关', basisDocument: '示例910号' };
    expect(fault(await designate(input))).toEqual(['ORGAN', '32']);
    const organ = { kind: 'STATE_ORGAN', superior: 'HLJ-BIZENV', audit: 'HLJ-FINANCE' };
    expect(fault(await designate({ ...input, organ: { ...organ, kind: 'PUBLIC_INSTITUTION' } }))).toEqual([
      'ORGAN',
      '32',
    ]);
    const { data } = await designate({ ...input, organ });
    const notices = async (who: { role: string; unit: string }) =>
      (
        await world.ask(
          who,
          '{ organNotices { id designation kind unit { code } correctBy outcome publicPledgeOrdered } }',
        )
      ).data.organNotices;
    const finance = { role: 'department', unit: 'HLJ-FINANCE' };
    expect(await notices(finance)).toMatchObject([{ kind: 'AUDIT', designation: data.designate.id, outcome: null }]);
    expect(await notices(PERMIT_OFFICE)).toEqual([]);
    const report = (who: { role: string; unit: string }, notice: string, corrected?: boolean) =>
      world.ask(
        who,
        'mutation ($input: ReportOrganOutcomeInput!) { reportOrganOutcome(input: $input) { outcome corrected publicPledgeOrdered } }',
        { input: { id: notice, outcome: '已约谈并督促整改。', corrected } },
      );
    const [audit] = await notices(finance);
    expect((await report(PERMIT_OFFICE, audit.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await report(finance, audit.id)).data.reportOrganOutcome.outcome).toBe('已约谈并督促整改。');
    const order = await world.ask(
      AUTHORITY,
      'mutation ($input: OrderOrganCorrectionInput!) { orderOrganCorrection(input: $input) { id correctBy } }',
      { input: { designation: data.designate.id, correctBy: '2026-12-20' } },
    );
    const clocks = async () =>
      (await world.ask(AUTHORITY, '{ deadlines { nodes { kind dueOn status } } }')).data.deadlines.nodes.filter(
        (one: { kind: string }) => one.kind === 'organ.correct',
      );
    expect(await clocks()).toEqual([{ kind: 'organ.correct', dueOn: '2026-12-20', status: 'OPEN' }]);
    expect(fault(await report(AUTHORITY, order.data.orderOrganCorrection.id))).toEqual(['CORRECTED', '32']);
    const outcome = await report(AUTHORITY, order.data.orderOrganCorrection.id, false);
    // Article 32 §1: not corrected in time, a public pledge in the news media is ordered.
    expect(outcome.data.reportOrganOutcome.publicPledgeOrdered).toBe(true);
    expect((await clocks())[0].status).toBe('MET');
  });

  it('A07.1 A30.1 nothing unpublished has effect, no edition is changed, and only the department in charge publishes', async () => {
    const input = {
      code: 'PUNISH-NEW',
      edition: '2026-2',
      name: '示例惩戒措施',
      nameEn: 'Sample punishment',
      kind: 'PUNISHMENT',
      scope: 'AWARD_RESTRICTED',
      source: 'PROVINCIAL',
      legalBasis: '黑龙江省社会信用条例',
      grounds: ['DISRUPTING_MARKET_OR_SOCIAL_ORDER'],
      activities: ['AWARD_SELECTION'],
      maximumMonths: 6,
      effectiveFrom: '2026-11-21',
      publication: { reference: '示例公告', publishedOn: '2026-11-20' },
    };
    const publish = (change: object, who = AUTHORITY as { role: string; unit: string }) =>
      world.ask(who, 'mutation ($input: MeasureInput!) { publishMeasure(input: $input) { code edition } }', {
        input: { ...input, ...change },
      });
    expect(refusals(await publish({}, LABOUR))).toEqual(['publishMeasure FORBIDDEN ROLE 7']);
    expect(fault(await publish({ publication: { reference: '', publishedOn: '2026-11-20' } }))).toEqual([
      'NOT_PUBLISHED',
      '30',
    ]);
    expect(fault(await publish({ effectiveFrom: '2026-11-01' }))).toEqual(['RETROACTIVE', '7']);
    expect(fault(await publish({ maximumMonths: null }))).toEqual(['MEASURE_PERIOD', '31']);
    expect((await publish({})).data.publishMeasure).toEqual({ code: 'PUNISH-NEW', edition: '2026-2' });
    expect((await publish({ name: '另一名称' })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    const today = await world.ask(PERMIT_OFFICE, MAY_APPLY, { id: COMPANY, measure: 'PUNISH-NEW' }, DESK);
    expect(today.data.mayApply.reason).toBe('NOT_PUBLISHED');
  });

  it('A28.1 A31.1 ends by itself with its period: neither list nor measure are left', async () => {
    const short = await openWorld(kind);
    try {
      await short.ask(LABOUR, DESIGNATE, { input: { ...DECISION, subject: COMPANY, months: 1 } });
      const may = async () =>
        (await short.ask(PERMIT_OFFICE, MAY_APPLY, { id: COMPANY, measure: 'RESTRAINT-NO-FACILITATION' }, DESK)).data
          .mayApply;
      short.setNow('2026-12-20T23:00:00+08:00');
      expect((await may()).allowed).toBe(true);
      short.setNow('2026-12-21T00:10:00+08:00');
      expect(await may()).toMatchObject({ allowed: false, reason: 'NOT_LISTED' });
    } finally {
      await short.close();
    }
  });
});
