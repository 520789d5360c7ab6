/** Who reads evidence (Article 39): its uploader, and who decides while the objection is open. The row policies say so; here are the statements. */
import type { ClientRequest, Context } from '../../request/context.ts';
import { evidenceBoundTo, keptUntil, unusedSince } from './evidence.ts';

/** Evidence of which the caller may read the file. */
export interface SeenEvidence {
  readonly id: string;
  readonly kind: string;
  /** The objection under which a unit looks at it; null for whoever brought it. */
  readonly objection: string | null;
  readonly objectingId: string | null;
  readonly personal: boolean;
}

/** Evidence as it is listed beside its objection. */
export interface EvidenceRow {
  readonly id: string;
  readonly objection: string;
  readonly kind: string;
  readonly bytes: number;
  readonly uploadedAt: string;
  /** Null while the objection is open. */
  readonly keptUntil: string | null;
}

const SEEN = {
  name: 'evidence-seen',
  text: `select e.id, e.kind, case when own.is then null else e.objection_id end as objection, o.subject_id as "objectingId",
      coalesce(o.personal, false) as personal, e.closed_on::text as "closedOn"
    from rights.evidence e
      cross join lateral (select coalesce(e.subject_id = control.caller_subject(), false) or coalesce(e.unit = control.caller_unit(), false) as is) own
      left join rights.objection o on o.id = e.objection_id
    where e.id::text = $1 and (e.objection_id is not null or e.uploaded_at > $2::timestamptz)
      and exists (select from rights.evidence_part p where p.id = e.id)`,
};

const PARTS = {
  name: 'evidence-parts',
  text: `select p.part, p.sealed, p.key_id as "keyId" from rights.evidence_part p where p.id = $1::uuid order by p.part`,
};

const OF_OBJECTIONS = {
  name: 'evidence-of-objections',
  text: `select e.id, e.objection_id as objection, e.kind, e.bytes, to_char(e.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "uploadedAt",
      e.closed_on::text as "closedOn"
    from rights.evidence e where e.objection_id = any ($1::uuid[]) order by e.objection_id, e.uploaded_at, e.id`,
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
  if (seen.objection !== null && seen.objectingId !== null)
    request.disclose({
      subjectId: seen.objectingId,
      personal: seen.personal,
      items: [],
      records: [],
      seen: 'WHOLE',
      article: '39',
    });
  return file;
}

/** What was used for objections that the caller may read: that there is some, and for how long. Its file is another question. */
export async function evidenceOf(context: Context, objectionIds: readonly string[]): Promise<EvidenceRow[]> {
  if (objectionIds.length === 0) return [];
  const rows = await context.query<Omit<EvidenceRow, 'keptUntil'> & { readonly closedOn: string | null }>(
    OF_OBJECTIONS,
    [objectionIds],
  );
  return rows.flatMap(({ closedOn, ...row }) =>
    isKept(context.request, closedOn) ? [{ ...row, keptUntil: keptUntil(context.request, closedOn) }] : [],
  );
}
