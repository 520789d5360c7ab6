/**
 * The HTTP server over the list of routes (index.ts): runs the checks of a route, then the route, and sends the response. No queries by
 * GET, no cookies, no compressed bodies.
 *
 * Fastify finds the route and sends the response. It parses no body: message/body.ts checks a body before it parses it.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { answerCors, setSecurityHeaders, traceOf } from '../message/headers.ts';
import { inLanguage, isAnswer, languageOf } from '../message/language.ts';
import type { Exchange, HttpContext, Outcome, Route } from './context.ts';
import { faultOutcome } from './fault.ts';
import { routesOf } from './index.ts';
import { inAcceptedType } from './media-type.ts';
import { asNotice } from './notice.ts';
import { labelOf, noSuchPath, notAllowed, parametersOf, pathOf, routeOf } from './paths.ts';
import { refusalsOf } from './refusals.ts';
import { isOfDocs, noSuchDocs } from './routes/docs.ts';

/** A balancer keeps its idle connections for a minute. One that the server closes first fails the request that is just sent on it. */
const KEEP_ALIVE_MS = 72_000;

const SERVER = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: KEEP_ALIVE_MS,
  maxHeaderSize: 16_384,
};

/**
 * Over TLS the server requests a client certificate and accepts connections without one, or with one that no known authority signed. The
 * certificate only proves that the client holds a token bound to it (identity/mtls.ts).
 */
