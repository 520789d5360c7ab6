/**
 * Between two parts of a question midnight passes, or what the feed told of ends: one question is of one moment, however its parts lie. A proof: four subgraphs in
 * servers of their own.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, openBank } from '../issues/feed/watching-bank.ts';
import { BANK_A, COMPANY, databases, LISTED, MEI, NO_JOBS, OPERATOR, openWorld, subject, type World } from '../kit.ts';
import { CLERK, inWorld } from '../stories/mandates/mandating.ts';
import { type Asking, askPart, type Part } from './asking-parts.ts';

const BANK_B = { role: 'party', unit: 'BANK-B' } as const;
const LOAN = { 'credit-purpose': 'LOAN_ORIGINATION' };
const SUBJECT =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id name records(first: 5) { totalCount } } }';
const ENTITIES =
  'query ($r: [_Any!]!) { _entities(representations: $r) { ... on CreditSubject { nonPublicRecords(first: 5) { totalCount } } } }';
const reasons = ({ errors }: Part) => errors?.map(({ extensions: { code, reason } }) => `${code} ${reason}`);
/** In Harbin, the last moment of a day and the first of the next. */
const [BEFORE, MIDNIGHT, AFTER] = ['2026-11-20T15:59:58.500Z', '2026-11-20T16:00:00Z', '2026-11-20T16:00:01Z'];

