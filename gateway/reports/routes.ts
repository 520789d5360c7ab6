/** Reports over HTTP: POST /reports, GET /reports/{id}, GET /verify/{id} (api.md). */
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { unavailable } from '../../schema/errors.ts';
import { IDENTIFIER_TYPES } from '../../schema/law/facts.ts';
import { type KeptReport, readReport, reportStatus } from '../../subgraphs/reports/reports.ts';
import type { Caller, ClientRequest } from '../../subgraphs/request/context.ts';
import { openRequestAs } from '../../subgraphs/request/internal-request.ts';
import { openRequest } from '../../subgraphs/request/request.ts';
import type { Door, Outcome } from '../http/http.ts';
import { readBody } from '../message/body.ts';
import { deadline } from '../message/deadline.ts';
import { bad, parseJson } from '../message/json.ts';
import { responseQuantum } from '../message/response-quantum.ts';
import { bodyBytesOf } from '../query/limits.ts';
import { makeReport, REPORTERS } from './make.ts';
import { CONTENT_POLICY, reportPage, statusPage } from './page.ts';
import { reportPdf } from './pdf.ts';
import type { Report } from './report.ts';
import { LANGUAGES, TEMPLATES } from './templates.ts';

const Body = z.strictObject({
  subject: z.strictObject({ type: z.enum(IDENTIFIER_TYPES), value: z.string().max(64) }).nullish(),
  template: z.enum(TEMPLATES).default('PUBLIC_CREDIT'),
  language: z.enum(LANGUAGES).default('zh'),
});

const STATUS_OF: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_COSTLY: 400,
  QUOTA_EXCEEDED: 429,
  UNAVAILABLE: 503,
};

/** A refusal of the platform as an answer of HTTP; anything else is a fault of ours and goes on. */
function refused(error: unknown): Outcome {
  const status = error instanceof GraphQLError ? STATUS_OF[String(error.extensions.code)] : undefined;
  if (!(error instanceof GraphQLError) || status === undefined) throw error;
  return { status, body: { errors: [{ message: error.message, extensions: error.extensions }] } };
}

const told = (status: number, code: string, reason: string, message: string, help: string): Outcome => ({
  status,
  body: { errors: [{ message, extensions: { code, reason, help } }] },
});

const notFound = (): Outcome =>
  told(
    404,
    'NOT_FOUND',
    'NOT_FOUND',
    'No report of yours has this id.',
    'Check the id; a report that was made for somebody else is not found either.',
  );

const late = (): GraphQLError => unavailable('The report took too long and was given up.');

/** Work within the time of a request. Throws UNAVAILABLE when that is over; then every request that the work opened is stopped. */
async function inTime<Result>(
  door: Door,
  message: IncomingMessage,
  caller: Caller,
  work: (open: () => ClientRequest) => Promise<Result>,
): Promise<Result> {
  const leaving = responseQuantum();
  const opened: ClientRequest[] = [];
  const time = deadline(door.deadlineMs, message, () => {
    for (const request of opened) request.cancel();
  });
  const open = (): ClientRequest => {
    if (time.isOver()) throw late();
    const request = openRequest(door.platform, door.snapshots, caller);
    opened.push(request);
    return request;
  };
  const working = work(open);
  // Of what was given up nobody hears any more.
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
      if (opened.some((request) => request.timingConcealed())) await leaving.next();
    }
    leaving.clear();
  }
}

/** Why a report that is there, or is not, is not shown. */
function notShown(why: 'SUPERSEDED' | 'UNCOVERED' | undefined): Outcome {
  if (why === undefined) return notFound();
  if (why === 'SUPERSEDED')
    return told(
      410,
      'CONFLICT',
      'SUPERSEDED',
      'The report is superseded: something in it changed, was restored, or ended.',
      'Have a new one made with POST /reports.',
    );
  return told(
    403,
    'FORBIDDEN',
    'ITEM_NOT_AGREED',
    'Agreement, authorization or duty do not cover the report any more.',
    'Send the headers that it was made with, or have a new one made.',
  );
}

