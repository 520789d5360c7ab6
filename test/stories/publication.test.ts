/** Items and submissions: what is published, and what is taken in under it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  MARKET_REGULATION,
  MEI,
  onEachDatabase,
  openWorld,
  subject,
  type World,
} from '../kit.ts';
import { PUBLIC_LOOKUP, refusals, shown } from './operations.ts';

const PUBLISH =
  'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code edition effectiveFrom } }';
const SUBMIT = `mutation ($input: SubmitRecordsInput!) {
  submitRecords(input: $input) { submissionId accepted unchanged corrected rejected { row code message } late } }`;

const item = {
  code: 'STORY-ITEM',
  edition: '2026-1',
  category: 'ADMINISTRATIVE_MANAGEMENT',
  name: '示例条目',
  nameEn: 'Item of a story',
  conduct: '示例行为',
  nature: 'UNTRUSTWORTHY',
  recordType: 'AdministrativePenalty',
  subjectKinds: ['NATURAL_PERSON', 'LEGAL_PERSON', 'UNINCORPORATED_ORGANIZATION'],
  providingUnit: 'HLJ-AMR',
  dataSource: '示例系统',
  sharing: 'SHARED',
  openness: 'UNCONDITIONAL',
  displayPeriod: { minimumMonths: 3, maximumMonths: 12 },
  updateWithinWorkingDays: 7,
  legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
  displayRequiredBy: '行政处罚法第四十八条',
  publication: { reference: '示例〔2026〕1号', publishedOn: '2026-01-01' },
  effectiveFrom: '2026-01-01',
  elements: [
    { name: 'documentNumber', title: '文号', openness: 'UNCONDITIONAL' },
    { name: 'conduct', title: '行为', openness: 'UNCONDITIONAL' },
    { name: 'facts', title: '事实', openness: 'UNCONDITIONAL' },
  ],
};

onEachDatabase('publication and submission', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  it('A18.1 A07.1 an item is published complete or not at all, and takes effect with its publication', async () => {
    const missing = await world.ask(AUTHORITY, PUBLISH, {
      input: { code: 'STORY-ITEM', edition: '2026-1', name: '示例条目' },
    });
    expect(refusals(missing)).toEqual(['publishCatalogItem BAD_USER_INPUT INCOMPLETE 18']);
    for (const attribute of [
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
    ])
      expect(missing.errors?.[0]?.message).toContain(attribute);
    const unpublished = {
      ...item,
      publication: { reference: 'x', publishedOn: '2026-11-21' },
      effectiveFrom: '2026-11-21',
    };
    expect(refusals(await world.ask(AUTHORITY, PUBLISH, { input: unpublished }))).toEqual([
      'publishCatalogItem BAD_USER_INPUT NOT_PUBLISHED 18',
    ]);
    expect(refusals(await world.ask(AUTHORITY, PUBLISH, { input: { ...item, simplifiedProcedure: true } }))).toEqual([
      'publishCatalogItem BAD_USER_INPUT SIMPLIFIED_PROCEDURE 18',
    ]);
    expect(refusals(await world.ask(BANK_A, PUBLISH, { input: item }))).toEqual([
      'publishCatalogItem FORBIDDEN ROLE 18',
    ]);
    const submission = {
      item: 'STORY-ITEM',
      records: [
        {
          subject: COMPANY,
          subjectName: '某公司',
          occurredOn: '2026-11-10',
          basisDocument: '文1',
          content: { documentNumber: '文1', facts: '电话13912345678' },
        },
      ],
    };
    expect(refusals(await world.ask(MARKET_REGULATION, SUBMIT, { input: submission }))).toEqual([
      'submitRecords BAD_USER_INPUT ITEM_UNKNOWN 18',
    ]);
    expect((await world.ask(AUTHORITY, PUBLISH, { input: item })).data.publishCatalogItem).toEqual({
      code: 'STORY-ITEM',
      edition: '2026-1',
      effectiveFrom: '2026-01-01',
    });
    expect(refusals(await world.ask(AUTHORITY, PUBLISH, { input: item }))).toEqual([
      'publishCatalogItem CONFLICT EDITION_PUBLISHED ',
    ]);
    expect((await world.ask(MARKET_REGULATION, SUBMIT, { input: submission })).data.submitRecords).toMatchObject({
      accepted: 1,
      rejected: [],
    });
    expect(shown(await world.ask(null, PUBLIC_LOOKUP, { id: COMPANY, first: 50 }))).toContain('STORY-ITEM');
  });

  it('A23.5 a tightened edition closes what was open, the records of before included', async () => {
    const narrower = {
      ...item,
      edition: '2026-2',
      openness: 'SELF_ONLY',
      effectiveFrom: '2026-11-20',
      elements: item.elements.map((one) => ({ ...one, openness: 'SELF_ONLY' })),
    };
    expect(
      (await world.ask(AUTHORITY, PUBLISH, { input: { ...narrower, elements: item.elements } })).errors?.[0]?.extensions
        .reason,
    ).toBe('ELEMENT_WIDER');
    expect((await world.ask(AUTHORITY, PUBLISH, { input: narrower })).errors).toBeUndefined();
    const anyone = await world.ask(null, PUBLIC_LOOKUP, { id: COMPANY, first: 50 });
    expect(shown(anyone)).not.toContain('STORY-ITEM');
    expect(anyone.data.subject.records.totalCount).toBe(shown(anyone).length);
    expect(
      shown(await world.ask(subject(COMPANY), '{ me { records(first: 50) { nodes { item { code } } } } }'), 'me'),
    ).toContain('STORY-ITEM');
  });

  it('A18.2 A18.3 A19.2 A27.1 a submission is taken row by row; A36.2 again it changes nothing, changed it is a new version', async () => {
    const good = {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-11-12',
      basisDocument: '故事〔2026〕1号',
      content: { documentNumber: '故事〔2026〕1号', fineYuan: '100.00' },
    };
    const input = {
      item: 'PENALTY-GENERAL',
      records: [
        good,
        { ...good, subject: { type: 'USCC', value: '91239999MA1ABC019X' } },
        { ...good, simplifiedProcedure: true },
        { ...good, basisDocument: null },
        { ...good, occurredOn: '2020-01-01' },
        { ...good, content: { nonsense: 'x' } },
      ],
    };
    const first = await world.ask(MARKET_REGULATION, SUBMIT, { input });
    expect(first.data.submitRecords).toMatchObject({ accepted: 1, unchanged: 0, corrected: 0 });
    expect(
      first.data.submitRecords.rejected.map(({ row, code }: { row: number; code: string }) => `${row} ${code}`),
    ).toEqual([
      '1 IDENTIFIER_CHECK_DIGIT',
      '2 SIMPLIFIED_PROCEDURE',
      '3 BASIS_REQUIRED',
      '4 NO_ITEM_IN_FORCE',
      '5 ELEMENT_UNKNOWN',
    ]);
    const send = async (record: object) =>
      (await world.ask(MARKET_REGULATION, SUBMIT, { input: { item: 'PENALTY-GENERAL', records: [record] } })).data
        .submitRecords;
    expect(await send(good)).toMatchObject({ accepted: 0, unchanged: 1, corrected: 0 });
    expect(await send({ ...good, content: { ...good.content, fineYuan: '200.00' } })).toMatchObject({
      accepted: 0,
      unchanged: 0,
      corrected: 1,
    });
    const { data } = await world.ask(
      null,
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(items: ["PENALTY-GENERAL"]) { nodes { version ... on AdministrativePenalty { documentNumber fineYuan } } } } }',
      { id: COMPANY },
    );
    expect(data.subject.records.nodes[0]).toEqual({
      version: 2,
      documentNumber: '故事〔2026〕1号',
      fineYuan: '200.00',
    });
    expect(
      refusals(
        await world.ask({ role: 'provider', unit: 'HLJ-TAX' }, SUBMIT, {
          input: { item: 'PENALTY-GENERAL', records: [good] },
        }),
      ),
    ).toEqual(['submitRecords FORBIDDEN ROLE 21']);
    expect(refusals(await world.ask(BANK_A, SUBMIT, { input: { item: 'PENALTY-GENERAL', records: [good] } }))).toEqual([
      'submitRecords FORBIDDEN ROLE 21',
    ]);
  });

  it('A20.1 a submission about a person needs consent where law does not require display', async () => {
    const record = {
      subject: MEI,
      subjectName: '张小梅',
      occurredOn: '2026-11-12',
      basisDocument: '催〔2026〕1号',
      content: { kind: '住房公积金', amountYuan: '1.00' },
    };
    const fund = { role: 'provider', unit: 'HLJ-FUND' } as const;
    const send = async (change: object) =>
      (await world.ask(fund, SUBMIT, { input: { item: 'ARREARS-FUND', records: [{ ...record, ...change }] } })).data
        .submitRecords;
    expect((await send({})).rejected[0]).toMatchObject({ row: 0, code: 'CONSENT_REQUIRED' });
    expect(await send({ consent: '同意书' })).toMatchObject({ accepted: 1, rejected: [] });
  });
});
