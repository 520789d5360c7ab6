/** `GET /schema.graphql`, and input that cannot be meant: each a sentence with its place, in both languages. In `npm run proof`, as what opens a world. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMPANY, LISTED, sharedWorld, soonest, type World } from '../kit.ts';

const api = readFileSync(join(import.meta.dirname, '../../schema/api.graphql'), 'utf8');

let world: World;
beforeAll(async () => {
  world = await sharedWorld(soonest());
});

interface Told {
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string; readonly reason?: string; readonly help: string };
  }[];
}

describe('GET /schema.graphql', () => {
  const get = (init: RequestInit = {}) => fetch(`${world.server.url}/schema.graphql`, init);

  it('is the committed schema, for whoever asks, and can be built upon', async () => {
    const response = await get();
    const text = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toBe(api);
    expect(buildSchema(text).getQueryType()?.getFields()).toHaveProperty('subject');
  });

  it('is not sent again to whoever has it (RFC 9110, section 13.1.2)', async () => {
    const etag = (await get()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await get({ headers: { 'if-none-match': held } });
      expect([held, response.status, await response.text(), response.headers.get('etag')]).toEqual([
        held,
        304,
        '',
        etag,
      ]);
    }
    expect((await get({ headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const head = await get({ method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it.each<[what: string, init: RequestInit, status: number, en: string, zh: string]>([
    ['another method', { method: 'POST', body: 'x' }, 405, 'Only GET, HEAD is taken here.', '此处只接受GET, HEAD。'],
    ['a token that is none', { headers: { authorization: 'Bearer no.token.atall' } }, 401, 'token', '令牌'],
  ])('%s is a sentence in JSON, in both languages', async (_what, init, status, en, zh) => {
    for (const [language, sentence] of [
      ['en', en],
      ['zh', zh],
    ] as const) {
      const response = await get({ ...init, headers: { ...init.headers, 'accept-language': language } });
      const { errors } = (await response.json()) as Told;
      expect([response.status, response.headers.get('content-type')]).toEqual([
        status,
        'application/json; charset=utf-8',
      ]);
      expect(errors[0]).toMatchObject({
        message: expect.stringContaining(sentence),
        extensions: { help: expect.stringMatching(/./) },
      });
    }
  });
});

it('a header that is sent twice is refused in JSON, for the schema too', async () => {
  const { hostname, port } = new URL(world.server.url);
  const headers = ['host', 'x', 'authorization', 'Bearer a', 'authorization', 'Bearer b', 'accept-language', 'zh'];
  const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const sent = request({ hostname, port, path: '/schema.graphql', headers }, async (response) => {
      let text = '';
      for await (const part of response) text += part;
      resolve({ status: response.statusCode, text });
    });
    sent.on('error', reject);
    sent.end();
  });
  expect([answer.status, (JSON.parse(answer.text) as Told).errors[0]]).toMatchObject([
    400,
    {
      message: '请求头authorization发送了不止一次。',
      extensions: { code: 'BAD_USER_INPUT', help: expect.stringMatching(/./) },
    },
  ]);
});

describe('pages that cannot be meant', () => {
  const PAGE = `query ($id: SubjectIdentifierInput!, $first: Int, $last: Int, $after: String) {
    subject(identifier: $id) { records(first: $first, last: $last, after: $after) { pageInfo { endCursor } } } }`;
  const ask = async (variables: object, language: string): Promise<Told & { data: never }> => {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query: PAGE, variables: { id: COMPANY, ...variables } }),
    });
    return (await response.json()) as Told & { data: never };
  };

  it('A23.5 a size below one, both sizes, and a cursor of another query: each a sentence at its place, in both languages', async () => {
    const { data } = (await ask({ id: LISTED, first: 1 }, 'en')) as {
      data: { subject: { records: { pageInfo: { endCursor: string } } } };
    };
    const after = data.subject.records.pageInfo.endCursor;
    for (const [variables, reason, en, zh] of [
      [{ first: -1 }, 'PAGE_SIZE', 'first is -1; it goes from 1 to 200.', 'first为-1，应在1至200之间。'],
      [{ last: 0 }, 'PAGE_SIZE', 'last is 0; it goes from 1 to 200.', 'last为0，应在1至200之间。'],
      [
        { first: 1, last: 1 },
        'PAGE_DIRECTION',
        'first and last are sent together, so that it is not said which end of the list is meant.',
        '同时发送了first和last，无法判断从列表的哪一端取数。',
      ],
      [
        { first: 1, after },
        'CURSOR',
        'The cursor was not issued to this caller for this query, or it is of an earlier release.',
        '该游标不是为本调用方的本查询签发的，或者属于较早的版本。',
      ],
    ] as const)
      for (const [language, sentence] of [
        ['en', en],
        ['zh', zh],
      ] as const) {
        const { errors } = await ask(variables, language);
        expect(errors).toMatchObject([
          {
            message: sentence,
            path: ['subject', 'records'],
            extensions: { code: 'BAD_USER_INPUT', reason, help: expect.stringMatching(/./) },
          },
        ]);
      }
  });
});
