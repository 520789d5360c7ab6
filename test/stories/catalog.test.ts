import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  type World,
} from '../kit.ts';

const PUBLISH = `mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code edition effectiveFrom } }`;
const DUTY =
  'mutation ($input: DutyInput!) { registerDuty(input: $input) { matter activity items identified department { code } } }';
const COUNT = `query ($id: SubjectIdentifierInput!, $items: [String!]) { subject(identifier: $id) { records(items: $items) { totalCount } } }`;
const EDITION = `query { catalogItems(category: COMMENDATION) { nodes { code edition openness publication { reference publishedOn } } } }`;

/** A complete next edition of the commendations of governments, open to agreements only. */
const TIGHTER = {
  code: 'COMMENDATION-GOV',
  edition: '2026-2',
  category: 'COMMENDATION',
  name: '政府表彰奖励信息',
  nameEn: 'Commendations by government',
  conduct: '受到县级以上人民政府及其部门表彰奖励',
  nature: 'TRUSTWORTHY',
  subjectKinds: ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'],
  providingUnit: 'HLJ-HRSS',
  dataSource: '省表彰奖励管理系统',
  sharing: 'SHARED',
  openness: 'AGREEMENT',
  displayPeriod: {},
  updateWithinWorkingDays: 10,
  legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
  publication: { reference: '黑信用办〔2026〕2号', publishedOn: '2026-11-20' },
  effectiveFrom: '2026-11-20',
  elements: [{ name: 'title', title: '荣誉称号', openness: 'AGREEMENT' }],
};

