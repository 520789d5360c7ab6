/** Headers of every response: security headers for browsers, CORS for other origins, and the trace id of the request. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** A browser must not run, frame or sniff a JSON response. A route that serves a page sets its own content security policy. */
const harden = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
});

export function setSecurityHeaders(message: IncomingMessage, response: ServerResponse): void {
  harden(message, response, () => undefined);
  response.setHeader('cache-control', 'no-store');
}

const METHODS = 'POST, GET';
const ALLOWED =
  'authorization, content-type, credit-purpose, credit-case, credit-matter, credit-channel, credit-for, dpop, traceparent';
const EXPOSED = 'x-request-id, retry-after, www-authenticate';
const PREFLIGHT_SECONDS = '600';

/**
 * Cross-origin requests (CORS, Fetch standard): allowed only for the origins of CORS_ORIGINS, compared exactly. Returns true where the
 * request was a preflight; then the response has been sent.
 */
export function answerCors(origins: readonly string[], message: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = message.headers;
  if (origins.length > 0) response.setHeader('vary', 'Origin');
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', EXPOSED);
  // Helmet set `same-origin`, with which the browser would block the response for the origin that was just allowed.
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  if (message.method !== 'OPTIONS' || message.headers['access-control-request-method'] === undefined) return false;
  response.setHeader('access-control-allow-methods', METHODS);
  response.setHeader('access-control-allow-headers', ALLOWED);
  response.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
  response.writeHead(204).end();
  return true;
}

/** Trace id of W3C Trace Context (version 00). Undefined where the caller sent none that is well formed. */
export function traceOf(message: IncomingMessage): string | undefined {
  const { traceparent } = message.headers;
  if (typeof traceparent !== 'string') return undefined;
  const trace = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent);
  if (trace === null || /^0+$/.test(trace[1] ?? '') || /^0+$/.test(trace[2] ?? '')) return undefined;
  return trace[1];
}
