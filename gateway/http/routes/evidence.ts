/** Evidence over HTTP (Articles 39 and 41): POST /evidence, GET /evidence/{id}. */
import { evidenceMessages } from '../../../schema/messages/door/evidence.ts';
import { BRINGERS, keepEvidence } from '../../../subgraphs/rights/evidence/evidence.ts';
import { evidenceSeen, readEvidence } from '../../../subgraphs/rights/evidence/read-evidence.ts';
import { examine } from '../../evidence/examine.ts';
import { KINDS, type Kind } from '../../evidence/kinds.ts';
import { type Exchange, established, type HttpContext, type Outcome } from '../context.ts';
import { errorOutcome, inTime } from './report-answer.ts';

/** Rate limit points of a file that is brought: it is looked into in a thread of its own. */
export const EVIDENCE_POINTS = 10;

const notFound = (): Outcome => errorOutcome(404, 'NOT_FOUND', 'NOT_FOUND', evidenceMessages.noneOfYours, '39');

/** POST /evidence. */
export async function bringEvidenceRoute(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const caller = established(exchange, 'caller');
  const { kind, bytes } = established(exchange, 'file');
  const kept = await examine(kind, bytes, caller.subject?.id ?? `${caller.unit}`);
  const evidence = await inTime(http, exchange, caller, (open) => {
    const request = open.request();
    request.actFor(['OBJECT']);
    return keepEvidence(request, kind, Buffer.from(kept));
  });
  return { status: 201, body: evidence, headers: { location: `${http.publicUrl()}/evidence/${evidence.id}` } };
}

/** GET /evidence/{id}. */
export async function readEvidenceRoute(http: HttpContext, exchange: Exchange): Promise<Outcome> {
  const caller = established(exchange, 'caller');
  const id = exchange.parameters.id ?? '';
  if (!BRINGERS.has(caller.role)) return notFound();
  const seen = await inTime(http, exchange, caller, (open) => evidenceSeen(open.request(), id));
  if (seen === undefined) return notFound();
  // A look of who decides is an entry under what it is for, whatever case the caller named.
  const looking = seen.usedBy === null ? caller : { ...caller, caseReference: seen.usedBy };
  return inTime(http, exchange, looking, async (open) => {
    const request = open.request();
    const file = await readEvidence(request, seen);
    if (file === undefined) return notFound();
    await request.settle();
    const { type, extension } = KINDS[seen.kind as Kind];
    return {
      status: 200,
      body: file,
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="evidence.${extension}"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    };
  });
}
