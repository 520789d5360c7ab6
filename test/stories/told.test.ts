/** A subject is told of what happens to what is held about it, in a sentence of its language; nobody else learns that it was (Article 35). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { runTelling } from '../../subgraphs/rights/told/run-telling.ts';
import {
  AUTHORITY,
  BANK_A,
  COMPANY,
  type Headers,
  type Holder,
  MARKET_REGULATION,
  MEI,
  NO_JOBS,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  PERMIT_OFFICE,
  subject,
  type World,
} from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import { DECISION, DESIGNATE, DESK, LABOUR, STRANGER } from './listing.ts';

const MESSAGES = '{ me { messages(first: 200) { totalCount nodes { id kind at text recordId } } } }';
const RECORDS =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }';
const LOAN = { purpose: 'LOAN_ORIGINATION' };

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly text: string;
  readonly recordId: string | null;
}

onDatabaseOfStep('what a subject is told', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  const told = async (holder: Holder, language = 'en'): Promise<readonly Told[]> => {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        authorization: `Bearer ${await world.token(holder)}`,
      },
      body: JSON.stringify({ query: MESSAGES }),
    });
    return ((await response.json()) as { data: { me: { messages: { nodes: readonly Told[] } } } }).data.me.messages
      .nodes;
  };
  const since = async (holder: Holder, before: readonly Told[], language = 'en') =>
    (await told(holder, language)).filter(({ id }) => !before.some((one) => one.id === id));
  const well = async (
    holder: Holder,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    headers: Headers = {},
  ) => {
    const answer = await world.ask(holder, query, variables, headers);
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  it('A35.1 of a list that it is entered in, and of the end of it; whoever is named on its account too, and nobody else', async () => {
    const [own, person, other] = [subject(COMPANY), subject(STRANGER), subject(MEI)];
    const before = await Promise.all([own, person, other].map((one) => told(one)));
    const { designate } = await well(LABOUR, DESIGNATE, {
      input: {
        ...DECISION,
        subject: COMPANY,
        basisDocument: '黑劳监处〔2026〕示例931号',
        responsible: [
          { subject: STRANGER, subjectName: '欧阳示例', role: 'ACTUAL_CONTROLLER', evidence: '（2026）示例认定书' },
        ],
      },
    });
    expect(await since(own, before[0] ?? [])).toEqual([
      {
        id: expect.any(String),
        kind: 'DESIGNATED',
        at: '2026-11-20T02:00:00.000Z',
        text: 'On 2026-11-20 Heilongjiang Department of Human Resources and Social Security entered you in the list “List for wage arrears”; you may ask for a re-examination (Article 35).',
        recordId: designate.id,
      },
    ]);
    const [linked] = await since(person, before[1] ?? [], 'zh');
    expect(linked).toMatchObject({
      kind: 'DESIGNATED',
      text: '黑龙江省人力资源和社会保障厅于2026-11-20将您列入“拖欠农民工工资失信联合惩戒对象名单信息”（因您对有关单位负有责任）；您可以申请复核（第三十五条）。',
    });
    expect(linked?.recordId).not.toBe(designate.id);
    expect(await since(other, before[2] ?? [])).toEqual([]);
    world.setNow('2026-11-20T10:05:00+08:00');
    await well(LABOUR, 'mutation ($id: ID!) { removeDesignation(id: $id, reason: "已付清。") { id } }', {
      id: designate.id,
    });
    for (const [holder, seen] of [
      [own, before[0]],
      [person, before[1]],
    ] as const) {
      const all = await since(holder, seen ?? []);
      expect(all.map((one) => one.kind)).toEqual(['WITHDRAWN', 'DESIGNATED']);
      expect(all[0]?.text).toBe(
        'On 2026-11-20 Heilongjiang Department of Human Resources and Social Security ended the display of “List for wage arrears” about you (Article 38).',
      );
    }
  });

  it('A35.1 of a new version of a record and who made it; a delivery of something new is none', async () => {
    const before = await told(subject(MEI));
    const { subject: seen } = await well(BANK_A, RECORDS, { id: MEI }, LOAN);
    const { id } = seen.records.nodes.find(({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL');
    const record = asKnownTo(world, MARKET_REGULATION, BANK_A, id);
    const input = { record, reason: '金额有误', content: { fineYuan: '13.00' } };
    await well(MARKET_REGULATION, 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id } }', {
      input,
    });
    const [one, ...more] = await since(subject(MEI), before, 'zh');
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      kind: 'CORRECTED',
      text: '黑龙江省市场监督管理局于2026-11-20变更了您的“一般行政处罚信息”信息；变更前的版本保留在历史记录中（第三十六条）。',
    });
    // The subject's own id of it, that `me { records }` has too: of the one that was changed.
    const own = await well(subject(MEI), '{ me { records(first: 200) { nodes { id version item { code } } } } }');
    expect(own.me.records.nodes).toContainEqual({ id: one?.recordId, version: 2, item: { code: 'PENALTY-GENERAL' } });
  });

  it('A35.1 of a display that ends before its time; the end of a period is known from the beginning and is no news', async () => {
    const counts = async () => (await told(subject(MEI))).length;
    const before = await counts();
    world.setNow('2031-01-05T10:00:00+08:00');
    const summary = await runDue(world.server.requestAs, world.server.platform.now);
    expect(summary?.expired).toBeGreaterThan(0);
    expect(await counts()).toBe(before);
  });
});

onDatabaseOfStep('what a subject is told of uses and ends', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
  });
  afterAll(() => world.close());

  const told = async (holder: Holder): Promise<readonly Told[]> =>
    (await world.ask(holder, MESSAGES)).data.me.messages.nodes;
  const telling = (atOnce?: number) => runTelling(world.server.requestAs, world.server.platform.now, atOnce);
  const uses = async (holder: Holder) =>
    (await told(holder)).filter((one) => one.kind === 'DISCLOSED').map(({ text }) => text);
  const name = (id: unknown, holder: Holder, headers: Headers = {}) =>
    world.ask(holder, RECORDS, { id }, headers).then(({ errors }) => expect(errors).toBeUndefined());

  it('A35.1 of a use for a purpose that it did not know: once for each unit and purpose, after the next checkpoint', async () => {
    await telling();
    expect(await uses(subject(MEI))).toEqual([]);
    // Known: by its own authorization, and by itself.
    await name(MEI, BANK_A, LOAN);
    await world.ask(subject(MEI), '{ me { records(first: 1) { totalCount } } }');
    // Not known: a department with a duty, twice; the authority.
    await name(MEI, PERMIT_OFFICE, DESK);
    await name(MEI, PERMIT_OFFICE, { ...DESK, case: '哈审批受〔2026〕702号' });
    await telling();
    expect(await uses(subject(MEI))).toEqual([]);
    await world.publish();
    await telling();
    const text =
      'On 2026-11-20 Harbin Administrative Approval Bureau was shown information about you for “Administrative permit” for the first time; me { disclosures } has every look with its basis (Article 35).';
    const [unit] = (await world.ask(null, '{ units(first: 200) { nodes { code nameEn } } }')).data.units.nodes.filter(
      ({ code }: { code: string }) => code === PERMIT_OFFICE.unit,
    );
    const [purpose] = (await world.ask(null, '{ purposes { code nameEn } }')).data.purposes.filter(
      ({ code }: { code: string }) => code === 'PERMIT',
    );
    expect(await uses(subject(MEI))).toEqual([
      text
        .replace('Harbin Administrative Approval Bureau', unit.nameEn)
        .replace('Administrative permit', purpose.nameEn),
    ]);
    // A further look is none, another purpose of the same unit is one; and slices of one place find the same.
    await name(MEI, PERMIT_OFFICE, { ...DESK, case: '哈审批受〔2026〕703号' });
    await name(MEI, AUTHORITY);
    await world.publish();
    for (let run = 0; run < 5; run += 1) await telling(1);
    expect((await uses(subject(MEI))).map((one) => one.replace(/ for “.*/, ' for …'))).toEqual([
      expect.stringContaining(
        'Oversight of the Business Environment was shown information about you for the first time',
      ),
      expect.stringContaining(`${unit.nameEn} was shown information about you for …`),
    ]);
    expect(await uses(subject(COMPANY))).toEqual([]);
  });

  it('A35.1 two servers at it at once tell each use once', async () => {
    await name(COMPANY, PERMIT_OFFICE, DESK);
    await name(COMPANY, BANK_A, LOAN);
    await world.publish();
    await Promise.all([telling(8), telling(8), telling(8)]);
    await telling();
    expect(await uses(subject(COMPANY))).toHaveLength(2);
  });

  it('A35.1 of an authorization that ends within seven days, once, and of none that was short from the beginning', async () => {
    const grant = (validFrom: string, validUntil: string) =>
      world.ask(
        subject(MEI),
        'mutation ($input: GrantAuthorizationInput!) { grantAuthorization(input: $input) { id } }',
        { input: { party: 'BANK-A', purposes: ['LOAN_ORIGINATION'], items: ['ARREARS-FUND'], validFrom, validUntil } },
      );
    expect((await grant('2026-11-20', '2026-12-05')).errors).toBeUndefined();
    expect((await grant('2026-11-20', '2026-11-27')).errors).toBeUndefined();
    const ends = async () =>
      (await told(subject(MEI))).filter(
        ({ kind, text }) => kind === 'AUTHORIZATION_ENDS' && text.includes('Sample Bank A'),
      );
    world.setNow('2026-11-27T10:00:00+08:00');
    await telling();
    expect(await ends()).toEqual([]);
    world.setNow('2026-11-28T10:00:00+08:00');
    expect((await telling()).ending).toBeGreaterThan(0);
    expect((await telling()).ending).toBe(0);
    expect(await ends()).toMatchObject([
      {
        recordId: null,
        text: 'Your authorization of Sample Bank A ends with 2026-12-05; it sees nothing by it afterwards, unless you grant another (Article 24).',
      },
    ]);
  });

  it('A35.1 A23.1 nobody but the subject is told that there is a message', async () => {
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { messages { totalCount } channel { kind } } }';
    for (const holder of [null, BANK_A, PERMIT_OFFICE, OPERATOR, AUTHORITY, subject(COMPANY)]) {
      const headers = holder === BANK_A ? LOAN : holder === PERMIT_OFFICE ? DESK : {};
      const { data, errors } = await world.ask(holder, query, { id: MEI }, headers);
      expect(data.subject).toEqual({ messages: null, channel: null });
      expect(errors?.map(({ extensions }) => [extensions.code, extensions.article])).toEqual([
        ['FORBIDDEN', '24'],
        ['FORBIDDEN', '24'],
      ]);
    }
    expect((await told(subject(MEI))).length).toBeGreaterThan(0);
  });
});
