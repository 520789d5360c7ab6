/** An objection is decided: what is in question is seen by who decides, and what follows from the decision (Articles 39, 41 and 51). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { storedId } from '../../own-ids.ts';
import { AMR, inWorld, LOAN, LOOK, ONE, RECORDS, refusals, TAX } from './deciding.ts';

onDatabaseOfStep('an objection is decided', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, as, decide, mine, looks, changes, clocks } = inWorld(() => world);
  const penaltyOf = async () =>
    (await mine(MEI)).records.nodes.find(({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL');

  it('A39.2 A23.5 while it is open, who decides sees the one record, desensitized, and each look is an entry', async () => {
    const penalty = await penaltyOf();
    // The bank was shown it before.
    await well(BANK_A, RECORDS, { id: MEI }, LOAN);
    const { id } = await raise(MEI, { record: penalty.id, lodgedWith: 'HLJ-AMR' });
    const { objection } = await well(AMR, LOOK, { id: as(AMR, MEI, id) });
    expect(objection.inQuestion).toMatchObject({
      recordId: as(AMR, MEI, penalty.id, 'RECORD'),
      version: 1,
      item: { code: penalty.item.code },
      type: 'AdministrativePenalty',
      subjectName: '张**',
    });
    expect(objection.inQuestion.content.documentNumber).toBe(penalty.documentNumber);
    expect(JSON.stringify(objection)).not.toContain('张小梅');
    // Without purpose and case of the caller: the objection is the case.
    expect(await looks(MEI)).toEqual([
      {
        recipient: { code: 'HLJ-AMR' },
        caseReference: id,
        seen: 'DESENSITIZED',
        items: [{ code: penalty.item.code }],
        records: [{ recordId: penalty.id, version: 1 }],
        bases: [{ article: '39', items: [penalty.item.code] }],
      },
    ]);
    // Nobody else: not the subject, who reads it whole anyway, nor who oversees, nor another unit, which learns of no objection.
    for (const [holder, own] of [
      [subject(MEI), id],
      [OPERATOR, id],
      [AUTHORITY, id],
    ] as const)
      expect((await well(holder, LOOK, { id: own })).objection).toEqual({ status: 'OPEN', inQuestion: null });
    for (const own of [as(TAX, MEI, id), id]) expect((await well(TAX, LOOK, { id: own })).objection).toBeNull();
    expect(refusals(await world.ask(BANK_A, LOOK, { id }))).toEqual(['objection FORBIDDEN ROLE 39']);
    expect(await looks(MEI)).toHaveLength(1);
  });

  it('A39.2 another unit decides nothing, and who may know of it is told who does', async () => {
    const [{ caseReference: id }] = (await looks(MEI)) as unknown as [{ caseReference: string }];
    const input = { objection: id, upheld: false, reasons: '决定书无误。' };
    expect(refusals(await decide(TAX, { ...input, objection: as(TAX, MEI, id) }))).toEqual([
      'decideObjection NOT_FOUND NOT_FOUND',
    ]);
    expect(refusals(await decide(AMR, input))).toEqual(['decideObjection NOT_FOUND NOT_FOUND']);
    expect(refusals(await decide(OPERATOR, input))).toEqual(['decideObjection BAD_USER_INPUT WRONG_UNIT 39']);
    expect(refusals(await decide(AUTHORITY, input))).toEqual(['decideObjection FORBIDDEN ROLE 39']);
    const own = { ...input, objection: as(AMR, MEI, id) };
    for (const [change, refused] of [
      [{ reasons: ' ' }, 'BAD_USER_INPUT REASON 39'],
      [{ reasons: '长'.repeat(4_001) }, 'BAD_USER_INPUT REASON 39'],
      [{ correction: { content: { fineYuan: '1.00' } } }, 'BAD_USER_INPUT CORRECTION 39'],
      [{ upheld: true, nextRemedy: 'LITIGATION' }, 'BAD_USER_INPUT REMEDY 41'],
      [{ upheld: true, correction: { record: 'x' } }, 'BAD_USER_INPUT CORRECTION 39'],
      [{ upheld: true, correction: {} }, 'BAD_USER_INPUT CORRECTION 39'],
      [{ upheld: true, correction: { occurredOn: 3 } }, 'BAD_USER_INPUT CORRECTION 39'],
      [{ upheld: true, correction: { content: { fineYuan: 'viel' } } }, 'BAD_USER_INPUT CONTENT 38'],
      [{ upheld: true, correction: { occurredOn: '2027-01-01' } }, 'BAD_USER_INPUT DATE_FUTURE 38'],
    ] as const)
      expect(refusals(await decide(AMR, { ...own, ...change }))).toEqual([`decideObjection ${refused}`]);
    expect((await well(subject(MEI), ONE, { id })).objection).toMatchObject({ status: 'OPEN', decision: null });
    expect((await penaltyOf()).version).toBe(1);
  });

  it('A39.2 A39.4 upheld with what is right: a new version, told to whoever was shown the one before, who looked among them', async () => {
    const [{ caseReference: id }] = (await looks(MEI)) as unknown as [{ caseReference: string }];
    const penalty = await penaltyOf();
    const input = {
      objection: as(AMR, MEI, id),
      upheld: true,
      reasons: '经核对，张小梅的罚款金额应为88元。',
      correction: { content: { fineYuan: '88.00' } },
    };
    const { data, errors } = await decide(AMR, input);
    expect(errors).toBeUndefined();
    expect(data.decideObjection).toMatchObject({
      status: 'UPHELD',
      decidedOn: '2026-11-20',
      late: false,
      nextRemedy: null,
      // Who was shown it is not the provider's to know.
      recipientsToNotify: 0,
    });
    expect(data.decideObjection.reasons).not.toContain('张小梅');
    expect((await well(subject(MEI), ONE, { id })).objection).toMatchObject({
      status: 'UPHELD',
      reasons: '经核对，张小梅的罚款金额应为88元。',
      application: '决定书上的金额不同。',
      recipientsToNotify: 0,
    });
    expect((await well(OPERATOR, ONE, { id })).objection.recipientsToNotify).toBe(1);
    expect(await penaltyOf()).toMatchObject({ version: 2, fineYuan: '88.00', objection: null });
    const told = { kind: 'CORRECTED', recordId: as(BANK_A, MEI, penalty.id, 'RECORD'), version: 2 };
    expect(await changes(BANK_A)).toContainEqual(told);
    expect(await clocks(AMR, 'objection.decide')).toEqual(['HLJ-AMR 2026-11-20 2026-11-25 2026-11-20 MET']);
    // Nobody looks any more, and it is decided once.
    expect((await well(AMR, LOOK, { id: as(AMR, MEI, id) })).objection).toEqual({ status: 'UPHELD', inQuestion: null });
    expect(await looks(MEI)).toHaveLength(1);
    expect(refusals(await decide(AMR, input))).toEqual(['decideObjection CONFLICT OBJECTION_CLOSED']);
    expect(storedId(world, AMR, input.objection, 'OBJECTION')).toBe(id);
  });

  it('A39.2 A41.1 refused, late: with the reasons and the next remedy, recorded as late, the record stands without its label', async () => {
    const penalty = await penaltyOf();
    const { id } = await raise(MEI, { record: penalty.id, lodgedWith: 'HLJ-AMR' });
    expect((await penaltyOf()).objection).toEqual({ raisedOn: '2026-11-20', decideBy: '2026-11-25' });
    world.setNow('2026-11-26T09:00:00+08:00');
    const reasons = '决定书所载金额与记录一致。';
    const { data } = await decide(AMR, {
      objection: as(AMR, MEI, id),
      upheld: false,
      reasons,
      nextRemedy: 'LITIGATION',
    });
    expect(data.decideObjection).toMatchObject({
      status: 'REFUSED',
      reasons,
      nextRemedy: 'LITIGATION',
      decidedOn: '2026-11-26',
      late: true,
      recipientsToNotify: 0,
    });
    expect(await penaltyOf()).toMatchObject({ version: 2, objection: null });
    expect(await clocks(AUTHORITY, 'objection.decide')).toContain('HLJ-AMR 2026-11-20 2026-11-25 2026-11-26 LATE');
  });

  it('A39.2 A39.4 upheld without what is right: the record falls, and whoever was shown it is told', async () => {
    const [arrears] = (await mine(COMPANY)).records.nodes.filter(
      (one: { __typename: string }) => one.__typename === 'Arrears',
    );
    await well(BANK_A, RECORDS, { id: COMPANY }, LOAN);
    const { id } = await raise(COMPANY, { record: arrears.id, lodgedWith: 'HLJ-TAX' });
    expect((await well(TAX, LOOK, { id })).objection.inQuestion).toMatchObject({
      recordId: arrears.id,
      type: 'Arrears',
    });
    const { data } = await decide(TAX, { objection: id, upheld: true, reasons: '系另一同名企业的欠税。' });
    expect(data.decideObjection).toMatchObject({ status: 'UPHELD', reasons: '系另一同名企业的欠税。' });
    const left = (await mine(COMPANY)).records.nodes;
    expect(left.some((one: { id: string }) => one.id === arrears.id)).toBe(false);
    const { subject: seen } = await well(BANK_A, RECORDS, { id: COMPANY }, LOAN);
    expect(seen.records.nodes.some((one: { id: string }) => one.id === arrears.id)).toBe(false);
    expect(await changes(BANK_A)).toContainEqual({ kind: 'WITHDRAWN', recordId: arrears.id, version: 1 });
    expect(await clocks(BANK_A, 'correction.act')).toContain('BANK-A 2026-11-26 2026-12-01 - OPEN');
    expect((await well(OPERATOR, ONE, { id })).objection.recipientsToNotify).toBe(1);
  });
});
