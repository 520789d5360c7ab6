/** Traces without a receiver: what turns them on, what of a span may leave, and that nothing happens where they are off. */
import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { expect, it } from 'vitest';
import { readConfig } from '../../gateway/settings/config.ts';
import { onlyAllowed } from '../../gateway/traces/allowed.ts';
import { NO_TRACES } from '../../gateway/traces/traces.ts';
import { BANK_A, COMPANY, sharedWorld } from '../kit.ts';

const NAME = '张小梅';
const NUMBER = '239999199003070016';

it('they are on only where a receiver is named, and none of the two switches is off', () => {
  const traces = (environment: NodeJS.ProcessEnv) =>
    readConfig({ DATA_DIR: '/tmp/credit-traces', ...environment }).traces;
  const all = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
  expect(traces({})).toBeUndefined();
  expect(traces({ OTEL_SERVICE_NAME: 'x', OTEL_TRACES_SAMPLER: 'always_on' })).toBeUndefined();
  expect(traces({ ...all, OTEL_SDK_DISABLED: 'True' })).toBeUndefined();
  expect(traces({ ...all, OTEL_TRACES_EXPORTER: 'none' })).toBeUndefined();
  expect(traces(all)).toEqual({
    url: 'http://127.0.0.1:4318/v1/traces',
    headers: {},
    service: 'credit-gateway',
    resource: {},
    sampler: { name: 'parentbased_always_on', ratio: 1 },
    continuesProxies: false,
  });
  expect(
    traces({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20x, a=1',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a=2',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,deployment.environment=test%2Cone',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.1',
      TRACEPARENT_FROM: 'proxies',
      TRUSTED_PROXIES: '10.0.0.0/8',
    }),
  ).toEqual({
    url: 'https://traces.example/in',
    headers: { authorization: 'Bearer x', a: '2' },
    service: 'other',
    resource: { 'deployment.environment': 'test,one' },
    sampler: { name: 'parentbased_traceidratio', ratio: 0.1 },
    continuesProxies: true,
  });
});

it.each([
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, /OTEL_EXPORTER_OTLP_PROTOCOL: is not http\/json/],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4317' }, /OTEL_EXPORTER_OTLP_ENDPOINT: is no address such as/],
  [{ OTEL_TRACES_SAMPLER: 'sometimes' }, /OTEL_TRACES_SAMPLER: /],
  [{ OTEL_TRACES_SAMPLER_ARG: '2' }, /OTEL_TRACES_SAMPLER_ARG: is no share from 0 to 1/],
  [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /OTEL_TRACES_EXPORTER: is neither otlp nor none/],
  [{ OTEL_EXPORTER_OTLP_HEADERS: 'a' }, /OTEL_EXPORTER_OTLP_HEADERS: is no list such as/],
  [{ OTEL_RESOURCE_ATTRIBUTES: 'a=%E5%BC%' }, /OTEL_RESOURCE_ATTRIBUTES: is no list such as/],
  [{ TRACEPARENT_FROM: 'proxies' }, /TRACEPARENT_FROM=proxies needs TRUSTED_PROXIES/],
  [{ TRACEPARENT_FROM: 'anybody' }, /TRACEPARENT_FROM/],
  // All faults together, whichever room they are of.
  [{ PORT: 'x', OTEL_TRACES_EXPORTER: 'zipkin' }, /PORT[\s\S]*OTEL_TRACES_EXPORTER/],
])('%j is told with what to set', (environment, told) => {
  expect(() =>
    readConfig({
      DATA_DIR: '/tmp/credit-traces',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      ...environment,
    }),
  ).toThrow(told);
});

it('a variable of OpenTelemetry that is wrong hinders nobody who sends no traces', () => {
  expect(() => readConfig({ DATA_DIR: '/tmp/credit-traces', OTEL_TRACES_SAMPLER: 'sometimes' })).not.toThrow();
});

it('of a span leave names and facts on the list, and no value whoever put it there', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [onlyAllowed(new SimpleSpanProcessor(exporter))] });
  const tracer = provider.getTracer('test');
  const traceState = {
    get: () => NUMBER,
    set: () => traceState,
    unset: () => traceState,
    serialize: () => `a=${NUMBER}`,
  };
  const span = tracer.startSpan('gateway.request', {
    kind: SpanKind.SERVER,
    attributes: {
      operationName: NAME,
      'graphql.operation.name': `About_${NUMBER}`,
      'graphql.operation.type': 'query',
      'graphql.document': `{ subject(identifier: "${NUMBER}") { name } }`,
      'http.route': `/subjects/${NAME}`,
      'db.query.summary': NUMBER,
      'credit.role': 'PARTY',
      service: 'public-credit',
      'db.query.parameter.0': NUMBER,
    },
    links: [{ context: { traceId: '0'.repeat(14) + NUMBER, spanId: NUMBER.slice(0, 16), traceFlags: 1, traceState } }],
  });
  span.recordException(new Error(`about ${NAME}`));
  span.addEvent(NUMBER, { [NAME]: NUMBER });
  span.setStatus({ code: SpanStatusCode.ERROR, message: `about ${NAME}` });
  span.end();
  for (const name of [
    NAME,
    `GET /${NAME}`,
    `sql ${NUMBER}`,
    `subgraph ${NUMBER}`,
    `POST /x?${NUMBER}&`,
    `query ${NUMBER}`,
  ])
    tracer.startSpan(name).end();
  for (const name of [
    'GET /reports/{id}',
    'sql subjects-by-key',
    'subgraph public-credit',
    'ledger settle',
    'gateway.plan',
  ])
    tracer.startSpan(name).end();
  const spans = exporter.getFinishedSpans();
  expect(spans[0]).toMatchObject({
    name: 'gateway.request',
    kind: SpanKind.SERVER,
    attributes: { 'graphql.operation.type': 'query', 'credit.role': 'PARTY', service: 'public-credit' },
    events: [],
    links: [],
    status: { code: SpanStatusCode.ERROR },
  });
  expect(Object.keys(spans[0]?.attributes ?? {})).toHaveLength(3);
  expect(spans.slice(1).map(({ name }) => name)).toEqual([
    'other',
    'other',
    'other',
    'other',
    'other',
    'other',
    'GET /reports/{id}',
    'sql subjects-by-key',
    'subgraph public-credit',
    'ledger settle',
    'gateway.plan',
  ]);
  const whole = JSON.stringify(spans.map((one) => ({ ...one, resource: undefined, context: one.spanContext() })));
  for (const value of [NAME, NUMBER]) expect(whole).not.toContain(value);
});

it('where they are off, work runs as it is, the database is the database, and no span is made', async () => {
  const work = async () => 1;
  const running = work();
  expect(NO_TRACES.span('x', {}, () => running)).toBe(running);
  const { server, ask } = await sharedWorld('pglite');
  expect(NO_TRACES.database(server.platform.database)).toBe(server.platform.database);
  const [one, other] = [NO_TRACES.request({} as never, '/graphql'), NO_TRACES.request({} as never, '/graphql')];
  expect(one).toBe(other);
  expect(one.run(() => running)).toBe(running);
  await ask(
    BANK_A,
    'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }',
    { id: COMPANY },
    { purpose: 'LOAN_ORIGINATION' },
  );
  // Apollo's gateway asks for a tracer as well: it gets that of the API, which records nothing.
  expect(trace.getTracer('apollo/gateway-js').startSpan('gateway.request').isRecording()).toBe(false);
});