onDatabaseOfStep('the catalog as authority and operator keep it', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const publish = (changes: object, holder: Holder | null = AUTHORITY) =>
    world.ask(holder, PUBLISH, { input: { ...TIGHTER, ...changes } });
  const count = async (holder: Holder | null, id: object, items: readonly string[], headers: Headers = {}) => {
    const { data, errors } = await world.ask(holder, COUNT, { id, items }, headers);
    return data.subject?.records?.totalCount ?? errors?.[0]?.extensions.reason;
  };

  it('A18.1 an incomplete item is refused with everything that is missing', async () => {
    const { data, errors } = await world.ask(AUTHORITY, PUBLISH, { input: { code: 'NEW-ITEM', edition: '1' } });
    expect(data).toEqual({ publishCatalogItem: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'INCOMPLETE', article: '18' });
    const attributes = [
      'conduct',
      'providingUnit',
      'dataSource',
      'nature',
      'sharing',
      'openness',
      'displayPeriod',
      'updateWithinWorkingDays',
      'legalBasis',
      'elements',
      'category',
      'publication',
    ];
    for (const attribute of attributes) expect(errors?.[0]?.message).toContain(`${attribute} (`);
    for (const attribute of attributes) {
      const one = await publish({ [attribute]: null });
      expect([attribute, one.errors?.[0]?.extensions.reason]).toEqual([attribute, 'INCOMPLETE']);
      expect(one.errors?.[0]?.message).toContain(`${attribute} (`);
    }
  });

  it.each([
    ['published tomorrow only', { publication: { reference: 'x', publishedOn: '2026-11-21' } }, 'NOT_PUBLISHED'],
    ['in force before its publication', { effectiveFrom: '2026-11-19' }, 'NOT_PUBLISHED'],
    ['published without a reference', { publication: { reference: ' ', publishedOn: '2026-11-20' } }, 'INCOMPLETE'],
    [
      'with an element wider than itself',
      { elements: [{ name: 'title', title: '荣誉称号', openness: 'UNCONDITIONAL' }] },
      'ELEMENT_WIDER',
    ],
    ['of untrustworthiness without an end of display', { nature: 'UNTRUSTWORTHY' }, 'DISPLAY_PERIOD'],
    [
      'of untrustworthiness displayed for longer than the state lets it be',
      { nature: 'UNTRUSTWORTHY', displayPeriod: { minimumMonths: 12, maximumMonths: 37 } },
      'DISPLAY_PERIOD',
    ],
    ['of penalties by simplified procedure', { simplifiedProcedure: true }, 'SIMPLIFIED_PROCEDURE'],
    ['of a unit that is not known', { providingUnit: 'NOBODY' }, 'UNIT_UNKNOWN'],
    ['under an edition that is published already', { edition: '2026-1' }, 'EDITION_PUBLISHED'],
  ])('A07.1 A18.1 an item %s is refused', async (_name, changes, reason) => {
    expect((await publish(changes)).errors?.[0]?.extensions.reason).toBe(reason);
  });

  it('A07.1 A18.1 only the operator and the authority publish', async () => {
    expect((await publish({}, null)).errors?.[0]?.extensions.reason).toBe('IDENTITY_REQUIRED');
    expect((await publish({}, { role: 'provider', unit: 'HLJ-HRSS' })).errors?.[0]?.extensions.reason).toBe('ROLE');
    expect((await publish({}, BANK_A)).errors?.[0]?.extensions.reason).toBe('ROLE');
  });

  it('A07.1 A23.1 A23.2 a tightened edition takes effect on its day, for records of before as well', async () => {
    const items = ['COMMENDATION-GOV'];
    expect(await count(null, MEI, items)).toBe(1);
    expect(await count(null, COMPANY, items)).toBe(1);
    const later = await publish({ edition: '2026-2', effectiveFrom: '2026-11-21' });
    expect(later.data).toEqual({
      publishCatalogItem: { code: 'COMMENDATION-GOV', edition: '2026-2', effectiveFrom: '2026-11-21' },
    });
    expect(await count(null, COMPANY, items)).toBe(1);
    world.setNow('2026-11-21T00:00:00+08:00');
    expect(await count(null, MEI, items)).toBe('IDENTITY_REQUIRED');
    expect(await count(null, COMPANY, items)).toBe('IDENTITY_REQUIRED');
    expect(await count(BANK_A, COMPANY, items, { purpose: 'LOAN_ORIGINATION' })).toBe('ITEM_NOT_AGREED');
    expect(await count({ role: 'subject', subject: { type: 'USCC', value: COMPANY.value } }, COMPANY, items)).toBe(1);
    // Neither by name nor in the list of all.
    const all = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records { totalCount } } }',
      { id: COMPANY },
    );
    expect(all).toEqual({ status: 200, data: { subject: { records: { totalCount: 7 } } } });
    const { data } = await world.ask(null, EDITION);
    expect(data.catalogItems.nodes.find((node: { code: string }) => node.code === 'COMMENDATION-GOV')).toEqual({
      code: 'COMMENDATION-GOV',
      edition: '2026-2',
      openness: 'AGREEMENT',
      publication: TIGHTER.publication,
    });
  });

  it('A22.1 A43.1 a duty that is registered opens its items to its department, for its activity only', async () => {
    const headers = { purpose: 'FUNDING', case: '黑财〔2026〕3号' };
    const input = {
      department: 'HRB-PERMIT',
      matter: 'SUBSIDY',
      activity: 'PUBLIC_FUNDING',
      items: ['ARREARS-TAX'],
    };
    expect(await count(PERMIT_OFFICE, COMPANY, ['ARREARS-TAX'], headers)).toBe('DUTY_REQUIRED');
    const { data, errors } = await world.ask(OPERATOR, DUTY, { input });
    expect(errors).toBeUndefined();
    expect(data.registerDuty).toEqual({ ...input, identified: false, department: { code: 'HRB-PERMIT' } });
    expect(await count(PERMIT_OFFICE, COMPANY, ['ARREARS-TAX'], headers)).toBe(1);
    expect(
      await count(PERMIT_OFFICE, COMPANY, ['ARREARS-TAX'], { ...headers, purpose: 'PERMIT', matter: 'FOOD-PERMIT' }),
    ).toBe('DUTY_REQUIRED');
    expect(await count(PERMIT_OFFICE, COMPANY, ['ARREARS-TAX'], { purpose: 'FUNDING' })).toBe('CASE_REQUIRED');
    const refused: [Holder | null, object, string][] = [
      [null, {}, 'IDENTITY_REQUIRED'],
      [PERMIT_OFFICE, {}, 'ROLE'],
      [OPERATOR, { items: ['VOLUNTEERING'] }, 'ITEM_NOT_SHARED'],
      [OPERATOR, { items: ['NO-SUCH-ITEM'] }, 'ITEM_UNKNOWN'],
      [OPERATOR, { department: 'BANK-A' }, 'UNIT_UNKNOWN'],
      [OPERATOR, { matter: ' ' }, 'MATTER'],
    ];
    for (const [holder, changes, reason] of refused)
      expect((await world.ask(holder, DUTY, { input: { ...input, ...changes } })).errors?.[0]?.extensions.reason).toBe(
        reason,
      );
  });
});
