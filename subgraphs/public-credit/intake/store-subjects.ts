/** Stores the subjects of a batch: desensitized in one table, whole and sealed in another. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Secrets } from '../../secrets.ts';
import type { CheckedRecord } from './check.ts';
import { openSubject } from './open-form.ts';

interface Keyed {
  readonly record: CheckedRecord;
  readonly subjectId: string;
}

interface Whole {
  readonly name: string;
  readonly identifier: string;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** The newest word on each subject of the batch; a registration or an address given makes it worth an update. */
function newest(keyed: readonly Keyed[]): Map<string, { subject: CheckedRecord['subject']; refresh: boolean }> {
  const subjects = new Map<string, { subject: CheckedRecord['subject']; refresh: boolean }>();
  for (const { record, subjectId } of keyed) {
    const before = subjects.get(subjectId);
    const { subject } = record;
    const refresh = record.item.recordType === 'Registration' || subject.address !== null || subject.phone !== null;
    if (before !== undefined && !refresh) continue;
    subjects.set(subjectId, {
      subject: {
        ...subject,
        address: subject.address ?? before?.subject.address ?? null,
        phone: subject.phone ?? before?.subject.phone ?? null,
      },
      refresh: refresh || before?.refresh === true,
    });
  }
  return subjects;
}

export async function storeSubjects(
  em: EntityManager,
  secrets: Secrets,
  at: Date,
  keyed: readonly Keyed[],
): Promise<void> {
  const subjects = newest(keyed);
  if (subjects.size === 0) return;
  const kysely = em.getKysely();
  const rows = [...subjects].map(([id, { subject, refresh }]) => ({
    id,
    kind: subject.kind,
    personal: subject.personal,
    identifier_type: subject.type,
    refresh,
    ...openSubject(subject),
  }));
  // Two submissions may bring the same subject at once: rows are taken in one order, so that they wait instead of deadlocking.
  rows.sort((left, right) => (left.id < right.id ? -1 : 1));
  await sql`insert into public_credit.subject as s (id, kind, personal, name, identifier_type, identifier, address, phone, held_since)
    select n.id, n.kind, n.personal, n.name, n.identifier_type, n.identifier, n.address, n.phone, ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, kind text, personal boolean, name text,
      identifier_type text, identifier text, address text, phone text, refresh boolean)
    on conflict (id) do nothing`.execute(kysely);
  const refreshed = rows.filter((row) => row.refresh);
  if (refreshed.length > 0)
    await sql`update public_credit.subject s set name = n.name, address = coalesce(n.address, s.address), phone = coalesce(n.phone, s.phone)
      from jsonb_to_recordset(${JSON.stringify(refreshed)}::jsonb) as n (id uuid, name text, address text, phone text)
      where s.id = n.id and (s.name, s.address, s.phone)
        is distinct from (n.name, coalesce(n.address, s.address), coalesce(n.phone, s.phone))`.execute(kysely);
  await storeWhole(em, secrets, subjects);
}

async function storeWhole(
  em: EntityManager,
  secrets: Secrets,
  subjects: ReadonlyMap<string, { readonly subject: CheckedRecord['subject']; readonly refresh: boolean }>,
): Promise<void> {
  const personal = [...subjects].filter(([, { subject }]) => subject.personal);
  if (personal.length === 0) return;
  const kysely = em.getKysely();
  const ids = personal.map(([id]) => id);
  const { rows } = await sql<{
    subjectId: string;
    sealed: Buffer;
    keyId: string;
  }>`select subject_id as "subjectId", sealed,
      key_id as "keyId" from public_credit.subject_whole where subject_id = any (${ids}::uuid[])`.execute(kysely);
  const held = new Map(rows.map((row) => [row.subjectId, secrets.unseal(row, row.subjectId) as Whole]));
  const changed = personal.flatMap(([id, { subject, refresh }]) => {
    const before = held.get(id);
    if (before !== undefined && !refresh) return [];
    const after: Whole = {
      name: subject.name,
      identifier: subject.value,
      birthDate: subject.birthDate ?? before?.birthDate ?? null,
      address: subject.address ?? before?.address ?? null,
      phone: subject.phone ?? before?.phone ?? null,
    };
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(after)) return [];
    const { sealed, keyId } = secrets.seal(after, id);
    return [{ subject_id: id, sealed: sealed.toString('hex'), key_id: keyId }];
  });
  if (changed.length > 0)
    await sql`insert into public_credit.subject_whole (subject_id, sealed, key_id)
      select w.subject_id, decode(w.sealed, 'hex'), w.key_id
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as w (subject_id uuid, sealed text, key_id text)
      on conflict (subject_id) do update set sealed = excluded.sealed, key_id = excluded.key_id`.execute(kysely);
}
