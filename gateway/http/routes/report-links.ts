/** Links that open a report in a browser without a token: POST /reports/{id}/link, GET /open-report?link=…. */
import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { linkMessages } from '../../../schema/messages/door/report-links.ts';
import { readReport } from '../../../subgraphs/reports/reports.ts';
import { HttpError } from '../../message/http-error.ts';
import {
  LINK_MINUTES,
  type Link,
  OPENINGS_MAX,
  openingCounter,
  openLink,
  sealLink,
  validUntil,
} from '../../reports/link.ts';
import { REPORTERS } from '../../reports/make.ts';
import { type Exchange, established, type HttpContext, type Outcome } from '../context.ts';
import { errorOutcome, inTime, notFound, rangesOf, rendered, superseded, TYPES } from './report-answer.ts';

/** POST /reports/{id}/link: for whom the report was made, while it may read it. Nothing of the report is told, so that nothing is disclosed. */
export async function linkReportRoute(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const caller = established(exchange, 'caller');
  if (!REPORTERS.has(caller.role)) return notFound();
  const id = exchange.parameters.id ?? '';
  return inTime(http, exchange, caller, async (open) => {
    const kept = await readReport(open.request(), id);
    if (kept === undefined) return notFound();
    if (kept === 'SUPERSEDED' || kept.status !== 'CURRENT') return superseded();
    const until = validUntil(http.platform.now());
    const link = sealLink(http.platform.secrets, caller, id, until);
    return {
      status: 200,
      body: { url: `${http.publicUrl()}/open-report?link=${link}`, validUntil: until.toISOString() },
    };
  });
}

const FORMATS = ['html', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

const parametersOf = (message: IncomingMessage): URLSearchParams =>
  new URLSearchParams((message.url ?? '').split('?').slice(1).join('?'));

/** The form that `format` names, else the one that Accept prefers; a page where neither says anything. Undefined where there is none. */
function formatOf(named: readonly string[], accept: string | undefined): Format | undefined {
  if (named.length > 0) return named.length === 1 ? FORMATS.find((format) => format === named[0]) : undefined;
  if (accept === undefined || accept.trim() === '') return 'html';
  for (const type of rangesOf(accept)) {
    if (type === '*/*' || type === 'text/*') return 'html';
    if (type === 'application/*') return 'pdf';
    const found = FORMATS.find((format) => TYPES[format] === type);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isHead = ({ method }: IncomingMessage): boolean => method === 'HEAD';

/** Of all processes each has its own: a link is opened at most so often by each. */
const mayOpen = openingCounter();

const refused = (): Outcome => errorOutcome(403, 'FORBIDDEN', 'LINK_OPENS_NOTHING', linkMessages.opensNothing, '23');

/** Codes with which the maker of a link is turned away: its unit ended, its basis, its quota, the report. Whoever holds the link is told no more than that. */
const TURNED_AWAY = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'QUOTA_EXCEEDED']);

/** The report as its maker may read it now, on the ledger before it is sent. */
async function opened(
  http: HttpContext,
  exchange: Exchange,
  { caller, report }: Link,
  format: Format,
): Promise<Outcome> {
  try {
    return await inTime(http, exchange, { ...caller, requestId: exchange.id }, async (open) => {
      const request = open.request();
      const kept = await readReport(request, report);
      if (kept === undefined) return refused();
      // Whoever holds the link is somebody else than the subject, who alone goes on reading what was superseded (Articles 37 to 40).
      if (kept === 'SUPERSEDED' || kept.status !== 'CURRENT') return superseded();
      // Without its body nothing of the report leaves: what looks at links before people do (mail, chat) often asks for no more.
      if (isHead(exchange.message))
        return { status: 200, body: Buffer.alloc(0), headers: { 'content-type': TYPES[format] } };
      const answer = await rendered(http, kept, format);
      await request.settle();
      return { status: 200, ...answer };
    });
  } catch (error) {
    if (error instanceof GraphQLError && TURNED_AWAY.has(error.extensions.code)) return refused();
    throw error;
  }
}

/** GET /open-report?link=…[&format=html|pdf]. What is wrong is told as a page. */
export async function openReportRoute(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const { message } = exchange;
  const parameters = parametersOf(message);
  const links = parameters.getAll('link');
  const [text = ''] = links;
  if (text === '') return errorOutcome(400, 'BAD_USER_INPUT', 'LINK_MISSING', linkMessages.missing);
  const now = http.platform.now();
  const link = links.length > 1 ? undefined : openLink(http.platform.secrets, text);
  if (link === undefined) return errorOutcome(400, 'BAD_USER_INPUT', 'LINK', linkMessages.unusable);
  if (link.until <= now.getTime())
    return errorOutcome(410, 'BAD_USER_INPUT', 'LINK_EXPIRED', linkMessages.expired(LINK_MINUTES));
  const format = formatOf(parameters.getAll('format'), message.headers.accept);
  if (format === undefined) return errorOutcome(406, 'BAD_USER_INPUT', 'ACCEPT', linkMessages.otherForm(FORMATS));
  if (!isHead(message) && !mayOpen(link, now))
    throw new HttpError(429, 'TOO_COSTLY', linkMessages.usedUp(OPENINGS_MAX), { reason: 'LINK_OPENINGS' });
  return opened(http, exchange, link, format);
}
