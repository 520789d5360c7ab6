/**
 * Traces of a running server at a local receiver: how the spans of one question lie within one another, that nothing that was asked or found is among them,
 * and that a receiver which is slow or gone hinders nobody. A proof: tracers belong to a process, so it starts servers of their own.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDevelopmentIssuer } from '../../gateway/identity/development-issuer.ts';
import { type Started, startMain } from '../gateway/started.ts';
import { COMPANY, MEI } from '../kit.ts';
import { Receiver } from './receiver.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-traced-'));
const receiver = new Receiver();
let started: Started;
let url: string;
let endpoint: string;

const PLANTED = ['张小梅', MEI.value, COMPANY.value, '黑商许', 'XiaoMei', 'eyJ', '哈尔滨', 'whs_', 'credit-case'];
const SENT_TRACE = `00000000000000${MEI.value}`;

beforeAll(async () => {
  endpoint = await receiver.open();
  started = startMain(folder, {
    SAMPLE: 'on',
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=of%20ours',
    OTEL_SERVICE_NAME: 'credit-of-province',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=proof',
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  [, url = ''] = await started.says(/at (http:\S+)\/graphql/);
});
afterAll(() => {
  started?.child.kill('SIGKILL');
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (
  query: string,
  variables: object,
  headers: Record<string, string> = {},
  holder = { role: 'party', unit: 'BANK-A' },
) => {
  const token = await (await openDevelopmentIssuer(folder)).signAt({ sub: holder.unit, ...holder }, '15m', new Date());
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'credit-purpose': 'LOAN_ORIGINATION',
      'credit-case': encodeURIComponent('黑商许〔2026〕17号 张小梅'),
      traceparent: `00-${SENT_TRACE}-b7ad6b7169203331-01`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.json() as Promise<{ data?: { subject?: { name?: string } }; errors?: unknown[] }>;
};
const QUESTION = `query XiaoMei($id: SubjectIdentifierInput!) { subject(identifier: $id) { XiaoMei: name records { totalCount } nonPublicRecords { totalCount } } }`;

it('the spans of one question lie within one another: request, gateway, subgraph, SQL; the ledger is settled in it', async () => {
  expect((await ask(QUESTION, { id: COMPANY })).data?.subject).toBeTruthy();
  await expect.poll(() => receiver.spans().some(({ name }) => name === 'POST /graphql')).toBe(true);
  const root = receiver.spans().find(({ name }) => name === 'POST /graphql');
  const spans = receiver.spans().filter(({ traceId }) => traceId === root?.traceId);
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  /** Names from the root down to a span. */
  const wayTo = (begin: (typeof spans)[number] | undefined): string[] => {
    const way: string[] = [];
    for (let span = begin; span !== undefined; span = byId.get(span.parentSpanId ?? '')) way.unshift(span.name);
    return way;
  };
  const named = (name: string) => wayTo(spans.find((one) => one.name === name));
  const sql = spans.filter(
    ({ name, parentSpanId }) => name.startsWith('sql ') && byId.get(parentSpanId ?? '')?.name.startsWith('subgraph '),
  );
  expect(sql.length).toBeGreaterThan(0);
  expect(wayTo(sql[0])).toEqual(
    expect.arrayContaining([
      'POST /graphql',
      'gateway.request',
      'gateway.execute',
      'gateway.fetch',
      expect.stringMatching(/^subgraph /),
      expect.stringMatching(/^sql /),
    ]),
  );
  expect(named('gateway.plan').slice(0, 2)).toEqual(['POST /graphql', 'gateway.request']);
  expect(named('sql ledger-record')).toEqual(['POST /graphql', 'ledger settle', 'sql ledger-record']);
  const facts = Object.fromEntries((root?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));
  expect(facts).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': 200,
    'url.scheme': 'http',
    'credit.role': 'PARTY',
  });
  // What runs by itself, such as the jobs, makes no trace.
  expect(
    new Set(
      receiver
        .spans()
        .filter(({ parentSpanId = '' }) => parentSpanId === '')
        .map(({ name }) => name),
    ),
  ).toEqual(new Set(['POST /graphql']));
  // A trace of our own: nobody else chooses its id.
  expect(root?.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(root?.traceId).not.toBe(SENT_TRACE);
  expect(root?.parentSpanId ?? '').toBe('');
  expect(receiver.paths[0]).toBe('/v1/traces');
  expect(receiver.headers[0]).toMatchObject({ 'x-key': 'of ours' });
  for (const said of ['credit-of-province', 'deployment.environment']) expect(receiver.bodies[0]).toContain(said);
});