/** What making a report weighs against an ordinary question; its PDF is as dear, each time that it is laid out. */
const MAKING = 10;

async function post(door: Door, message: IncomingMessage, requestId: string): Promise<Outcome> {
  const caller = await door.authenticate(message, requestId, MAKING);
  const who = { role: caller.role, unit: caller.unit };
  const sent = parseJson(
    await readBody(message, bodyBytesOf(caller.role)),
    '{ "subject": …, "template": …, "language": … }',
  );
  const body = Body.safeParse(sent);
  if (!body.success) {
    const [first] = body.error.issues;
    throw bad(
      400,
      `The body is not usable at ${first?.path.join('.') || 'its top'}.`,
      `Send { "subject"?: { "type", "value" }, "template": ${TEMPLATES.join(' | ')}, "language": ${LANGUAGES.join(' | ')} }.`,
    );
  }
  try {
    const wanted = { ...body.data, subject: body.data.subject ?? null };
    const made = await inTime(door, message, caller, (open) => makeReport(door, caller, open, wanted));
    const url = `${door.publicUrl()}/reports/${made.id}`;
    return {
      status: 201,
      body: { id: made.id, token: made.token, status: 'CURRENT', issuedAt: made.issuedAt, url, verify: made.verify },
      extra: { location: url },
      ...who,
    };
  } catch (error) {
    return { ...refused(error), ...who };
  }
}

const TYPES = { jws: 'application/jose', html: 'text/html', pdf: 'application/pdf' } as const;
type Kind = keyof typeof TYPES;

/** The first of what is accepted that there is; JWS where nothing is said. */
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

async function rendered(kept: KeptReport, kind: Kind): Promise<Pick<Outcome, 'body' | 'extra'>> {
  if (kind === 'jws') return { body: Buffer.from(kept.token), extra: { 'content-type': TYPES.jws } };
  const report = payloadOf(kept.token);
  if (kind === 'html')
    return {
      body: Buffer.from(await reportPage(report, kept)),
      extra: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_POLICY },
    };
  return {
    body: await reportPdf(report, kept),
    extra: { 'content-type': TYPES.pdf, 'content-disposition': `inline; filename="credit-report-${report.jti}.pdf"` },
  };
}

async function get(door: Door, message: IncomingMessage, requestId: string, id: string): Promise<Outcome> {
  const kind = kindOf(message.headers.accept);
  const caller = await door.authenticate(message, requestId, kind === 'pdf' ? MAKING : 1);
  const who = { role: caller.role, unit: caller.unit };
  if (!REPORTERS.has(caller.role)) return { ...notFound(), ...who };
  if (kind === undefined)
    return told(
      406,
      'BAD_USER_INPUT',
      'ACCEPT',
      'A report is not to be had in this form.',
      `Accept ${Object.values(TYPES).join(', ')}.`,
    );
  try {
    return await inTime(door, message, caller, async (open) => {
      const request = open();
      const kept = await readReport(request, id);
      if (typeof kept !== 'object') return { ...notShown(kept), ...who };
      const answer = await rendered(kept, kind);
      // Handed out again, it is a disclosure again (Article 17): on the ledger before it leaves.
      await request.settle();
      return { status: 200, ...answer, ...who };
    });
  } catch (error) {
    return { ...refused(error), ...who };
  }
}

/** GET /verify/{id}. */
async function verify(door: Door, message: IncomingMessage, requestId: string, id: string): Promise<Outcome> {
  await door.countVerification(message);
  const request = openRequestAs(door.platform, door.snapshots)({ role: 'PUBLIC', requestId });
  try {
    const status = await reportStatus(request, id);
    if (/\bapplication\/json\b/.test(message.headers.accept ?? '')) return { status: 200, body: status };
    return {
      status: 200,
      body: Buffer.from(statusPage(status)),
      extra: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_POLICY },
    };
  } finally {
    await request.abandon();
  }
}

export const reports = { post, get, verify };
