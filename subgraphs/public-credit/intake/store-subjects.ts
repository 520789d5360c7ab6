/** Stores the subjects of a batch: desensitized in one table, whole and sealed in another. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Secrets } from '../../keys/secrets.ts';
import { UNNAMED } from '../../request/identify.ts';
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

interface Update {
  readonly subject: CheckedRecord['subject'];
  /** The record is a registration. Only a registration changes the name of a stored organization. */
  readonly registers: boolean;
  /** Address and phone replace stored ones. Otherwise they only fill missing ones. */
  readonly leads: boolean;
}

/**
 * The latest values for each subject of the batch. An organization has the name of its registration. A person has no registration: the name that was
 * delivered first stays, and the last address and phone are used (Article 21).
 */
function newest(keyed: readonly Keyed[]): Map<string, Update> {
  const subjects = new Map<string, Update>();
  for (const { record, subjectId } of keyed) {
    const before = subjects.get(subjectId)?.subject;
    const { subject } = record;
    const organization = subject.type === 'USCC';
    const registers = organization && record.item.recordType === 'Registration';
    subjects.set(subjectId, {
      subject: {
        ...subject,
        name: registers ? subject.name : (before?.name ?? subject.name),
        address: subject.address ?? before?.address ?? null,
        phone: subject.phone ?? before?.phone ?? null,
      },
      registers,
      leads: registers || !organization,
    });
  }
  return subjects;
}

/** Of these organizations, those that another unit registers. Only that unit may deliver their registration (Article 21). */
export async function registeredElsewhere(
  em: EntityManager,
  unit: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select s.id from public_credit.subject s
    where s.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid) and s.registered_by <> ${unit}
    for update`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}

export async function storeSubjects(
  em: EntityManager,
  secrets: Secrets,
  unit: string,
  at: Date,
  keyed: readonly Keyed[],
): Promise<void> {
  const subjects = newest(keyed);
  if (subjects.size === 0) return;
  const kysely = em.getKysely();
  const rows = [...subjects].map(([id, { subject, registers, leads }]) => ({
    id,
    kind: subject.kind,
    personal: subject.personal,
    identifier_type: subject.type,
    registers,
    leads,
    ...openSubject(subject),
  }));
  // Submissions may store the same subject at the same time. Rows are locked in one order, so that transactions wait instead of deadlocking.
  rows.sort((left, right) => (left.id < right.id ? -1 : 1));
  await sql`insert into public_credit.subject as s (id, kind, personal, name, identifier_type, identifier, address, phone, held_since)
    select n.id, n.kind, n.personal, n.name, n.identifier_type, n.identifier, n.address, n.phone, ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, kind text, personal boolean, name text,
      identifier_type text, identifier text, address text, phone text)
    on conflict (id) do nothing`.execute(kysely);
  // A subject that was put on a list before any delivery has no name yet.
  await sql`update public_credit.subject s set name = n.name from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, name text)
    where s.id = n.id and s.name = ${UNNAMED}`.execute(kysely);
  const changing = rows.filter((row) => row.registers || row.address !== null || row.phone !== null);
  if (changing.length > 0)
    await sql`update public_credit.subject s set name = n.name, address = n.address, phone = n.phone, registered_by = n.registered_by
      from (select n.id, case when n.registers then n.name else h.name end as name,
          case when n.registers then ${unit} else h.registered_by end as registered_by,
          case when n.leads then coalesce(n.address, h.address) else coalesce(h.address, n.address) end as address,
          case when n.leads then coalesce(n.phone, h.phone) else coalesce(h.phone, n.phone) end as phone
        from jsonb_to_recordset(${JSON.stringify(changing)}::jsonb) as n (id uuid, name text, address text, phone text,
          registers boolean, leads boolean) join public_credit.subject h on h.id = n.id) n
      where s.id = n.id and (s.name, s.address, s.phone, s.registered_by) is distinct from (n.name, n.address, n.phone, n.registered_by)`.execute(
      kysely,
    );
  await storeWhole(em, secrets, subjects);
}

async function storeWhole(em: EntityManager, secrets: Secrets, subjects: ReadonlyMap<string, Update>): Promise<void> {
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
  const changed = personal.flatMap(([id, { subject, registers, leads }]) => {
    const before = held.get(id);
    const latest = (sent: string | null, known: string | null | undefined): string | null =>
      (leads ? (sent ?? known) : (known ?? sent)) ?? null;
    const after: Whole = {
      name: registers || before?.name === UNNAMED ? subject.name : (before?.name ?? subject.name),
      identifier: subject.value,
      birthDate: subject.birthDate ?? before?.birthDate ?? null,
      address: latest(subject.address, before?.address),
      phone: latest(subject.phone, before?.phone),
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
