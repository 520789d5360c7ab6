/** When a stricter edition of a catalog item ended, the wider one that it had replaced opened again what had been closed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, COMPANY, onEachDatabase, openWorld, subject, type World } from '../../kit.ts';

const PUBLISH = 'mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code } }';
const RECORDS = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records { nodes { item { code } } } } }`;
const CODE = 'COMMENDATION-GOV';
/** Open to agreements only, where the edition of the sample is open to anyone; for five days. */
const STRICTER = {
  code: CODE,
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
  effectiveFrom: '2026-11-21',
  effectiveUntil: '2026-11-25',
  elements: [{ name: 'title', title: '荣誉称号', openness: 'AGREEMENT' }],
};

onEachDatabase('an edition of a catalog item that ended', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const items = async (holder: Parameters<World['ask']>[0]): Promise<string[]> => {
    const { data } = await world.ask(holder, RECORDS, { id: COMPANY });
    return data.subject.records.nodes.map(({ item }: { item: { code: string } }) => item.code);
  };
  const inForce = async (): Promise<string[]> => {
    const { data } = await world.ask(null, '{ catalogItems(first: 200) { nodes { code } } }');
    return data.catalogItems.nodes.map(({ code }: { code: string }) => code);
  };

  it('A07.1 A23.2 what a newer edition closed is not opened by an older one when the newer ends; the subject sees its own', async () => {
    expect(await items(null)).toContain(CODE);
    expect((await world.ask(AUTHORITY, PUBLISH, { input: STRICTER })).errors).toBeUndefined();
    world.setNow('2026-11-25T10:00:00+08:00');
    expect([await items(null), await inForce()]).toEqual([
      expect.not.arrayContaining([CODE]),
      expect.arrayContaining([CODE]),
    ]);
    world.setNow('2026-11-26T10:00:00+08:00');
    expect([await items(null), await inForce()]).toEqual([
      expect.not.arrayContaining([CODE]),
      expect.not.arrayContaining([CODE]),
    ]);
    expect(await items(subject(COMPANY))).toContain(CODE);
  });

  it('A07.1 A23.2 the row policies of the database say so by themselves', async () => {
    const read = async (today: string): Promise<string[]> => {
      const session = {
        role: 'PUBLIC',
        unit: null,
        purpose: null,
        caseReference: null,
        subjectId: null,
        today,
      } as const;
      const reading = await world.server.platform.database.read(session);
      const text = 'select distinct item from public_credit.record where item = $1';
      const rows = await reading.query<{ item: string }>({ name: 'rows-of-item', text }, [CODE]);
      await reading.close();
      return rows.map(({ item }) => item);
    };
    expect([await read('2026-11-20'), await read('2026-11-25'), await read('2026-11-26')]).toEqual([[CODE], [], []]);
  });
});
