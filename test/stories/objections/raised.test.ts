/** An objection is raised: about what, with whom, and by when it is decided (Article 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  LISTED,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { MODEL } from '../assessing.ts';
import { COURT } from '../listing.ts';
import { inWorld, LIST, OWN, REASONS, refusals } from './objecting.ts';

const TAX = { role: 'provider', unit: 'HLJ-TAX' } as const;
const COLLECTOR = { role: 'collector', unit: 'COLLECTOR-B' } as const;

onDatabaseOfStep('an objection is raised', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { well, raise, withdraw, heldOf } = inWorld(() => world);

  it('A39.1 A39.2 with the unit that provided the record: labelled at once, to be decided in three working days', async () => {
    const { arrears } = await heldOf(COMPANY);
    const { data, errors } = await raise(COMPANY, { record: arrears.id, lodgedWith: 'HLJ-TAX' });
    expect(errors).toBeUndefined();
    const raised = {
      id: data.raiseObjection.id,
      about: 'RECORD',
      status: 'OPEN',
      recordId: arrears.id,
      item: { code: 'ARREARS-TAX' },
      statement: null,
      competentUnit: { code: 'HLJ-TAX' },
      raisedOn: '2026-11-20',
      // Raised on a Friday: Monday is the first working day after it, Wednesday the third.
      labelBy: '2026-11-23',
      labelledOn: '2026-11-20',
      decideBy: '2026-11-25',
      provisional: false,
      reasons: REASONS,
      application: REASONS,
      decision: null,
      decidedOn: null,
      late: false,
      nextRemedy: null,
      recipientsToNotify: null,
      verifications: [],
      pauses: [],
    };
    expect(data.raiseObjection).toEqual(raised);
    // Those who read it: the subject, the unit that decides, the operator and the authority.
    expect((await well(subject(COMPANY), OWN)).me.objections).toEqual({ totalCount: 1, nodes: [raised] });
    for (const holder of [TAX, OPERATOR, AUTHORITY]) {
      const { objections } = await well(holder, LIST);
      expect(objections).toMatchObject({ totalCount: 1, nodes: [raised] });
      expect((await well(holder, LIST, { status: 'REFUSED' })).objections).toEqual({ totalCount: 0, nodes: [] });
    }
    // Another provider reads none of it, another subject has none of its own, and nobody else may ask.
    expect((await well(MARKET_REGULATION, LIST)).objections).toEqual({ totalCount: 0, nodes: [] });
    expect((await well(subject(MEI), OWN)).me.objections).toEqual({ totalCount: 0, nodes: [] });
    expect(refusals(await world.ask(BANK_A, LIST))).toEqual(['objections FORBIDDEN ROLE 39']);
    expect(refusals(await world.ask(null, LIST))).toEqual(['objections FORBIDDEN IDENTITY_REQUIRED 39']);
    expect(
      refusals(
        await world.ask(
          null,
          'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { objections { totalCount } } }',
          {
            id: COMPANY,
          },
        ),
      ),
    ).toEqual(['subject.objections FORBIDDEN IDENTITY_REQUIRED 24']);
    // Both clocks: that of the label is met by it.
    const { deadlines } = await well(
      TAX,
      '{ deadlines(first: 200) { nodes { id obligation kind reference startedOn dueOn metOn status } } }',
    );
    const ofIt = deadlines.nodes.filter(({ reference }: { reference: string }) => reference === raised.id);
    expect(ofIt.map(({ id: _, ...clock }: { id: string }) => clock)).toEqual([
      {
        obligation: 'A39.1',
        kind: 'objection.label',
        reference: raised.id,
        startedOn: '2026-11-20',
        dueOn: '2026-11-23',
        metOn: '2026-11-20',
        status: 'MET',
      },
      {
        obligation: 'A39.2',
        kind: 'objection.decide',
        reference: raised.id,
        startedOn: '2026-11-20',
        dueOn: '2026-11-25',
        metOn: null,
        status: 'OPEN',
      },
    ]);
    expect((await well(TAX, LIST)).objections.nodes[0].deadline).toBe(ofIt[1].id);
    await withdraw(COMPANY, raised.id);
  });

  it('A39.3 lodged with another unit it is refused, the right one is named, and it may be lodged there at once', async () => {
    const { arrears } = await heldOf(COMPANY);
    for (const lodgedWith of ['HLJ-AMR', 'BANK-A', 'NO-SUCH-UNIT', '']) {
      const answer = await raise(COMPANY, { record: arrears.id, lodgedWith });
      expect(refusals(answer)).toEqual(['raiseObjection BAD_USER_INPUT WRONG_UNIT 39']);
      const [error] = answer.errors ?? [];
      expect(error?.extensions.competentUnit).toEqual({ code: 'HLJ-TAX', name: '国家税务总局黑龙江省税务局' });
      expect(error?.extensions.help).toContain('lodgedWith: "HLJ-TAX"');
      expect(error?.extensions.help).toContain('Article 39');
    }
    expect((await well(OPERATOR, LIST, { status: 'OPEN' })).objections.totalCount).toBe(0);
    const { id } = (await raise(COMPANY, { record: arrears.id, lodgedWith: ' HLJ-TAX ' })).data.raiseObjection;
    await withdraw(COMPANY, id);
  });

  it('A39.3 each thing has its unit: who designated, assessed, collected, lets it be displayed, or would provide what is missing', async () => {
    const company = await heldOf(COMPANY);
    const listed = await heldOf(LISTED);
    const model = await heldOf(MODEL);
    const mei = await heldOf(MEI);
    const [designation] = listed.designations;
    const [incentive] = model.incentives;
    const [loan] = mei.nonPublic;
    const cases = [
      [
        LISTED,
        { about: 'DESIGNATION', designation: designation.id },
        designation.designatingUnit.code,
        designation.item.code,
      ],
      [MODEL, { about: 'DESIGNATION', designation: incentive.id }, incentive.designatingUnit.code, incentive.item.code],
      [COMPANY, { about: 'ASSESSMENT', record: company.assessment.id }, 'HLJ-CREDIT', 'ASSESSMENT-PUBLIC'],
      [MEI, { about: 'NON_PUBLIC', record: loan.id }, loan.collector.code, loan.item.code],
      // Who runs the display, and not who provided.
      [COMPANY, { about: 'DISPLAY', record: company.arrears.id }, 'HLJ-CREDIT', 'ARREARS-TAX'],
      [LISTED, { about: 'DISPLAY', designation: designation.id }, 'HLJ-CREDIT', designation.item.code],
      [COMPANY, { about: 'STATEMENT', statement: company.arrears.id }, 'HLJ-TAX', 'ARREARS-TAX'],
      [COMPANY, { about: 'OMISSION', item: 'COMMENDATION-GOV' }, 'HLJ-HRSS', 'COMMENDATION-GOV'],
    ] as const;
    for (const [of, input, unit, item] of cases) {
      const wrong = await raise(of, { ...input, lodgedWith: 'HLJ-WATER' });
      expect(wrong.errors?.[0]?.extensions).toMatchObject({ reason: 'WRONG_UNIT', competentUnit: { code: unit } });
      const { data, errors } = await raise(of, { ...input, lodgedWith: unit });
      expect(errors).toBeUndefined();
      const missing = input.about === 'OMISSION';
      expect(data.raiseObjection).toMatchObject({
        about: input.about,
        recordId:
          'record' in input
            ? input.record
            : 'designation' in input
              ? input.designation
              : missing
                ? null
                : company.arrears.id,
        item: { code: item },
        statement: input.about === 'STATEMENT' ? 'NAME' : null,
        competentUnit: { code: unit },
        labelBy: '2026-11-23',
        labelledOn: missing ? null : '2026-11-20',
        decideBy: '2026-11-25',
      });
      await withdraw(of, data.raiseObjection.id);
    }
    // Any unit that the catalog lets provide the item decides an omission: here a bureau of a city, by rule.
    const { data } = await raise(COMPANY, { about: 'OMISSION', item: 'PENALTY-GENERAL', lodgedWith: 'HRB-AMR' });
    expect(data.raiseObjection.competentUnit.code).toBe('HRB-AMR');
    await withdraw(COMPANY, data.raiseObjection.id);
    // A collector and the court read their own.
    expect(
      (await well(COLLECTOR, LIST)).objections.nodes.every(({ about }: { about: string }) => about === 'NON_PUBLIC'),
    ).toBe(true);
    expect(
      (await well(COURT, LIST)).objections.nodes.every(
        (one: { competentUnit: { code: string } }) => one.competentUnit.code === COURT.unit,
      ),
    ).toBe(true);
  });

  it('A39.2 a statement is named by its kind, and each may be objected to by itself', async () => {
    const { statements } = await heldOf(MEI);
    const several = statements.find(
      (one: { recordId: string; kind: string }) =>
        one.kind === 'ADDRESS' &&
        statements.some(
          (other: { recordId: string; kind: string }) => other.recordId === one.recordId && other.kind === 'NAME',
        ),
    );
    const input = { about: 'STATEMENT', statement: several.recordId, lodgedWith: several.unit.code };
    expect(refusals(await raise(MEI, input))).toEqual(['raiseObjection BAD_USER_INPUT STATEMENT_KIND 39']);
    const address = await raise(MEI, { ...input, statementKind: 'ADDRESS' });
    expect(address.data.raiseObjection).toMatchObject({ statement: 'ADDRESS', status: 'OPEN' });
    expect(refusals(await raise(MEI, { ...input, statementKind: 'ADDRESS' }))).toEqual([
      'raiseObjection CONFLICT OBJECTED',
    ]);
    const name = await raise(MEI, { ...input, statementKind: 'NAME' });
    expect(name.data.raiseObjection.statement).toBe('NAME');
    for (const { data } of [address, name]) await withdraw(MEI, data.raiseObjection.id);
  });
});
