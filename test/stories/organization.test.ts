import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  type World,
} from '../kit.ts';
import { isoDate, penaltyRow, yuan } from './sample-files.ts';

const LOOKUP = `query ($id: SubjectIdentifierInput!, $items: [String!]) { subject(identifier: $id) {
  kind name identifier { type value } registration { legalName registeredOn entityType capital scope }
  records(items: $items) { totalCount nodes { item { code } occurredOn } } } }`;
const PENALTY = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"]) { totalCount nodes {
  occurredOn displayedUntil objection { raisedOn decideBy } source { unit { code } }
  ... on AdministrativePenalty { documentNumber facts fineYuan licence legalRepresentative { name idNumber } } } } } }`;
const NON_PUBLIC = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) {
  nonPublicRecords { totalCount nodes { item { code } collector { code } occurredOn content } } } }`;

const ROW = penaltyRow('黑市监罚〔2026〕0003号');

/** From the files of the sample, newest first: all that is displayed on the day; the penalty of 2024 was over in 2025. */
const OPEN = [
  ['PENALTY-GENERAL', '2026-04-20'],
  ['PERMIT-GENERAL', '2026-03-11'],
  ['PLEDGE-PERMIT', '2026-03-05'],
  ['PLEDGE-VOLUNTARY', '2026-01-15'],
  ['COMMENDATION-GOV', '2025-12-12'],
  ['PERMIT-GENERAL', '2025-06-17'],
  ['PERMIT-GENERAL', '2024-09-02'],
  ['REG-ENTERPRISE', '2016-05-12'],
];
const ARREARS = ['ARREARS-TAX', '2026-05-29'];
/** Of the sample's method of 2026. */
const ASSESSMENT = ['ASSESSMENT-PUBLIC', '2026-06-30'];

const lookup = (records: readonly (readonly string[])[]) => ({
  subject: {
    kind: 'LEGAL_PERSON',
    name: '哈尔滨示例冰雪设备有限公司',
    identifier: COMPANY,
    registration: {
      legalName: '哈尔滨示例冰雪设备有限公司',
      registeredOn: '2016-05-12',
      entityType: '有限责任公司',
      capital: '800万人民币',
      scope: '冰雪运动器材、造雪设备的研发、制造、销售及维修；货物进出口。',
    },
    records: {
      totalCount: records.length,
      nodes: records.map(([code, occurredOn]) => ({ item: { code }, occurredOn })),
    },
  },
});

const LOAN: Headers = { purpose: 'LOAN_ORIGINATION' };
const TENDER: Headers = { purpose: 'PROCUREMENT', case: '黑采〔2026〕7号' };
const PROCUREMENT = { role: 'department', unit: 'HLJ-PROCUREMENT' };