it('A23.1 nothing that was asked, sent or found is in what was received', async () => {
  await ask(QUESTION, { id: MEI });
  await ask(QUESTION, { id: { type: 'CITIZEN_ID', value: '张小梅' } });
  await ask('query XiaoMei { 张小梅 }', {});
  await ask('mutation XiaoMei($url: String!) { registerWebhook(url: $url) { secret } }', {
    url: `http://127.0.0.1:9/${MEI.value}`,
  });
  await ask(QUESTION, { id: MEI }, { authorization: `Bearer eyJ${MEI.value}` });
  await fetch(`${url}/reports/${MEI.value}`);
  await fetch(`${url}/${MEI.value}?name=${encodeURIComponent('张小梅')}`);
  await fetch(`${url}/healthz`, { method: 'HEAD' });
  await expect.poll(() => receiver.spans().some(({ name }) => name === 'HEAD /healthz')).toBe(true);
  const names = new Set(receiver.spans().map(({ name }) => name));
  expect(names).toContain('GET /reports/{id}');
  expect(names).not.toContain('other');
  const keys = new Set(receiver.spans().flatMap(({ attributes }) => attributes.map(({ key }) => key)));
  expect([...keys].sort()).toEqual([
    'credit.database.role',
    'credit.role',
    'credit.subgraph',
    'db.query.summary',
    'db.system.name',
    ...(keys.has('error.type') ? ['error.type'] : []),
    'graphql.operation.type',
    'http.request.method',
    'http.response.status_code',
    'http.route',
    'service',
    'url.scheme',
  ]);
  const whole = receiver.bodies.join('');
  for (const value of PLANTED) expect(whole).not.toContain(value);
  expect(whole).not.toContain('b7ad6b7169203331');
});

it('a receiver that hangs or cuts the connection hinders no answer', async () => {
  receiver.mode = 'HANGS';
  await ask(QUESTION, { id: COMPANY });
  await expect.poll(() => receiver.waiting.length).toBeGreaterThan(0);
  for (let count = 0; count < 5; count += 1) expect((await ask(QUESTION, { id: COMPANY })).data?.subject).toBeTruthy();
  // All five were answered while what was sent first still waits.
  expect(receiver.waiting.every((response) => !response.writableEnded)).toBe(true);
  receiver.mode = 'CUTS';
  for (const response of receiver.waiting) response.destroy();
  for (let count = 0; count < 5; count += 1) expect((await ask(QUESTION, { id: COMPANY })).data?.subject).toBeTruthy();
  await expect.poll(() => receiver.cut).toBeGreaterThan(0);
  receiver.mode = 'TAKES';
  const ended = once(started.child, 'exit');
  started.child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('told to stop, it sends what is left; a trusted proxy may name the trace, and whether it is kept', async () => {
  const other = mkdtempSync(join(folder, 'other-'));
  const second = startMain(other, {
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/in`,
    OTEL_BSP_SCHEDULE_DELAY: '600000',
    TRACEPARENT_FROM: 'proxies',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  const [, address = ''] = await second.says(/at (http:\S+)\/graphql/);
  receiver.bodies.length = 0;
  receiver.paths.length = 0;
  const trace = '0af7651916cd43dd8448eb211c80319c';
  await fetch(`${address}/healthz`, { headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` } });
  await fetch(`${address}/readyz`, { headers: { traceparent: `00-${trace}-b7ad6b7169203332-00` } });
  expect(receiver.spans()).toEqual([]);
  const ended = once(second.child, 'exit');
  second.child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(receiver.paths).toEqual(['/in']);
  const requests = receiver.spans().filter(({ name }) => name.startsWith('GET '));
  expect(requests.map(({ name, traceId, parentSpanId }) => [name, traceId, parentSpanId])).toEqual([
    ['GET /healthz', trace, 'b7ad6b7169203331'],
  ]);
});

it('where nothing names a receiver, nothing is sent', async () => {
  receiver.bodies.length = 0;
  const other = mkdtempSync(join(folder, 'off-'));
  const third = startMain(other, {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_SDK_DISABLED: 'true',
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  const [, address = ''] = await third.says(/at (http:\S+)\/graphql/);
  await fetch(`${address}/healthz`);
  const ended = once(third.child, 'exit');
  third.child.kill('SIGTERM');
  await ended;
  expect(receiver.bodies).toEqual([]);
});
