/** A pledge as it is made: recorded, displayed, closed to some, chosen against (Articles 45 and 50). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  LISTED,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { asKnownTo, storedId } from '../own-ids.ts';
import { DESK } from './listing.ts';
import { CHOOSE, CITY, FAILED_PLEDGER, inWorld, MATTER, PLEDGE, RECORD, refusals, SHOWN } from './pledging.ts';

onDatabaseOfStep('a pledge', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());
  const { ask, well, record, recordOf, deadlines } = inWorld(() => world);

  it('A45.1 A46.1 A50.1 is recorded with its permit, displayed to anyone at once, and due to be verified in two months', async () => {
    const { data, errors } = await record();
    expect(errors).toBeUndefined();
    const { id: first } = data.recordPledge;
    expect(data.recordPledge).toEqual({
      id: first,
      item: { code: 'PLEDGE-PERMIT' },
      unit: { code: 'HRB-AMR' },
      kind: 'PERMIT',
      matter: '食品经营许可',
      permitDocument: PLEDGE.permitDocument,
      permittedOn: '2026-11-20',
      // Two months after the decision: Wednesday 20 January 2027, a working day of a published year.
      verifyBy: '2027-01-20',
      provisional: false,
      orderedOn: null,
      correctBy: null,
      outcome: null,
      reasons: null,
      verifiedOn: null,
    });
    expect(await recordOf(first)).toEqual({
      id: first,
      version: 1,
      nature: 'NEUTRAL',
      occurredOn: '2026-11-19',
      displayedUntil: null,
      content: PLEDGE.content,
      performance: 'PENDING',
      matter: '食品经营许可',
    });
    expect(await deadlines(first)).toEqual([
      { kind: 'pledge.verify', startedOn: '2026-11-20', dueOn: '2027-01-20', metOn: null, status: 'OPEN' },
    ]);
    expect(refusals(await record())).toEqual(['recordPledge CONFLICT PLEDGE_RECORDED']);
  });

  it('A45.1 is closed to the seriously untrustworthy and to whoever failed on a pledge, and the refusal stands on the ledger', async () => {
    for (const [closed, name, why] of [
      [LISTED, '大庆示例松江建筑工程有限公司', 'it is designated as seriously untrustworthy'],
      [FAILED_PLEDGER, '牡丹江示例雪乡餐饮管理有限公司', 'it failed to perform on a pledge'],
    ] as const) {
      const answer = await record({ subject: closed, subjectName: name, document: `示例${closed.value}号` });
      expect(refusals(answer)).toEqual(['recordPledge CONFLICT PLEDGE_CLOSED']);
      expect(answer.errors?.[0]?.message).toBe(
        `The pledge system is closed to the subject until it is restored: ${why} (Article 45).`,
      );
      expect((await well(null, SHOWN, { id: closed })).subject.pledges.length).toBe(closed === LISTED ? 0 : 1);
      const told = await well(
        subject(closed),
        '{ me { disclosures(first: 1) { nodes { recipient { code } items { code } } } } }',
      );
      expect(told.me.disclosures.nodes).toEqual([
        { recipient: { code: 'HRB-AMR' }, items: [{ code: 'PLEDGE-PERMIT' }] },
      ]);
    }
  });

  it('A21.1 A46.1 only by the unit that the catalog names, with a permit where there is one, and dates that can be', async () => {
    expect(refusals(await record({}, MARKET_REGULATION))).toEqual(['recordPledge FORBIDDEN NOT_PROVIDING_UNIT 21']);
    expect(refusals(await ask(null, RECORD, { input: PLEDGE }))).toEqual([
      'recordPledge FORBIDDEN IDENTITY_REQUIRED 45',
    ]);
    expect(refusals(await record({}, OPERATOR))).toEqual(['recordPledge FORBIDDEN ROLE 45']);
    const document = '哈市监诺〔2026〕示例502号';
    expect(refusals(await record({ document, permitDocument: null }))).toEqual([
      'recordPledge BAD_USER_INPUT PERMIT 46',
    ]);
    expect(refusals(await record({ document, kind: 'PROOF' }))).toEqual(['recordPledge BAD_USER_INPUT PERMIT']);
    expect(refusals(await record({ document, permittedOn: '2026-11-18' }))).toEqual([
      'recordPledge BAD_USER_INPUT DATE 46',
    ]);
    expect(refusals(await record({ document, permittedOn: '2026-11-21' }))).toEqual([
      'recordPledge BAD_USER_INPUT DATE 46',
    ]);
    expect(refusals(await record({ document: ' ' }))).toEqual(['recordPledge BAD_USER_INPUT PART_MISSING 45']);
    expect(refusals(await record({ document, pledgedOn: '2026-11-21' }))).toEqual([
      'recordPledge BAD_USER_INPUT DATE_FUTURE 18',
    ]);
    // A proof that is spared has no decision, and no clock of Article 46.
    const proof = await record({ document, kind: 'PROOF', permitDocument: null, permittedOn: null });
    expect(proof.data.recordPledge).toMatchObject({ kind: 'PROOF', verifyBy: null });
    expect(await deadlines(proof.data.recordPledge.id)).toEqual([]);
  });

  it('A45.1 A50.1 whoever chose against pledges is handled as everybody, and nothing tells it but itself; displayed persons are desensitized', async () => {
    const input = {
      subject: MEI,
      subjectName: '张小梅',
      content: '张小梅承诺所提交材料真实有效。',
      consent: '同意书〔2026〕示例901号',
      document: '哈市监诺〔2026〕示例601号',
    };
    const before = await well(PERMIT_OFFICE, MATTER, { id: MEI }, DESK);
    expect((await well(subject(MEI), '{ me { usesPledges } }')).me.usesPledges).toBeNull();
    expect((await well(subject(MEI), CHOOSE, { uses: false })).choosePledges).toBe(false);
    expect(refusals(await record(input))).toEqual(['recordPledge CONFLICT PLEDGE_DECLINED']);
    expect((await well(subject(MEI), '{ me { usesPledges } }')).me.usesPledges).toBe(false);
    expect(await well(PERMIT_OFFICE, MATTER, { id: MEI }, DESK)).toEqual(before);
    const asked =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { usesPledges pledgeChecks { id } } }';
    for (const holder of [BANK_A, null])
      expect(
        refusals(await ask(holder, asked, { id: MEI }, holder === null ? {} : { purpose: 'LOAN_ORIGINATION' })),
      ).toEqual([
        `subject.usesPledges FORBIDDEN ${holder === null ? 'IDENTITY_REQUIRED' : 'SELF_ONLY'} 24`,
        `subject.pledgeChecks FORBIDDEN ${holder === null ? 'IDENTITY_REQUIRED' : 'SELF_ONLY'} 24`,
      ]);
    expect(refusals(await ask(CITY, CHOOSE, { uses: true }))).toEqual(['choosePledges FORBIDDEN ROLE 45']);

    await well(subject(MEI), CHOOSE, { uses: true });
    expect(refusals(await record({ ...input, consent: null }))).toEqual([
      'recordPledge BAD_USER_INPUT CONSENT_REQUIRED 18',
    ]);
    const { data } = await record(input);
    const { id } = data.recordPledge;
    const seen = await well(null, SHOWN, { id: MEI });
    expect(seen.subject.name).toBe('张**');
    expect(
      seen.subject.pledges.find((pledge: { id: string }) => pledge.id === asKnownTo(world, null, CITY, id)).content,
    ).toBe('张**承诺所提交材料真实有效。');
    const own = await well(
      subject(MEI),
      '{ me { pledges { id content } pledgeChecks { id matter verifyBy unit { code } } } }',
    );
    expect(own.me.pledges.find((pledge: { id: string }) => pledge.id === storedId(world, CITY, id)).content).toBe(
      input.content,
    );
    expect(own.me.pledgeChecks).toEqual([
      { id: storedId(world, CITY, id), matter: '食品经营许可', verifyBy: '2027-01-20', unit: { code: 'HRB-AMR' } },
    ]);
  });
});
