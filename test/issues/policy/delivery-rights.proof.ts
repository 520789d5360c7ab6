/** A proof: it opens a world of its own for what one test shows. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, COMPANY, type Holder, MARKET_REGULATION, openWorld, soonest, type World } from '../../kit.ts';

const SUBMIT = `mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) {
  accepted corrected rejected { row code } } }`;
const PUBLIC = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) {
  records(items: ["PENALTY-GENERAL"]) { nodes { displayedUntil ... on AdministrativePenalty { documentNumber } } } } }`;
const PUBLISH = `mutation ($input: CatalogItemInput!) { publishCatalogItem(input: $input) { code edition effectiveFrom } }`;

/** The next edition of the commendations of governments, provided by another unit. */
const NEXT = {
  code: 'COMMENDATION-GOV',
  edition: '2026-2',
  category: 'COMMENDATION',
  name: '政府表彰奖励信息',
  nameEn: 'Commendations by government',
  conduct: '受到县级以上人民政府及其部门表彰奖励',
  nature: 'TRUSTWORTHY',
  subjectKinds: ['LEGAL_PERSON'],
  providingUnit: 'HLJ-CIVIL',
  dataSource: '省表彰奖励管理系统',
  sharing: 'SHARED',
  openness: 'AGREEMENT',
  displayPeriod: {},
  updateWithinWorkingDays: 10,
  legalBasis: [{ article: '第十八条', title: '黑龙江省社会信用条例' }],
  publication: { reference: '黑信用办〔2026〕2号', publishedOn: '2026-12-06' },
  effectiveFrom: '2026-12-06',
  elements: [{ name: 'title', title: '荣誉称号', openness: 'AGREEMENT' }],
};

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest());
});
afterAll(() => world.close());

const submit = async (holder: Holder, item: string, changes: object) => {
  const record = {
    subject: COMPANY,
    subjectName: '哈尔滨示例冰雪设备有限公司',
    occurredOn: '2026-11-18',
    basisDocument: '测〔2026〕1号',
    content: {},
    ...changes,
  };
  const { data, errors } = await world.ask(holder, SUBMIT, { input: { item, records: [record] } });
  return data.submitRecords ?? errors?.[0]?.extensions.reason;
};
const shown = async () => {
  const { data } = await world.ask(null, PUBLIC, { id: COMPANY });
  return data.subject.records.nodes.find(
    ({ documentNumber }: { documentNumber: string }) => documentNumber === '测〔2026〕1号',
  );
};

it('A37.2 a record whose display ended does not come back by being corrected', async () => {
  const documentNumber = '测〔2026〕1号';
  const content = { documentNumber, displayUntil: '2026-12-01' };
  expect(await submit(MARKET_REGULATION, 'PENALTY-GENERAL', { content })).toMatchObject({ accepted: 1 });
  expect(await shown()).toEqual({ documentNumber, displayedUntil: '2026-12-01' });
  // While it is displayed its end can still be set.
  const later = { documentNumber, displayUntil: '2026-12-05' };
  expect(await submit(MARKET_REGULATION, 'PENALTY-GENERAL', { content: later })).toMatchObject({ corrected: 1 });
  expect(await shown()).toEqual({ documentNumber, displayedUntil: '2026-12-05' });
  world.setNow('2026-12-06T10:00:00+08:00');
  expect(await shown()).toBeUndefined();
  for (const changes of [{ content: { documentNumber } }, { content: { documentNumber }, occurredOn: '2026-12-06' }]) {
    // It fell at midnight, whether a job ran since or not.
    expect(await submit(MARKET_REGULATION, 'PENALTY-GENERAL', changes)).toMatchObject({
      corrected: 0,
      rejected: [{ row: 0, code: 'FELL' }],
    });
    expect(await shown()).toBeUndefined();
  }
});

it('A21.1 A21.4 a unit that the edition in force names no more delivers only what is older', async () => {
  const EARLIER = { role: 'provider', unit: 'HLJ-HRSS' } as const;
  const LATER = { role: 'provider', unit: 'HLJ-CIVIL' } as const;
  const commend = (holder: Holder, occurredOn: string, title: string) =>
    submit(holder, 'COMMENDATION-GOV', { content: { title }, occurredOn, basisDocument: `表彰〔2026〕${title}` });
  const accepted = { accepted: 1, corrected: 0, rejected: [] };
  const refused = { accepted: 0, corrected: 0, rejected: [{ row: 0, code: 'NOT_PROVIDING_UNIT' }] };
  expect(await commend(EARLIER, '2026-12-05', '甲')).toEqual(accepted);
  expect(await commend(LATER, '2026-12-05', '乙')).toBe('NOT_PROVIDING_UNIT');
  const { errors } = await world.ask(AUTHORITY, PUBLISH, { input: NEXT });
  expect(errors).toBeUndefined();
  expect(await commend(EARLIER, '2026-12-06', '丙')).toEqual(refused);
  expect(await commend(EARLIER, '2026-12-05', '丁')).toEqual(accepted);
  expect(await commend(LATER, '2026-12-06', '戊')).toEqual(accepted);
  expect(await commend(LATER, '2026-12-05', '己')).toEqual(accepted);
});

it('A18.2 non-public information does not come in as public', async () => {
  const COLLECTOR = { role: 'provider', unit: 'COLLECTOR-B' } as const;
  expect((await world.ask(COLLECTOR, SUBMIT, { input: { item: 'NP-LOAN', records: [] } })).status).toBe(401);
  // One that provides public items too is told which way non-public information goes.
  await world.server
    .requestAs({ role: 'AUTHORITY' })
    .write('control', (em) =>
      em.execute(`update control.unit set kinds = '{COLLECTOR,PROVIDER}' where code = 'COLLECTOR-B'`),
    );
  expect(await submit(COLLECTOR, 'NP-LOAN', { content: {} })).toBe('ITEM_NOT_PUBLIC');
});
