/** Reports over HTTP: POST /reports, GET /reports/{id}, GET /verify/{id}. */
import type { IncomingMessage } from 'node:http';
import type { GraphQLError } from 'graphql';
import { z } from 'zod';
import { unavailable } from '../../../schema/errors.ts';
import { IDENTIFIER_TYPES } from '../../../schema/law/facts.ts';
import { reportMessages } from '../../../schema/messages/door/reports.ts';
import type { Said } from '../../../schema/messages/said.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import { type KeptReport, readReport, reportStatus } from '../../../subgraphs/reports/reports.ts';
import type { ClientRequest } from '../../../subgraphs/request/context.ts';
import { openRequestAs } from '../../../subgraphs/request/internal-request.ts';
import { openRequest } from '../../../subgraphs/request/request.ts';
import { deadline } from '../../message/deadline.ts';
import { badRequest, parseJson } from '../../message/json.ts';
import { responseQuantum } from '../../message/response-quantum.ts';
import { makeReport, REPORTERS } from '../../reports/make.ts';
import { CONTENT_POLICY, reportPage, statusPage } from '../../reports/page.ts';
import { reportPdf } from '../../reports/pdf.ts';
import type { Report } from '../../reports/report.ts';
import { LANGUAGES, TEMPLATES } from '../../reports/templates.ts';
import { type Exchange, established, type HttpContext, type Outcome } from '../context.ts';
import { errorBody } from '../fault.ts';

/** The body of POST /reports; its description for callers is held against it. */
export const Body = z.strictObject({
  subject: z.strictObject({ type: z.enum(IDENTIFIER_TYPES), value: z.string().max(64) }).nullish(),
  template: z.enum(TEMPLATES).default('PUBLIC_CREDIT'),
  language: z.enum(LANGUAGES).default('zh'),
});

const errorOutcome = (status: number, code: string, reason: string, said: Said): Outcome => ({
  status,
  body: errorBody(said, { code, reason }),
});

const notFound = (): Outcome => errorOutcome(404, 'NOT_FOUND', 'NOT_FOUND', reportMessages.noneOfYours);

const late = (): GraphQLError => unavailable(serviceMessages.reportTooLong);

/** Runs work until the request deadline. After it, throws UNAVAILABLE and cancels every platform request that the work opened. */
async function inTime<Result>(
  http: HttpContext,
  exchange: Exchange,
  work: (open: () => ClientRequest) => Promise<Result>,
): Promise<Result> {
  const caller = established(exchange, 'caller');
  const quantum = responseQuantum();
  const opened: ClientRequest[] = [];
  const time = deadline(http.deadlineMs, exchange.message, () => {
    for (const request of opened) request.cancel();
  });
  const open = (): ClientRequest => {
    if (time.isOver()) throw late();
    const request = openRequest(http.platform, http.snapshots, caller);
    opened.push(request);
    return request;
  };
  const working = work(open);
  // After the deadline nothing awaits this promise: its rejection must not end the process.
  working.catch(() => undefined);
  try {
    return await Promise.race([
      working,
      time.over.then(() => {
        throw late();
      }),
    ]);
  } finally {
    time.clear();
    const ended = Promise.allSettled(opened.map((request) => request.abandon()));
    if (!time.isOver()) {
      await ended;
      await quantum.next(opened.reduce((sum, request) => sum + request.concealed(), 0));
    }
    quantum.clear();
  }
}

const superseded = (): Outcome => errorOutcome(410, 'CONFLICT', 'SUPERSEDED', reportMessages.superseded);

/** Rate limit points for making a report; an ordinary request is 1. Laying out its PDF costs the server as much, every time. */
export const MAKING = 10;

/** Rate limit points of a request for a report. */
export const reportPoints = (message: IncomingMessage): number =>
  message.method === 'POST' || kindOf(message.headers.accept) === 'pdf' ? MAKING : 1;

/** POST /reports. */
export async function makeReportRoute(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const sent = parseJson(established(exchange, 'text'), '{ "subject": …, "template": …, "language": … }');
  const body = Body.safeParse(sent);
  if (!body.success) {
    const [first] = body.error.issues;
    throw badRequest(400, reportMessages.bodyUnusable(first?.path.join('.') || undefined, TEMPLATES, LANGUAGES));
  }
  const wanted = { ...body.data, subject: body.data.subject ?? null };
  const caller = established(exchange, 'caller');
  const made = await inTime(http, exchange, (open) => makeReport(http, caller, open, wanted));
  const url = `${http.publicUrl()}/reports/${made.id}`;
  return {
    status: 201,
    body: { id: made.id, token: made.token, status: 'CURRENT', issuedAt: made.issuedAt, url, verify: made.verify },
    headers: { location: url },
  };
}

const TYPES = { jws: 'application/jose', html: 'text/html', pdf: 'application/pdf' } as const;
type Kind = keyof typeof TYPES;

/** The form that the Accept header prefers among those that exist. JWS where there is no Accept header; undefined where none fits. */
function kindOf(accept: string | undefined): Kind | undefined {
  if (accept === undefined || accept.trim() === '') return 'jws';
  const ranges = accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const q = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
      return { type, q };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { type } of ranges) {
    if (type === '*/*' || type === 'application/*' || type === 'application/jwt') return 'jws';
    if (type === 'text/*') return 'html';
    const found = (Object.keys(TYPES) as Kind[]).find((kind) => TYPES[kind] === type);
    if (found !== undefined) return found;
  }
  return undefined;
}

const payloadOf = (token: string): Report =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Report;

async function rendered(kept: KeptReport, kind: Kind): Promise<Pick<Outcome, 'body' | 'headers'>> {
  if (kind === 'jws') return { body: Buffer.from(kept.token), headers: { 'content-type': TYPES.jws } };
  const report = payloadOf(kept.token);
  if (kind === 'html')
    return {
      body: Buffer.from(await reportPage(report, kept)),
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_POLICY },
    };
  return {
    body: await reportPdf(report, kept),
    headers: { 'content-type': TYPES.pdf, 'content-disposition': `inline; filename="credit-report-${report.jti}.pdf"` },
  };
}

/** GET /reports/{id}. */
export async function readReportRoute(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  if (!REPORTERS.has(established(exchange, 'caller').role)) return notFound();
  const kind = kindOf(exchange.message.headers.accept);
  if (kind === undefined)
    return errorOutcome(406, 'BAD_USER_INPUT', 'ACCEPT', reportMessages.otherForm(Object.values(TYPES)));
  return inTime(http, exchange, async (open) => {
    const request = open();
    const kept = await readReport(request, exchange.parameters.id ?? '');
    if (kept === undefined) return notFound();
    if (kept === 'SUPERSEDED') return superseded();
    const answer = await rendered(kept, kind);
    // Each time that a report is handed out is a disclosure (Article 17): the ledger has it before the response is sent.
    await request.settle();
    return { status: 200, ...answer };
  });
}

/** GET /verify/{id}. */
export async function verifyReportRoute(http: HttpContext, { id, message, parameters }: Exchange): Promise<Outcome> {
  const request = openRequestAs(http.platform, http.snapshots)({ role: 'PUBLIC', requestId: id });
  try {
    const status = await reportStatus(request, parameters.id ?? '');
    if (/\bapplication\/json\b/.test(message.headers.accept ?? '')) return { status: 200, body: status };
    return {
      status: 200,
      body: Buffer.from(statusPage(status)),
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_POLICY },
    };
  } finally {
    await request.abandon();
  }
}
