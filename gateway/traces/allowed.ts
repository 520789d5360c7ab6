/**
 * What of a span may leave: names and facts on a list, each of a form that holds no value of a question or a record. Apollo's gateway makes spans of its own,
 * with the names that callers gave to their operations; whatever it or another package adds one day is left out too.
 */
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-base';

/** A word of the code: of one that is mostly digits it could not be told what it is. */
const WORD = /^(?!.*\d{4})[A-Za-z][\w.-]{0,63}$/;

const ROUTE = /^(?:\/[\w{}/.-]{0,60}|unknown)$/;

const FACTS: Readonly<Record<string, RegExp>> = {
  'http.request.method': /^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|CONNECT|TRACE|_OTHER)$/,
  'http.route': ROUTE,
  'http.response.status_code': /^\d{3}$/,
  'url.scheme': /^https?$/,
  'error.type': /^(?:[0-9A-Z]{5}|[A-Z_]{2,40}|[1-5]\d\d)$/,
  'graphql.operation.type': /^(?:query|mutation|subscription)$/,
  'db.system.name': /^postgresql$/,
  'db.query.summary': WORD,
  'credit.database.role': /^[a-z]{1,20}$/,
  'credit.role': /^[A-Z]{1,20}$/,
  'credit.subgraph': /^[a-z-]{1,40}$/,
  // The name that Apollo's gateway gives to the subgraph of a fetch.
  service: /^[a-z-]{1,40}$/,
};

const NAMES =
  /^(?:(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|CONNECT|TRACE|_OTHER) (?:\/[\w{}/.-]{0,60}|unknown)|gateway\.(?:request|validate|plan|execute|fetch|postprocessing)|subgraph [a-z-]{1,40}|sql (?!.*\d{4})[a-z][\w.-]{0,63}|ledger settle)$/;

/** The span, without whatever is on no list: facts, events (exceptions repeat values), links, words of its status. */
export function allowedOf(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(([name, value]) => FACTS[name]?.test(String(value)) === true),
  );
  return {
    name: NAMES.test(span.name) ? span.name : 'other',
    kind: span.kind,
    spanContext: () => {
      const { traceId, spanId, traceFlags } = span.spanContext();
      // Without the trace state, which a caller may have sent.
      return { traceId, spanId, traceFlags };
    },
    ...(span.parentSpanContext === undefined
      ? {}
      : {
          parentSpanContext: {
            traceId: span.parentSpanContext.traceId,
            spanId: span.parentSpanContext.spanId,
            traceFlags: span.parentSpanContext.traceFlags,
          },
        }),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: { code: span.status.code },
    attributes,
    links: [],
    events: [],
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

/** Hands on what may leave. */
export const onlyAllowed = (next: SpanProcessor): SpanProcessor => ({
  onStart: (span, context) => next.onStart(span, context),
  onEnd: (span) => next.onEnd(allowedOf(span)),
  forceFlush: () => next.forceFlush(),
  shutdown: () => next.shutdown(),
});
