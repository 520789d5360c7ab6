/** A pledge as it is verified: ordered to be made good, not kept, barred, and open again (Articles 45 and 46). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  MARKET_REGULATION,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  type World,
} from '../kit.ts';
import { DESK } from './listing.ts';
import {
  CHANGES,
  CITY,
  CORRECT,
  FAILED_DELIVERY,
  FAILED_FINDING,
  inWorld,
  MATTER,
  ORDER,
  refusals,
  SUBMIT,
  VERIFY,
} from './pledging.ts';

onDatabaseOfStep('a pledge that is verified', (kind) => {
  let world: World;
  let first = '';
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    first = (await record()).data.recordPledge.id;
  });
  afterAll(() => world.close());
  const { ask, well, record, recordOf, deadlines } = inWorld(() => world);

  it('A46.1 is not told to have failed before correction was ordered and its period passed, by whatever way', async () => {
    const failed = { id: first, ...FAILED_FINDING };
    expect(refusals(await ask(CITY, VERIFY, { input: failed }))).toEqual(['verifyPledge CONFLICT PLEDGE_NO_ORDER']);
    expect(refusals(await ask(CITY, VERIFY, { input: { ...failed, document: null } }))).toEqual([
      'verifyPledge BAD_USER_INPUT BASIS_REQUIRED 27',
    ]);
    for (const correctBy of ['2026-11-20', 'soon'])
      expect((await ask(CITY, ORDER, { id: first, correctBy })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(refusals(await ask(MARKET_REGULATION, ORDER, { id: first, correctBy: '2026-12-21' }))).toEqual([
      'orderPledgeCorrection NOT_FOUND NOT_FOUND',
    ]);
    const ordered = await well(CITY, ORDER, { id: first, correctBy: '2026-12-21' });
    expect(ordered.orderPledgeCorrection).toMatchObject({ orderedOn: '2026-11-20', correctBy: '2026-12-21' });
    expect(refusals(await ask(CITY, ORDER, { id: first, correctBy: '2026-12-31' }))).toEqual([
      'orderPledgeCorrection CONFLICT PLEDGE_ORDER',
    ]);
    expect(await deadlines(first)).toEqual([
      { kind: 'pledge.correct', startedOn: '2026-11-20', dueOn: '2026-12-21', metOn: null, status: 'OPEN' },
      { kind: 'pledge.verify', startedOn: '2026-11-20', dueOn: '2027-01-20', metOn: '2026-11-20', status: 'MET' },
    ]);
    expect(refusals(await ask(CITY, VERIFY, { input: failed }))).toEqual(['verifyPledge CONFLICT PLEDGE_ORDER_RUNS']);
    // Neither as a correction nor as another delivery of the same pledge.
    const correction = { record: first, reason: '未履行', content: { performance: 'FAILED' }, basisDocument: '示例' };
    expect(
      refusals(
        await ask(CITY, CORRECT, {
          input: correction,
        }),
      ),
    ).toEqual(['correctRecord CONFLICT PLEDGE_UNDER_CHECK']);
    const delivered = await well(CITY, SUBMIT, { input: FAILED_DELIVERY });
    expect(delivered.submitRecords).toEqual({
      accepted: 0,
      corrected: 0,
      rejected: [{ row: 0, code: 'PLEDGE_UNDER_CHECK' }],
    });
    expect((await recordOf(first)).performance).toBe('PENDING');
  });

  it('A45.1 A46.1 A39.4 not kept, it is untrustworthy for a year, told to who was shown it, and bars until that year is over', async () => {
    const loan = { purpose: 'LOAN_ORIGINATION' };
    expect((await recordOf(first, COMPANY, BANK_A, loan)).nature).toBe('NEUTRAL');
    expect((await well(PERMIT_OFFICE, MATTER, { id: COMPANY }, DESK)).matterCheck.pledge).toEqual({
      eligible: true,
      reasons: [],
    });
    world.setNow('2026-12-22T10:00:00+08:00');
    const input = { id: first, ...FAILED_FINDING };
    expect((await well(CITY, VERIFY, { input })).verifyPledge).toMatchObject({
      outcome: 'FAILED',
      reasons: '逾期未补交平面图。',
      verifiedOn: '2026-12-22',
    });
    expect(refusals(await ask(CITY, VERIFY, { input }))).toEqual(['verifyPledge CONFLICT PLEDGE_VERIFIED']);
    expect(await recordOf(first)).toMatchObject({
      version: 2,
      nature: 'UNTRUSTWORTHY',
      performance: 'FAILED',
      // Counted from the finding, twelve months at most (Article 37 §2).
      displayedUntil: '2027-12-22',
    });
    expect((await deadlines(first)).map(({ metOn }: { metOn: string }) => metOn)).toEqual(['2026-12-22', '2026-11-20']);
    expect((await well(BANK_A, CHANGES)).changes.nodes).toContainEqual({
      kind: 'CORRECTED',
      recordId: first,
      version: 2,
    });
    const { matterCheck } = await well(PERMIT_OFFICE, MATTER, { id: COMPANY }, DESK);
    expect(matterCheck.pledge).toEqual({ eligible: false, reasons: ['PLEDGE_FAILED'] });
    expect(matterCheck.findings.find((finding: { recordId: string }) => finding.recordId === first)).toMatchObject({
      kind: 'UNTRUSTWORTHY_RECORD',
      article: '27',
    });
    const next = { document: '哈市监诺〔2027〕示例701号', pledgedOn: '2026-12-22', permittedOn: '2026-12-22' };
    expect(refusals(await record(next))).toEqual(['recordPledge CONFLICT PLEDGE_CLOSED']);
    // A correction of another part of it keeps the day that the display counts from.
    const corrected = { record: first, reason: '事项名称有误', content: { matter: '食品经营许可（新办）' } };
    world.setNow('2027-01-11T10:00:00+08:00');
    await well(CITY, CORRECT, {
      input: corrected,
    });
    expect(await recordOf(first)).toMatchObject({ version: 3, nature: 'UNTRUSTWORTHY', displayedUntil: '2027-12-22' });
    world.setNow('2027-12-22T10:00:00+08:00');
    expect(refusals(await record(next))).toEqual(['recordPledge CONFLICT PLEDGE_CLOSED']);
    world.setNow('2027-12-23T10:00:00+08:00');
    expect((await record(next)).errors).toBeUndefined();
    expect(await recordOf(first)).toBeUndefined();
  });

  it('A46.1 one that is not verified in two months is overdue, to its unit and to who oversees it; performed, it is done', async () => {
    world.setNow('2027-12-24T10:00:00+08:00');
    const { data } = await record({
      document: '哈市监诺〔2027〕示例702号',
      pledgedOn: '2027-12-22',
      permittedOn: '2027-12-23',
    });
    const { id } = data.recordPledge;
    world.setNow('2028-02-24T10:00:00+08:00');
    const overseen = await well(OPERATOR, '{ deadlines(status: OVERDUE, first: 200) { nodes { reference } } }');
    expect(overseen.deadlines.nodes.map(({ reference }: { reference: string }) => reference)).toContain(id);
    const page =
      '{ open: pledgeChecks(open: true, first: 1) { totalCount pageInfo { hasNextPage } nodes { id } } all: pledgeChecks { totalCount } }';
    const { open, all } = await well(CITY, page);
    // Of the three of the company one was verified.
    expect([open.totalCount, all.totalCount, open.pageInfo.hasNextPage, open.nodes[0].id]).toEqual([2, 3, true, id]);
    expect((await well(MARKET_REGULATION, '{ pledgeChecks { totalCount } }')).pledgeChecks.totalCount).toBe(0);
    const input = { id, outcome: 'PERFORMED', reasons: '现场核查，已履行。' };
    await well(CITY, VERIFY, { input });
    expect(await recordOf(id)).toMatchObject({ performance: 'PERFORMED', nature: 'NEUTRAL', displayedUntil: null });
    expect((await deadlines(id)).map(({ status }: { status: string }) => status)).toEqual(['LATE']);
  });
});
