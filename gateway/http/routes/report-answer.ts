/** What the routes of reports share: work within the deadline, the forms of a report, and their outcomes. */
import type { GraphQLError } from 'graphql';
import { unavailable } from '../../../schema/errors.ts';
import { reportMessages } from '../../../schema/messages/door/reports.ts';
import type { Said } from '../../../schema/messages/said.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import type { KeptReport } from '../../../subgraphs/reports/reports.ts';
import type { Caller } from '../../../subgraphs/request/context.ts';
import { openRequest } from '../../../subgraphs/request/request.ts';
import type { AskedQuestion } from '../../federation/asked.ts';
import { deadline } from '../../message/deadline.ts';
import { responseQuantum } from '../../message/response-quantum.ts';
import type { Open } from '../../reports/make.ts';
import { CONTENT_POLICY, reportPage } from '../../reports/page.ts';
import { reportPdf } from '../../reports/pdf/pdf.ts';
import type { Report } from '../../reports/report.ts';
import type { Exchange, HttpContext, Outcome } from '../context.ts';
import { errorBody } from '../fault.ts';

/** `article` stands with what the law does not open. */
export const errorOutcome = (status: number, code: string, reason: string, said: Said, article?: string): Outcome => ({
  status,
  body: errorBody(said, { code, reason, ...(article === undefined ? {} : { article }) }),
});

export const notFound = (): Outcome => errorOutcome(404, 'NOT_FOUND', 'NOT_FOUND', reportMessages.noneOfYours);
export const superseded = (): Outcome => errorOutcome(410, 'CONFLICT', 'SUPERSEDED', reportMessages.superseded);

const late = (): GraphQLError => unavailable(serviceMessages.reportTooLong);

/** Runs work as a caller until the request deadline. After it, throws UNAVAILABLE and cancels every platform request that the work opened. */
export async function inTime<Result>(
  http: HttpContext,
  { message }: Pick<Exchange, 'message'>,
  caller: Caller,
  work: (open: Open) => Promise<Result>,
): Promise<Result> {
  const quantum = responseQuantum();
  const opened: AskedQuestion[] = [];
  const time = deadline(http.deadlineMs, message, () => {
    for (const request of opened) request.cancel();
  });
  const kept = <Opened extends AskedQuestion>(request: Opened): Opened => {
    opened.push(request);
    return request;
  };
  const checkTime = (): void => {
    if (time.isOver()) throw late();
  };
  const open: Open = {
    request: () => {
      checkTime();
      return kept(openRequest(http.platform, http.snapshots, caller));
    },
    question: () => {
      checkTime();
      return kept(http.ask(caller, message));
    },
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

export const TYPES = { jws: 'application/jose', html: 'text/html', pdf: 'application/pdf' } as const;
export type Kind = keyof typeof TYPES;

/** Media ranges of an Accept header, what is wanted most first. */
export function rangesOf(accept: string): readonly string[] {
  return accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const q = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
      return { type, q };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => type);
}

const payloadOf = (token: string): Report =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Report;

export async function rendered(
  http: HttpContext,
  kept: KeptReport,
  kind: Kind,
): Promise<Pick<Outcome, 'body' | 'headers'>> {
  if (kind === 'jws') return { body: Buffer.from(kept.token), headers: { 'content-type': TYPES.jws } };
  const report = payloadOf(kept.token);
  if (kind === 'html')
    return {
      body: Buffer.from(await reportPage(report, kept)),
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_POLICY },
    };
  return {
    body: await reportPdf(report, kept, http.reportFonts),
    headers: { 'content-type': TYPES.pdf, 'content-disposition': `inline; filename="credit-report-${report.jti}.pdf"` },
  };
}
