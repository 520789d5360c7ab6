/** A serious case runs to its maximum while its bank watches (Article 37 §2): shown on its last day, found nowhere from midnight on, and never back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDue } from '../../../subgraphs/clocks/run-due.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  MARKET_REGULATION,
  MEI,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../../kit.ts';
import { acts, CITY, PROVINCE, penalty } from '../comeback/delivering.ts';
import { make, verify } from '../report-kit.ts';

const NUMBER = '哈市监罚〔2023〕77号';
/** The same number as ten bureaus write it. */
const SPELLINGS = [
  NUMBER,
  '哈市监罚（2023）77号',
  '哈市监罚[2023]第77号',
  '哈市监罚【２０２３】７７号',
  '哈市监罰〔2023〕77號',
  '哈市监罚〔二〇二三〕七十七号',
  '哈 市监罚 〔2023〕 0077 号',
  '哈·市监罚〔2023〕\u200b77号',
  '哈市监罚字－2023－77',
  '《行政处罚决定书》哈市监罚〔2O23〕77号',
];
const DECIDED = '2023-12-01';
/** Thirty-six months from the date of the deciding document. */
const LAST = '2026-12-01';

const SEEN = `query ($id: SubjectIdentifierInput!) {
  subject(identifier: $id) { records(items: ["PENALTY-SERIOUS"], first: 200) { totalCount nodes { id displayedUntil ... on AdministrativePenalty { documentNumber } } } }
  subjects(identifiers: [$id]) { records(items: ["PENALTY-SERIOUS"], first: 200) { totalCount } } }`;
const OWN = `{ me { records(items: ["PENALTY-SERIOUS"], first: 200) { nodes { id } } disclosures(first: 200) { nodes {
  recipient { code } caseReference basis { article } shownRecords { recordId } shownDesignations { recordId } } } } }`;
const WATCH = 'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched } }';
const CHANGES = '{ changes(first: 200) { nodes { kind recordId item { code } } } }';
const MATTER = `query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { findings { recordId } } }`;
const ARCHIVE = `query ($id: SubjectIdentifierInput, $record: ID, $reason: String!) { archive(subject: $id, record: $record, reason: $reason) {
  id kind item { code } cause fellOn occurredOn type providingUnit { code } basisDocument content } }`;
const LOAN = { purpose: 'LOAN_ORIGINATION' };

