/** Only the newest assessment of an enterprise has effect (Articles 47 and 48). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { CheckedRecord } from './check.ts';
import type { NamedRecord } from './same-record.ts';

/** Results that are older than another one, stored or in the same delivery. */
export async function outrun(em: EntityManager, named: readonly NamedRecord[]): Promise<ReadonlySet<CheckedRecord>> {
  const assessed = named
    .filter(({ record }) => record.item.recordType === 'AssessmentRecord')
    .map(({ record, subjectId, key, before }) => ({ record, subjectId, key, before, on: record.occurredOn }));
  if (assessed.length === 0) return new Set();
  const newest = new Map<string, string>();
  for (const { subjectId, key, on } of assessed) {
    const known = newest.get(`${subjectId} ${key}`);
    if (known === undefined || known < on) newest.set(`${subjectId} ${key}`, on);
  }
  const { rows } = await sql<{ subjectId: string; on: string }>`select k."subjectId", k."on"
    from jsonb_to_recordset(${JSON.stringify(assessed.map(({ record: _, ...key }) => key))}::jsonb) as k ("subjectId" uuid, key text, before text, "on" text)
      join public_credit.record r on r.subject_id = k."subjectId" and r.current
        and r.natural_key in (decode(k.key, 'hex'), decode(k.before, 'hex')) and r.occurred_on > k."on"::date`.execute(
    em.getKysely(),
  );
  const found = new Set(rows.map(({ subjectId, on }) => `${subjectId} ${on}`));
  return new Set(
    assessed.flatMap(({ record, subjectId, key, on }) =>
      found.has(`${subjectId} ${on}`) || on < (newest.get(`${subjectId} ${key}`) ?? on) ? [record] : [],
    ),
  );
}
