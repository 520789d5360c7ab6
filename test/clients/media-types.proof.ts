/**
 * GraphQL over HTTP by graphql-http's audit, and every refusal of the door in the media type that its client accepts. In `npm run proof`, because it
 * opens a world in which nothing is answered in time and one may ask only so often.
 */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BANK_A, COMPANY, openWorld, sharedWorld, soonest, type World } from '../kit.ts';

const RESPONSE = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';
const QUERY = '{"query":"{ purposes { code } }"}';

interface Told {
  readonly status: number;
  readonly type: string | null;
  readonly vary: string | null;
  readonly code: string | undefined;
  readonly help: string | undefined;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions: Record<string, string> }[];
  };
}

async function ask(world: World, accept: string | undefined, init: RequestInit = {}): Promise<Told> {
  const response = await fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    body: init.method === 'GET' ? null : QUERY,
    ...init,
    headers: {
      'content-type': 'application/json',
      ...(accept === undefined ? {} : { accept }),
      ...(init.headers as Record<string, string> | undefined),
    },
  });
  const body = (await response.json()) as Told['body'];
  const { code, help } = body.errors?.[0]?.extensions ?? {};
  const { headers } = response;
  return { status: response.status, type: headers.get('content-type'), vary: headers.get('vary'), code, help, body };
}

describe('GraphQL over HTTP', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld(soonest());
  });

  it('passes graphql-http’s audit: all MUST, all SHOULD, and what it MAY but queries by GET', async () => {
    const audits = serverAudits({ url: `${world.server.url}/graphql` });
    const results = await Promise.all(audits.map(({ fn }) => fn()));
    expect(results.length).toBeGreaterThan(60);
    expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([
      'MAY accept application/x-www-form-urlencoded formatted GET requests',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
      'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
    ]);
  });

  it('an answer has the type that was asked for, and says that it depends on it', async () => {
    for (const [accept, type] of [
      [undefined, JSON_TYPE],
      [RESPONSE, RESPONSE],
      [JSON_TYPE, JSON_TYPE],
      ['*/*', JSON_TYPE],
    ] as const) {
      const told = await ask(world, accept);
      expect([accept, told.status, told.type, told.vary]).toEqual([
        accept,
        200,
        `${type}; charset=utf-8`,
        'Accept, Accept-Language',
      ]);
      expect(told.body).toHaveProperty('data.purposes');
    }
  });

  it('what cannot be sent in a type that is accepted is refused with a sentence, in both languages', async () => {
    for (const [language, sentence] of [
      ['en', 'The header Accept names no media type in which a GraphQL answer is sent.'],
      ['zh', '请求头Accept中没有GraphQL应答可以采用的媒体类型。'],
    ] as const) {
      const told = await ask(world, 'text/html', { headers: { 'accept-language': language } });
      expect([told.status, told.type, told.code]).toEqual([406, `${JSON_TYPE}; charset=utf-8`, 'BAD_USER_INPUT']);
      expect(told.body.errors?.[0]).toMatchObject({ message: sentence, extensions: { reason: 'ACCEPT' } });
      expect(told.help).toContain(`${RESPONSE}`);
    }
  });

  const TOO_LARGE = JSON.stringify({ query: '{ __typename }', operationName: 'x'.repeat(5 * 1024 * 1024) });
  it.each<[what: string, status: number, legacy: number, init: RequestInit]>([
    ['a field that there is not', 400, 200, { body: '{"query":"{ nothing }"}' }],
    ['a document that is none', 400, 200, { body: '{"query":"{"}' }],
    ['a variable of another type', 400, 200, { body: '{"query":"query ($a: Int!) { __typename }","variables":{}}' }],
    ['a name of no operation', 400, 200, { body: '{"query":"query A { __typename }","operationName":"B"}' }],
    ['an alias too many', 400, 200, { body: JSON.stringify({ query: `{ ${'a: __typename '.repeat(31)} }` }) }],
    [
      'a hash of no operation',
      400,
      200,
      { body: `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'0'.repeat(64)}"}}}` },
    ],
    ['no query', 400, 400, { body: '{}' }],
    ['no JSON', 400, 400, { body: '{' }],
    ['variables that are none', 400, 400, { body: '{"query":"{ __typename }","variables":[]}' }],
    ['a token that is none', 401, 401, { headers: { authorization: 'Bearer no.token.atall' } }],
    ['a form', 415, 415, { headers: { 'content-type': 'text/plain' } }],
    ['a body too large', 413, 413, { body: TOO_LARGE }],
    ['another method', 405, 405, { method: 'GET' }],
  ])('%s keeps code and help in either type', async (_what, status, legacy, init) => {
    const response = await ask(world, `${RESPONSE},${JSON_TYPE};q=0.9`, init);
    const json = await ask(world, JSON_TYPE, init);
    const any = await ask(world, '*/*', init);
    expect([response.status, json.status, any.status]).toEqual([status, legacy, status]);
    expect([response.type, json.type, any.type]).toEqual(
      [RESPONSE, JSON_TYPE, JSON_TYPE].map((type) => `${type}; charset=utf-8`),
    );
    for (const { body, code, help } of [response, json, any]) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(help).toMatch(/\w/);
      // The specification: a response that is no result of an execution has no entry `data`.
      expect('data' in body).toBe(false);
    }
    expect(json.body).toEqual(response.body);
  });

  it('A23.1 what is refused at a field is a result: 200 in either type, with the rest', async () => {
    const body = JSON.stringify({
      query:
        'query ($id: SubjectIdentifierInput!) { purposes { code } subject(identifier: $id) { name birthDate } deadlines { totalCount } }',
      variables: { id: COMPANY },
    });
    for (const accept of [RESPONSE, JSON_TYPE]) {
      const told = await ask(world, accept, { body });
      expect([told.status, told.code]).toEqual([200, 'FORBIDDEN']);
      expect(told.help).toMatch(/\w/);
      expect(told.body).toHaveProperty('data.purposes.0.code');
    }
  });
});

describe('a server that does not answer', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(soonest(), {
      environment: { RATE_PUBLIC: '10', REQUEST_TIMEOUT_MS: '300' },
      faults: (name) => (name === 'catalog' ? 'HANGS' : undefined),
    });
  });
  afterAll(() => world.close());

  it('says so with its status, and with code and help in either type', async () => {
    const authorization = `Bearer ${await world.token(BANK_A)}`;
    for (const accept of [RESPONSE, JSON_TYPE]) {
      const late = await ask(world, accept, { headers: { authorization } });
      expect([late.status, late.type, late.code]).toEqual([503, `${accept}; charset=utf-8`, 'UNAVAILABLE']);
      expect(late.help).toMatch(/\w/);
    }
  });

  it('refuses who asks too often with 429, and with code and help in either type', async () => {
    const much = (accept: string) => ask(world, accept, { body: '{"query":"{ __typename }"}' });
    for (let asked = 0; asked < 20; asked += 1) await much(RESPONSE);
    for (const accept of [RESPONSE, JSON_TYPE]) {
      const refused = await much(accept);
      expect([refused.status, refused.type, refused.code]).toEqual([429, `${accept}; charset=utf-8`, 'TOO_COSTLY']);
      expect(refused.body.errors?.[0]?.extensions).toMatchObject({ reason: 'RATE', help: expect.stringMatching(/\w/) });
    }
  });
});
