/** Adversarial cases 3 and 14 to 22: requests that are no single question in JSON, by every way that a body or header can be bent. */
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HttpContext } from '../../gateway/http/context.ts';
import { httpServer } from '../../gateway/http/server.ts';
import { LIMITS } from '../../gateway/query/limits.ts';
import { BANK_A, COMPANY, sharedWorld, subject, type World } from '../kit.ts';
import { post } from './post.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';
const BODY = JSON.stringify({ query: NAME, variables: { id: COMPANY } });
const FOUND = { subject: { name: '哈尔滨示例冰雪设备有限公司' } };

let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});
afterEach(async () => {
  expect((await post(world, BODY)).data).toEqual(FOUND);
});

/** What a socket is answered that sends these bytes and nothing more. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(world.server.url);
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });

const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

const statusOf = async (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<number> =>
  (await post(world, body, headers)).status;

describe('a body', () => {
  it('adversarial 3: of several questions is refused', async () => {
    for (const body of [`[${BODY}]`, `[${BODY},${BODY}]`, '[]']) expect(await statusOf(body)).toBe(400);
  });

  it('adversarial 14: comes by POST in JSON alone, so that no page of another site can send it', async () => {
    const got = await fetch(`${world.server.url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    const typed = await fetch(`${world.server.url}/graphql?query={__typename}`, {
      headers: { 'content-type': 'text/plain', 'apollo-require-preflight': '1' },
    });
    expect(typed.status).toBe(405);
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${world.server.url}/graphql`, { method, body: BODY })).status).toBe(405);
  });

  it('adversarial 15: as a form, as text or in parts is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
      'text/json',
      'application/json, text/plain',
      '',
    ])
      expect([type, await statusOf(BODY, { 'content-type': type })]).toEqual([type, 415]);
    expect(await statusOf(BODY, { 'content-type': 'application/json; charset=UTF-8' })).toBe(200);
  });

  it('adversarial 16: is never inflated, however it is compressed', async () => {
    const large = Buffer.alloc(40 * 2 ** 20, ' ');
    for (const [encoding, body] of [
      ['gzip', gzipSync(large)],
      ['br', brotliCompressSync(large)],
      ['deflate', deflateSync(large)],
      ['zstd', zstdCompressSync(large)],
      ['gzip, gzip', gzipSync(gzipSync(large))],
      ['identity, br', brotliCompressSync(BODY)],
      ['identity', Buffer.from(BODY)],
      ['x', Buffer.from(BODY)],
    ] as const)
      expect([encoding, await statusOf(body, { 'content-encoding': encoding })]).toEqual([encoding, 415]);
  });

  it('adversarial 17: of one byte more than is taken is refused, whether it says its length or not', async () => {
    const filled = (bytes: number): string => `${BODY}${' '.repeat(bytes - Buffer.byteLength(BODY))}`;
    expect(await statusOf(filled(LIMITS.bodyBytes))).toBe(200);
    expect((await post(world, filled(LIMITS.bodyBytes + 1))).codes).toEqual(['TOO_COSTLY']);
    const streamed = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([filled(LIMITS.bodyBytes + 1)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  it('adversarial 18: in any other character set is refused', async () => {
    for (const charset of ['utf-7', 'utf-16', 'utf-32', 'gb18030', 'latin1', 'utf-8; charset=utf-7'])
      expect(await statusOf(BODY, { 'content-type': `application/json; charset=${charset}` })).toBe(415);
    expect(await statusOf(Buffer.from(BODY, 'utf16le'))).toBe(400);
    expect(await statusOf(Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xff]), Buffer.from('"}')]))).toBe(
      400,
    );
  });

  it('adversarial 19: that two readers could read in two ways is refused', async () => {
    const variables = JSON.stringify({ id: COMPANY });
    for (const body of [
      `{"query":"{ __typename }","query":${JSON.stringify(NAME)},"variables":${variables}}`,
      `{"query":"{ __typename }","\\u0071uery":"{ __typename }"}`,
      `{"query":${JSON.stringify(NAME)},"variables":${variables},"variables":{}}`,
      `{"query":${JSON.stringify(NAME)},"variables":{"id":{"type":"USCC","value":"x","value":"${COMPANY.value}"}}}`,
      '{"query":"{ __typename }","variables":{"a":NaN}}',
      '{"query":"{ __typename }","variables":{"a":Infinity}}',
      `\ufeff${BODY}`,
      `${BODY}${BODY}`,
      `${BODY}x`,
      `${BODY}\0`,
      "{'query':'{ __typename }'}",
      '{"query":"{ __typename }",}',
      '{"query":"{ __typename }" /* and */}',
    ])
      expect([body.slice(0, 60), await statusOf(body)]).toEqual([body.slice(0, 60), 400]);
    // The same name in two objects, or as a text, is no repetition.
    const twice = { query: NAME, variables: { id: COMPANY, query: 'query', a: [{ a: 1 }, { a: '"a":{' }] } };
    expect((await post(world, JSON.stringify(twice))).codes).toEqual([]);
  });
});

