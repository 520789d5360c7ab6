/** Traces on: spans are made, filtered (allowed.ts) and sent by OTLP over HTTP. Loaded only where the settings say where to send them. */
import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import { causeOf } from '../../schema/cause.ts';
import { fromProxy } from '../message/address.ts';
import { onlyAllowed } from './allowed.ts';
import type { TraceSettings } from './settings.ts';
import { tracedDatabase } from './traced-database.ts';
import type { Facts, RequestSpan, Traces } from './traces.ts';

/** How long a server that stops waits for its last spans. */
const LAST_MS = 3_000;

function samplerOf({ name, ratio }: TraceSettings['sampler']): Sampler {
  const root: Sampler = name.endsWith('always_on')
    ? new AlwaysOnSampler()
    : name.endsWith('always_off')
      ? new AlwaysOffSampler()
      : new TraceIdRatioBasedSampler(ratio);
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

/** Tells once that nothing arrives, with the cause, and once that it does again. A receiver that is down must not fill the log. */
function telling(exporter: SpanExporter, log: Logger): SpanExporter {
  let failures = 0;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.code === 0) {
          if (failures > 0) log.info({ failures }, 'traces arrive again');
          failures = 0;
        } else {
          failures += 1;
          if (failures === 1) log.warn({ fault: causeOf(result.error) }, 'traces do not arrive');
        }
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'CONNECT', 'TRACE']);

const PARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The context that a trusted proxy sends (W3C Trace Context). Of anybody else a trace id could be chosen, a person's number for instance. */
const sentBy = (message: IncomingMessage, trusted: BlockList | undefined): Context =>
  trusted !== undefined && fromProxy(message, trusted) ? contextIn(message) : ROOT_CONTEXT;

function contextIn({ headers: { traceparent } }: IncomingMessage): Context {
  if (typeof traceparent !== 'string') return ROOT_CONTEXT;
  const [, traceId = '', spanId = '', flags = ''] = PARENT.exec(traceparent) ?? [];
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
  return /[1-9a-f]/.test(traceId) && /[1-9a-f]/.test(spanId)
    ? trace.setSpanContext(ROOT_CONTEXT, parent)
    : ROOT_CONTEXT;
}

/** An error of a span: its code, and not its words. */
function failed(span: Span, error: unknown): void {
  const { code, name } = causeOf(error);
  span.setAttribute('error.type', code ?? name);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Opens the traces of this process. Apollo's gateway finds them by OpenTelemetry's globals. */
export function openTraces(settings: TraceSettings, proxies: BlockList, secure: boolean, log: Logger): Traces {
  const exporter = telling(new OTLPTraceExporter({ url: settings.url, headers: { ...settings.headers } }), log);
  const provider = new BasicTracerProvider({
    sampler: samplerOf(settings.sampler),
    resource: defaultResource().merge(
      resourceFromAttributes({ ...settings.resource, 'service.name': settings.service }),
    ),
    spanProcessors: [onlyAllowed(new BatchSpanProcessor(exporter))],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  propagation.disable();
  const tracer = provider.getTracer('credit-gateway');
  const trusted = settings.continuesProxies ? proxies : undefined;

  const span = async <Result>(name: string, facts: Facts, work: () => Promise<Result>): Promise<Result> =>
    tracer.startActiveSpan(name, { attributes: { ...facts } }, async (begun) => {
      try {
        return await work();
      } catch (error) {
        failed(begun, error);
        throw error;
      } finally {
        begun.end();
      }
    });

  const served = (message: IncomingMessage, route: string, parent: Context, facts: Facts = {}): RequestSpan => {
    const method = METHODS.has(message.method ?? '') ? message.method : '_OTHER';
    const begun = tracer.startSpan(
      `${method} ${route}`,
      {
        kind: SpanKind.SERVER,
        attributes: {
          ...facts,
          'http.request.method': method,
          'http.route': route,
          'url.scheme': secure ? 'https' : 'http',
        },
      },
      parent,
    );
    const inside = trace.setSpan(parent, begun);
    return {
      traceId: begun.spanContext().traceId,
      run: (work) => context.with(inside, work),
      end: (status, role) => {
        begun.setAttribute('http.response.status_code', status);
        if (role !== undefined) begun.setAttribute('credit.role', role);
        if (status >= 500) {
          begun.setAttribute('error.type', String(status));
          begun.setStatus({ code: SpanStatusCode.ERROR });
        }
        begun.end();
      },
    };
  };

  return {
    request: (message, route) => served(message, route, sentBy(message, trusted)),
    part: (message, subgraph) => served(message, '/graphql', contextIn(message), { 'credit.subgraph': subgraph }),
    header: () => {
      const active = trace.getActiveSpan()?.spanContext();
      if (active === undefined) return {};
      const { traceId, spanId, traceFlags } = active;
      return { traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}` };
    },
    span,
    // Statements of jobs, of the start and of the metrics belong to no request and make no trace.
    database: (database) =>
      tracedDatabase(database, (name, facts, work) =>
        trace.getActiveSpan() === undefined ? work() : span(name, facts, work),
      ),
    ids: () => {
      const active = trace.getActiveSpan()?.spanContext();
      return active === undefined ? {} : { traceId: active.traceId, spanId: active.spanId };
    },
    stop: async () => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, LAST_MS);
      });
      // What cannot be sent by then is lost: a trace is no record.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}
