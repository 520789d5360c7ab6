/** A listed company with two persons on its account is restored (Articles 33 and 40): all three leave the list, and what was asked about it waits no more. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  COMPANY,
  type Identifier,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../../kit.ts';
import { DECISION, DESIGNATE, DESK, LABOUR, MAY_APPLY, SECOND, STRANGER } from '../listing.ts';
import { inWorld, LIST, OF_UNIT, refusals } from './restoring.ts';

const ON_LIST =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { designations { id list { code } onAccountOf } } }';
const OWN = '{ me { designations { id } objections { nodes { id status } } reexaminations { id status } } }';
const MATTER = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { token measures { code } findings { kind designationId }
  pledge { eligible reasons } } }`;
const CHANGES = '{ changes(first: 200) { nodes { kind recordId } } }';
const CLOCKS = '{ deadlines(first: 200) { nodes { kind reference metOn status } } }';

onDatabaseOfStep('a listed company is restored with the persons on its account', (kind) => {
  let world: World;
  let id = '';
  let application = '';
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    const { designate } = await well(LABOUR, DESIGNATE, {
      input: {
        ...DECISION,
        subject: COMPANY,
        months: 36,
        designatedOn: '2025-11-20',
        responsible: [
          { subject: STRANGER, subjectName: '赵新', role: 'LEGAL_REPRESENTATIVE', evidence: '登记档案' },
          { subject: SECOND, subjectName: '钱维', role: 'ACTUAL_CONTROLLER', evidence: '调查笔录' },
        ],
      },
    });
    id = designate.id;
  });
  afterAll(() => world.close());
  const { well, punish, apply, decide, conditions, mine } = inWorld(() => world);
  const listed = async (who: Identifier) => (await well(null, ON_LIST, { id: who })).subject?.designations ?? [];
  const may = async (measure: string) =>
    (await well(PERMIT_OFFICE, MAY_APPLY, { id: COMPANY, measure }, DESK)).mayApply.allowed;

  it('A40.1 twelve months on the list are the minimum, where its standard says nothing else', async () => {
    // The last day of twelve months from 2025-11-20 is today.
    expect(await conditions(COMPANY, { designation: id })).toMatchObject({
      earliest: '2026-11-21',
      minimumMonths: 12,
      displayedUntil: '2028-11-20',
      unmetConditions: ['MINIMUM_PERIOD', 'CORRECTED', 'DUTIES_PERFORMED', 'PLEDGE'],
    });
    expect(refusals(await apply(COMPANY, { designation: id }))).toEqual([
      'applyForRestoration BAD_USER_INPUT TOO_EARLY 40',
    ]);
    expect(refusals(await apply(COMPANY, { record: id }))).toEqual([
      'applyForRestoration BAD_USER_INPUT WRONG_KIND 40',
    ]);
    world.setNow('2026-11-21T09:00:00+08:00');
  });

  it('A33.1 A40.1 refused with reasons and a day: on it, and not before, it is applied for again', async () => {
    const first = await apply(COMPANY, { designation: id });
    application = first.data.applyForRestoration.id;
    expect((await well(LABOUR, OF_UNIT)).restorations.nodes[0]).toMatchObject({ id: application, pledge: null });
    const { data } = await decide({
      id: application,
      granted: false,
      reasons: '尚有两名职工的工资未足额支付。',
      againFrom: '2026-12-21',
    });
    expect(data.decideRestoration).toMatchObject({ status: 'REFUSED', againFrom: '2026-12-21' });
    expect((await listed(COMPANY)).map((one: { id: string }) => one.id)).toEqual([id]);
    const { restorations, messages } = await mine(COMPANY);
    expect(restorations[0]).toMatchObject({
      status: 'REFUSED',
      reasons: '尚有两名职工的工资未足额支付。',
      decision: null,
    });
    const told = messages.nodes.find((one: { kind: string }) => one.kind === 'RESTORATION_REFUSED');
    expect(told.text).toContain('2026-12-21');
    expect((await conditions(COMPANY, { designation: id })).earliest).toBe('2026-12-21');
    world.setNow('2026-12-20T09:00:00+08:00');
    expect(refusals(await apply(COMPANY, { designation: id }))).toEqual([
      'applyForRestoration BAD_USER_INPUT AGAIN_FROM 40',
    ]);
    world.setNow('2026-12-21T09:00:00+08:00');
    application = (await apply(COMPANY, { designation: id })).data.applyForRestoration.id;
  });

  it('A33.1 A40.1 restored: the company and both persons leave the list, and each is told; its penalty stays for its own period', async () => {
    const penalty = await punish(COMPANY, '哈尔滨示例冰雪设备有限公司');
    expect(await may('RESTRAINT-NO-FACILITATION')).toBe(true);
    const before = await well(PERMIT_OFFICE, MATTER, { id: COMPANY }, DESK);
    expect(before.matterCheck.pledge).toEqual({ eligible: false, reasons: ['SERIOUSLY_UNTRUSTWORTHY'] });
    expect(before.matterCheck.findings.some((one: { designationId: string }) => one.designationId === id)).toBe(true);
    // What was asked about it while it waits: an objection of the company, a re-examination of a person on its account.
    await well(subject(COMPANY), 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id } }', {
      input: { about: 'DESIGNATION', designation: id, reasons: '认定日期有误。', lodgedWith: 'HLJ-HRSS' },
    });
    const [{ id: ofPerson }] = (await well(subject(STRANGER), OWN)).me.designations;
    await well(
      subject(STRANGER),
      'mutation ($input: RequestReexaminationInput!) { requestReexamination(input: $input) { id } }',
      { input: { designation: ofPerson, reasons: '本人已于认定前离任。' } },
    );
    // A person on its account may apply by herself, too.
    const [{ id: ofSecond }] = (await well(subject(SECOND), OWN)).me.designations;
    expect((await apply(SECOND, { designation: ofSecond })).data.applyForRestoration.status).toBe('PENDING');

    const { data, errors } = await decide({ id: application });
    expect(errors).toBeUndefined();
    expect(data.decideRestoration.status).toBe('GRANTED');
    for (const who of [COMPANY, STRANGER, SECOND]) {
      expect(await listed(who)).toEqual([]);
      expect((await well(subject(who), OWN)).me.designations).toEqual([]);
      const { messages } = await mine(who);
      const [told] = messages.nodes.filter((one: { kind: string }) => one.kind === 'RESTORED');
      expect(told.text).toContain('2026-12-21');
      expect(messages.nodes.some((one: { kind: string }) => one.kind === 'WITHDRAWN')).toBe(false);
    }
    expect(await may('RESTRAINT-NO-FACILITATION')).toBe(false);
    const after = await well(PERMIT_OFFICE, MATTER, { id: COMPANY }, DESK);
    expect(after.matterCheck).toMatchObject({ measures: [], pledge: { eligible: true, reasons: [] } });
    expect(after.matterCheck.token).not.toBe(before.matterCheck.token);
    expect(after.matterCheck.findings.some((one: { designationId: string | null }) => one.designationId === id)).toBe(
      false,
    );
    expect((await well(PERMIT_OFFICE, CHANGES)).changes.nodes).toContainEqual({ kind: 'RESTORED', recordId: id });
    // What was done stays displayed where a record says it, for its own period.
    const shown = await well(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-SERIOUS"]) { nodes { id } } } }',
      { id: COMPANY },
    );
    expect(shown.subject.records.nodes).toContainEqual({ id: penalty });
  });

  it('A35.2 A39.2 A40.1 what was asked about it waits no more, and neither does an application of who left the list with it', async () => {
    expect(
      (await well(subject(COMPANY), OWN)).me.objections.nodes.map((one: { status: string }) => one.status),
    ).toEqual(['LAPSED']);
    expect((await well(subject(STRANGER), OWN)).me.reexaminations.map((one: { status: string }) => one.status)).toEqual(
      ['LAPSED'],
    );
    expect((await mine(SECOND)).restorations.map((one: { status: string }) => one.status)).toEqual(['LAPSED']);
    const clocks = (await well(AUTHORITY, CLOCKS)).deadlines.nodes.filter((one: { kind: string }) =>
      ['objection.decide', 'reexamination.decide', 'restoration.decide'].includes(one.kind),
    );
    expect(clocks).toHaveLength(5);
    expect(clocks.every((one: { status: string }) => one.status !== 'OPEN' && one.status !== 'OVERDUE')).toBe(true);
    const waiting = await well(OPERATOR, LIST, { status: 'PENDING' });
    expect(waiting.restorations.totalCount).toBe(0);
    // On the list again only by a new decision.
    expect(refusals(await world.ask(LABOUR, DESIGNATE, { input: { ...DECISION, subject: COMPANY } }))).toEqual([
      'designate CONFLICT FELL',
    ]);
  });

  it('A40.1 A25.1 a standard of a list may say another minimum, for what is listed under it from then on', async () => {
    const input = {
      list: 'WAGE',
      edition: '2026-2',
      citation: '示例：拖欠农民工工资失信联合惩戒对象名单管理办法（修订）',
      grounds: ['DISRUPTING_MARKET_OR_SOCIAL_ORDER'],
      designatingUnits: ['HLJ-HRSS'],
      maximumMonths: 36,
      restorationMonths: 6,
      effectiveFrom: '2026-12-21',
      publication: { reference: '示例公告第2号', publishedOn: '2026-12-21' },
    };
    const publish =
      'mutation ($input: StandardInput!) { publishStandard(input: $input) { standard { edition restorationMonths } } }';
    expect((await well(AUTHORITY, publish, { input })).publishStandard.standard).toEqual({
      edition: '2026-2',
      restorationMonths: 6,
    });
    const { designate } = await well(LABOUR, DESIGNATE, {
      input: { ...DECISION, subject: COMPANY, basisDocument: '黑劳监处〔2026〕示例902号行政处理决定书' },
    });
    expect(designate.standardEdition).toBe('2026-2');
    // Six months from 2026-12-21 end on 2027-06-21.
    expect(await conditions(COMPANY, { designation: designate.id })).toMatchObject({
      earliest: '2027-06-22',
      minimumMonths: 6,
    });
  });
});
