/** Texts of decisions that lie in plain, from before they were sealed (Articles 23 and 35): read as before, sealed once, masked anew for others. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import { sealPlainTexts } from '../../subgraphs/index.ts';
import { remakeAll } from '../../subgraphs/redaction/job.ts';
import { dumpOf, placesOf } from '../dump.ts';
import { type Holder, onDatabaseOfStep, openWorld, subject, type World } from '../kit.ts';
import { DECISION, DESIGNATE, LABOUR } from '../stories/listing.ts';
import { penalty, submit } from '../stories/withheld.ts';
import { LISTED, namedInRecord, OWN } from './planted-texts.ts';

/** Held by nobody's delivery before. Check character by GB 32100. */
const OLD = { type: 'USCC', value: '51239999MA9XY0231C' } as const;
/** A word of every day that is a name too, which nothing but a column tells. */
const OTHER = '安静';

onDatabaseOfStep('what lies in plain from before', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const well = async (holder: Holder | null, query: string) => {
    const { data, errors } = await world.ask(holder, query, { id: OLD });
    expect(errors).toBeUndefined();
    return data;
  };
  const designate = (input: object) => world.ask(LABOUR, DESIGNATE, { input: { ...DECISION, subject: OLD, ...input } });
  const bases = async (): Promise<string[]> =>
    (await well(null, LISTED)).subject.designations.map((one: { basisDocument: string }) => one.basisDocument);

  const WHOLE = `${OTHER}之友案，电话13700001111。`;
  const SAID = {
    basisDocument: `${WHOLE}〔2025〕1号`,
    decisionNumber: `${WHOLE}1`,
    reasons: `${WHOLE}2`,
    removalConditions: `${WHOLE}3`,
    remedies: `${WHOLE}4`,
    evidence: null,
  };
  const asUnit = (statement: string) =>
    world.server.requestAs({ role: 'DEPARTMENT', unit: 'HLJ-HRSS' }).write('designate', (em) => em.execute(statement));

  it('A23.4 A35.1 is read by the subject as before, is sealed once, and is masked anew for others', async () => {
    await submit(world, 'PENALTY-GENERAL', penalty(OLD, 8));
    const of = world.server.platform.secrets.subjectId(OLD.type, OLD.value);
    const [designation, incentive, waiver, notice] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    for (const statement of [
      `insert into sanctions.designation (subject_id, id, personal, list, item, ground, basis_document, designated_on, displayed_until, display,
        designating_unit) values ('${of}', '${designation}', false, 'WAGE', 'LIST-WAGE', 'DISRUPTING_MARKET_OR_SOCIAL_ORDER', '${SAID.basisDocument}', '2025-11-20',
        '2028-11-20', 'DISPLAYED', 'HLJ-HRSS')`,
      `insert into sanctions.decision (subject_id, designation_id, decision_number, reasons, removal_conditions, remedies)
        values ('${of}', '${designation}', '${SAID.decisionNumber}', '${SAID.reasons}', '${SAID.removalConditions}', '${SAID.remedies}')`,
      `insert into sanctions.incentive (subject_id, id, personal, list, item, designated_on, display, designating_unit, decision_number, basis_document)
        values ('${of}', '${incentive}', false, 'MODEL', 'INCENTIVE-MODEL', '2025-11-20', 'ARCHIVED', 'HLJ-HRSS', '${WHOLE}', '${WHOLE}')`,
      `insert into sanctions.removal (subject_id, designation_id, unit, reason, removed_at) values ('${of}', '${incentive}', 'HLJ-HRSS', '${WHOLE}', now())`,
      `insert into sanctions.waiver (subject_id, id, unit, basis_document, conduct, warning, waived_on)
        values ('${of}', '${waiver}', 'HLJ-HRSS', '${WHOLE}旧', '${WHOLE}', null, '2025-11-20')`,
      `insert into sanctions.organ_notice (subject_id, id, designation_id, kind, unit, designating_unit, told_on, outcome)
        values ('${of}', '${notice}', '${designation}', 'AUDIT', 'HLJ-FINANCE', 'HLJ-HRSS', '2025-11-20', '已整改。${WHOLE}')`,
    ])
      await asUnit(statement);
    const asked = randomUUID();
    await world.server
      .requestAs({ role: 'SUBJECT', subject: { id: of, type: OLD.type, value: OLD.value } })
      .write('designate', (em) =>
        em.execute(`insert into sanctions.reexamination (subject_id, id, designation_id, unit, reasons, status, requested_on, decide_by, provisional)
          values ('${of}', '${asked}', '${designation}', 'HLJ-HRSS', '${WHOLE}', 'PENDING', '2025-11-20', '2025-11-25', false)`),
      );
    await asUnit(
      `update sanctions.reexamination set status = 'REFUSED', decision = '${WHOLE}', decided_on = '2025-11-21' where id = '${asked}'`,
    );
    const own = async () => {
      const { me } = await well(subject(OLD), OWN);
      return { designations: me.designations, waivers: me.waivers, reexaminations: me.reexaminations };
    };
    const outcomes = async () =>
      (await well({ role: 'department', unit: 'HLJ-FINANCE' }, '{ organNotices { outcome } }')).organNotices.map(
        (one: { outcome: string | null }) => one.outcome,
      );
    const whole = {
      designations: [SAID],
      waivers: [{ basisDocument: `${WHOLE}旧`, conduct: WHOLE, warning: null }],
      reexaminations: [{ status: 'REFUSED', reasons: WHOLE }],
    };
    expect(await own()).toEqual(whole);
    expect(await bases()).toEqual([WITHHELD_TEXT]);
    expect(await outcomes()).toContain(WITHHELD_TEXT);
    // A document of before is known again by its whole name.
    const again = await designate({ basisDocument: SAID.basisDocument });
    expect(again.errors?.[0]?.extensions).toMatchObject({ reason: 'LISTED_ALREADY' });

    expect(await sealPlainTexts(world.server.requestAs)).toBe(6);
    expect(await sealPlainTexts(world.server.requestAs)).toBe(0);
    expect(await own()).toEqual(whole);
    expect((await designate({ basisDocument: SAID.basisDocument })).errors?.[0]?.extensions).toMatchObject({
      reason: 'LISTED_ALREADY',
    });
    await namedInRecord(world, OLD, 9, OTHER);
    expect((await remakeAll(world.server.requestAs, 10)).failed).toBe(0);
    expect(await own()).toEqual(whole);
    const [seen = ''] = await bases();
    expect(seen).not.toBe(WITHHELD_TEXT);
    const told = (await outcomes()).find((one: string | null) => one?.startsWith('已整改'));
    expect(told).toBeDefined();
    for (const text of [OTHER, '13700001111'])
      expect([seen.includes(text), told?.includes(text)]).toEqual([false, false]);
    expect(placesOf(await dumpOf(world), ['13700001111', `${OTHER}之友`])).toEqual([]);
  });
});
