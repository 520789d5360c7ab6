/** Stored credit reports (Articles 36 (4) and 44): issued, read again by their holder, and verified by anyone. */
import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import { sql } from 'kysely';
import { conflict, forbidden, refusal } from '../../schema/errors.ts';
import { addDays } from '../../schema/law/clocks/calendar.ts';
import { REASONS, type Verdict } from '../../schema/law/decision.ts';
import type { Scope } from '../../schema/law/scope.ts';
import { reportMessages } from '../../schema/messages/door/reports.ts';
import { refusalMessages } from '../../schema/messages/refusals.ts';
import { scopeCondition } from '../authorization/scope-sql.ts';
import type { Statement } from '../database/database.ts';
import { keyNamedIn, verifyCompact } from '../keys/jws.ts';
import { isRevokedAt } from '../keys/public-jwk.ts';
import type { ClientRequest, Context } from '../request/context.ts';

export const REPORT_STATES = ['CURRENT', 'SUPERSEDED', 'UNKNOWN'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A report to store. */
export interface NewReport {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly template: string;
  readonly issuedAt: string;
  /** Last day on which everything in it is displayed; null where nothing in it expires. */
  readonly expiresOn: string | null;
  readonly items: readonly string[];
  /** Items whose personal information the caller saw unmasked when the report was made. */
  readonly whole: readonly string[];
  readonly records: readonly { readonly id: string; readonly version: number }[];
  readonly token: string;
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Stores a report. Throws CONFLICT (OVERTAKEN) where a record in it changed since it was read: then the report must not be sent. */
export async function keepReport(request: ClientRequest, report: NewReport): Promise<void> {
  const { token, ...rest } = report;
  const { sealed, keyId } = request.platform.secrets.seal(token, report.id);
  const row = { ...rest, digest: digestOf(token), sealed: sealed.toString('hex'), keyId };
  try {
    await request.write('report', (em) =>
      sql`select ledger.issue_report(${JSON.stringify(row)}::jsonb)`.execute(em.getKysely()),
    );
  } catch (error) {
    if ((error as { code?: string }).code !== 'CR001') throw error;
    throw conflict('OVERTAKEN', reportMessages.notIssued);
  }
}

/** What anyone may learn of a report: whether it was issued here and is still current. Nothing of its content. */
export interface ReportStatus {
  readonly status: ReportState;
  readonly issuedAt: string | null;
  readonly supersededAt: string | null;
}

interface StoredStatus {
  readonly issuedAt: string;
  readonly supersededAt: string | null;
  readonly expiresOn: string | null;
  readonly digest: string;
}

const STATUS: Statement = {
  name: 'report-status',
  text: `select issued_at as "issuedAt", superseded_at as "supersededAt", expires_on as "expiresOn", encode(digest, 'hex') as digest
    from ledger.report_status($1::uuid)`,
};

const UNKNOWN: ReportStatus = { status: 'UNKNOWN', issuedAt: null, supersededAt: null };

const instant = (value: string): string => new Date(value).toISOString();

function statusOf(row: StoredStatus | undefined, today: string): ReportStatus {
  if (row === undefined) return UNKNOWN;
  // The display period of a record in it may have ended before the daily run archives it (Article 37).
  const ended = row.expiresOn !== null && row.expiresOn < today ? `${addDays(row.expiresOn, 1)}T00:00:00+08:00` : null;
  const supersededAt = row.supersededAt ?? ended;
  return {
    status: supersededAt === null ? 'CURRENT' : 'SUPERSEDED',
    issuedAt: instant(row.issuedAt),
    supersededAt: supersededAt === null ? null : instant(supersededAt),
  };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Status of a report by its id; UNKNOWN for anything else. */
export async function reportStatus(request: ClientRequest, id: string): Promise<ReportStatus> {
  if (!ID.test(id)) return UNKNOWN;
  const { transaction } = await request.snapshot();
  const [row] = await transaction.query<StoredStatus>(STATUS, [id]);
  return statusOf(row, request.today);
}

export interface VerifiedReport extends ReportStatus {
  readonly authentic: boolean;
  /** Since when the key that signed it is revoked; null while it is in force. */
  readonly keyRevokedAt: string | null;
}

/**
 * Verifies a token. For one that was not signed here or was altered the answer is only that it is not authentic. The signature of a revoked key says
 * nothing by itself: whoever stole it could date a report back. Of such a token it counts that the platform keeps that it issued it, before the date.
 */
export async function verifyReport(
  context: Pick<Context, 'platform' | 'request' | 'query'>,
  token: string,
): Promise<VerifiedReport> {
  const { keys } = context.platform.signer;
  const payload = await verifyCompact(token.trim(), 'credit-report+jwt', keys);
  const id = String(payload?.jti ?? '');
  if (payload === undefined || !ID.test(id)) return { authentic: false, keyRevokedAt: null, ...UNKNOWN };
  const key = keyNamedIn(token.trim(), keys);
  const keyRevokedAt = key?.revoked === undefined ? null : new Date(key.revoked.revoked_at * 1_000).toISOString();
  const [row] = await context.query<StoredStatus>(STATUS, [id]);
  // A token with a valid signature that differs from the stored one was not issued in this form.
  const authentic =
    row !== undefined &&
    row.digest === digestOf(token.trim()) &&
    !(key !== undefined && isRevokedAt(key, row.issuedAt));
  return authentic
    ? { authentic, keyRevokedAt, ...statusOf(row, context.request.today) }
    : { authentic: false, keyRevokedAt, ...UNKNOWN };
}

const REPORT: Statement = {
  name: 'report',
  text: `select r.id, r.subject_id as "subjectId", r.personal, r.items, r.whole, r.sealed, r.key_id as "keyId", r.issued_at as "issuedAt",
      r.superseded_at as "supersededAt", r.expires_on as "expiresOn",
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.record_id, 'version', x.version)), '[]') from ledger.report_record x
        where x.report_id = r.id) as records
    from ledger.report r where r.id = $1::uuid`,
};

/** Items of the report that the caller's basis no longer covers. */
const UNCOVERED: Statement = {
  name: 'report-uncovered',
  text: `select r.item from (select i.item, $1::uuid as subject_id, $2::boolean as personal, 'DISPLAYED' as display, null::date as displayed_until
      from unnest($3::text[]) i (item)) r where ${scopeCondition('r', 4)} is not true`,
};

interface StoredReport {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly items: readonly string[];
  readonly whole: readonly string[];
  readonly sealed: Buffer;
  readonly keyId: string;
  readonly issuedAt: string;
  readonly supersededAt: string | null;
  readonly expiresOn: string | null;
  readonly records: readonly { readonly id: string; readonly version: number }[];
}

export interface KeptReport extends ReportStatus {
  readonly token: string;
}

/** What the caller lacks for items of a report: of all of them, what has to be settled first. */
function lacking({ items }: Scope, personal: boolean, uncovered: readonly string[]): GraphQLError {
  const verdicts = uncovered.map((item): Verdict => {
    const found = items.get(item);
    if (found === undefined)
      return { effect: 'refuse', reason: 'NOT_PUBLISHED', article: '18', rule: 'item-published' };
    if (!personal) return found.organization;
    // What opens the item for a person who authorized the caller opens it for nobody else.
    return found.authorizedPerson.effect === 'allow' ? found.person : found.authorizedPerson;
  });
  const rank = (verdict: Verdict): number => (verdict.effect === 'refuse' ? REASONS.indexOf(verdict.reason) : 0);
  return refusal(verdicts.reduce((first, next) => (rank(next) < rank(first) ? next : first)));
}

/**
 * A report for its holder, recorded for the ledger; undefined for any other caller, as if it did not exist. A unit is not shown a report that is
 * superseded, so that restored credit does not come back. Throws FORBIDDEN with what lacks where its basis covers the report no more.
 */
export async function readReport(request: ClientRequest, id: string): Promise<KeptReport | 'SUPERSEDED' | undefined> {
  if (!ID.test(id)) return undefined;
  const { transaction, scope } = await request.snapshot();
  const [row] = await transaction.query<StoredReport>(REPORT, [id]);
  if (row === undefined) return undefined;
  const status = statusOf({ ...row, digest: '' }, request.today);
  const own = scope.self === row.subjectId;
  if (!own) {
    if (status.status !== 'CURRENT') return 'SUPERSEDED';
    const uncovered = await transaction.query<{ item: string }>(UNCOVERED, [
      row.subjectId,
      row.personal,
      row.items,
      request.today,
      scope.self,
      scope.anySubject,
      scope.organizations,
      scope.authorizedPersons,
    ]);
    if (uncovered.length > 0)
      throw lacking(
        scope,
        row.personal,
        uncovered.map(({ item }) => item),
      );
    // A report made under a duty that needs unmasked persons is not shown under a duty that does not (Article 22).
    if (row.whole.some((item) => !scope.whole.includes(item)))
      throw forbidden('DUTY_REQUIRED', '22', refusalMessages.showsPersonWhole);
  }
  const token = String(request.platform.secrets.unsealToChange(row, row.id, { place: 'ledger.report', id: row.id }));
  request.disclose({
    subjectId: row.subjectId,
    personal: row.personal,
    items: row.items,
    records: row.records,
    seen: own || row.whole.some((item) => row.items.includes(item)) ? 'WHOLE' : 'DESENSITIZED',
  });
  return { ...status, token };
}
