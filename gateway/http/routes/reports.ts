/** Reports over HTTP: POST /reports, GET /reports/{id}, GET /verify/{id}. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { IDENTIFIER_TYPES } from '../../../schema/law/facts.ts';
import { reportMessages } from '../../../schema/messages/door/reports.ts';
import { readReport, reportStatus } from '../../../subgraphs/reports/reports.ts';
import { openRequestAs } from '../../../subgraphs/request/internal-request.ts';
import { badRequest, parseJson } from '../../message/json.ts';
import { makeReport, REPORTERS } from '../../reports/make.ts';
import { makeCertificate } from '../../reports/make-certificate.ts';
import { CONTENT_POLICY, statusPage } from '../../reports/page.ts';
import { LANGUAGES, TEMPLATES } from '../../reports/templates.ts';
import { type Exchange, established, type HttpContext, type Outcome } from '../context.ts';
import { errorOutcome, inTime, type Kind, notFound, rangesOf, rendered, superseded, TYPES } from './report-answer.ts';

/** The body of POST /reports; its description for callers is held against it. */
export const Body = z.strictObject({
  subject: z.strictObject({ type: z.enum(IDENTIFIER_TYPES), value: z.string().max(64) }).nullish(),
  template: z.enum(TEMPLATES).default('PUBLIC_CREDIT'),
  language: z.enum(LANGUAGES).default('zh'),
  restoration: z.string().max(64).nullish(),
});

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
  const { subject = null, restoration = null, ...form } = body.data;
  const wanted = { ...form, subject, restoration };
  const caller = established(exchange, 'caller');
  const making = wanted.template === 'RESTORATION' ? makeCertificate : makeReport;
  const made = await inTime(http, exchange, caller, (open) => making(http, caller, open, wanted));
  const url = `${http.publicUrl()}/reports/${made.id}`;
  return {
    status: 201,
    body: { id: made.id, token: made.token, status: 'CURRENT', issuedAt: made.issuedAt, url, verify: made.verify },
    headers: { location: url },
  };
}

/** The form that the Accept header prefers among those that exist. JWS where there is no Accept header; undefined where none fits. */
function kindOf(accept: string | undefined): Kind | undefined {
  if (accept === undefined || accept.trim() === '') return 'jws';
  for (const type of rangesOf(accept)) {
    if (type === '*/*' || type === 'application/*' || type === 'application/jwt') return 'jws';
    if (type === 'text/*') return 'html';
    const found = (Object.keys(TYPES) as Kind[]).find((kind) => TYPES[kind] === type);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** GET /reports/{id}. */
export async function readReportRoute(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const caller = established(exchange, 'caller');
  if (!REPORTERS.has(caller.role)) return notFound();
  const kind = kindOf(exchange.message.headers.accept);
  if (kind === undefined)
    return errorOutcome(406, 'BAD_USER_INPUT', 'ACCEPT', reportMessages.otherForm(Object.values(TYPES)));
  return inTime(http, exchange, caller, async (open) => {
    const request = open.request();
    const kept = await readReport(request, exchange.parameters.id ?? '');
    if (kept === undefined) return notFound();
    if (kept === 'SUPERSEDED') return superseded();
    const answer = await rendered(http, kept, kind);
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