describe('a connection', () => {
  it('adversarial 20: that sends nothing, or not to its end, keeps nobody else from an answer', async () => {
    const { hostname, port } = new URL(world.server.url);
    const idle = await Promise.all(
      Array.from(
        { length: 500 },
        (_, at) =>
          new Promise<ReturnType<typeof connect>>((resolve, reject) => {
            const socket = connect(Number(port), hostname, () => {
              // A third says nothing, a third stops within a header, a third within a body.
              if (at % 3 === 1) socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Ty');
              if (at % 3 === 2)
                socket.write(
                  'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
                );
              resolve(socket);
            });
            socket.on('error', reject);
          }),
      ),
    );
    try {
      expect((await post(world, BODY)).data).toEqual(FOUND);
    } finally {
      for (const socket of idle) socket.destroy();
    }
  });

  it('adversarial 20: has ten seconds for its headers and thirty for its request', async () => {
    const { headersTimeout, requestTimeout } = await httpServer({ tls: undefined } as HttpContext);
    expect([headersTimeout, requestTimeout]).toEqual([10_000, 30_000]);
  });

  const head = (...lines: readonly string[]): string =>
    `POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;

  it('adversarial 21: with headers that are too large, said twice, or at odds about the length is refused', async () => {
    const length = `Content-Length: ${Buffer.byteLength(BODY)}`;
    const found = await raw(`${head(length)}${BODY}`);
    expect([status(found), found.includes(FOUND.subject.name)]).toEqual([200, true]);
    expect(status(await raw(`${head(length, `X-Long: ${'x'.repeat(20_000)}`)}${BODY}`))).toBe(431);
    const [bank, mine] = [await world.token(BANK_A), await world.token(subject(COMPANY))];
    const two = await raw(`${head(length, `Authorization: Bearer ${bank}`, `Authorization: Bearer ${mine}`)}${BODY}`);
    expect([status(two), two.includes('"data"')]).toEqual([400, false]);
    const purposes = await raw(`${head(length, 'Credit-Purpose: PERMIT', 'Credit-Purpose: LOAN_ORIGINATION')}${BODY}`);
    expect([status(purposes), purposes.includes('"data"')]).toEqual([400, false]);
    const smuggled = 'POST /graphql HTTP/1.1\r\nHost: x\r\n\r\n';
    for (const at of [
      [length, 'Transfer-Encoding: chunked'],
      [length, 'Content-Length: 5'],
      ['Transfer-Encoding: chunked, identity', length],
      ['Transfer-Encoding : chunked'],
    ]) {
      const answer = await raw(`${head(...at)}0\r\n\r\n${smuggled}`);
      expect([at, status(answer), answer.match(/HTTP\/1\.1/g)?.length]).toEqual([at, 400, 1]);
    }
  });

  it('adversarial 22: names one operation, and that one alone is in the document', async () => {
    const two = 'query A { __typename } query B { me { id } }';
    for (const operationName of ['A', 'B', 'C', undefined])
      expect((await post(world, JSON.stringify({ query: two, operationName }))).codes).toEqual([
        'BAD_USER_INPUT OPERATION',
      ]);
    const one = (operationName: unknown) =>
      post(world, JSON.stringify({ query: 'query A { __typename }', operationName }));
    expect((await one('A')).data).toEqual({ __typename: 'Query' });
    for (const name of ['B', '__proto__', 'a']) expect((await one(name)).data ?? null).toBeNull();
    for (const name of [1, {}, ['A'], true]) expect((await one(name)).status).toBe(400);
  });
});
