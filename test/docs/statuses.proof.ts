/**
 * Every status that the description of the paths gives is given by a real server, and none beside them; and the headers that come with them are those of
 * the page. A proof: it opens a world and spends its rates.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DESCRIBED } from '../../gateway/docs/openapi/described.ts';
import { SENT } from '../../gateway/docs/pages/headers.ts';
import { conflict, unavailable } from '../../schema/errors.ts';
import { reportMessages } from '../../schema/messages/door/reports.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import {
  BANK_A,
  BANK_B,
  COMPANY,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NOT_HELD,
  openWorld,
  soonest,
  type World,
} from '../kit.ts';
import { type Answered, asking, company, EVIDENCE, JSON_TYPE, LINKS_AND_SCHEMA, LOAN, ORIGIN } from './over-http.ts';

const OWN = DESCRIBED.filter(({ route }) => ![...LINKS_AND_SCHEMA, ...EVIDENCE].includes(route));

let world: World;
const { seen, sent, ask, make, made, read, verify, failing } = asking(() => world);
beforeAll(async () => {
  const environment = { RATE_PUBLIC: '400', RATE_UNIT: '300', CORS_ORIGINS: ORIGIN, DUE_EVERY_MS: '86400000' };
  world = await openWorld(soonest(), { environment });
});
afterAll(() => world.close());
afterEach(() => vi.restoreAllMocks());

describe('POST /reports', () => {
  it('A36.3 A44.1 is made for whom it is about, and for nobody without a token', async () => {
    const answer = await make({ by: company });
    expect([answer.status, answer.headers.location]).toEqual([201, JSON.parse(answer.body).url]);
    expect((await make()).status).toBe(403);
    expect((await make({ by: MARKET_REGULATION })).status).toBe(403);
    expect((await make({ by: BANK_B, headers: LOAN, body: JSON.stringify({ subject: NOT_HELD }) })).status).toBe(404);
  });
  it('refuses what cannot be meant, by its status', async () => {
    expect((await make({ by: company, body: '{"template":"X"}' })).status).toBe(400);
    expect((await make({ headers: { authorization: 'Bearer a.b.c' } })).status).toBe(401);
    expect((await make({ by: company, headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await make({ by: company, body: ' '.repeat(1_100_000) })).status).toBe(413);
  });
  it('tells that a record changed meanwhile, that a part is silent, and that it failed', async () => {
    failing(conflict('OVERTAKEN', reportMessages.notIssued));
    expect((await make({ by: company })).status).toBe(409);
    failing(unavailable(serviceMessages.databaseSilent));
    expect((await make({ by: company })).status).toBe(503);
    failing(new Error('full'));
    expect((await make({ by: company })).status).toBe(500);
  });
});

describe('GET /reports/{id}', () => {
  it('A23.1 gives each form to whom it was made for, and 404 to everybody else', async () => {
    const id = await made({ by: company });
    for (const [accept, type] of [
      ['application/jose', 'application/jose'],
      ['text/html', 'text/html; charset=utf-8'],
      ['application/pdf', 'application/pdf'],
    ] as const) {
      const answer = await read(id, { by: company, headers: { accept } });
      expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
    }
    expect((await read(id, { by: BANK_A, headers: LOAN })).status).toBe(404);
    expect((await read(id)).status).toBe(404);
    expect((await read(id, { by: company, headers: { accept: 'image/png' } })).status).toBe(406);
    expect((await read(id, { by: company, headers: { 'credit-channel': 'X' } })).status).toBe(400);
    expect((await read(id, { headers: { authorization: 'Bearer a.b.c' } })).status).toBe(401);
    failing(unavailable(serviceMessages.databaseSilent));
    expect((await read(id, { by: company })).status).toBe(503);
    failing(new Error('full'));
    expect((await read(id, { by: company })).status).toBe(500);
  });
  it('A36.2 is gone once something in it has fallen', async () => {
    const basisDocument = '黑市监罚〔2026〕示例801号';
    const record = {
      subject: COMPANY,
      subjectName: '哈尔滨示例冰雪设备有限公司',
      occurredOn: '2026-11-18',
      basisDocument,
      content: { documentNumber: basisDocument, fineYuan: '1.00' },
    };
    const { errors } = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted } }',
      { input: { item: 'PENALTY-GENERAL', records: [record] } },
    );
    expect(errors).toBeUndefined();
    const id = await made({ by: BANK_A, headers: LOAN, body: JSON.stringify({ subject: COMPANY }) });
    await world.ask(
      MARKET_REGULATION,
      'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { amendBy } }',
      { input: { basisDocument } },
    );
    expect((await read(id, { by: BANK_A, headers: LOAN })).status).toBe(410);
  });
  it('A22.1 is refused to a department whose purpose needs no person whole', async () => {
    const finance = { role: 'department', unit: 'HLJ-FINANCE' } as const;
    const forAward = { 'credit-purpose': 'AWARD', 'credit-case': '2026-1' };
    const id = await made({ by: finance, headers: forAward, body: JSON.stringify({ subject: MEI }) });
    expect((await read(id, { by: finance, headers: forAward })).status).toBe(200);
    expect(
      (await read(id, { by: finance, headers: { 'credit-purpose': 'FUNDING', 'credit-case': '2026-1' } })).status,
    ).toBe(403);
  });
});

describe('the others', () => {
  it('verification tells anyone, and reads a token that is sent', async () => {
    const id = await made({ by: company });
    expect(JSON.parse((await verify(id, { headers: { accept: 'application/json' } })).body).status).toBe('CURRENT');
    expect((await verify('x')).headers['content-type']).toMatch(/^text\/html/);
    expect((await verify(id, { headers: { authorization: 'Bearer a.b.c' } })).status).toBe(401);
    expect((await verify(id, { headers: { dpop: ['a', 'b'] } })).status).toBe(400);
    expect(
      (await verify(id, { by: company, headers: { 'credit-for': '00000000-0000-4000-8000-000000000000' } })).status,
    ).toBe(403);
    failing(unavailable(serviceMessages.databaseSilent));
    expect((await verify(id)).status).toBe(503);
    failing(new Error('full'));
    expect((await verify(id)).status).toBe(500);
  });
  it('keys, health and the query page', async () => {
    for (const path of ['/.well-known/jwks.json', '/healthz', '/readyz', '/'])
      expect((await ask(`GET ${path}`, path)).status).toBe(200);
    failing(new Error('gone'));
    expect((await ask('GET /readyz', '/readyz')).status).toBe(503);
  });
  it('the pages', async () => {
    for (const [route, path, status] of [
      ['GET /docs', '/docs', 302],
      ['GET /docs/{language}', '/docs/zh', 302],
      ['GET /docs/{language}', '/docs/fr', 404],
      ['GET /docs/{language}/{page}', '/docs/zh/start', 200],
      ['GET /docs/{language}/{page}', '/docs/zh/nothing', 404],
      ['GET /docs/openapi.json', '/docs/openapi.json', 200],
      ['GET /docs/errors.json', '/docs/errors.json', 200],
    ] as const)
      expect([path, (await ask(route, path)).status]).toEqual([path, status]);
  });
  it('another method is 405 on every path, with what is allowed: a page under /docs, JSON elsewhere', async () => {
    for (const { route } of OWN) {
      const [method, path = ''] = route.split(' ');
      const sample = path.replace('{language}', 'zh').replace('{page}', 'start').replace('{id}', 'x');
      const answer = await ask(route, sample, {}, 'DELETE');
      expect([route, answer.status, answer.headers.allow]).toEqual([
        route,
        405,
        method === 'GET' ? 'GET, HEAD' : method,
      ]);
      expect([route, answer.headers['content-type']?.split(';')[0]]).toEqual([
        route,
        path.startsWith('/docs') ? 'text/html' : 'application/json',
      ]);
      if (path.startsWith('/docs/{')) expect(answer.body).toContain('只接受GET和HEAD');
    }
  });
});

describe('rates and quotas', () => {
  const until429 = async (once: () => Promise<Answered>): Promise<Answered> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const answer = await once();
      if (answer.status === 429) return answer;
    }
    throw new Error('No limit was met.');
  };
  it('A24.1 a spent quota is 429 for a report and 200 for GraphQL, without Retry-After; a spent rate is 429 with it', async () => {
    const input = {
      party: 'BANK-B',
      items: ['ARREARS-FUND', 'UTILITY-HEAT'],
      purposes: ['LOAN_ORIGINATION'],
      validFrom: '2026-11-20',
      validUntil: '2027-11-19',
      dailyQuota: 1,
    };
    const concluded = await world.ask(
      { role: 'operator', unit: 'HLJ-CREDIT' },
      'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }',
      { input },
    );
    expect(concluded.errors).toBeUndefined();
    expect((await make({ by: BANK_B, headers: LOAN, body: JSON.stringify({ subject: COMPANY }) })).status).toBe(201);
    const spent = await make({ by: BANK_B, headers: LOAN, body: JSON.stringify({ subject: LISTED }) });
    expect([spent.status, spent.headers['retry-after'], JSON.parse(spent.body).errors[0].extensions.renewsAt]).toEqual([
      429,
      undefined,
      '2026-11-21T00:00:00+08:00',
    ]);
    const body = JSON.stringify({
      query: 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }',
      variables: { id: LISTED },
    });
    const asked = await ask('POST /graphql', '/graphql', { by: BANK_B, headers: { ...JSON_TYPE, ...LOAN }, body });
    expect([asked.status, asked.headers['retry-after'], JSON.parse(asked.body).errors[0].extensions.code]).toEqual([
      200,
      undefined,
      'QUOTA_EXCEEDED',
    ]);

    const rate = [
      await until429(() => make({ by: BANK_B, headers: LOAN, body: 'x' })),
      await until429(() => read('x', { by: BANK_B, headers: LOAN })),
      await until429(() => verify('x')),
    ];
    for (const { headers } of rate) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('the description', () => {
  it('has exactly the statuses that the server gave', () => {
    for (const { route, answers } of OWN)
      expect([route, [...(seen.get(route) ?? [])].sort()]).toEqual([route, Object.keys(answers).map(Number).sort()]);
  });

  it('the page of headers has every header that was sent, each once', async () => {
    const preflight = { origin: ORIGIN, 'access-control-request-method': 'POST' };
    expect((await ask('', '/graphql', { headers: preflight }, 'OPTIONS')).status).toBe(204);
    await ask('', '/healthz', { headers: { origin: ORIGIN } }, 'GET');
    // With a token: the rate of the network is spent.
    await ask('', '/schema.graphql', { by: company }, 'GET');
    const told = SENT.map(({ name }) => name.toLowerCase());
    expect(new Set(told).size).toBe(told.length);
    const ofHttp = ['date', 'content-length', 'connection', 'keep-alive', 'transfer-encoding'];
    expect([...sent].filter((name) => !ofHttp.includes(name)).sort()).toEqual(told.sort());
  });
});
