/** Stores the subjects of a batch: who each is, and which unit registers an organization. What is said of them stands in their records. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { storeSubjectRows } from '../../../request/subjects/subject-rows.ts';
import type { CheckedRecord } from '../check.ts';
import type { NamedRecord } from '../same-record.ts';

interface Keyed {
  readonly record: CheckedRecord;
  readonly subjectId: string;
}

/** Of these organizations, those that another unit registers. Only that unit may deliver their registration (Article 21). */
async function registeredElsewhere(
  em: EntityManager,
  unit: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select s.id from public_credit.subject s
    where s.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid) and s.registered_by <> ${unit}
    for update`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}

/** Registrations of organizations that another unit registers. */
export async function registeredOutside(
  em: EntityManager,
  unit: string,
  named: readonly NamedRecord[],
): Promise<ReadonlySet<CheckedRecord>> {
  const registrations = named.filter(({ record }) => record.item.recordType === 'Registration');
  if (registrations.length === 0) return new Set();
  const ids = registrations.map(({ subjectId }) => subjectId);
  const foreign = await registeredElsewhere(em, unit, ids);
  return new Set(registrations.flatMap(({ record, subjectId }) => (foreign.has(subjectId) ? [record] : [])));
}

export async function storeSubjects(em: EntityManager, unit: string, at: Date, keyed: readonly Keyed[]): Promise<void> {
  await storeSubjectRows(
    em,
    at,
    keyed.map(({ record: { subject }, subjectId }) => ({ ...subject, id: subjectId })),
  );
  const registered = keyed
    .filter(({ record }) => record.subject.type === 'USCC' && record.item.recordType === 'Registration')
    .map(({ subjectId }) => subjectId);
  if (registered.length > 0)
    await sql`update public_credit.subject s set registered_by = ${unit}
      where s.id in (select jsonb_array_elements_text(${JSON.stringify(registered)}::jsonb)::uuid) and s.registered_by is null`.execute(
      em.getKysely(),
    );
}