onDatabaseOfStep('one company, seen by everybody', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const seen: [string, Holder | null, Headers, readonly (readonly string[])[]][] = [
    ['A23.1 the public', null, {}, OPEN],
    ['A23.2 a bank with an agreement', BANK_A, LOAN, [ASSESSMENT, ARREARS, ...OPEN]],
    ['A23.2 a bank whose agreement ended, as the public', BANK_B, LOAN, OPEN],
    [
      'A22.1 a department whose duty needs the assessment, not the arrears',
      PERMIT_OFFICE,
      { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '1' },
      [ASSESSMENT, ...OPEN],
    ],
    ['A22.1 a department whose duty needs the arrears, not the assessment', PROCUREMENT, TENDER, [ARREARS, ...OPEN]],
    ['A23.3 A37.2 itself, without what is over', subject(COMPANY), {}, [ASSESSMENT, ARREARS, ...OPEN]],
  ];
  it.each(seen)('%s', async (_name, holder, headers, records) => {
    expect(await world.ask(holder, LOOKUP, { id: COMPANY }, headers)).toEqual({ status: 200, data: lookup(records) });
  });

  it('A23.2 A22.1 asked for by name, the arrears are refused to those without a basis', async () => {
    const reason = async (holder: Holder | null, headers: Headers) => {
      const { data, errors } = await world.ask(holder, LOOKUP, { id: COMPANY, items: ['ARREARS-TAX'] }, headers);
      return data.subject.records?.totalCount ?? [errors?.[0]?.extensions.reason, errors?.[0]?.extensions.article];
    };
    expect(await reason(null, {})).toEqual(['IDENTITY_REQUIRED', '23(2)']);
    expect(await reason(BANK_A, LOAN)).toBe(1);
    expect(await reason(BANK_B, LOAN)).toEqual(['NO_AGREEMENT', '23(2)']);
    expect(await reason(PERMIT_OFFICE, { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: '1' })).toEqual([
      'DUTY_REQUIRED',
      '22',
    ]);
    expect(await reason(PROCUREMENT, TENDER)).toBe(1);
    expect(await reason(subject(COMPANY), {})).toBe(1);
    expect(await reason(subject(SOLE_TRADER), {})).toEqual(['ROLE', '23']);
  });

  it('A23.4 A39.1 the legal representative stays desensitized for the company too, and the objection is shown to all', async () => {
    const raisedOn = '2026-11-19';
    const node = {
      occurredOn: isoDate(ROW.CF_JDRQ),
      displayedUntil: isoDate(ROW.CF_GSJZQ),
      documentNumber: ROW.CF_WSH,
      facts: ROW.CF_SY,
      fineYuan: yuan(ROW.CF_NR_FK),
      licence: null,
      legalRepresentative: { name: '欧阳*', idNumber: '23****************' },
    };
    const own = await world.ask(subject(COMPANY), PENALTY, { id: COMPANY });
    // Raised on a Thursday; three working days after it: Friday, Monday, Tuesday.
    expect(own).toEqual({
      status: 200,
      data: {
        subject: {
          records: {
            totalCount: 1,
            nodes: [
              { ...node, objection: { raisedOn, decideBy: '2026-11-24' }, source: { unit: { code: 'HLJ-AMR' } } },
            ],
          },
        },
      },
    });
    const others = await world.ask(null, PENALTY, { id: COMPANY });
    expect(others.data.subject.records.nodes).toEqual([
      { ...node, objection: { raisedOn, decideBy: null }, source: null },
    ]);
    expect(
      others.errors?.map((error) => [error.path?.at(-1), error.extensions.reason, error.extensions.article]).sort(),
    ).toEqual([
      ['decideBy', 'IDENTITY_REQUIRED', '24'],
      ['licence', 'IDENTITY_REQUIRED', '23(2)'],
      ['source', 'IDENTITY_REQUIRED', '24'],
    ]);
  });

  it('A23.2 what collectors hold is open to the agreed bank and to the company, and to nobody else', async () => {
    const rows = [
      { item: { code: 'NP-LOAN' }, collector: { code: 'COLLECTOR-B' }, occurredOn: '2026-01-20' },
      { item: { code: 'NP-GUARANTEE' }, collector: { code: 'COLLECTOR-A' }, occurredOn: '2025-11-11' },
    ];
    for (const [holder, headers] of [
      [BANK_A, LOAN],
      [subject(COMPANY), {}],
    ] as const) {
      const { data, errors } = await world.ask(holder, NON_PUBLIC, { id: COMPANY }, headers);
      expect(errors).toBeUndefined();
      expect(data.subject.nonPublicRecords).toMatchObject({ totalCount: 2, nodes: rows });
    }
    const refused: [Holder | null, Headers, string, string][] = [
      [null, {}, 'IDENTITY_REQUIRED', '23(2)'],
      [BANK_B, LOAN, 'NO_AGREEMENT', '23(2)'],
      [PROCUREMENT, TENDER, 'ROLE', '22'],
      [subject(SOLE_TRADER), {}, 'ROLE', '23'],
      [OPERATOR, {}, 'ROLE', '23'],
    ];
    for (const [holder, headers, reason, article] of refused) {
      const { data, errors } = await world.ask(holder, NON_PUBLIC, { id: COMPANY }, headers);
      expect(data).toEqual({ subject: { nonPublicRecords: null } });
      expect(errors?.map((error) => error.extensions)).toMatchObject([{ code: 'FORBIDDEN', reason, article }]);
    }
  });

  it('A23.2 an element that is narrower than its item opens with an agreement that covers it, to that party alone', async () => {
    const conclude = `mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { status } }`;
    const input = {
      party: 'AGENCY-A',
      items: ['PENALTY-GENERAL'],
      purposes: ['CREDIT_SERVICE'],
      validFrom: '2026-11-20',
      validUntil: '2027-11-20',
      dailyQuota: 10,
    };
    const agency = { role: 'party', unit: 'AGENCY-A' };
    const licence = async (id: typeof COMPANY, holder: Holder, headers: Headers) =>
      (await world.ask(holder, PENALTY, { id }, headers)).errors?.find((error) => error.path?.at(-1) === 'licence')
        ?.extensions.reason;
    expect(await licence(COMPANY, agency, { purpose: 'CREDIT_SERVICE' })).toBe('ITEM_NOT_AGREED');
    expect((await world.ask(OPERATOR, conclude, { input })).data).toEqual({
      concludeAgreement: { status: 'IN_FORCE' },
    });
    expect(await licence(COMPANY, agency, { purpose: 'CREDIT_SERVICE' })).toBeUndefined();
    // The penalty of a sole trader is a person's: open to anyone, but its licence needs the person's authorization.
    expect(await licence(SOLE_TRADER, agency, { purpose: 'CREDIT_SERVICE' })).toBe('AUTHORIZATION_REQUIRED');
    expect(await licence(COMPANY, BANK_A, LOAN)).toBe('ITEM_NOT_AGREED');
    expect(await licence(COMPANY, PROCUREMENT, TENDER)).toBeUndefined();
  });
});
