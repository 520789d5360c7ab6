/** Around the answers: headers, other origins, traces, numbers for operations, the query page, an orderly end. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../gateway/settings/config.ts';
import { COMPANY, MEI, openWorld, subject, type World } from '../kit.ts';
import { recordLog } from '../recorded-log.ts';

const ORIGIN = 'https://desk.example.cn';
const QUERY = JSON.stringify({
  query: 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }',
  variables: { id: COMPANY },
});
const { log, lines, logged } = recordLog('trace');
let world: World;
beforeAll(async () => {
  world = await openWorld('pglite', {
    environment: { CORS_ORIGINS: ORIGIN, METRICS_PORT: '0' },
    log,
  });
});
afterAll(() => world.close());

const call = (path: string, init: RequestInit = {}) => fetch(`${world.server.url}${path}`, init);
const post = (headers: Record<string, string> = {}) =>
  call('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: QUERY });

describe('headers', () => {
  it('of every answer forbid a browser to guess, frame, keep or run it', async () => {
    for (const answer of [await post(), await call('/healthz'), await call('/nothing'), await call('/graphql')])
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': expect.stringContaining('max-age='),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
  });

  it('open the door to no other origin but those of the settings, exactly', async () => {
    const preflight = (origin: string) =>
      call('/graphql', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const allowed = await preflight(ORIGIN);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('credit-purpose');
    const answered = await post({ origin: ORIGIN });
    expect(answered.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answered.headers.get('vary')).toBe('Origin, Accept, Accept-Language');
    for (const origin of [
      'https://evil.example',
      `${ORIGIN}.evil.example`,
      'http://desk.example.cn',
      'null',
      `${ORIGIN}:8443`,
    ]) {
      const refused = await preflight(origin);
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([405, null]);
      expect((await post({ origin })).headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(() => readConfig({ CORS_ORIGINS: 'https://a.cn/path' })).toThrow(/CORS_ORIGINS.*is no origin such as/s);
    expect(() => readConfig({ CORS_ORIGINS: '*' })).toThrow(/CORS_ORIGINS/);
  });
});

describe('the log', () => {
  it('adversarial 69: holds the trace of the caller where it is one, and nothing of a person', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const token = await world.token(subject(MEI));
    const answer = await post({
      traceparent: `00-${trace}-b7ad6b7169203331-01`,
      authorization: `Bearer ${token}`,
      'credit-case': encodeURIComponent('张小梅\n239999199003070016'.replace('\n', ' ')),
    });
    const line = logged.find(({ requestId }) => requestId === answer.headers.get('x-request-id'));
    expect(line).toMatchObject({ traceId: trace, path: '/graphql', status: 200, role: 'SUBJECT' });
    await post({ traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` });
    await post({ traceparent: 'x\tinjected' });
    expect(logged.slice(-2).every(({ traceId }) => traceId === undefined)).toBe(true);
    // Whatever stands in an address, a header or an error: one line, without what turns a reader's eye or leaves the line.
    for (const path of [
      '/x%0d%0a{"level":50}',
      '/%E2%80%AE',
      `/${MEI.value}`,
      `/graphql?${MEI.value}`,
      '/verify/张小梅',
    ])
      await call(path);
    const { database } = world.server.platform;
    const { read } = database;
    Object.assign(database, {
      read: () =>
        Promise.reject(new Error(`\u202e${MEI.value}\r\n张小梅 select * from subject where id = '${MEI.value}'`)),
    });
    const failed = await post().finally(() => Object.assign(database, { read }));
    const { errors } = (await failed.json()) as { errors: { extensions: { id: string } }[] };
    expect(logged.some(({ id }) => id === errors[0]?.extensions.id)).toBe(true);
    for (const line of lines) expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*\n$/u);
    const whole = lines.join('');
    for (const secret of ['张小梅', MEI.value, COMPANY.value, token, 'select *']) expect(whole).not.toContain(secret);
  });
});

describe('numbers for operations', () => {
  it('are on a port of their own, and name no caller but by role', async () => {
    expect((await call('/metrics')).status).toBe(404);
    await call('/graphql');
    const url = world.server.metricsUrl ?? '';
    const text = await (await fetch(url)).text();
    expect(text).toMatch(/credit_requests_total\{path="\/graphql",status="200",role="PUBLIC"\} \d+/);
    expect(text).toMatch(/credit_requests_total\{path="\/graphql",status="405",role="none"\} \d+/);
    expect(text).toMatch(/credit_errors_total\{code="BAD_USER_INPUT"\} \d+/);
    expect(text).toMatch(/credit_request_seconds_count\{path="\/graphql"\} \d+/);
    expect(text).toMatch(/credit_database_statements_total \d+/);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    expect((await fetch(url.replace('/metrics', '/'))).status).toBe(404);
  });
});

/** The page as a client of that name gets it. */
const page = (host?: string): Promise<{ status: number; html: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(`${world.server.url}/`, host === undefined ? {} : { headers: { host } }, (response) => {
      let html = '';
      response.on('data', (part: Buffer) => {
        html += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, html }));
    });
    asked.on('error', reject);
    asked.end();
  });

describe('the query page of development', () => {
  it('needs no internet, and every tab of it is answered', async () => {
    const { status, html } = await page();
    expect(status).toBe(200);
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="(https?:)?\/\//);
    const tabs = JSON.parse(/"defaultTabs":(\[.*?\]),"defaultEditorToolsVisibility"/s.exec(html)?.[1] ?? '[]') as {
      query: string;
      headers?: string;
    }[];
    expect(tabs.map(({ query }) => /query (\w+)/.exec(query)?.[1])).toEqual([
      'Anyone',
      'Herself',
      'Bank',
      'PermitDesk',
      'Analyst',
      'Operator',
    ]);
    await world.publish();
    for (const { query, headers } of tabs) {
      const answer = await call('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...JSON.parse(headers ?? '{}') },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await answer.json()) as {
        data: Record<string, unknown>;
        errors?: { extensions: { code: string } }[];
      };
      expect(Object.values(data).every((value) => value !== null)).toBe(true);
      expect((errors ?? []).every(({ extensions }) => extensions.code === 'FORBIDDEN')).toBe(true);
    }
  });

  it('carries tokens for this machine alone: a page of another name is given none', async () => {
    expect((await page()).html).toContain('Bearer eyJ');
    expect((await page('localhost:4000')).html).toContain('Bearer eyJ');
    for (const host of ['evil.example', 'localhost.evil.example', '10.0.0.1:4000']) {
      const { status, html } = await page(host);
      expect([status, html.includes('Bearer eyJ')]).toEqual([200, false]);
    }
  });
});