describe.runIf(databases().includes('postgresql'))('midnight between two parts of a question', () => {
  let world: World;
  let owner: pg.Client;
  /** Called as the gateway asks a subgraph. */
  let between: (name: string) => void = () => undefined;
  const { register } = inWorld(() => world);
  beforeAll(async () => {
    world = await openWorld('postgresql', {
      wire: true,
      environment: NO_JOBS,
      faults: (name) => {
        between(name);
        return undefined;
      },
    });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    world.setNow(BEFORE);
    const input = {
      party: 'BANK-B',
      items: ['ARREARS-FUND', 'ARREARS-SOCIAL', 'UTILITY-HEAT', 'NP-LOAN', 'NP-GUARANTEE', 'NP-UTILITY-BILL'],
      purposes: ['LOAN_ORIGINATION'],
      validFrom: '2026-11-20',
      // Its last day is the one that ends.
      validUntil: '2026-11-20',
      dailyQuota: 10,
    };
    const concluded = await world.ask(
      OPERATOR,
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
      { input },
    );
    expect(concluded.errors).toBeUndefined();
  });
  afterAll(async () => {
    await owner?.end();
    await world?.close();
  });

  const bearer = async (holder: Parameters<World['token']>[0], expires?: string) => ({
    authorization: `Bearer ${await world.token(holder, expires)}`,
  });
  const daysOf = async () =>
    (await owner.query('select distinct day::text as day from ledger.quota_subject where day >= $1', ['2026-11-20']))
      .rows;

  it('A23.2 A17.1 both parts are of the day on which the question came: what ended with it carries them, and a subject counts on that day alone', async () => {
    world.setNow(BEFORE);
    const headers = { ...LOAN, ...(await bearer(BANK_B)) };
    const [requestId, asked] = [randomUUID(), world.server.platform.now()];
    const of: Asking = { subgraph: 'public-credit', query: SUBJECT, variables: { id: COMPANY }, requestId, headers };
    const one = await askPart(world, { ...of, asked });
    expect([one.errors, one.data.subject.records.totalCount > 0]).toEqual([undefined, true]);
    world.setNow(AFTER);
    const r = [{ __typename: 'CreditSubject', id: one.data.subject.id }];
    const rest: Asking = { ...of, subgraph: 'non-public-credit', query: ENTITIES, variables: { r } };
    const two = await askPart(world, { ...rest, asked });
    expect([two.errors, two.data._entities[0].nonPublicRecords.totalCount > 0]).toEqual([undefined, true]);
    expect(await daysOf()).toEqual([{ day: '2026-11-20' }]);
    // Of a question that came after midnight it carries nothing.
    const late = await askPart(world, { ...rest, requestId: randomUUID() });
    expect([late.data._entities[0].nonPublicRecords, late.errors?.length]).toEqual([null, 1]);
    // No gateway says a day that is over.
    const old = await askPart(world, { ...of, requestId: randomUUID(), asked: new Date('2026-11-20T04:00:00Z') });
    expect([old.data, reasons(old)]).toEqual([null, ['UNAUTHENTICATED HOP_NOT_NOW']]);
  });

  it('A23.2 a question through the gateway the same, while the clocks of all strike twelve', async () => {
    world.setNow(BEFORE);
    const query =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records(first: 5) { totalCount } nonPublicRecords(first: 5) { totalCount } } }';
    const ask = () => world.ask(BANK_B, query, { id: COMPANY }, { purpose: 'LOAN_ORIGINATION' });
    const whole = await ask();
    expect(whole.errors).toBeUndefined();
    const parts: string[] = [];
    between = (name) => {
      parts.push(name);
      if (name === 'non-public-credit') world.setNow(AFTER);
    };
    try {
      expect(await ask()).toEqual(whole);
      expect(parts.sort()).toEqual(['non-public-credit', 'public-credit']);
    } finally {
      between = () => undefined;
    }
    expect(await daysOf()).toEqual([{ day: '2026-11-20' }]);
    const next = await ask();
    expect(next.errors?.length ?? 0).toBeGreaterThan(0);
  });

  it('A35 a mandate and a token that stood when the question came stand for its parts; for the next question they do not', async () => {
    world.setNow('2026-11-20T15:59:00Z');
    const terms = { agent: CLERK, kind: 'EMPLOYEE', scope: ['READ'], validUntil: '2026-11-20' };
    const mandate = await register(subject(COMPANY), terms);
    const headers = { ...(await bearer(subject(CLERK), '1m')), 'credit-for': mandate };
    world.setNow(BEFORE);
    const asked = world.server.platform.now();
    const of: Asking = { subgraph: 'public-credit', query: '{ me { name } }', requestId: randomUUID(), headers };
    expect((await askPart(world, { ...of, asked })).data.me.name).toBe('哈尔滨示例冰雪设备有限公司');
    world.setNow('2026-11-20T16:00:10Z');
    expect((await askPart(world, { ...of, asked })).data.me.name).toBe('哈尔滨示例冰雪设备有限公司');
    const expired = await askPart(world, { ...of, requestId: randomUUID() });
    expect([expired.status, expired.data, expired.errors?.[0]?.extensions.code]).toEqual([
      401,
      null,
      'UNAUTHENTICATED',
    ]);
    const fresh = { ...headers, ...(await bearer(subject(CLERK))) };
    const over = await askPart(world, { ...of, requestId: randomUUID(), headers: fresh });
    expect([over.data, reasons(over)]).toEqual([null, ['FORBIDDEN MANDATE_REQUIRED']]);
  });

  it('A23.2 A17.1 what somebody ended is ended at once, for the next part too', async () => {
    world.setNow('2026-11-20T15:00:00Z');
    const headers = { ...LOAN, ...(await bearer(BANK_B)) };
    const [requestId, asked] = [randomUUID(), world.server.platform.now()];
    const of: Asking = { subgraph: 'public-credit', query: SUBJECT, variables: { id: COMPANY }, requestId, headers };
    expect((await askPart(world, { ...of, asked })).errors).toBeUndefined();
    const { data } = await world.ask(OPERATOR, '{ agreements(party: "BANK-B") { nodes { id validUntil } } }');
    const [{ id }] = data.agreements.nodes.filter(
      ({ validUntil }: { validUntil: string }) => validUntil === '2026-11-20',
    );
    const query = 'mutation ($id: ID!) { endAgreement(id: $id, reason: "示例") { status } }';
    expect((await world.ask(OPERATOR, query, { id })).errors).toBeUndefined();
    const two = await askPart(world, { ...of, asked });
    expect([two.data, reasons(two), two.extensions.credit.unsettled]).toEqual([null, ['FORBIDDEN NO_AGREEMENT'], true]);
    expect(Date.parse(MIDNIGHT)).toBeGreaterThan(asked.getTime());
  });
});

