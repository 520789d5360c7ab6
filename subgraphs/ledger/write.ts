/** Writing to the ledger: what agreements and authorizations allow is counted in the same unit of work, or nothing leaves. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { forbidden, quotaExceeded } from '../../schema/errors.ts';
import { addDays } from '../../schema/law/calendar.ts';
import { desensitizeText } from '../../schema/law/desensitize.ts';
import type { Session } from '../session.ts';
import type { Shown } from './basis.ts';
import type { Basis, Entry } from './entry.ts';
import { canonical, commitmentOf, freshSalt } from './entry.ts';

export interface Occasion extends Session {
  readonly channel: string;
  readonly requestId: string;
  readonly at: Date;
}

/** One row a subject. */
export const entriesOf = (
  occasion: Occasion,
  shown: readonly Shown[],
  basesOf: (row: Shown) => readonly Basis[],
): Entry[] =>
  shown.map((row) => ({
    id: randomUUID(),
    subjectId: row.subjectId,
    at: occasion.at.toISOString(),
    requestId: occasion.requestId,
    role: occasion.role,
    unit: occasion.unit,
    purpose: row.watched ?? occasion.purpose,
    // A case may name other people; the subject reads the entry, and they are no business of its (Article 23).
    caseReference: occasion.caseReference === null ? null : desensitizeText(occasion.caseReference),
    channel: occasion.channel,
    seen: row.seen,
    items: row.items,
    records: row.records,
    bases: basesOf(row),
  }));

/**
 * Counts and writes, one statement an answer. Throws QUOTA_EXCEEDED, NO_AGREEMENT or AUTHORIZATION_REQUIRED where what opened the
 * data has been used up or ended meanwhile: the unit of work is then rolled back, and nothing may leave.
 */
export async function writeEntries(em: EntityManager, today: string, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map(({ subjectId, requestId, caseReference, ...entry }) => {
    const salt = freshSalt();
    const content = canonical({ ...entry, subjectId, requestId, caseReference });
    return {
      ...entry,
      subject: subjectId,
      request: requestId,
      case: caseReference,
      salt: salt.toString('hex'),
      commitment: commitmentOf(salt, content).toString('hex'),
    };
  });
  const result = await sql<{
    refusal: string | null;
  }>`select ledger.record(${JSON.stringify(rows)}::jsonb) as refusal`.execute(em.getKysely());
  const refusal = result.rows[0]?.refusal ?? null;
  if (refusal === null) return;
  if (refusal === 'QUOTA_EXCEEDED') throw quotaExceeded(`${addDays(today, 1)}T00:00:00+08:00`);
  throw refusal === 'NO_AGREEMENT' ? forbidden('NO_AGREEMENT', '23') : forbidden('AUTHORIZATION_REQUIRED', '24');
}