onDatabaseOfStep('a serious case at its maximum', (kind) => {
  let world: World;
  let by: ReturnType<typeof acts>;
  let id: string;
  let report: string;
  let others: number;
  const serious = (number: string, changes: object = {}) =>
    penalty(number, { occurredOn: DECIDED, ...changes }, { penaltyKinds: ['吊销许可证件'] });
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    by = acts(world);
    others = (await seen(null)).subject.records.totalCount;
    await by.deliver(CITY, [serious(NUMBER)], { item: 'PENALTY-SERIOUS' });
  });
  afterAll(() => world.close());

  const seen = async (holder: Holder | null, headers: Headers = {}) =>
    (await world.ask(holder, SEEN, { id: COMPANY }, headers)).data;
  const found = async (holder: Holder | null, headers: Headers = {}): Promise<readonly (string | null)[]> => {
    const data = await seen(holder, headers);
    expect(data.subjects[0].records.totalCount).toBe(data.subject.records.totalCount);
    expect(data.subject.records.totalCount).toBe(data.subject.records.nodes.length);
    return data.subject.records.nodes
      .filter(({ documentNumber }: { documentNumber: string }) => documentNumber === NUMBER)
      .map(({ displayedUntil }: { displayedUntil: string | null }) => displayedUntil);
  };
  const findings = async (reference: string): Promise<readonly string[]> =>
    (
      await world.ask(PERMIT_OFFICE, MATTER, { id: COMPANY }, { purpose: 'PERMIT', case: reference })
    ).data.matterCheck.findings.map(({ recordId }: { recordId: string | null }) => recordId);
  const own = async () => (await world.ask(subject(COMPANY), OWN)).data.me;
  const tombstones = async () =>
    (await world.ask(BANK_A, CHANGES)).data.changes.nodes
      .filter(({ recordId }: { recordId: string }) => recordId === id)
      .map(({ kind: what }: { kind: string }) => what);
  const archive = (variables: object, holder: Holder | null = OPERATOR) =>
    world.ask(holder, ARCHIVE, { reason: '核对公示期满的处理', ...variables });

  it('A37.2 is shown on its last day to whoever asks, watches and has a report', async () => {
    const row = (await seen(BANK_A, LOAN)).subject.records.nodes.find(
      ({ documentNumber }: { documentNumber: string }) => documentNumber === NUMBER,
    );
    ({ id } = row);
    expect(row.displayedUntil).toBe(LAST);
    expect(
      (await world.ask(BANK_A, WATCH, { ids: [COMPANY] }, { purpose: 'POST_LOAN_MONITORING' })).data.watch,
    ).toEqual({ watched: 1 });
    const made = await make(world, BANK_A, { subject: COMPANY }, LOAN);
    expect(made.status).toBe(201);
    report = made.body.id;
    world.setNow('2026-12-01T23:59:59+08:00');
    expect([await found(null), await found(BANK_A, LOAN)]).toEqual([[LAST], [LAST]]);
    expect(await findings('甲1')).toContain(id);
    expect((await own()).records.nodes).toContainEqual({ id });
    expect((await verify(world, report)).body).toMatchObject({ status: 'CURRENT' });
  });

  it('A37.2 A24.1 is found nowhere and by nobody from the midnight after, before any job ran', async () => {
    world.setNow('2026-12-02T00:00:00+08:00');
    for (const [holder, headers] of [
      [null, {}],
      [BANK_A, LOAN],
      [PERMIT_OFFICE, { purpose: 'PERMIT', case: '甲2', matter: 'FOOD-PERMIT' }],
      [MARKET_REGULATION, {}],
      [OPERATOR, {}],
      [AUTHORITY, {}],
      [subject(COMPANY), {}],
    ] as const)
      expect([holder, await found(holder, headers)]).toEqual([holder, []]);
    expect((await seen(null)).subject.records.totalCount).toBe(others);
    expect(await findings('甲3')).not.toContain(id);
    expect((await own()).records.nodes).not.toContainEqual({ id });
    expect((await verify(world, report)).body).toMatchObject({ status: 'SUPERSEDED' });
    const again = await make(world, BANK_A, { subject: COMPANY }, LOAN);
    expect(JSON.stringify(again.body)).not.toContain(id);
  });

  it('A37.2 A36.2 is refused and held before the daily run as behind it', async () => {
    const again = await by.deliver(CITY, [serious(NUMBER), serious(NUMBER, { occurredOn: '2026-11-18' })], {
      item: 'PENALTY-SERIOUS',
    });
    expect(again).toMatchObject({ accepted: 0, unchanged: 0, corrected: 0 });
    expect(again.rejected).toMatchObject([
      { code: 'FELL', message: expect.stringContaining('2026-12-02') },
      { code: 'FELL', message: expect.stringContaining('Article 37') },
    ]);
    // Another unit gets it in, and it is displayed to nobody.
    expect(
      await by.deliver(PROVINCE, [serious(NUMBER, { occurredOn: '2026-11-18' })], { item: 'PENALTY-SERIOUS' }),
    ).toMatchObject({ accepted: 1, rejected: [] });
    expect(await found(null)).toEqual([]);
    expect((await by.held()).nodes).toMatchObject([
      { cause: 'EXPIRY', fellOn: '2026-12-02', unit: { code: 'HLJ-AMR' } },
    ]);
  });

  it('A37.2 the daily run archives it with a tombstone for its bank, once', async () => {
    expect(await tombstones()).toEqual([]);
    const told: [string, number][] = [];
    const run = () =>
      runDue(world.server.requestAs, world.server.platform.now, (work, done) => void told.push([work, done]));
    expect((await run())?.expired).toBeGreaterThan(0);
    expect(told.at(-1)?.[0]).toBe('ENDING');
    expect(await tombstones()).toEqual(['EXPIRED']);
    expect((await run())?.expired).toBe(0);
    expect(await tombstones()).toEqual(['EXPIRED']);
    expect((await verify(world, report)).body).toMatchObject({ status: 'SUPERSEDED' });
  });

  it('A37.2 A36.2 a hundred deliveries in other spellings and dates bring it back to nobody', async () => {
    const rows = Array.from({ length: 100 }, (_, row) =>
      serious(SPELLINGS[row % 10] ?? '', {
        occurredOn: `2026-11-${String(10 + Math.floor(row / 10)).padStart(2, '0')}`,
      }),
    );
    const again = await by.deliver(CITY, rows, { item: 'PENALTY-SERIOUS' });
    expect(again).toMatchObject({ accepted: 0, unchanged: 0, corrected: 0 });
    expect(again.rejected.map(({ code }: { code: string }) => code)).toEqual(rows.map(() => 'FELL'));
    expect((await seen(null)).subject.records.totalCount).toBe(others);
  });

  it('A37.2 A35.1 the archive: the operator finds it with a reason, and the subject reads that and why; nobody else finds anything', async () => {
    const one = {
      id,
      kind: 'RECORD',
      item: { code: 'PENALTY-SERIOUS' },
      cause: 'EXPIRY',
      fellOn: '2026-12-02',
      occurredOn: DECIDED,
      type: 'AdministrativePenalty',
      providingUnit: { code: 'HRB-AMR' },
      basisDocument: NUMBER,
    };
    const all = (await archive({ id: COMPANY })).data.archive;
    expect(all.filter((row: { id: string }) => row.id === id)).toMatchObject([one]);
    // What waits for a decision is not in it.
    const [waiting] = (await by.held()).nodes;
    expect(all.map((row: { id: string }) => row.id)).not.toContain(waiting.id);
    expect((await archive({ record: waiting.id })).data.archive).toEqual([]);
    expect((await archive({ record: id })).data.archive).toMatchObject([one]);
    expect((await archive({ record: id, reason: '张小梅（电话13800138000）来电询问' })).data.archive).toHaveLength(1);
    const looks = (await own()).disclosures.nodes.filter(
      ({ basis }: { basis: { article: string } }) => basis.article === '37',
    );
    // An entry for each thing that was shown; of the reason what is personal is masked.
    expect(looks).toHaveLength(all.length + 2);
    for (const { recipient, caseReference, shownRecords, shownDesignations } of looks) {
      expect(recipient.code).toBe('HLJ-CREDIT');
      expect([...shownRecords, ...shownDesignations]).toHaveLength(1);
      expect(caseReference).not.toContain('13800138000');
    }
    expect(
      looks.filter(({ caseReference }: { caseReference: string }) => caseReference === '核对公示期满的处理'),
    ).toHaveLength(all.length + 1);
    const reasonOf = async (variables: object, holder: Holder | null = OPERATOR) =>
      (await archive(variables, holder)).errors?.map(({ extensions: { code, reason, article } }) => [
        code,
        reason,
        article,
      ]);
    for (const [holder, reason] of [
      [null, 'IDENTITY_REQUIRED'],
      [AUTHORITY, 'ROLE'],
      [BANK_A, 'ROLE'],
      [PERMIT_OFFICE, 'ROLE'],
      [MARKET_REGULATION, 'ROLE'],
      [CITY, 'ROLE'],
      [subject(COMPANY), 'ROLE'],
    ] as const)
      expect([holder, await reasonOf({ id: COMPANY }, holder)]).toEqual([holder, [['FORBIDDEN', reason, '37']]]);
    expect(await reasonOf({ id: COMPANY, reason: ' ' })).toEqual([['BAD_USER_INPUT', 'REASON', '37']]);
    expect(await reasonOf({})).toEqual([['BAD_USER_INPUT', 'ARCHIVE', '37']]);
    expect(await reasonOf({ id: COMPANY, record: id })).toEqual([['BAD_USER_INPUT', 'ARCHIVE', '37']]);
    // Of whom nothing fell, and by an id of nothing: nothing.
    expect((await archive({ id: MEI, reason: '核对' })).data.archive).not.toContainEqual(
      expect.objectContaining({ id }),
    );
    expect((await archive({ record: '00000000-0000-4000-8000-000000000000' })).data.archive).toEqual([]);
  });
});
