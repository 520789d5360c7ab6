/** An item has one answerable unit, and providers beside it: a city bureau delivers its own penalties, a permit desk records its pledges (Articles 21 and 46). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  COMPANY,
  type Holder,
  MARKET_REGULATION,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  type World,
} from '../kit.ts';
import { refusals } from './operations.ts';
import { PLEDGE, RECORD, VERIFY } from './pledging.ts';
import { BUREAU, REGISTER_UNIT } from './registering.ts';

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  accepted corrected unchanged rejected { row code message } } }`;
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const HELD = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL", "PLEDGE-PERMIT"], first: 200) { nodes {
  id version providingUnit { code } ... on AdministrativePenalty { documentNumber content } ... on PledgeRecord { matter performance } } } } }`;
const CITY = { role: 'provider', unit: 'HRB-AMR' };
const NUMBER = '哈市监罚〔2026〕本1号';

onDatabaseOfStep('providers beside the answerable unit', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const deliver = async (holder: Holder, content: object = {}, item = 'PENALTY-GENERAL') => {
    const answer = await world.ask(holder, SUBMIT, {
      input: {
        item,
        records: [
          {
            subject: COMPANY,
            subjectName: '哈尔滨示例冰雪设备有限公司',
            occurredOn: '2026-11-18',
            basisDocument: NUMBER,
            content: { documentNumber: NUMBER, authorityName: '哈尔滨市市场监督管理局', ...content },
          },
        ],
      },
    });
    return answer.data?.submitRecords ?? answer.errors?.[0];
  };
  const held = async (): Promise<{ id: string; version: number; providingUnit: { code: string }; content: string }[]> =>
    (await world.ask(null, HELD, { id: COMPANY })).data.subject.records.nodes.filter(
      (node: { documentNumber?: string }) => node.documentNumber === NUMBER,
    );

  it('A21.1 A21.4 a city bureau delivers its own penalty, and the record names it', async () => {
    expect(await deliver(CITY)).toMatchObject({ accepted: 1, rejected: [] });
    expect((await held()).map(({ providingUnit }) => providingUnit.code)).toEqual(['HRB-AMR']);
    expect(await deliver(CITY)).toMatchObject({ accepted: 0, unchanged: 1 });
    // What a district decided goes to the level above.
    const district = { documentNumber: '哈里市监罚〔2026〕1号', authorityName: '哈尔滨市道里区市场监督管理局' };
    expect(await deliver(CITY, district)).toMatchObject({ corrected: 1 });
    expect(await deliver(CITY)).toMatchObject({ corrected: 1 });
  });

  it('A21.1 another unit is refused with the item, the unit and what it lacks', async () => {
    const register = (code: string, change: object) =>
      world.ask(AUTHORITY, REGISTER_UNIT, { input: { ...BUREAU, code, ...change } });
    await register('QQ-NOWHERE', { level: 'NATIONAL', region: null });
    await register('QQ-NO-LINE', { level: 'CITY', region: '230200', line: null });
    const whom =
      'HLJ-AMR, and providers of the line MARKET_REGULATION at the level city, each for its own region, as providers of PENALTY-GENERAL';
    const refused = [
      ['YL-AMR', 'YL-AMR is of the level county'],
      ['DQ-EEP', 'DQ-EEP is of the line ECOLOGY'],
      ['HRB-PERMIT', 'HRB-PERMIT is of the line APPROVAL'],
      ['QQ-NO-LINE', 'QQ-NO-LINE is registered for no line'],
      ['QQ-NOWHERE', 'QQ-NOWHERE is of the level the whole country'],
    ] as const;
    for (const [unit, lacks] of refused)
      expect(await deliver({ role: 'provider', unit })).toMatchObject({
        message: `The catalog names ${whom}; ${lacks} (Article 21).`,
        extensions: { code: 'FORBIDDEN', reason: 'NOT_PROVIDING_UNIT', article: '21' },
      });
    // An item without a rule says it as it always did.
    expect(await deliver(CITY, {}, 'ARREARS-TAX')).toMatchObject({
      message: 'The catalog names HLJ-TAX as providing unit of ARREARS-TAX, and not HRB-AMR (Article 21).',
    });
  });

  it('A21.1 what another region or another line decided is refused, row by row, and nothing of it is stored', async () => {
    const decided = [
      ['齐齐哈尔市市场监督管理局', 'this record is of the region 230200'],
      ['黑龙江省市场监督管理局', 'this record is of the region 230000'],
      ['大庆市生态环境局', 'this record was decided by DQ-EEP, of another line'],
      ['长春市市场监督管理局', 'the authority that this record names is no registered unit'],
    ] as const;
    for (const [authorityName, says] of decided) {
      const answer = await deliver(CITY, { documentNumber: '外罚〔2026〕1号', authorityName });
      expect(answer).toMatchObject({ accepted: 0, rejected: [{ row: 0, code: 'NOT_PROVIDING_UNIT' }] });
      expect(answer.rejected[0].message).toContain(
        `HRB-AMR provides PENALTY-GENERAL for its own region 230100 alone; ${says}`,
      );
    }
    expect(await held()).toHaveLength(1);
    // Its own code beside the name of another does not help.
    const borrowed = { authorityName: '齐齐哈尔市市场监督管理局', authorityCode: '11239999001300005E' };
    expect(await deliver(CITY, { documentNumber: '外罚〔2026〕2号', ...borrowed })).toMatchObject({
      accepted: 0,
      rejected: [{ row: 0, code: 'NOT_PROVIDING_UNIT' }],
    });
    // The answerable unit delivers for the whole province.
    expect(await deliver(MARKET_REGULATION, { authorityName: '齐齐哈尔市市场监督管理局' })).toMatchObject({
      accepted: 1,
    });
  });

  it('A21.4 A38.1 one document of two units is a record of each: neither overwrites the other, and each corrects its own', async () => {
    const both = await held();
    expect(both.map(({ providingUnit }) => providingUnit.code).sort()).toEqual(['HLJ-AMR', 'HRB-AMR']);
    const idOf = (unit: string) => both.find(({ providingUnit }) => providingUnit.code === unit)?.id ?? '';
    expect(idOf('HLJ-AMR')).not.toBe(idOf('HRB-AMR'));
    const city = both.find(({ id }) => id === idOf('HRB-AMR'));
    expect(await deliver(MARKET_REGULATION, { content: '罚款1000元' })).toMatchObject({ corrected: 1, accepted: 0 });
    expect((await held()).find(({ id }) => id === idOf('HRB-AMR'))).toEqual(city);
    const correct = (holder: Holder, unit: string) =>
      world.ask(holder, CORRECT, {
        input: { record: idOf(unit), content: { content: '罚款2000元' }, reason: '数额有误' },
      });
    expect(refusals(await correct(MARKET_REGULATION, 'HRB-AMR'))).toEqual(['correctRecord NOT_FOUND NOT_FOUND ']);
    expect(refusals(await correct(CITY, 'HLJ-AMR'))).toEqual(['correctRecord NOT_FOUND NOT_FOUND ']);
    expect((await correct(CITY, 'HRB-AMR')).errors).toBeUndefined();
    // What it could not deliver it does not make by a correction either.
    const moved = await world.ask(CITY, CORRECT, {
      input: {
        record: idOf('HRB-AMR'),
        content: { authorityName: '齐齐哈尔市市场监督管理局' },
        reason: '机关名称有误',
      },
    });
    expect(refusals(moved)).toEqual(['correctRecord BAD_USER_INPUT NOT_PROVIDING_UNIT 21']);
    const after = await held();
    expect(after.find(({ id }) => id === idOf('HRB-AMR'))?.content).toBe('罚款2000元');
    expect(after.find(({ id }) => id === idOf('HLJ-AMR'))?.content).toBe('罚款1000元');
  });

  it('A45.1 A46.1 the permit desk that decides records the pledge and verifies it; the answerable unit does not', async () => {
    const recorded = await world.ask(PERMIT_OFFICE, RECORD, {
      input: { ...PLEDGE, document: '哈审批诺〔2026〕1号', permitDocument: '哈审批〔2026〕1号' },
    });
    expect(recorded.errors).toBeUndefined();
    const { id, unit } = recorded.data.recordPledge;
    expect(unit).toEqual({ code: 'HRB-PERMIT' });
    const verify = (holder: Holder) =>
      world.ask(holder, VERIFY, { input: { id, outcome: 'PERFORMED', reasons: '已补交。' } });
    expect(refusals(await verify(CITY))).toEqual(['verifyPledge NOT_FOUND NOT_FOUND ']);
    expect((await verify(PERMIT_OFFICE)).data.verifyPledge).toMatchObject({ outcome: 'PERFORMED' });
    const { data } = await world.ask(null, HELD, { id: COMPANY });
    expect(data.subject.records.nodes).toContainEqual(
      expect.objectContaining({ id, providingUnit: { code: 'HRB-PERMIT' }, performance: 'PERFORMED' }),
    );
    // One of the sample’s pledges is the desk’s; the others are those of the answerable unit.
    const sample = await world.ask(null, HELD, { id: { type: 'USCC', value: '91239999MAE015H429' } });
    expect(sample.data.subject.records.nodes).toContainEqual(
      expect.objectContaining({ matter: '食品经营许可', providingUnit: { code: 'HRB-PERMIT' } }),
    );
    // A desk that no edition names is refused.
    expect(
      refusals(await world.ask({ role: 'department', unit: 'HRB-INSPECTION' }, RECORD, { input: PLEDGE })),
    ).toEqual(['recordPledge FORBIDDEN NOT_PROVIDING_UNIT 21']);
  });

  it('A18.1 A21.1 the catalog says who provides, and an edition that says it wrongly is refused', async () => {
    const list =
      '{ catalogItems(first: 200) { nodes { code providingUnit { code } providers { units { code } rule { line level ownRegion } } } } }';
    const { data } = await world.ask(null, list);
    const of = (code: string) => data.catalogItems.nodes.find((item: { code: string }) => item.code === code);
    expect(of('PENALTY-SERIOUS')).toEqual({
      code: 'PENALTY-SERIOUS',
      providingUnit: { code: 'HLJ-AMR' },
      providers: { units: [], rule: { line: 'MARKET_REGULATION', level: 'CITY', ownRegion: true } },
    });
    expect(of('PLEDGE-PERMIT').providers).toEqual({ units: [{ code: 'HRB-PERMIT' }], rule: null });
    expect(of('ARREARS-TAX').providers).toEqual({ units: [], rule: null });

    const input = {
      ...{
        code: 'INSPECTION-CITY',
        edition: '2026-1',
        category: 'ADMINISTRATIVE_MANAGEMENT',
        name: '检查',
        nameEn: 'Checks',
      },
      ...{
        conduct: '接受检查',
        nature: 'NEUTRAL',
        subjectKinds: ['LEGAL_PERSON'],
        providingUnit: 'HLJ-AMR',
        dataSource: '示例',
      },
      ...{ sharing: 'SHARED', openness: 'UNCONDITIONAL', displayPeriod: {}, updateWithinWorkingDays: 7 },
      legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
      publication: { reference: '示例公告〔2026〕5号', publishedOn: '2026-11-20' },
      effectiveFrom: '2026-11-20',
      elements: [{ name: 'title', title: '事项', openness: 'UNCONDITIONAL' }],
    };
    const publish = async (providers: object, change: object = {}) =>
      refusals(
        await world.ask(
          AUTHORITY,
          'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code providers { units { code } rule { level ownRegion } } } }',
          {
            input: { ...input, providers, ...change },
          },
        ),
      );
    const bad: readonly (readonly [object, object, string])[] = [
      [{ units: ['NOBODY'] }, {}, 'BAD_USER_INPUT UNIT_UNKNOWN 21'],
      [{ units: ['HLJ-FINANCE'] }, {}, 'BAD_USER_INPUT UNIT_UNKNOWN 21'],
      [{ units: ['HLJ-AMR'] }, {}, 'BAD_USER_INPUT PROVIDERS 21'],
      [{ rule: { line: '市场监管' } }, {}, 'BAD_USER_INPUT LINE 21'],
      [{ rule: { line: 'CREDIT' } }, { recordType: 'AssessmentRecord' }, 'BAD_USER_INPUT PROVIDERS 21'],
      [{ units: ['HRB-AMR'] }, { information: 'NON_PUBLIC', category: null }, 'BAD_USER_INPUT PROVIDERS 21'],
    ];
    for (const [providers, change, expected] of bad)
      expect([providers, await publish(providers, change)]).toEqual([providers, [`publishCatalogItem ${expected}`]]);
    expect(await publish({ units: ['HRB-AMR', 'HRB-AMR', 'YL-AMR'], rule: { line: 'MARKET_REGULATION' } })).toEqual([]);
    expect(
      refusals(await world.ask(AUTHORITY, 'mutation { endUnit(code: "YL-AMR", reason: "改革") { code } }')),
    ).toEqual([]);
    // Whoever is listed and has ended provides nothing, and is listed in no new edition.
    expect(await publish({ units: ['YL-AMR'] }, { edition: '2026-2' })).toEqual([
      'publishCatalogItem BAD_USER_INPUT UNIT_ENDED 21',
    ]);
  });
});
