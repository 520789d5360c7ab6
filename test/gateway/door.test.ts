/** The door: what is let in, what is turned away, and what leaves when something fails. */
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../../gateway/issuer.ts';
import { COMPANY, MEI, openWorld, subject, TODAY, type World } from '../kit.ts';

interface Refused {
  readonly errors: readonly { readonly extensions: { readonly code: string; readonly reason?: string } }[];
}

let world: World;
beforeAll(async () => {
  world = await openWorld('pglite');
});
afterAll(() => world.close());

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const ask = (headers: Record<string, string>) =>
  post(JSON.stringify({ query: NAME, variables: { id: COMPANY } }), headers);

describe('tokens', () => {
  const claims = { sub: 'BANK-A', role: 'party', unit: 'BANK-A' };
  const at = new Date(`${TODAY}T10:00:00+08:00`);
  const issuer = () => {
    if (world.server.issuer === undefined) throw new Error('There is no development issuer.');
    return world.server.issuer;
  };

  it('one that is missing means anyone; one that is present and bad is 401 and never anyone', async () => {
    expect(await (await ask({})).json()).toEqual({ data: { subject: { name: '哈尔滨示例冰雪设备有限公司' } } });
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = (change: (token: SignJWT) => SignJWT) =>
      change(
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'EdDSA' })
          .setIssuer(DEVELOPMENT_ISSUER)
          .setAudience(DEVELOPMENT_AUDIENCE)
          .setExpirationTime(Math.floor(at.getTime() / 1000) + 600),
      ).sign(privateKey);
    const bad = {
      'of another key': await forged((token) => token),
      'of an issuer that is not trusted': await forged((token) => token.setIssuer('https://elsewhere.example')),
      unsigned: new UnsecuredJWT(claims).setIssuer(DEVELOPMENT_ISSUER).setAudience(DEVELOPMENT_AUDIENCE).encode(),
      expired: await issuer().signAt(claims, '1m', new Date(at.getTime() - 600_000)),
      'not yet valid': await issuer().signAt(claims, '60m', new Date(at.getTime() + 600_000)),
      'of no role': await issuer().signAt({ sub: 'x', unit: 'BANK-A' }, '5m', at),
      'of an unknown role': await issuer().signAt({ ...claims, role: 'king' }, '5m', at),
      'of role public': await issuer().signAt({ ...claims, role: 'public' }, '5m', at),
      'of a party without a unit': await issuer().signAt({ sub: 'x', role: 'party' }, '5m', at),
      'of a unit that is no code': await issuer().signAt(
        { ...claims, unit: "x'; drop table control.unit; --" },
        '5m',
        at,
      ),
      'of a subject without a number': await issuer().signAt({ sub: 'x', role: 'subject' }, '5m', at),
      'of a subject with a wrong number': await issuer().signAt(
        { sub: 'x', role: 'subject', subject: 'CITIZEN_ID:239999199003070017' },
        '5m',
        at,
      ),
      garbage: 'garbage',
    };
    for (const [what, token] of Object.entries(bad)) {
      const response = await ask({ authorization: `Bearer ${token}` });
      expect(response.status, what).toBe(401);
      const body = (await response.json()) as Refused;
      expect(body, what).not.toHaveProperty('data');
      expect(body.errors[0]?.extensions.code, what).toBe('UNAUTHENTICATED');
    }
    for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer  ', 'token x'])
      expect((await ask({ authorization })).status, authorization).toBe(401);
    const good = await issuer().signAt(claims, '5m', at);
    expect((await ask({ authorization: `Bearer ${good}`, 'credit-purpose': 'LOAN_ORIGINATION' })).status).toBe(200);
  });

  it('a key that was made for encryption or another curve does not help', async () => {
    const { publicKey } = await generateKeyPair('ES256');
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(DEVELOPMENT_ISSUER)
      .setAudience(DEVELOPMENT_AUDIENCE)
      .setExpirationTime('10m')
      .sign(secret);
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(401);
  });
});

