/** The label of an open objection is with what is objected to wherever it is shown, from the moment it is set until it is taken off (Article 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  type Identifier,
  LISTED,
  MEI,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  type World,
} from '../../kit.ts';
import { MODEL } from '../assessing.ts';
import { DESK } from '../listing.ts';
import { MATTER_CHECK } from '../operations.ts';
import { fetchReport, make, payload, textOfPdf, verify } from '../report-kit.ts';
import {
  BATCH,
  CHANGES,
  COLLECTED,
  LOAN,
  LOOK,
  labelled,
  MAY_APPLY,
  messagesOf,
  OBJECTED,
  type Shown,
} from './labelling.ts';
import { inWorld, refusals } from './objecting.ts';

onDatabaseOfStep('the label of an objection', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, withdraw, heldOf } = inWorld(() => world);

  const look = async (holder: Holder | null, id: Identifier, headers: Headers = {}) => {
    const { subject: seen } = await well(holder, LOOK, { id }, headers);
    return {
      records: labelled(seen.records.nodes),
      designations: labelled(seen.designations),
      incentives: labelled(seen.incentives),
      statements: labelled(seen.statements),
    };
  };
  const objectedTo = async (holder: Holder): Promise<string[]> =>
    (await well(holder, CHANGES)).changes.nodes
      .filter((node: { kind: string }) => node.kind === 'OBJECTED')
      .map((node: { item: { code: string } }) => node.item.code)
      .sort();

  it('A39.1 A39.4 on a record: for anyone who looks it up, one by one or many, in feeds and reports; and off again', async () => {
    const { registration } = await heldOf(COMPANY);
    // The sample has a label of its own on one penalty.
    const before = await look(null, COMPANY);
    const report = (await make(world, BANK_A, { subject: COMPANY, language: 'zh' }, LOAN)).body;
    expect(await objectedTo(BANK_A)).toEqual([]);
    const { id } = (await raise(COMPANY, { record: registration.id, lodgedWith: 'HLJ-AMR' })).data.raiseObjection;
    const mark = 'REG-ENTERPRISE 2026-11-20';
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [PERMIT_OFFICE, DESK],
    ] as const) {
      const seen = await look(holder, COMPANY, headers);
      expect(seen.records).toContain(mark);
      // What it says of the subject bears the label too.
      expect(seen.statements).toContain(`NAME ${mark}`);
      const { subjects } = await well(holder, BATCH, { ids: [COMPANY, MODEL] }, headers);
      expect(labelled(subjects[0].records.nodes)).toContain(mark);
      expect(labelled(subjects[1].records.nodes)).not.toContain(mark);
    }
    // By when it is decided is the subject's own view.
    const own = (await heldOf(COMPANY)).records.find((one: { id: string }) => one.id === registration.id);
    expect(own.objection).toEqual({ raisedOn: '2026-11-20', decideBy: '2026-11-25' });
    const asked = await world.ask(
      BANK_A,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { registration { objection { raisedOn decideBy } } } }',
      { id: COMPANY },
      LOAN,
    );
    expect(refusals(asked)).toEqual(['subject.registration.objection.decideBy FORBIDDEN SELF_ONLY 24']);
    expect(asked.data.subject.registration.objection).toEqual({ raisedOn: '2026-11-20', decideBy: null });
    // Whoever was shown it is told; its report of before is not current any more, a new one says so in all its forms.
    expect(await objectedTo(BANK_A)).toEqual(['REG-ENTERPRISE']);
    expect((await verify(world, report.id)).body.status).toBe('SUPERSEDED');
    const anew = (await make(world, BANK_A, { subject: COMPANY, language: 'zh' }, LOAN)).body;
    const { sections } = payload(anew.token);
    const [entry] = sections.find(({ key }: { key: string }) => key === 'registration').entries;
    expect([entry.id, entry.objected]).toEqual([registration.id, true]);
    // Off, at once, as it was before.
    await withdraw(COMPANY, id);
    expect(await look(null, COMPANY)).toEqual(before);
    expect((await heldOf(COMPANY)).registration.objection).toBeNull();
    expect((await verify(world, anew.id)).body.status).toBe('SUPERSEDED');
  });

  it('A39.1 A30.1 A43.1 on a designation: with the subject, in reports, in what may be applied and in the answer to a case', async () => {
    const { designations } = await heldOf(LISTED);
    const wage = designations.find((one: Shown) => one.item.code === 'LIST-WAGE');
    const measure = 'RESTRAINT-NO-FACILITATION';
    const first = (await well(PERMIT_OFFICE, OBJECTED, { id: LISTED }, DESK)).matterCheck;
    expect(first.findings.map(({ objected }: { objected: boolean }) => objected)).toEqual([false, false, false, false]);
    expect((await well(PERMIT_OFFICE, MAY_APPLY, { id: LISTED, measure }, DESK)).mayApply).toEqual({
      allowed: true,
      objected: false,
    });
    await well(BANK_A, LOOK, { id: LISTED }, LOAN);
    const report = (await make(world, BANK_A, { subject: LISTED, language: 'zh' }, LOAN)).body;
    const { id } = (await raise(LISTED, { about: 'DESIGNATION', designation: wage.id, lodgedWith: 'HLJ-HRSS' })).data
      .raiseObjection;
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [PERMIT_OFFICE, DESK],
    ] as const)
      expect(await look(holder, LISTED, headers)).toMatchObject({
        records: [],
        designations: ['LIST-WAGE 2026-11-20'],
      });
    const own = (await heldOf(LISTED)).designations;
    expect(own.map(({ objection }: Shown) => objection).filter((one: object | null) => one !== null)).toEqual([
      { raisedOn: '2026-11-20', decideBy: '2026-11-25' },
    ]);
    expect(await objectedTo(BANK_A)).toContain('LIST-WAGE');
    expect(await objectedTo(PERMIT_OFFICE)).toContain('LIST-WAGE');
    // The designation that the measure rests on is objected to, and the decision says so. The law takes nothing from the measure.
    expect((await well(PERMIT_OFFICE, MAY_APPLY, { id: LISTED, measure }, DESK)).mayApply).toEqual({
      allowed: true,
      objected: true,
    });
    const second = (await well(PERMIT_OFFICE, OBJECTED, { id: LISTED }, DESK)).matterCheck;
    expect([second.id === first.id, second.supersedes]).toEqual([false, first.id]);
    expect(
      second.findings.map(
        ({ item, summary, objected }: { item: { code: string }; summary: string; objected: boolean }) => [
          item.code,
          objected,
          summary.endsWith('，异议处理中'),
        ],
      ),
    ).toEqual([
      ['LIST-DEFAULTER', false, false],
      ['LIST-WAGE', true, true],
      ['PENALTY-SERIOUS', false, false],
      ['UNPERFORMED-JUDGMENT', false, false],
    ]);
    expect(second.measures.every(({ objected }: { objected: boolean }) => objected)).toBe(true);
    expect(payload(second.token).answer.findings[1].objected).toBe(true);
    // The same question again is given the same answer.
    expect((await well(PERMIT_OFFICE, MATTER_CHECK, { id: LISTED, matter: 'FOOD-PERMIT' }, DESK)).matterCheck.id).toBe(
      second.id,
    );
    expect((await verify(world, report.id)).body.status).toBe('SUPERSEDED');
    const anew = (await make(world, BANK_A, { subject: LISTED, language: 'zh' }, LOAN)).body;
    const lists = payload(anew.token).sections.find(({ key }: { key: string }) => key === 'lists').entries;
    expect(
      lists
        .filter(({ objected }: { objected: boolean }) => objected)
        .map((one: { item: { code: string } }) => one.item.code),
    ).toEqual(['LIST-WAGE']);
    const html = (await fetchReport(world, BANK_A, anew.id, 'text/html', LOAN)).bytes.toString();
    expect(html.split('（异议处理中）')).toHaveLength(2);
    const pdf = textOfPdf((await fetchReport(world, BANK_A, anew.id, 'application/pdf', LOAN)).bytes)?.replaceAll(
      /\s/g,
      '',
    );
    if (pdf !== undefined) expect(pdf.split('（异议处理中）')).toHaveLength(2);
    await withdraw(LISTED, id);
    expect(await look(null, LISTED)).toMatchObject({ designations: [] });
    const third = (await well(PERMIT_OFFICE, OBJECTED, { id: LISTED }, DESK)).matterCheck;
    expect([third.supersedes, third.findings]).toEqual([second.id, first.findings]);
  });

  it('A39.1 A25.1 on a target of incentives, and on what a collector keeps; nobody learns of either who may not see it', async () => {
    const [incentive] = (await heldOf(MODEL)).incentives;
    await well(BANK_A, LOOK, { id: MODEL }, LOAN);
    const raised = await raise(MODEL, {
      about: 'DESIGNATION',
      designation: incentive.id,
      lodgedWith: incentive.designatingUnit.code,
    });
    const code = incentive.item.code;
    expect((await look(null, MODEL)).incentives).toEqual([`${code} 2026-11-20`]);
    expect(await objectedTo(BANK_A)).toContain(code);
    const { matterCheck } = await well(PERMIT_OFFICE, OBJECTED, { id: MODEL }, { ...DESK, case: '乙1' });
    expect(matterCheck.incentives.filter(({ objected }: { objected: boolean }) => objected)).toHaveLength(1);
    await withdraw(MODEL, raised.data.raiseObjection.id);
    expect((await look(null, MODEL)).incentives).toEqual([]);

    const shown = async () =>
      labelled((await well(BANK_A, COLLECTED, { id: MEI }, LOAN)).subject.nonPublicRecords.nodes);
    const { nonPublic } = await heldOf(MEI);
    expect(await shown()).toEqual([]);
    const [loan] = nonPublic.filter((one: Shown) => one.item.code === 'NP-LOAN');
    const { id } = (await raise(MEI, { about: 'NON_PUBLIC', record: loan.id, lodgedWith: loan.collector.code })).data
      .raiseObjection;
    expect(await shown()).toEqual(['NP-LOAN 2026-11-20']);
    expect(await objectedTo(BANK_A)).toContain('NP-LOAN');
    // To whom it is not shown, nothing of it is told.
    const public_ = await world.ask(null, COLLECTED, { id: MEI });
    expect(JSON.stringify(public_.data)).not.toContain('raisedOn');
    expect(await objectedTo(PERMIT_OFFICE)).not.toContain('NP-LOAN');
    await withdraw(MEI, id);
    expect(await shown()).toEqual([]);
  });

  it('A39.1 stays while another objection about the same is open, with the later of their dates', async () => {
    const { permit } = await heldOf(COMPANY);
    const label = async () =>
      (await heldOf(COMPANY)).records.find(({ id }: { id: string }) => id === permit.id).objection;
    const first = await raise(COMPANY, { record: permit.id, lodgedWith: 'HLJ-AMR' });
    world.setNow('2026-11-23T02:00:00.000Z');
    const second = await raise(COMPANY, { about: 'DISPLAY', record: permit.id, lodgedWith: 'HLJ-CREDIT' });
    // Raised on Monday, it is to be decided by Thursday.
    expect(await label()).toEqual({ raisedOn: '2026-11-20', decideBy: '2026-11-26' });
    await withdraw(COMPANY, first.data.raiseObjection.id);
    expect(await label()).toEqual({ raisedOn: '2026-11-23', decideBy: '2026-11-26' });
    await withdraw(COMPANY, second.data.raiseObjection.id);
    expect(await label()).toBeNull();
  });

  it('A39.1 an omission labels nothing, and nothing else of the subject changes', async () => {
    const before = await look(null, MODEL);
    const { id } = (await raise(MODEL, { about: 'OMISSION', item: 'COMMENDATION-GOV', lodgedWith: 'HLJ-HRSS' })).data
      .raiseObjection;
    expect(await look(null, MODEL)).toEqual(before);
    await withdraw(MODEL, id);
  });

  it('A35.1 A39.1 the subject is told that it was taken and labelled, in codes and days', async () => {
    const { assessment } = await heldOf(COMPANY);
    const { id } = (await raise(COMPANY, { about: 'ASSESSMENT', record: assessment.id, lodgedWith: 'HLJ-CREDIT' })).data
      .raiseObjection;
    const told = { recordId: assessment.id, objectionId: id };
    const ofIt = ({ objectionId }: { objectionId: string }) => objectionId === id;
    expect((await messagesOf(world, COMPANY)).filter(ofIt)).toEqual([
      { ...told, kind: 'LABELLED', said: { unit: 'HLJ-CREDIT' } },
      { ...told, kind: 'OBJECTED', said: { unit: 'HLJ-CREDIT', decideBy: '2026-11-26' } },
    ]);
    await withdraw(COMPANY, id);
    // Another subject was told nothing of it.
    expect((await messagesOf(world, MEI)).filter(ofIt)).toEqual([]);
  });
});
