/** The list of routes is what the server has: methods, paths, their names in the log, and the text that names them. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../gateway/http/index.ts';
import { labelOf } from '../../gateway/http/paths.ts';
import { openWorld, type World } from '../kit.ts';
import { recordLog } from '../recorded-log.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL'] as const;

const { log, logged } = recordLog<{ readonly path?: string; readonly method?: string }>();

let world: World;
beforeAll(async () => {
  world = await openWorld('pglite', { sample: false, log });
});
afterAll(() => world.close());

interface Answered {
  readonly status: number;
  readonly allow: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** As it is sent: no client that follows or refuses anything. */
function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<Answered> {
  const { hostname, port } = new URL(world.server.url);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, method, path, headers }, async (response) => {
      let text = '';
      for await (const part of response) text += part;
      resolve({
        status: response.statusCode ?? 0,
        allow: response.headers.allow,
        headers: response.headers,
        body: text,
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** A path of the route. */
const sample = (path: string): string =>
  path.replace(':id', '239999aa-0000-4000-8000-000000000000').replace(':language', 'zh').replace(':page', 'start');

describe('the paths of the server', () => {
  it('no route stands in the list twice, and each check is there for a reason', () => {
    const names = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.toSorted()).toEqual([
      'GET /',
      'GET /.well-known/jwks.json',
      'GET /docs',
      'GET /docs/:language',
      'GET /docs/:language/:page',
      'GET /docs/errors.json',
      'GET /docs/openapi.json',
      'GET /evidence/:id',
      'GET /healthz',
      'GET /open-report',
      'GET /readyz',
      'GET /reports/:id',
      'GET /schema.graphql',
      'GET /verify/:id',
      'POST /evidence',
      'POST /graphql',
      'POST /reports',
      'POST /reports/:id/link',
    ]);
  });

  it.each(ROUTES)(
    '$method $path: a GET may be asked by HEAD (RFC 9110, 9.3.2), any other method is 405 with what is allowed',
    async ({ method, path }) => {
      const allowed = method === 'GET' ? ['GET', 'HEAD'] : ['POST'];
      for (const asked of METHODS) {
        const answer = await ask(asked, sample(path));
        if (allowed.includes(asked))
          expect([asked, answer.status === 405 || answer.status >= 500]).toEqual([asked, false]);
        else expect([asked, answer.status, answer.allow]).toEqual([asked, 405, allowed.join(', ')]);
      }
      if (method !== 'GET') return;
      const [head, whole] = [await ask('HEAD', sample(path)), await ask('GET', sample(path))];
      expect([head.status, head.body]).toEqual([whole.status, '']);
    },
  );

  it('what is not there is 404, names everything that is there, and tells the log nothing of what was written', async () => {
    const strange = [
      '/239999199003070016',
      '/reports/',
      '/reports/a/b',
      `/verify/${'x'.repeat(65)}`,
      '/%zz',
      '/GRAPHQL',
    ];
    for (const path of strange) {
      const answer = await ask('GET', path);
      expect([path, answer.status]).toEqual([path, 404]);
      for (const route of ROUTES) expect(answer.body).toContain(`${route.method} ${labelOf(route)}`);
    }
    expect(logged.filter(({ path }) => path === 'unknown').length).toBe(strange.length);
    // Times are measured and may hold any digits.
    const words = JSON.stringify(logged, (_, value) => (typeof value === 'number' ? undefined : value));
    expect(words).not.toMatch(/239999|xxxx|zz/);
    const known = new Set([...ROUTES.map(labelOf), 'unknown']);
    expect(logged.filter(({ path }) => path !== undefined && !known.has(path))).toEqual([]);
  });

  it('a path counts as it was sent: no other spelling of it reaches a route', async () => {
    for (const path of [
      '/%67raphql',
      '/graphql#x',
      'http://elsewhere.example/graphql',
      '//graphql',
      '/graphql/',
      '/graphql;x',
    ])
      expect([path, (await ask('POST', path)).status]).toEqual([path, 404]);
    // A parameter is taken as it was sent, also where it cannot be decoded.
    for (const id of ['%41'.repeat(20), '%ff', '%e0%a4', '%27%20or%201=1']) {
      const answer = await ask('GET', `/verify/${id}`, { accept: 'application/json' });
      expect([id, answer.status, JSON.parse(answer.body).status]).toEqual([id, 200, 'UNKNOWN']);
      expect([id, (await ask('GET', `/reports/${id}`)).status]).toEqual([id, 404]);
      expect([id, (await ask('PUT', `/reports/${id}`)).allow]).toEqual([id, 'GET, HEAD']);
    }
  });

  it('what the list does not have is answered by the list, whatever content type or body comes with it', async () => {
    for (const type of ['x', ';;', 'application/json'])
      for (const [method, path, status] of [
        ['POST', '/nope', 404],
        ['PUT', '/graphql', 405],
        ['DELETE', '/reports', 405],
        ['POST', '/healthz', 405],
        ['POST', '/', 405],
      ] as const) {
        const answer = await ask(method, path, { 'content-type': type }, '{"query":"{ __typename }"}');
        expect([type, method, path, answer.status]).toEqual([type, method, path, status]);
        expect(answer.body).not.toContain('FST_');
        expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      }
    const none = await ask('GET', '/nope', { connection: 'keep-alive' });
    expect([none.status, none.headers.connection]).toEqual([404, 'keep-alive']);
  });

  it('a body of gigabytes for a path that is not there is not read: the connection ends', async () => {
    const { hostname, port } = new URL(world.server.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write('POST /nope HTTP/1.1\r\nHost: x\r\nContent-Type: ;;\r\nContent-Length: 2000000000\r\n\r\n');
    let heard = '';
    for await (const part of socket) heard += part;
    expect(heard).toMatch(/^HTTP\/1\.1 404 [\s\S]*\r\nconnection: close\r\n/i);
  });

  it('every answer carries the headers of every answer, whatever became of the request', async () => {
    for (const [method, path, status] of [
      ['GET', '/healthz', 200],
      ['GET', '/nothing', 404],
      ['PUT', '/graphql', 405],
      ['POST', '/graphql', 415],
      ['GET', '/%zz', 404],
      ['GET', '/reports/', 404],
    ] as const) {
      const answer = await ask(method, path);
      expect([path, answer.status]).toEqual([path, status]);
      expect([path, answer.headers['cache-control'], answer.headers['x-content-type-options']]).toEqual([
        path,
        'no-store',
        'nosniff',
      ]);
      expect([path, answer.headers['content-security-policy']]).toEqual([
        path,
        expect.stringContaining("default-src 'none'"),
      ]);
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});
