/**
 * Objections over time: help, a pause and the October holiday; a make-up Saturday; a year whose working days are not published yet (Article 39). Dates
 * are counted by hand from the arrangements of the State Council. A proof, because it lives through three months.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadYear } from '../../../subgraphs/clocks/load-year.ts';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import { COMPANY, MEI, OPERATOR, onEachDatabase, openWorld, subject, type World } from '../../kit.ts';
import { Y2027 } from '../../subgraphs/arranged-year.ts';
import { AMR, inWorld, LOOK, ONE, refusals, TAX } from './deciding.ts';

const CITY = { role: 'provider', unit: 'HRB-AMR' } as const;

onEachDatabase('an objection over time', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, as, decide, ask, answer, pause, resume, mine, looks, clocks } = inWorld(() => world);
  const on = (day: string): void => world.setNow(`${day}T10:00:00+08:00`);
  const penaltyOf = async () =>
    (await mine(MEI)).records.nodes.find(({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL');
  const labelled = async () => (await penaltyOf()).objection;

  it('A39.2 with help of another unit, a pause for an appraisal and the October holiday inside', async () => {
    on('2026-09-28');
    const penalty = await penaltyOf();
    const { id, deadline, decideBy } = await raise(MEI, { record: penalty.id, lodgedWith: 'HLJ-AMR' });
    // Monday 28 September; 29 and 30 count, 1 to 7 October is the holiday, Thursday 8 is the third.
    expect(decideBy).toBe('2026-10-08');
    const own = as(AMR, MEI, id);
    on('2026-09-29');
    const question = '请核实张小梅是否于五月受到该处罚。';
    const input = { objection: own, of: 'HRB-AMR', question };
    for (const [change, refused] of [
      [{ of: 'NO-SUCH-UNIT' }, 'BAD_USER_INPUT UNIT 39'],
      [{ of: 'HLJ-AMR' }, 'BAD_USER_INPUT UNIT 39'],
      [{ of: 'BANK-A' }, 'BAD_USER_INPUT UNIT 39'],
      [{ question: '' }, 'BAD_USER_INPUT REASON 39'],
      [{ objection: id }, 'NOT_FOUND NOT_FOUND'],
    ] as const)
      expect(refusals(await ask(AMR, { ...input, ...change }))).toEqual([`askForVerification ${refused}`]);
    expect(refusals(await ask(TAX, { ...input, objection: as(TAX, MEI, id) }))).toEqual([
      'askForVerification NOT_FOUND NOT_FOUND',
    ]);
    const asked = await ask(AMR, input);
    expect(asked.errors).toBeUndefined();
    expect(asked.data.askForVerification).toMatchObject({
      objection: own,
      of: { code: 'HRB-AMR' },
      askedOn: '2026-09-29',
      // Two working days: 30 September and 8 October.
      answerBy: '2026-10-08',
      // Seven in all: 29, 30, 8, 9, 10 (a Saturday that is worked), 12, 13.
      decideBy: '2026-10-13',
      provisional: false,
      answeredOn: null,
    });
    expect(asked.data.askForVerification.question).not.toContain('张小梅');
    expect(await labelled()).toEqual({ raisedOn: '2026-09-28', decideBy: '2026-10-13' });
    expect(refusals(await ask(AMR, input))).toEqual(['askForVerification CONFLICT ASKED_ALREADY']);
    // A second unit gives no more time.
    const more = await ask(AMR, { ...input, of: 'HLJ-TAX' });
    expect(more.data.askForVerification.decideBy).toBe('2026-10-13');
    // Whom it asked sees the one record, and answers; the subject reads all of it whole.
    const theirs = as(CITY, MEI, id);
    expect((await well(CITY, LOOK, { id: theirs })).objection.inQuestion).toMatchObject({
      recordId: as(CITY, MEI, penalty.id, 'RECORD'),
      subjectName: '张**',
    });
    expect(await looks(MEI)).toMatchObject([{ recipient: { code: 'HRB-AMR' }, caseReference: id }]);
    expect(refusals(await decide(CITY, { objection: theirs, upheld: false, reasons: '无误。' }))).toEqual([
      'decideObjection BAD_USER_INPUT WRONG_UNIT 39',
    ]);
    const { verifications } = (await well(subject(MEI), ONE, { id })).objection;
    expect(verifications.find((one: { of: { code: string } }) => one.of.code === 'HRB-AMR')).toMatchObject({
      question,
      answer: null,
    });
    // Its id is each recipient's own.
    const named = verifications.find((one: { of: { code: string } }) => one.of.code === 'HRB-AMR').id;
    const said = {
      id: as(CITY, MEI, named, 'VERIFICATION'),
      confirms: true,
      answer: '已核实，当事人张小梅确有该处罚。',
    };
    // Who asked does not answer, and a third unit knows of nothing.
    for (const [holder, other] of [
      [AMR, as(AMR, MEI, named, 'VERIFICATION')],
      [TAX, as(TAX, MEI, named, 'VERIFICATION')],
      [CITY, named],
    ] as const)
      expect(refusals(await answer(holder, { ...said, id: other }))).toEqual([
        'answerVerification NOT_FOUND NOT_FOUND',
      ]);
    // Late: after 8 October.
    on('2026-10-09');
    const answered = await answer(CITY, said);
    expect(answered.data.answerVerification).toMatchObject({ answeredOn: '2026-10-09', confirms: true });
    expect(answered.data.answerVerification.answer).not.toContain('张小梅');
    expect(refusals(await answer(CITY, said))).toEqual(['answerVerification CONFLICT ANSWERED']);
    expect(await clocks(OPERATOR, 'objection.help')).toContain('HRB-AMR 2026-09-29 2026-10-08 2026-10-09 LATE');
    // It knows how the objection stands, and sees the record no more.
    expect((await well(CITY, LOOK, { id: theirs })).objection).toEqual({ status: 'OPEN', inQuestion: null });
    expect((await well(subject(MEI), ONE, { id })).objection.verifications).toContainEqual(
      expect.objectContaining({ question, answer: said.answer, confirms: true }),
    );
    // From 9 October an appraisal takes time, which does not count.
    const document = '司鉴〔2026〕示例12号';
    const paused = { deadline, cause: 'APPRAISAL', document, on: '2026-10-09' };
    for (const [change, refused] of [
      [{ on: '2026-10-10' }, 'BAD_USER_INPUT DATE 39'],
      [{ on: '9.10.' }, 'BAD_USER_INPUT DATE 39'],
      [{ document: ' ' }, 'BAD_USER_INPUT DOCUMENT 39'],
      [{ on: '2026-09-25' }, 'CONFLICT CLOCK'],
      [{ deadline: id }, 'NOT_FOUND NOT_FOUND'],
    ] as const)
      expect(refusals(await pause(AMR, { ...paused, ...change }))).toEqual([`pauseClock ${refused}`]);
    expect(refusals(await pause(TAX, paused))).toEqual(['pauseClock NOT_FOUND NOT_FOUND']);
    expect(refusals(await resume(AMR, { deadline, document, on: '2026-10-09' }))).toEqual([
      'resumeClock CONFLICT CLOCK',
    ]);
    // Left out so far: the 9th. 29, 30, 8, 10, 12, 13, 14.
    expect((await pause(AMR, paused)).data.pauseClock).toMatchObject({ id: own, decideBy: '2026-10-14' });
    expect(await labelled()).toEqual({ raisedOn: '2026-09-28', decideBy: '2026-10-14' });
    expect(refusals(await pause(AMR, paused))).toEqual(['pauseClock CONFLICT CLOCK']);
    // Two days later the 10th, which was worked, is left out too: 29, 30, 8, 12, 13, 14, 15. The daily run tells it, and the label follows.
    on('2026-10-11');
    expect((await runDue(world.server.requestAs, world.server.platform.now))?.moved).toBe(1);
    expect(await labelled()).toEqual({ raisedOn: '2026-09-28', decideBy: '2026-10-15' });
    on('2026-10-12');
    const end = { deadline, document: '司鉴〔2026〕示例12-1号', on: '2026-10-12' };
    expect(refusals(await resume(AMR, { ...end, cause: 'TESTING' }))).toEqual(['resumeClock BAD_USER_INPUT CAUSE 39']);
    expect((await resume(AMR, { ...end, cause: 'APPRAISAL' })).data.resumeClock).toMatchObject({
      decideBy: '2026-10-15',
      pauses: [{ cause: 'APPRAISAL', document, from: '2026-10-09', until: '2026-10-12', untilDocument: end.document }],
    });
    // And a second one, for a day: 29, 30, 8, 12, 14, 15, 16.
    on('2026-10-14');
    await pause(AMR, { deadline, cause: 'TESTING', document: '检〔2026〕示例3号', on: '2026-10-13' });
    expect(
      (await resume(AMR, { ...end, document: '检〔2026〕示例4号', on: '2026-10-14' })).data.resumeClock.decideBy,
    ).toBe('2026-10-16');
    // Decided on its last day, while the tax bureau has not answered: its period ends with the decision, and so does what it sees.
    on('2026-10-16');
    const { data } = await decide(AMR, { objection: own, upheld: false, reasons: '经鉴定，记录无误。' });
    expect(data.decideObjection).toMatchObject({ status: 'REFUSED', decideBy: '2026-10-16', late: false });
    expect(await clocks(AMR, 'objection.decide-with-help')).toEqual(['HLJ-AMR 2026-09-28 2026-10-16 2026-10-16 MET']);
    expect(await clocks(TAX, 'objection.help')).toEqual(['HLJ-TAX 2026-09-29 2026-10-08 2026-10-16 LATE']);
    expect((await well(TAX, LOOK, { id: as(TAX, MEI, id) })).objection).toEqual({
      status: 'REFUSED',
      inQuestion: null,
    });
    expect(refusals(await pause(AMR, { ...paused, on: '2026-10-16' }))).toEqual([
      'pauseClock CONFLICT OBJECTION_CLOSED',
    ]);
    expect(refusals(await ask(AMR, input))).toEqual(['askForVerification CONFLICT OBJECTION_CLOSED']);
    expect(await labelled()).toBeNull();
  });

  it('A39.2 a Saturday that is worked counts', async () => {
    on('2026-10-08');
    const arrears = (await mine(COMPANY)).records.nodes.find(
      (one: { __typename: string }) => one.__typename === 'Arrears',
    );
    const { id, decideBy } = await raise(COMPANY, { record: arrears.id, lodgedWith: 'HLJ-TAX' });
    // Thursday 8 October; Friday 9, Saturday 10, which is worked, Monday 12.
    expect(decideBy).toBe('2026-10-12');
    on('2026-10-12');
    const { data } = await decide(TAX, { objection: id, upheld: false, reasons: '记录无误。' });
    expect(data.decideObjection.late).toBe(false);
  });

  it('A39.2 into a year without data: the date is provisional, and firm when its file is loaded; other periods are not paused', async () => {
    on('2026-12-30');
    const penalty = await penaltyOf();
    const { id, deadline } = await raise(MEI, { record: penalty.id, lodgedWith: 'HLJ-AMR', reasons: '不是我。' });
    const own = as(AMR, MEI, id);
    // Wednesday 30 December; 31 counts; of the next year Monday to Friday are taken for working days: 1 and 4 January.
    const { objection } = await well(AMR, ONE, { id: own });
    expect(objection).toMatchObject({ decideBy: '2027-01-04', provisional: true, deadline });
    expect(await labelled()).toEqual({ raisedOn: '2026-12-30', decideBy: '2027-01-04' });
    const loaded = await loadYear(
      world.server.requestAs,
      { source: 'https://example.invalid/2027', ...Y2027 },
      false,
      world.server.platform.now,
    );
    expect(loaded).toMatchObject({ outcome: 'LOADED' });
    // 1 January is a day off: 31, 4, 5.
    expect((await well(AMR, ONE, { id: own })).objection).toMatchObject({ decideBy: '2027-01-05', provisional: false });
    expect(await labelled()).toEqual({ raisedOn: '2026-12-30', decideBy: '2027-01-05' });
    // The unit's own period for what it found wrong is no period of an objection.
    const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
    const corrected = { record: as(AMR, MEI, penalty.id, 'RECORD'), reason: '金额', content: { fineYuan: '77.00' } };
    await well(AMR, CORRECT, { input: corrected });
    const { deadlines } = await well(AMR, '{ deadlines(first: 200) { nodes { id kind } } }');
    const other = deadlines.nodes.find((one: { kind: string }) => one.kind === 'error.correct');
    const paused = { deadline: other.id, cause: 'TESTING', document: '检〔2026〕示例9号', on: '2026-12-30' };
    expect(refusals(await pause(AMR, paused))).toEqual(['pauseClock BAD_USER_INPUT CLOCK 39']);
    // The label stays on the version that took its place.
    expect(await labelled()).toEqual({ raisedOn: '2026-12-30', decideBy: '2027-01-05' });
  });
});
