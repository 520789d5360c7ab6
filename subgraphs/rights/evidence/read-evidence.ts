/** Who reads evidence (Articles 39 and 41): its uploader, and who decides while what it is for is open. The row policies say so; here are the statements. */
import type { ClientRequest, Context } from '../../request/context.ts';
import { evidenceBoundTo, keptUntil, type UsedFor, unusedSince } from './evidence.ts';

/** Evidence of which the caller may read the file. */
export interface SeenEvidence {
  readonly id: string;
  readonly kind: string;
  /** What it is for, under which a unit looks at it; both null for whoever brought it. */
  readonly usedFor: UsedFor | null;
  readonly usedBy: string | null;
  /** The subject that brought it; null where a unit did. */
  readonly broughtBy: string | null;
  readonly personal: boolean;
}

/** The article under which it is looked at. */
const ARTICLE: Readonly<Record<UsedFor, string>> = { OBJECTION: '39', MANDATE: '35', COMPLAINT: '41' };

/** Evidence as it is listed beside what it is for. */
export interface EvidenceRow {
  readonly id: string;
  readonly usedBy: string;
  readonly kind: string;
  readonly bytes: number;
  readonly uploadedAt: string;
  /** Null while that is open. */
  readonly keptUntil: string | null;
}

const SEEN = {
  name: 'evidence-seen',
  text: `select e.id, e.kind, case when not own.is then e.used_for end as "usedFor", case when not own.is then e.used_by end as "usedBy",
      e.subject_id as "broughtBy", coalesce(public_credit.about_person(e.subject_id), false) as personal, e.closed_on::text as "closedOn"
    from rights.evidence e
      cross join lateral (select coalesce(e.subject_id = control.caller_subject(), false) or coalesce(e.unit = control.caller_unit(), false) as is) own
    where e.id::text = $1 and (e.used_by is not null or e.uploaded_at > $2::timestamptz)
      and exists (select from rights.evidence_part p where p.id = e.id)`,
};

const PARTS = {
  name: 'evidence-parts',
  text: `select p.part, p.sealed, p.key_id as "keyId" from rights.evidence_part p where p.id = $1::uuid order by p.part`,
};

const BESIDE = {
  name: 'evidence-beside',
  text: `select e.id, e.used_by as "usedBy", e.kind, e.bytes, to_char(e.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "uploadedAt",
      e.closed_on::text as "closedOn"
    from rights.evidence e where e.used_for = $1 and e.used_by = any ($2::uuid[]) order by e.used_by, e.uploaded_at, e.id`,
};

/** Undefined for an id that does not exist, and for one that is another's: the two are not told apart. */
export async function evidenceSeen(request: ClientRequest, id: string): Promise<SeenEvidence | undefined> {
  const { transaction } = await request.snapshot();
  const [row] = await transaction.query<SeenEvidence & { readonly closedOn: string | null }>(SEEN, [
    id,
    unusedSince(request),
  ]);
  return row !== undefined && isKept(request, row.closedOn) ? row : undefined;
}

/** The job that deletes runs once in a while; what it will delete is gone already. */
function isKept(request: ClientRequest, closedOn: string | null): boolean {
  const until = keptUntil(request, closedOn);
  return until === null || until >= request.today;
}

/**
 * The file. Read again with the row policies of this moment; undefined where the caller may see it no more. A look of who decides is noted for the ledger:
 * `settle` writes the entry before anything leaves.
 */
export async function readEvidence(request: ClientRequest, seen: SeenEvidence): Promise<Buffer | undefined> {
  const { transaction } = await request.snapshot();
  const parts = await transaction.query<{ readonly part: number; readonly sealed: Buffer; readonly keyId: string }>(
    PARTS,
    [seen.id],
  );
  if (parts.length === 0) return undefined;
  const { secrets } = request.platform;
  const file = Buffer.concat(
    parts.map(({ part, sealed, keyId }) => {
      const where = { place: 'rights.evidence_part', id: seen.id };
      return Buffer.from(
        String(secrets.unsealToChange({ sealed, keyId }, evidenceBoundTo(seen.id, part), where)),
        'base64',
      );
    }),
  );
  if (seen.usedFor !== null && seen.broughtBy !== null)
    request.disclose({
      subjectId: seen.broughtBy,
      personal: seen.personal,
      items: [],
      records: [],
      seen: 'WHOLE',
      article: ARTICLE[seen.usedFor],
    });
  return file;
}

/** What was used for things that the caller may read: that there is some, and for how long. Its file is another question. */
export async function evidenceOf(context: Context, usedFor: UsedFor, ids: readonly string[]): Promise<EvidenceRow[]> {
  if (ids.length === 0) return [];
  const rows = await context.query<Omit<EvidenceRow, 'keptUntil'> & { readonly closedOn: string | null }>(BESIDE, [
    usedFor,
    ids,
  ]);
  return rows.flatMap(({ closedOn, ...row }) =>
    isKept(context.request, closedOn) ? [{ ...row, keptUntil: keptUntil(context.request, closedOn) }] : [],
  );
}
