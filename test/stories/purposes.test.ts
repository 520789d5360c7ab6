/** Purposes, caps and bundles: an authorization is free, unbundled and ends (Articles 36 (1), 52); duties end at once (Article 22). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ANALYST,
  BANK_A,
  COMPANY,
  MEI,
  NOT_HELD,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { EXPLAIN_ACCESS, refusals } from './operations.ts';

const GRANT =
  'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id status validUntil maximumUses } }';
const CAP = 'mutation ($input: PurposeCapInput!) { publishPurposeCap(input: $input) { purpose item maximumMonths } }';
const PUBLISHED = { reference: '示例公告〔2026〕1号', publishedOn: TODAY };

onDatabaseOfStep('purposes and what they carry', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const grant = (input: object) =>
    world.ask(subject(MEI), GRANT, {
      input: {
        party: 'BANK-A',
        purposes: ['LOAN_ORIGINATION'],
        items: ['ARREARS-TAX'],
        validFrom: TODAY,
        validUntil: '2026-12-20',
        ...input,
      },
    });

  it('A36.1 A07.1 the list of purposes is open, with what each needs and how far an authorization goes', async () => {
    const { data, errors } = await world.ask(
      null,
      '{ purposes { code name activity service needs caps { item party maximumMonths maximumUses publicationReference article } } }',
    );
    expect(errors).toBeUndefined();
    const find = (code: string) => data.purposes.find((one: { code: string }) => one.code === code);
    expect(find('LOAN_ORIGINATION')).toMatchObject({ name: '贷款审批', service: 'LENDING', activity: null });
    expect(find('LOAN_ORIGINATION').needs).toContain('ARREARS-TAX');
    expect(
      find('LOAN_ORIGINATION').caps.map((cap: { item: string; maximumMonths: number }) => [
        cap.item,
        cap.maximumMonths,
      ]),
    ).toEqual([
      [null, 3],
      ['NP-UTILITY-BILL', 3],
    ]);
    expect(find('PERMIT')).toMatchObject({ activity: 'ADMINISTRATIVE_MANAGEMENT', caps: [] });
  });

  it('A36.1 an authorization within its purposes is taken, one that is too long or too often is not', async () => {
    expect((await grant({})).errors).toBeUndefined();
    expect((await grant({ validUntil: '2027-02-20' })).errors).toBeUndefined();
    const long = await grant({ validUntil: '2027-02-21' });
    expect(refusals(long)).toEqual(['grantAuthorization BAD_USER_INPUT TERM_TOO_LONG 36']);
    expect(long.errors?.[0]?.message).toContain('until 2027-02-20');
    expect(refusals(await grant({ validFrom: '2026-01-01', validUntil: '2026-02-01' }))).toEqual([
      'grantAuthorization BAD_USER_INPUT TERM 36',
    ]);
    // The bills of a household: twelve times at most, never without a number.
    const bill = { items: ['ARREARS-TAX', 'NP-UTILITY-BILL'] };
    expect((await grant({ ...bill, maximumUses: 12 })).errors).toBeUndefined();
    for (const maximumUses of [13, null])
      expect(refusals(await grant({ ...bill, maximumUses }))).toEqual([
        'grantAuthorization BAD_USER_INPUT TOO_MANY_USES 36',
      ]);
  });

  it('A36.1 an unrelated service, or an item that the purpose does not need, is a bundle and refused', async () => {
    const service = await grant({ purposes: ['LOAN_ORIGINATION', 'CREDIT_SERVICE'] });
    expect(refusals(service)).toEqual(['grantAuthorization BAD_USER_INPUT BUNDLED 36']);
    expect(service.errors?.[0]?.message).toContain('CREDIT_SERVICE');
    const { data } = await world.ask(null, '{ catalogItems(first: 200) { nodes { code openness } } }');
    const needed = (await world.ask(null, '{ purposes { code needs } }')).data.purposes.find(
      (one: { code: string }) => one.code === 'LOAN_ORIGINATION',
    ).needs;
    const other = data.catalogItems.nodes.find(
      (item: { code: string; openness: string }) => item.openness === 'AGREEMENT' && !needed.includes(item.code),
    );
    const item = await grant({ items: ['ARREARS-TAX', other.code] });
    expect(refusals(item)).toEqual(['grantAuthorization BAD_USER_INPUT BUNDLED 36']);
    expect(item.errors?.[0]?.message).toContain(other.code);
    expect((await grant({ purposes: ['LOAN_ORIGINATION', 'POST_LOAN_MONITORING'] })).errors).toBeUndefined();
    expect(refusals(await grant({ purposes: ['PERMIT'] }))).toEqual([
      'grantAuthorization BAD_USER_INPUT PURPOSE_NOT_AUTHORIZABLE 22',
    ]);
  });

  it('A36.1 A07.1 a rule holds from its published day, and the most specific one holds', async () => {
    const cap = (input: object) =>
      world.ask(OPERATOR, CAP, {
        input: {
          purpose: 'LOAN_ORIGINATION',
          maximumMonths: 1,
          effectiveFrom: TODAY,
          publication: PUBLISHED,
          ...input,
        },
      });
    expect(refusals(await cap({ publication: { reference: ' ', publishedOn: TODAY } }))).toEqual([
      'publishPurposeCap BAD_USER_INPUT NOT_PUBLISHED 7',
    ]);
    expect(refusals(await cap({ effectiveFrom: '2026-11-19' }))).toEqual([
      'publishPurposeCap BAD_USER_INPUT RETROACTIVE 7',
    ]);
    expect(refusals(await cap({ purpose: 'PERMIT' }))).toEqual([
      'publishPurposeCap BAD_USER_INPUT PURPOSE_NOT_AUTHORIZABLE 22',
    ]);
    expect(
      refusals(
        await world.ask(BANK_A, CAP, {
          input: { purpose: 'LOAN_ORIGINATION', maximumMonths: 1, effectiveFrom: TODAY, publication: PUBLISHED },
        }),
      ),
    ).toEqual(['publishPurposeCap FORBIDDEN ROLE 36']);
    expect((await cap({ item: 'ARREARS-TAX', effectiveFrom: '2026-11-21' })).errors).toBeUndefined();
    const two = { validUntil: '2027-01-20' };
    expect((await grant(two)).errors).toBeUndefined();
    world.setNow('2026-11-21T09:00:00+08:00');
    expect(refusals(await grant(two))).toEqual(['grantAuthorization BAD_USER_INPUT TERM_TOO_LONG 36']);
    expect((await grant({ ...two, items: ['ARREARS-FUND'] })).errors).toBeUndefined();
    expect(
      (await cap({ item: 'ARREARS-TAX', party: 'BANK-A', maximumMonths: 2, effectiveFrom: '2026-11-21' })).errors,
    ).toBeUndefined();
    expect((await grant(two)).errors).toBeUndefined();
    world.setNow(`${TODAY}T10:00:00+08:00`);
  });

  it('A36.1 after ninety days she is reminded of what still runs', async () => {
    const given = await grant({ purposes: ['POST_LOAN_MONITORING'], validUntil: '2027-11-20' });
    const mine = async () =>
      (
        await world.ask(subject(MEI), '{ me { authorizations { id remindedSince grantedAt revokedAt } } }')
      ).data.me.authorizations.find((one: { id: string }) => one.id === given.data.grantAuthorization.id);
    expect(await mine()).toMatchObject({ remindedSince: null, grantedAt: '2026-11-20T02:00:00.000Z', revokedAt: null });
    world.setNow('2027-02-17T10:00:00+08:00');
    expect((await mine()).remindedSince).toBeNull();
    // The ninetieth day after 20 November 2026.
    world.setNow('2027-02-18T10:00:00+08:00');
    expect((await mine()).remindedSince).toBe('2027-02-18');
    await world.ask(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { id } }', {
      id: given.data.grantAuthorization.id,
    });
    expect((await mine()).remindedSince).toBeNull();
    world.setNow(`${TODAY}T10:00:00+08:00`);
  });

  it('A22.1 adversarial 49: a duty ends at once; another department’s, one without a case, an analyst carry nothing', async () => {
    const ASK =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["ARREARS-TAX"]) { totalCount } } }';
    const register = await world.ask(
      OPERATOR,
      'mutation ($input: DutyInput!) { registerDuty(input: $input) { id endedAt } }',
      {
        input: { department: 'HLJ-FINANCE', matter: 'SUBSIDY', activity: 'PUBLIC_FUNDING', items: ['ARREARS-TAX'] },
      },
    );
    const { id } = register.data.registerDuty;
    const finance = { role: 'department', unit: 'HLJ-FINANCE' } as const;
    // The office has a duty for grants too: it names the one that it handles.
    const funding = { purpose: 'FUNDING', matter: 'SUBSIDY', case: '资申〔2026〕7号' };
    expect(refusals(await world.ask(finance, ASK, { id: COMPANY }, funding))).toEqual([]);
    expect(refusals(await world.ask(PERMIT_OFFICE, ASK, { id: COMPANY }, funding))).toEqual([
      expect.stringContaining('FORBIDDEN DUTY_REQUIRED 22'),
    ]);
    for (const blank of [undefined, ' '])
      expect(
        refusals(
          await world.ask(
            finance,
            ASK,
            { id: COMPANY },
            { purpose: 'FUNDING', ...(blank === undefined ? {} : { case: blank }) },
          ),
        ),
      ).toEqual([expect.stringContaining('FORBIDDEN CASE_REQUIRED 22')]);
    expect(refusals(await world.ask(ANALYST, ASK, { id: COMPANY }))).toEqual([
      expect.stringContaining('FORBIDDEN ROLE'),
    ]);
    const END = 'mutation ($id: ID!) { endDuty(id: $id, reason: "机构改革") { endedAt } }';
    // The sample's own duty of the office covers the same item: both are ended.
    expect((await world.ask(OPERATOR, END, { id })).data.endDuty.endedAt).toBe('2026-11-20T02:00:00.000Z');
    expect(refusals(await world.ask(OPERATOR, END, { id }))).toEqual(['endDuty CONFLICT ENDED ']);
    expect(refusals(await world.ask(finance, END, { id }))).toEqual(['endDuty FORBIDDEN ROLE 22']);
  });

  it('A23.5 access is told from policy alone: the same for one that is held and one that is not', async () => {
    const told = async (id: object, holder: typeof BANK_A | null, headers = {}) =>
      (await world.ask(holder, EXPLAIN_ACCESS, { id }, headers)).data;
    const held = { type: 'CITIZEN_ID', value: '239999198511231133' };
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, { purpose: 'LOAN_ORIGINATION' }],
      [BANK_A, { purpose: 'POST_LOAN_MONITORING' }],
      [BANK_A, {}],
    ] as const)
      expect(await told(held, holder, headers)).toEqual(await told(NOT_HELD, holder, headers));
    const mine = await told(MEI, BANK_A, { purpose: 'LOAN_ORIGINATION' });
    expect(mine).not.toEqual(await told(NOT_HELD, BANK_A, { purpose: 'LOAN_ORIGINATION' }));
  });
});
