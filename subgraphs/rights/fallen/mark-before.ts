/** Records and designations of before get the marks by which what fell is known in any spelling, each once (Articles 37 to 40). */
import { sql } from 'kysely';
import type { Secrets } from '../../keys/secrets.ts';
import { isUnreadable } from '../../keys/unreadable.ts';
import { wholeBasis } from '../../redaction/basis.ts';
import { openTexts } from '../../redaction/whole-texts.ts';
import type { RequestAs } from '../../request/internal-request.ts';
import { designationMark, fallMark, type Marked } from './marks.ts';

const AT_ONCE = 2_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface Row {
  readonly id: string;
  readonly subject_id: string;
  readonly held_in: string;
  /** Type of record, or list. */
  readonly kind: string;
  readonly occurred_on: string;
  readonly basis: string | null;
  readonly basis_sealed: Buffer | null;
  readonly basis_key: string | null;
  readonly content: Marked['content'] | null;
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
}

function markOf(secrets: Secrets, row: Row) {
  const { id, subject_id: subject, kind, sealed, key_id: keyId } = row;
  if (row.held_in === 'sanctions.designation') {
    const document = openTexts(secrets, id, sealed, keyId).basisDocument ?? row.basis ?? '';
    return { id, subject, mark: designationMark(secrets, kind, document), authorityCode: null, authorityName: null };
  }
  const content =
    sealed === null || keyId === null
      ? (row.content ?? {})
      : (secrets.unsealToChange({ sealed, keyId }, id, {
          place: 'public_credit.record_whole',
          id,
        }) as Marked['content']);
  const basisDocument = wholeBasis(secrets, id, row.basis, row.basis_sealed, row.basis_key);
  return { id, subject, ...fallMark(secrets, { type: kind, occurredOn: row.occurred_on, basisDocument, content }) };
}

/** What cannot be opened is known by its natural key and the mark of its document alone. */
function markUnlessUnreadable(secrets: Secrets, row: Row): ReturnType<typeof markOf>[] {
  try {
    return [markOf(secrets, row)];
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return [];
  }
}

/** Marks them all, slice after slice, each in a transaction of its own; returns how many. Where all have marks it does nothing. */
export async function markBefore(requestAs: RequestAs): Promise<number> {
  const request = requestAs({ role: 'OPERATOR' });
  const { secrets } = request.platform;
  try {
    await request.snapshot();
    let marked = 0;
    for (let last: string | undefined = NOBODY; last !== undefined; ) {
      const after: string = last;
      const rows: readonly Row[] = await request.write('due', async (em) => {
        const db = em.getKysely();
        const found = await sql<Row>`select * from rights.unmarked(${after}::uuid, ${AT_ONCE})`.execute(db);
        const marks = found.rows.flatMap((row) => markUnlessUnreadable(secrets, row));
        if (marks.length > 0) await sql`select rights.mark_before(${JSON.stringify(marks)}::jsonb)`.execute(db);
        marked += marks.length;
        return found.rows;
      });
      last = rows.at(-1)?.id;
    }
    return marked;
  } finally {
    await request.abandon();
  }
}
