/**
 * What is known of natural persons in the records of a subject, withheld ones too: its texts show none of it (Article 23). Sealed, one row a subject. It
 * only grows: what was masked once stays masked. A transaction that reads it holds the row, so that two deliveries about one subject take turns.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import type { Secrets } from '../keys/secrets.ts';
import type { Redact } from './open-form.ts';
import { type Kept, NOTHING, nothingKnown, SubjectKnown } from './readings/subject-known.ts';

export { nothingKnown, SubjectKnown };

export function knownIn(known: ReadonlyMap<string, SubjectKnown>, subjectId: string): SubjectKnown {
  const one = known.get(subjectId);
  if (one === undefined) throw new Error('What is known of a subject was not read before its texts.');
  return one;
}

/** The function for the texts of one record of a subject. */
export function redactorFor(known: ReadonlyMap<string, SubjectKnown>, subjectId: string): Redact {
  const one = knownIn(known, subjectId);
  one.formed();
  return one.redact;
}

interface Row {
  readonly subjectId: string;
  readonly redaction: number;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

const boundTo = (subjectId: string): string => `known of ${subjectId}`;

/** What is known of a subject cannot be read: all its texts are withheld meanwhile. */
export const closedKnown = (redaction: number, fault: Error): SubjectKnown =>
  new SubjectKnown(redaction, NOTHING, true, { closed: fault });

/** By id of the subject. Rows are made for those that have none, and held until the transaction ends. */
export async function readKnown(
  em: EntityManager,
  secrets: Secrets,
  subjects: readonly string[],
): Promise<Map<string, SubjectKnown>> {
  const ids = JSON.stringify([...new Set(subjects)].sort());
  const db = em.getKysely();
  const made = await sql<{ id: string }>`insert into public_credit.known_values (subject_id, redaction)
    select s::uuid, ${REDACTION_VERSION} from jsonb_array_elements_text(${ids}::jsonb) s on conflict do nothing returning subject_id as id`.execute(
    db,
  );
  const fresh = new Set(made.rows.map(({ id }) => id));
  const known = new Map([...fresh].map((id) => [id, nothingKnown()]));
  const held = (JSON.parse(ids) as string[]).filter((id) => !fresh.has(id));
  if (held.length === 0) return known;
  const { rows } = await sql<Row>`select k.subject_id as "subjectId", k.redaction, k.sealed, k.key_id as "keyId"
    from jsonb_array_elements_text(${JSON.stringify(held)}::jsonb) s
      cross join lateral (select * from public_credit.known_values o where o.subject_id = s::uuid for update) k`.execute(
    db,
  );
  for (const { subjectId, redaction, sealed, keyId } of rows) {
    try {
      const where = { place: 'public_credit.known_values', id: subjectId };
      const kept =
        sealed === null ? NOTHING : secrets.unsealToChange({ sealed, keyId: keyId ?? '' }, boundTo(subjectId), where);
      known.set(subjectId, new SubjectKnown(redaction, kept as Kept, true));
    } catch (error) {
      // One subject must not take the whole delivery along.
      known.set(subjectId, closedKnown(redaction, error as Error));
    }
  }
  return known;
}

/** Before the first version: the job makes them anew as soon as what is known can be opened. */
const WAITS = 0;

/** Stores what became known. `redaction`: the version that all texts of these subjects are of now. */
export async function storeKnown(
  em: EntityManager,
  secrets: Secrets,
  known: ReadonlyMap<string, SubjectKnown>,
  redaction?: number,
): Promise<void> {
  const rows = [...known].flatMap(([id, one]) => {
    if (!one.hasGrown && redaction === undefined) return [];
    // What lies there sealed stays. What was said now stands, whole, in what was stored with it.
    if (one.closed !== undefined) return [{ id, redaction: WAITS }];
    one.redaction = redaction ?? one.redaction;
    const { sealed, keyId } = secrets.seal(one.kept, boundTo(id));
    return [{ id, redaction: one.redaction, sealed: sealed.toString('hex'), keyId }];
  });
  if (rows.length === 0) return;
  await sql`update public_credit.known_values k set redaction = n.redaction,
      sealed = coalesce(decode(n.sealed, 'hex'), k.sealed), key_id = coalesce(n."keyId", k.key_id)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, redaction int, sealed text, "keyId" text)
    where k.subject_id = n.id`.execute(em.getKysely());
}
