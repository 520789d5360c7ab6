import { expect, it } from 'vitest';
import { AUTHORITY, BANK_A, MEI, OPERATOR, onDatabaseOfStep, openWorld, subject, TODAY } from '../../kit.ts';

const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200, items: ["COMMENDATION-GOV"]) {
  nodes { ... on Commendation { title } } } } }`;
const SHOWN = 'query ($id: ID!) { disclosure(id: $id) { shownRecords { item { code } content } } }';
const PUBLISH = 'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { edition } }';

onDatabaseOfStep('an element that a later edition found personal', (kind) => {
  it('A23.4 A35.1 is desensitized for who runs the platform also in what was shown before; the subject reads its own', async () => {
    const world = await openWorld(kind);
    try {
      const title = async () =>
        (await world.ask(BANK_A, RECORDS, { id: MEI }, { purpose: 'LOAN_ORIGINATION' })).data.subject.records.nodes[0]
          .title;
      const before = await title();
      const own = await world.ask(subject(MEI), '{ me { disclosures(first: 5) { nodes { id recipient { code } } } } }');
      const { id } = own.data.me.disclosures.nodes.find(
        ({ recipient }: { recipient: { code: string | null } }) => recipient.code === 'BANK-A',
      );
      const published = await world.ask(AUTHORITY, PUBLISH, {
        input: {
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
          openness: 'UNCONDITIONAL',
          displayRequiredBy: '黑龙江省社会信用条例第二十三条',
          displayPeriod: {},
          updateWithinWorkingDays: 10,
          legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
          publication: { reference: '黑信用办〔2026〕2号', publishedOn: TODAY },
          effectiveFrom: TODAY,
          elements: [{ name: 'title', title: '荣誉称号', openness: 'UNCONDITIONAL', personal: 'NAME' }],
        },
      });
      expect(published.errors).toBeUndefined();
      const masked = await title();
      expect(masked).not.toBe(before);
      const shown = async (holder: Parameters<typeof world.ask>[0]) =>
        (await world.ask(holder, SHOWN, { id })).data.disclosure.shownRecords[0].content.title;
      expect(await shown(OPERATOR)).toBe(masked);
      expect(await shown(AUTHORITY)).toBe(masked);
      expect(await shown(subject(MEI))).toBe(before);
    } finally {
      await world.close();
    }
  });
});
