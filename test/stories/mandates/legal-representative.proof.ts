/** Who represents a company is read from its registration, by the number that it names, and changes with it at once (Articles 35 and 39). */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Identifier,
  MARKET_REGULATION,
  OPERATOR,
  onEachDatabase,
  openWorld,
  subject,
  type World,
} from '../../kit.ts';
import { CLERK, END, inWorld, OTHER, OWN } from './mandating.ts';

/** Registered by the market regulation, in no sample. */
const FIRM: Identifier = { type: 'USCC', value: '91239999MA6XYT019W' };
const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted corrected unchanged rejected { code message } } }';
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const RAISE = 'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { id } }';
const WITHDRAW = 'mutation ($id: ID!) { withdrawObjection(id: $id) { id status } }';
const REGISTRATION = `{ me { registration { id status legalRepresentative { name idNumber } } } }`;

const NAMES = (one: Identifier, name = '周文') => ({
  legalRepresentativeName: name,
  legalRepresentativeIdType: '01',
  legalRepresentativeIdNumber: one.value,
});

onEachDatabase('a legal representative acts for a company', (kind) => {
  let world: World;
  const { well, refused, register, mandatesOf, looksOf, toldTo } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  const deliver = async (content: object, item = 'REG-ENTERPRISE') =>
    (
      await well(MARKET_REGULATION, SUBMIT, {
        input: {
          item,
          records: [
            {
              subject: FIRM,
              subjectName: '示例周文商贸有限公司',
              occurredOn: '2020-03-02',
              content: {
                legalName: '示例周文商贸有限公司',
                registeredOn: '2020-03-02',
                status: '存续',
                regionCode: '239999',
                ...content,
              },
            },
          ],
        },
      })
    ).submitRecords;
  const standing = async (one: Identifier): Promise<string[]> =>
    (await mandatesOf(one))
      .filter(({ lacks }: { lacks: string | null }) => lacks === null)
      .map(({ id }: { id: string }) => id);

  it('A35.1 A19.1 the registration names her by number: she acts, with all scopes and no end, and the company is told once', async () => {
    expect(await deliver(NAMES(CLERK))).toMatchObject({ accepted: 1, rejected: [] });
    const [mandate] = await mandatesOf(CLERK);
    expect(mandate).toMatchObject({
      kind: 'LEGAL_REPRESENTATIVE',
      scope: ['READ', 'OBJECT', 'RESTORE', 'AUTHORIZE'],
      validUntil: null,
      lacks: null,
      actingFor: true,
      principal: { type: 'USCC', number: FIRM.value },
      agent: { type: 'CITIZEN_ID', number: '23****************' },
    });
    expect(await toldTo(FIRM)).toEqual([]);
    const { me } = await well(subject(CLERK), OWN, {}, mandate.id);
    expect(me).toMatchObject({
      name: '示例周文商贸有限公司',
      identifier: { value: FIRM.value },
      records: { totalCount: 1 },
    });
    await well(subject(CLERK), OWN, {}, mandate.id);
    expect(await toldTo(FIRM)).toEqual(['MANDATE_USED']);
    expect((await looksOf(FIRM)).filter(({ actedBy }: { actedBy: unknown }) => actedBy !== null)).toHaveLength(2);
    // What is named by a name alone names nobody.
    expect(await mandatesOf(OTHER)).toEqual([]);
  });

  it('A35.1 delivered again with the same number, her mandate goes on', async () => {
    const [before] = await standing(CLERK);
    expect(await deliver({ ...NAMES(CLERK), capital: '100万人民币' })).toMatchObject({ corrected: 1 });
    expect(await standing(CLERK)).toEqual([before]);
    await well(subject(CLERK), OWN, {}, before);
    expect(await toldTo(FIRM)).toContain('CORRECTED');
  });

  it('A35.1 A39.1 while the registration is objected to it does not stand, and afterwards it does again', async () => {
    const [mandate = ''] = await standing(CLERK);
    const { me } = await well(subject(FIRM), REGISTRATION);
    const { raiseObjection } = await well(subject(FIRM), RAISE, {
      input: { record: me.registration.id, reasons: '法定代表人已经变更。', lodgedWith: 'HLJ-AMR' },
    });
    const { status, errors } = await world.ask(subject(CLERK), OWN, {}, { mandate });
    expect([status, errors?.[0]?.extensions.reason]).toEqual([403, 'MANDATE_REQUIRED']);
    expect(errors?.[0]?.message).toContain('objected');
    expect(await mandatesOf(CLERK)).toMatchObject([{ lacks: 'OBJECTED' }]);
    await well(subject(FIRM), WITHDRAW, { id: raiseObjection.id });
    await well(subject(CLERK), OWN, {}, mandate);
  });

  it('A35.1 nobody ends it by hand, and nobody gives it', async () => {
    const [id = ''] = await standing(CLERK);
    for (const one of [FIRM, CLERK])
      expect(await refused(subject(one), END, { id, reason: '换人' })).toEqual([
        '200 endMandate CONFLICT BY_REGISTRATION',
      ]);
    expect(await refused(OPERATOR, END, { id, reason: '换人' })).toEqual(['200 endMandate NOT_FOUND NOT_FOUND']);
  });

  it('A35.1 the registration names another: the old one is refused at once, and the new one acts', async () => {
    const [old = ''] = await standing(CLERK);
    const { me } = await well(subject(FIRM), REGISTRATION);
    expect(
      await well(MARKET_REGULATION, CORRECT, {
        input: { record: me.registration.id, reason: '变更登记', content: NAMES(OTHER, '吴敏') },
      }),
    ).toMatchObject({ correctRecord: { version: 3 } });
    const late = await world.ask(subject(CLERK), OWN, {}, { mandate: old });
    expect([late.status, late.data ?? null]).toEqual([403, null]);
    expect(await mandatesOf(CLERK)).toMatchObject([{ id: old, lacks: 'ENDED', endedOn: '2026-11-20' }]);
    const [fresh = ''] = await standing(OTHER);
    expect((await well(subject(OTHER), OWN, {}, fresh)).me.name).toBe('示例周文商贸有限公司');
    // The company reads both, and sees no name or number of either.
    const both = await mandatesOf(FIRM);
    expect(both).toHaveLength(2);
    expect(JSON.stringify(both)).not.toMatch(/周文|吴敏|19870615|19901122/);
  });

  it('A35.1 a company that is struck off: nobody acts for it, nor gives it a mandate', async () => {
    const [representative = ''] = await standing(OTHER);
    const employee = await register(subject(FIRM), { agent: CLERK, kind: 'EMPLOYEE' });
    await well(subject(CLERK), OWN, {}, employee);
    expect(await deliver({ ...NAMES(OTHER, '吴敏'), status: '吊销，未注销' })).toMatchObject({ corrected: 1 });
    await well(subject(CLERK), OWN, {}, employee);
    expect(await deliver({ ...NAMES(OTHER, '吴敏'), status: '注销' })).toMatchObject({ corrected: 1 });
    for (const [holder, mandate] of [
      [CLERK, employee],
      [OTHER, representative],
    ] as const)
      expect((await world.ask(subject(holder), OWN, {}, { mandate })).status).toBe(403);
    const input = { agent: OTHER, kind: 'AGENT', scope: ['READ'], validUntil: '2027-01-01' };
    expect(
      await refused(subject(FIRM), 'mutation ($input: MandateInput!) { registerMandate(input: $input) { id } }', {
        input,
      }),
    ).toEqual(['200 registerMandate CONFLICT STRUCK_OFF']);
    // That is so for good: also when its registration is displayed no more. No role of the platform may say so by itself.
    if (world.ownerUrl === undefined) return;
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    await owner.query('set session_replication_role = replica');
    await owner.query(
      `update public_credit.record set display = 'ARCHIVED', displayed_until = '2026-11-19' where subject_id = $1 and type = 'Registration' and current`,
      [world.server.platform.secrets.subjectId(FIRM.type, FIRM.value)],
    );
    await owner.end();
    expect((await world.ask(subject(CLERK), OWN, {}, { mandate: employee })).status).toBe(403);
    expect(await mandatesOf(CLERK)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: employee, lacks: 'STRUCK_OFF' })]),
    );
  });
});
