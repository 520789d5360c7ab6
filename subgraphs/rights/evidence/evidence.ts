/** Evidence (Articles 39 and 41): kept sealed, unused for a day, then used once, and after what used it for as long as the operator's setting says. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict } from '../../../schema/errors.ts';
import { addMonths } from '../../../schema/law/clocks/calendar.ts';
import type { Role } from '../../../schema/law/facts.ts';
import { evidenceMessages } from '../../../schema/messages/door/evidence.ts';
import type { ClientRequest, Context } from '../../request/context.ts';
import { newId } from '../../request/request.ts';

/** What evidence is brought for. */
export type UsedFor = 'OBJECTION' | 'MANDATE' | 'COMPLAINT';

/** Whoever takes part in one of these. */
export const BRINGERS: ReadonlySet<Role> = new Set([
  'SUBJECT',
  'PROVIDER',
  'DEPARTMENT',
  'COLLECTOR',
  'OPERATOR',
  'AUTHORITY',
]);

/** Unused evidence of one caller: files, and megabytes. */
export const UNUSED_MAX = { files: 20, megabytes: 60 };
/** Files of one objection, mandate or complaint. */
export const EVIDENCE_MAX = 10;
/** Unused evidence is gone after a day. */
const UNUSED_MS = 24 * 60 * 60 * 1_000;

/** Bytes of one sealed part: some of them are sealed anew in one statement. */
const PART = 64 * 1024;
/** Parts of one statement. */
const AT_ONCE = 32;

export const evidenceBoundTo = (id: string, part: number): string => `evidence ${id} ${part}`;

/** Evidence older than this is gone where nothing used it. */
export const unusedSince = (request: ClientRequest): string =>
  new Date(request.platform.now().getTime() - UNUSED_MS).toISOString();

/** The last day on which it is kept; null while what used it is open, or nothing did. */
export const keptUntil = (request: ClientRequest, closedOn: string | null): string | null =>
  closedOn === null ? null : addMonths(closedOn, request.platform.evidenceMonths);

interface Kept {
  readonly id: string;
  readonly kind: string;
  /** As it is kept: a picture is made anew. */
  readonly bytes: number;
  /** Until when it can be named. */
  readonly unusedUntil: string;
  /** Months for which it is kept after what it was named in. */
  readonly keptMonths: number;
}

/** Keeps a file that was looked into. Throws CONFLICT where the caller holds too much that is unused. */
export async function keepEvidence(request: ClientRequest, kind: string, file: Buffer): Promise<Kept> {
  const { platform, caller } = request;
  const id = newId();
  const at = platform.now();
  const subject = caller.subject?.id ?? null;
  await request.snapshot();
  await request.write('rights', async (em) => {
    const db = em.getKysely();
    await sql`select pg_advisory_xact_lock(hashtext(${`evidence ${subject ?? caller.unit}`}))`.execute(db);
    const { rows } = await sql<{
      files: number;
      bytes: number;
    }>`select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes from rights.evidence
      where used_by is null and uploaded_at > ${unusedSince(request)}::timestamptz
        and (subject_id = ${subject}::uuid or unit = ${caller.unit}::text)`.execute(db);
    const { files = 0, bytes = 0 } = rows[0] ?? {};
    if (files >= UNUSED_MAX.files || bytes + file.length > UNUSED_MAX.megabytes * 1024 * 1024)
      throw conflict('EVIDENCE_HELD', evidenceMessages.held(UNUSED_MAX.files, UNUSED_MAX.megabytes));
    await sql`insert into rights.evidence (id, subject_id, unit, kind, bytes, uploaded_at)
      values (${id}::uuid, ${subject}::uuid, ${caller.unit}, ${kind}, ${file.length}, ${at.toISOString()}::timestamptz)`.execute(
      db,
    );
    for (let from = 0; from * PART < file.length; from += AT_ONCE) await storeParts(em, request, { id, file, from });
  });
  return {
    id,
    kind,
    bytes: file.length,
    unusedUntil: new Date(at.getTime() + UNUSED_MS).toISOString(),
    keptMonths: platform.evidenceMonths,
  };
}

interface Slice {
  readonly id: string;
  readonly file: Buffer;
  readonly from: number;
}

async function storeParts(em: EntityManager, { platform }: ClientRequest, { id, file, from }: Slice): Promise<void> {
  const last = Math.min(from + AT_ONCE, Math.ceil(file.length / PART));
  const parts = Array.from({ length: last - from }, (_, index) => {
    const part = from + index;
    const plain = file.subarray(part * PART, (part + 1) * PART).toString('base64');
    const { sealed, keyId } = platform.secrets.seal(plain, evidenceBoundTo(id, part));
    return { part, sealed: sealed.toString('hex'), keyId };
  });
  await sql`insert into rights.evidence_part (id, part, sealed, key_id)
    select ${id}::uuid, p.part, decode(p.sealed, 'hex'), p."keyId"
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p (part int, sealed text, "keyId" text)`.execute(
    em.getKysely(),
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What takes evidence: of which kind, by its id, and the article under which it does. */
export interface Taker {
  readonly usedFor: UsedFor;
  readonly id: string;
  readonly article: string;
}

/**
 * Takes unused evidence of the caller, within the transaction that writes what it is for, under the role `rights`. Throws BAD_USER_INPUT that names the position
 * of what cannot be used; then nothing is used.
 */
export async function useEvidence(
  em: EntityManager,
  { request, platform }: Pick<Context, 'request' | 'platform'>,
  ids: readonly string[],
  { usedFor, id: usedBy, article }: Taker,
): Promise<void> {
  if (ids.length === 0) return;
  if (ids.length > EVIDENCE_MAX) throw badInput('EVIDENCE', evidenceMessages.tooMany(EVIDENCE_MAX), article);
  const unusable = (at: number) => badInput('EVIDENCE', evidenceMessages.unusable(at + 1), article);
  const odd = ids.findIndex((id, at) => !UUID.test(id) || ids.indexOf(id) !== at);
  if (odd >= 0) throw unusable(odd);
  const db = em.getKysely();
  const sent = JSON.stringify(ids);
  // In one order, so that two that name the same files wait for each other.
  const { rows } = await sql<{
    id: string;
  }>`select id from rights.evidence where id in (select jsonb_array_elements_text(${sent}::jsonb)::uuid)
      and used_by is null and uploaded_at > ${unusedSince(request)}::timestamptz order by id for update`.execute(db);
  const usable = new Set(rows.map(({ id }) => id));
  const missing = ids.findIndex((id) => !usable.has(id));
  if (missing >= 0) throw unusable(missing);
  await sql`update rights.evidence set used_for = ${usedFor}, used_by = ${usedBy}::uuid, used_at = ${platform.now().toISOString()}::timestamptz
    where id in (select jsonb_array_elements_text(${sent}::jsonb)::uuid)`.execute(db);
}
