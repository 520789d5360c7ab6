/** What earlier versions of records said of their subjects and representatives, whole: it stays masked in the texts of later ones (Article 23). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Secrets } from '../../keys/secrets.ts';
import type { WholeStatement } from '../../request/subjects/subject-rows.ts';
import type { CheckedRecord } from './check.ts';
import type { SaidByVersion } from './open-form.ts';

interface Sealed {
  readonly subjectId: string;
  readonly id: string;
  readonly part: 'STATEMENT' | 'CONTENT';
  readonly sealed: Buffer;
  readonly keyId: string;
}

/** By id of the record, with one statement for all. A record of which nothing is sealed has said nothing that is masked. */
export async function saidBefore(
  em: EntityManager,
  secrets: Secrets,
  records: readonly { readonly subjectId: string; readonly id: string }[],
): Promise<Map<string, readonly SaidByVersion[]>> {
  if (records.length === 0) return new Map();
  const { rows } = await sql<Sealed>`with asked as materialized (
      select "subjectId", id from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r ("subjectId" uuid, id uuid))
    select a."subjectId", a.id, 'STATEMENT' as part, w.sealed, w.key_id as "keyId" from asked a
      cross join lateral (select * from public_credit.statement_whole s where s.subject_id = a."subjectId" and s.record_id = a.id offset 0) w
    union all select a."subjectId", a.id, 'CONTENT', w.sealed, w.key_id from asked a
      cross join lateral (select * from public_credit.record_whole s where s.subject_id = a."subjectId" and s.id = a.id offset 0) w`.execute(
    em.getKysely(),
  );
  const said = rows.map((row): readonly [string, SaidByVersion] => {
    if (row.part === 'STATEMENT') {
      const { name, address, phone } = secrets.unseal(row, row.subjectId) as WholeStatement;
      return [row.id, { subject: { name: name ?? '', address, phone }, representative: null }];
    }
    const { legalRepresentativeName: name } = secrets.unseal(row, row.id) as CheckedRecord['content'];
    return [row.id, { subject: undefined, representative: typeof name === 'string' ? name : null }];
  });
  return new Map([...Map.groupBy(said, ([id]) => id)].map(([id, all]) => [id, all.map(([, one]) => one)]));
}
