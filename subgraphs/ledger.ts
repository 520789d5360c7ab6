/** The disclosure ledger, Articles 17 and 35: who was shown what about whom, written before the answer leaves. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Session } from './session.ts';

/** What one connection of an answer shows about one subject. */
export interface Disclosure {
  readonly subjectId: string;
  /** Catalog items that were shown. */
  readonly items: readonly string[];
  /** Records with their versions, so that what was seen can be told again. */
  readonly records: readonly { readonly id: string; readonly version: number }[];
  /** Whether personal information was whole. */
  readonly seen: 'WHOLE' | 'DESENSITIZED';
}

interface Occasion extends Session {
  readonly channel: string;
  readonly requestId: string;
  readonly at: Date;
}

/** One row a subject, one statement an answer. */
export async function writeDisclosures(
  em: EntityManager,
  occasion: Occasion,
  disclosures: readonly Disclosure[],
): Promise<void> {
  const merged = new Map<string, { items: Set<string>; records: Map<string, number>; seen: Disclosure['seen'] }>();
  for (const { subjectId, items, records, seen } of disclosures) {
    const row = merged.get(subjectId) ?? { items: new Set(), records: new Map(), seen };
    for (const item of items) row.items.add(item);
    for (const record of records) row.records.set(record.id, record.version);
    if (seen === 'WHOLE') row.seen = seen;
    merged.set(subjectId, row);
  }
  const rows = [...merged].map(([subject, row]) => ({
    id: randomUUID(),
    subject,
    seen: row.seen,
    items: [...row.items].sort(),
    records: [...row.records].map(([id, version]) => ({ id, version })),
  }));
  await sql`insert into ledger.disclosure
      (id, subject_id, at, request_id, role, unit, purpose, case_reference, channel, seen, items, records)
    select (row->>'id')::uuid, (row->>'subject')::uuid, ${occasion.at.toISOString()}::timestamptz, ${occasion.requestId}::uuid,
      ${occasion.role}, ${occasion.unit}, ${occasion.purpose}, ${occasion.caseReference}, ${occasion.channel}, row->>'seen',
      array(select jsonb_array_elements_text(row->'items')), row->'records'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row`.execute(em.getKysely());
}