describe('bodies', () => {
  it('are JSON in UTF-8 by POST, one operation, uncompressed, of a size', async () => {
    const query = JSON.stringify({ query: '{ __typename }' });
    expect((await fetch(`${world.server.url}/graphql?query={__typename}`)).status).toBe(405);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      '',
    ])
      expect((await post(query, { 'content-type': type })).status, type).toBe(415);
    expect((await post(query, { 'content-type': 'application/json; charset=UTF-8' })).status).toBe(200);
    expect((await post(query, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post('x'.repeat(4 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).status).toBe(400);
    for (const body of [
      '',
      'x',
      '[]',
      `[${query},${query}]`,
      'null',
      '5',
      '{}',
      '{"query":5}',
      '{"query":" "}',
      '{"query":"{a}","variables":[]}',
      '{"query":"{a}","operationName":5}',
      `\ufeff${query}`,
      `${query}x`,
    ]) {
      const response = await post(body);
      expect(response.status, body).toBe(400);
      expect(((await response.json()) as Refused).errors[0]?.extensions, body).toMatchObject({
        code: 'BAD_USER_INPUT',
        help: expect.any(String),
      });
    }
  });
});

describe('limits before planning', () => {
  const reason = async (query: string): Promise<string> => {
    const body = (await (await post(JSON.stringify({ query }))).json()) as Refused;
    return `${body.errors[0]?.extensions.code} ${body.errors[0]?.extensions.reason}`;
  };

  /** Fragments that double: 849 characters that would hold the planner for seconds. */
  const doubling = (levels: number): string => {
    const fragments = Array.from(
      { length: levels },
      (_, level) =>
        `fragment F${level} on CreditSubject { ${level === levels - 1 ? 'name id' : `...F${level + 1} ...F${level + 1}`} }`,
    );
    return `{ subject(identifier: {type: USCC, value: "91239999MA1ABC019L"}) { ...F0 } } ${fragments.join(' ')}`;
  };

  it('refuse what would be dear, each with its reason, and the server lives on', async () => {
    const id = '(identifier: {type: USCC, value: "91239999MA1ABC019L"})';
    expect(await reason(doubling(14))).toBe('TOO_COSTLY FIELDS');
    expect(await reason(doubling(40))).toBe('TOO_COSTLY FIELDS');
    expect(await reason(`{ ${Array.from({ length: 40 }, (_, index) => `a${index}: __typename`).join(' ')} }`)).toBe(
      'TOO_COSTLY ROOTS',
    );
    expect(
      await reason(`{ subject${id} { ${Array.from({ length: 31 }, (_, index) => `a${index}: name`).join(' ')} } }`),
    ).toBe('TOO_COSTLY ALIASES');
    for (const depth of [100, 3_000, 30_000])
      expect(await reason(`{ subject${id} ${'{ a '.repeat(depth)}${'}'.repeat(depth + 1)}`)).toMatch(
        /^TOO_COSTLY (DEPTH|TOKENS)$/,
      );
    expect(await reason(`{ ${'a '.repeat(200_000)} }`)).toBe('TOO_COSTLY TOKENS');
    expect(await reason(`{ subject${id} { name ${'@skip(if: false) '.repeat(60)} } }`)).toBe('TOO_COSTLY DIRECTIVES');
    expect(await reason('query A { __typename } query B { __typename }')).toBe('BAD_USER_INPUT OPERATION');
    for (const name of ['__proto__', 'constructor', 'prototype'])
      expect(await reason(`{ ${name}: __typename }`)).toBe('BAD_USER_INPUT NAME');
    expect(await reason('{ ...F } fragment F on Query { ...F }')).toMatch(/^BAD_USER_INPUT/);
    expect(await reason('{')).toBe('BAD_USER_INPUT SYNTAX');
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect((await ask({})).status).toBe(200);
  });

  it('name the page and batch sizes that they allow', async () => {
    for (const first of [0, -1, 201]) {
      const answer = await world.ask(
        null,
        'query ($id: SubjectIdentifierInput!, $first: Int) { subject(identifier: $id) { records(first: $first) { totalCount } } }',
        { id: COMPANY, first },
      );
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringContaining('1 to 200'),
        extensions: { code: 'BAD_USER_INPUT', reason: 'PAGE_SIZE' },
      });
    }
  });
});

describe('errors', () => {
  it('A23.5 never say a number back, whatever is wrong with it', async () => {
    const secret = '239999199003070016';
    for (const value of [
      `${secret}1`,
      `${secret.slice(0, 17)}7`,
      `${secret.slice(0, 9)}\u200b${secret.slice(9)}`,
      secret.replace('1', 'І'),
      { $ne: secret },
      [secret],
      Number(secret),
    ]) {
      const answer = await world.ask(null, NAME, { id: { type: 'CITIZEN_ID', value } });
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(JSON.stringify(answer)).not.toContain(secret.slice(6, 14));
    }
  });

  it('of our own making leave as one sentence with an id', async () => {
    const { database } = world.server.house;
    const read = database.read;
    Object.assign(database, {
      read: () => Promise.reject(new Error('relation "secret_table" does not exist at /srv/app/db.ts')),
    });
    const answer = await world.ask(null, NAME, { id: COMPANY });
    Object.assign(database, { read });
    expect(JSON.stringify(answer)).not.toMatch(/secret_table|srv|relation/);
    expect(answer.errors?.[0]).toMatchObject({
      extensions: { code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect((await world.ask(null, NAME, { id: COMPANY })).errors).toBeUndefined();
  });

  it('unknown purposes, channels and cases that are no text are told', async () => {
    expect((await ask({ 'credit-channel': 'PIGEON' })).status).toBe(400);
    expect((await ask({ 'credit-purpose': 'a b;c' })).status).toBe(400);
    expect((await ask({ 'credit-case': '%ff' })).status).toBe(400);
    expect((await ask({ 'credit-case': '%0d%0aSet-Cookie: x' })).status).toBe(400);
  });
});

describe('health', () => {
  it('is alive, is ready, and knows nothing else', async () => {
    const get = async (path: string) => (await fetch(`${world.server.url}${path}`)).status;
    expect([await get('/healthz'), await get('/readyz'), await get('/x'), await get('/239999199003070016')]).toEqual([
      200, 200, 404, 404,
    ]);
  });
});

it('A24.2 a subject asks about itself as often as it likes', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => world.ask(subject(MEI), '{ me { records { totalCount } } }')),
  );
  for (const answer of answers) expect(answer.data).toEqual({ me: { records: { totalCount: 7 } } });
});
