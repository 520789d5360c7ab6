/** Headers of every answer: what browsers may do with it, which other sites may ask, and by which trace it is found again. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

/** JSON is for programs: no browser is to run, frame or guess anything of it. A page states its own policy. */
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
const ALLOWED = 'authorization, content-type, credit-purpose, credit-case, credit-channel, dpop, traceparent';
const EXPOSED = 'x-request-id, retry-after, www-authenticate';
const PREFLIGHT_SECONDS = '600';

/**
 * Cross-origin requests (Fetch standard): closed but for the origins of the settings, exactly as they are written. Answers true where the
 * request was only the browser's question whether it may ask.
 */
export function answerCors(origins: readonly string[], message: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = message.headers;
  if (origins.length > 0) response.setHeader('vary', 'Origin');
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', EXPOSED);
  // What helmet says of other origins would take back what was just given.
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  if (message.method !== 'OPTIONS' || message.headers['access-control-request-method'] === undefined) return false;
  response.setHeader('access-control-allow-methods', METHODS);
  response.setHeader('access-control-allow-headers', ALLOWED);
  response.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
  response.writeHead(204).end();
  return true;
}

/** Trace id of W3C Trace Context (version 00), where the caller sent one that is well formed; undefined otherwise. */
export function traceOf(message: IncomingMessage): string | undefined {
  const { traceparent } = message.headers;
  if (typeof traceparent !== 'string') return undefined;
  const trace = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/.exec(traceparent);
  if (trace === null || /^0+$/.test(trace[1] ?? '') || /^0+$/.test(trace[2] ?? '')) return undefined;
  return trace[1];
}