const serverOf = (tls: HttpContext['tls'], listener: RequestListener): Server =>
  tls === undefined
    ? createServer(SERVER, listener)
    : createTlsServer(
        { ...SERVER, ...tls, requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2' },
        listener,
      );

/** Status lines for bytes that are not HTTP, as Node sends them by itself (RFC 9110, section 15.5; RFC 6585, section 5). */
const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Content Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Longest path parameter, such as the id of a report, in characters. */
const PARAMETER_MAX = 64;

/** Adds a header of requests that the answer depends on. Those of CORS stand on Node's own response. */
function varyBy(reply: FastifyReply, header: string): void {
  const before = reply.getHeader('vary') ?? reply.raw.getHeader('vary');
  reply.header('vary', before === undefined ? header : `${before}, ${header}`);
}

/** The bytes of a body, with its sentences in the language that the caller asked for. */
function bytesOf(reply: FastifyReply, { headers }: IncomingMessage, body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  if (!isAnswer(body)) return Buffer.from(JSON.stringify(body));
  const language = languageOf(headers['accept-language']);
  varyBy(reply, 'Accept-Language');
  reply.header('content-language', language);
  return Buffer.from(JSON.stringify(inLanguage(body, language)));
}

/** Whether a body was announced and is not read to its end. Of a request without one Node learns the end only after this turn. */
const hasUnread = ({ complete, headers }: IncomingMessage): boolean =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

/** The trace of a request: ours where there is one, and the one that the caller named. */
function tracesOf(own: string | undefined, sent: string | undefined): object {
  if (own === undefined) return { traceId: sent };
  return own === sent || sent === undefined ? { traceId: own } : { traceId: own, callerTraceId: sent };
}

/** The server, not yet listening. */
export async function httpServer(http: HttpContext): Promise<Server> {
  const routes = routesOf(http);

  const forPeople = new Set(routes.filter((route) => route.forPeople === true).map(labelOf));

  const answer = (
    reply: FastifyReply,
    exchange: Exchange & { readonly began: number },
    path: string,
    outcome: Outcome,
    traceId?: string,
  ): FastifyReply => {
    const { message, id, caller, began } = exchange;
    const sent = forPeople.has(path) ? asNotice(outcome, message) : outcome;
    reply.code(sent.status).header('content-type', 'application/json; charset=utf-8').header('x-request-id', id);
    const { vary, ...headers } = sent.headers ?? {};
    reply.headers(headers);
    if (vary !== undefined) varyBy(reply, vary);
    // The rest of a body that was not read must not be parsed as the next request on this connection.
    if (!http.open() || (outcome.status >= 400 && hasUnread(message))) reply.header('connection', 'close');
    reply.send(bytesOf(reply, message, sent.body));
    const took = performance.now() - began;
    http.metrics.answered({
      path,
      status: outcome.status,
      role: caller?.role,
      seconds: took / 1_000,
      refusals: refusalsOf(outcome.body),
    });
    http.log.info(
      {
        requestId: id,
        ...tracesOf(traceId, traceOf(message)),
        method: message.method,
        path,
        status: outcome.status,
        role: caller?.role,
        unit: caller?.unit,
        ms: Math.round(took * 10) / 10,
      },
      'answered',
    );
    return reply;
  };

  const exchangeOf = (request: FastifyRequest, parameters: Exchange['parameters'] = {}) => ({
    id: randomUUID(),
    message: request.raw,
    parameters,
    began: performance.now(),
  });

  const handler = (route: Route) => {
    const label = labelOf(route);
    return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const exchange: Exchange & { readonly began: number } = exchangeOf(request, parametersOf(route, request.raw));
      const span = http.traces.request(request.raw, label);
      const found = await span.run(async () => {
        let atDoor = true;
        try {
          for (const check of route.checks) {
            const checked = check(http, exchange);
            if (checked !== undefined) await checked;
          }
          atDoor = false;
          return await route.answer(http, exchange);
        } catch (error) {
          const turnedAway = faultOutcome(http, exchange, error);
          if (atDoor)
            for (const refused of refusalsOf(turnedAway.body))
              http.platform.refusals.add(exchange.caller?.role ?? 'PUBLIC', refused);
          return turnedAway;
        }
      });
      const outcome = route.graphql === true ? inAcceptedType(exchange, found) : found;
      span.end(outcome.status, exchange.caller?.role);
      return answer(reply, exchange, label, outcome, span.traceId);
    };
  };

  const app = fastify({
    serverFactory: (listener) =>
      // Before the router, so that no response leaves without these headers, not even one for a URL that cannot be decoded.
      serverOf(http.tls, (message, response) => {
        setSecurityHeaders(message, response);
        if (!http.open()) response.setHeader('connection', 'close');
        if (!answerCors(http.corsOrigins, message, response)) listener(message, response);
      }),
    logger: false,
    routerOptions: { maxParamLength: PARAMETER_MAX },
    clientErrorHandler: (error, socket) => {
      const status = UNREADABLE[(error as NodeJS.ErrnoException).code ?? ''] ?? '400 Bad Request';
      if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
      else socket.destroy(error);
    },
    // The router could not decode a parameter, which the list takes as it was sent.
    frameworkErrors: (_error, request, reply) => {
      const route = routeOf(routes, request.raw);
      if (route === undefined) turnAway(request, reply);
      else void handler(route)(request, reply);
    },
  });
  const turnAway = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const exchange = exchangeOf(request);
    const path = pathOf(routes, request.raw);
    const refused = notAllowed(routes, request.raw);
    // Of the pages, which people open, a page says it.
    if (isOfDocs(request.raw)) return answer(reply, exchange, path, noSuchDocs(request.raw, refused?.headers?.allow));
    const found = refused ?? noSuchPath(routes);
    const isGraphql = routes.some((route) => route.graphql === true && labelOf(route) === path);
    return answer(reply, exchange, path, isGraphql ? inAcceptedType(exchange, found) : found);
  };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  // Before Fastify looks at the method, the content type or the body: what the list does not have is answered by the list alone. The path
  // counts as it was sent, so that no spelling that a proxy does not know reaches a route (`/%67raphql`, `http://host/graphql`).
  app.addHook('onRequest', (request, reply, done) => {
    if (routeOf(routes, request.raw) === undefined) turnAway(request, reply);
    else done();
  });
  app.setNotFoundHandler(turnAway);
  for (const route of routes) {
    const handle = handler(route);
    app.route({
      method: route.method,
      url: route.path,
      exposeHeadRoute: true,
      handler: handle,
      // Fastify rejects a malformed content type before the handler runs. The checks still run, so the caller is authenticated first and
      // then gets our own error for it. The handler itself never throws.
      errorHandler: async (_error, request, reply) => handle(request, reply),
    });
  }
  await app.ready();
  return app.server as Server;
}
