/** Texts of decisions that lie in plain, from before they were sealed, are sealed for their subject (Articles 23 and 35). */
import { sql } from 'kysely';
import { REDACTION_VERSION, WITHHELD_TEXT } from '../../schema/law/redact/redact.ts';
import type { Secrets } from '../keys/secrets.ts';
import { isUnreadable } from '../keys/unreadable.ts';
import { basisMark } from '../redaction/basis.ts';
import { openTexts, type Place, type Texts } from '../redaction/whole-texts.ts';
import type { RequestAs } from '../request/internal-request.ts';

const AT_ONCE = 2_000;
const FIRST: Pick<Row, 'id' | 'place'> = { id: '00000000-0000-0000-0000-000000000000', place: 'DESIGNATION' };

interface Row {
  readonly place: Place;
  readonly subject_id: string;
  readonly id: string;
  readonly texts: Texts;
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
}

function sealedRow(
  secrets: Secrets,
  { place, subject_id: subject, id, texts: plain, sealed: before, key_id: keyOf }: Row,
) {
  // What was sealed of the row already is whole; what lies in plain may be a form of it.
  const texts = { ...plain, ...openTexts(secrets, id, before, keyOf) };
  const { sealed, keyId } = secrets.seal(texts, id);
  return {
    place,
    subject,
    id,
    sealed: sealed.toString('hex'),
    keyId,
    before: before?.toString('hex') ?? null,
    mark: texts.basisDocument == null ? null : basisMark(secrets, texts.basisDocument).toString('hex'),
  };
}

/** What was sealed of a row and cannot be opened stays as it is, with what lies in plain beside it. */
function sealedUnlessUnreadable(secrets: Secrets, row: Row): ReturnType<typeof sealedRow>[] {
  try {
    return [sealedRow(secrets, row)];
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return [];
  }
}

/** Seals them all, slice after slice, each in a transaction of its own; returns how many. Where nothing lies in plain it does nothing. */
export async function sealPlainTexts(requestAs: RequestAs): Promise<number> {
  const request = requestAs({ role: 'OPERATOR' });
  const { secrets } = request.platform;
  try {
    await request.snapshot();
    let sealed = 0;
    for (let last: typeof FIRST | undefined = FIRST; last !== undefined; ) {
      const { id, place }: typeof FIRST = last;
      const rows: readonly Row[] = await request.write('due', async (em) => {
        const db = em.getKysely();
        const found = await sql<Row>`select * from sanctions.plain_texts(${id}::uuid, ${place}, ${AT_ONCE})`.execute(
          db,
        );
        const rows = found.rows.flatMap((row) => sealedUnlessUnreadable(secrets, row));
        const given = JSON.stringify(rows);
        sealed += rows.length;
        if (rows.length > 0)
          await sql`select sanctions.seal_plain_texts(${given}::jsonb, ${REDACTION_VERSION}, ${WITHHELD_TEXT})`.execute(
            db,
          );
        return found.rows;
      });
      last = rows.length < AT_ONCE ? undefined : rows.at(-1);
    }
    return sealed;
  } finally {
    await request.abandon();
  }
}