describe.runIf(databases().includes('postgresql'))('the feed as a part of a question', () => {
  let bank: Bank;
  beforeAll(async () => {
    bank = await openBank('postgresql', { wire: true });
  });
  afterAll(() => bank?.world.close());
  const FEED = '{ changes(first: 200) { nodes { kind recordId } } }';
  const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

  it('A06.1 A24.3 what it told of ends before the next part: the caller is told that something changed, and not whose authorization ended', async () => {
    const authorization = await bank.authorize(MEI);
    expect(await bank.watch([MEI])).toBe(1);
    await bank.deliver(MEI, '示例公积金〔2026〕861号');
    const headers = async () => ({
      'credit-purpose': 'POST_LOAN_MONITORING',
      authorization: `Bearer ${await bank.world.token(BANK_A)}`,
    });
    const requestId = randomUUID();
    const of = { requestId, headers: await headers() };
    const feed = await askPart(bank.world, { ...of, subgraph: 'catalog', query: FEED });
    expect(feed.data.changes.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['ADDED']);
    await bank.revoke(MEI, authorization);
    const rest = { subgraph: 'public-credit', query: NAME, variables: { id: LISTED } } as const;
    const two = await askPart(bank.world, { ...of, ...rest });
    expect([two.data, reasons(two), two.extensions.credit.unsettled]).toEqual([null, ['CONFLICT OVERTAKEN'], true]);
    const [error] = two.errors as unknown as { message: string; extensions: { help: string; said: object } }[];
    expect(error?.message).toMatch(/ended while the answer was made, so nothing of it is given/);
    expect(JSON.stringify(error)).not.toMatch(/AUTHORIZATION|24|授权/);
    // What was told stands on the ledger; asked again, the answer is of now.
    expect(await bank.looks(MEI)).toHaveLength(1);
    const again = { requestId: randomUUID(), headers: await headers() };
    const told = await askPart(bank.world, { ...again, subgraph: 'catalog', query: FEED });
    expect([told.errors, told.data.changes.nodes]).toEqual([undefined, []]);
    expect((await askPart(bank.world, { ...again, ...rest })).errors).toBeUndefined();
    // Where nothing of it ended, the parts go together.
    await bank.authorize(MEI);
    const both = { requestId: randomUUID(), headers: await headers() };
    expect((await askPart(bank.world, { ...both, subgraph: 'catalog', query: FEED })).data.changes.nodes).toHaveLength(
      1,
    );
    expect((await askPart(bank.world, { ...both, ...rest })).data.subject.name).toBe('大庆示例松江建筑工程有限公司');
  });

  it('A24.3 what was asked for itself says by its reason what ended', async () => {
    const authorization = await bank.authorize(MEI, { items: ['ARREARS-FUND', 'UTILITY-HEAT'] });
    const headers = {
      'credit-purpose': 'POST_LOAN_MONITORING',
      authorization: `Bearer ${await bank.world.token(BANK_A)}`,
    };
    const of: Asking = {
      requestId: randomUUID(),
      headers,
      subgraph: 'public-credit',
      query: SUBJECT,
      variables: { id: MEI },
    };
    expect((await askPart(bank.world, of)).errors).toBeUndefined();
    await bank.revokeAll(MEI);
    expect(reasons(await askPart(bank.world, of))).toEqual(['FORBIDDEN AUTHORIZATION_REQUIRED']);
    expect(authorization).toBeDefined();
  });
});
