/** The door: what is let in, what is turned away, and what leaves when something fails. */
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../../gateway/settings/development.ts';
import type { Database, Statement } from '../../subgraphs/database/database.ts';
import { BANK_A, COMPANY, LISTED, MEI, sharedWorld, subject, TODAY, type World } from '../kit.ts';

interface Refused {
  readonly errors: readonly { readonly extensions: { readonly code: string; readonly reason?: string } }[];
}

let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

const post = (body: string, headers: Record<string, string> = {}) =>
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

describe('limits of pages', () => {
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

  it('A23.5 adversarial 26: of one row of a list are one masked sentence, and the other rows are answered', async () => {
    const { database } = world.server.platform;
    const { read } = database;
    const broken: Database['read'] = async (...args) => {
      const reading = await read(...args);
      const query = async <Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]> => {
        const rows = await reading.query<Row & { identifier?: string }>(statement, parameters);
        for (const row of rows)
          if (row.identifier === COMPANY.value)
            Object.defineProperty(row, 'name', {
              get: () => Promise.reject(new Error(`relation "secret_table" of ${MEI.value} at /srv/app/db.ts`)),
            });
        return rows;
      };
      return { ...reading, query };
    };
    Object.assign(database, { read: broken });
    const list = 'query ($ids: [SubjectIdentifierInput!]!) { subjects(identifiers: $ids) { name } }';
    const variables = { ids: [LISTED, COMPANY, LISTED] };
    const headers = { purpose: 'LOAN_ORIGINATION' };
    const answer = await world.ask(BANK_A, list, variables, headers).finally(() => Object.assign(database, { read }));
    expect(answer.data.subjects).toEqual([
      { name: '大庆示例松江建筑工程有限公司' },
      { name: null },
      { name: '大庆示例松江建筑工程有限公司' },
    ]);
    expect(answer.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['subjects', 1, 'name'], 'INTERNAL'],
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/secret_table|srv|relation|239999199003070016/);
    expect((await world.ask(BANK_A, list, variables, headers)).errors).toBeUndefined();
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
