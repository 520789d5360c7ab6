/** Texts of decisions, requests and reasons as they were written: sealed for their subject (Articles 23 and 35). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Secrets } from '../keys/secrets.ts';

/** Kind of the row that texts belong to. */
export type Place =
  | 'DESIGNATION'
  | 'INCENTIVE'
  | 'REMOVAL'
  | 'WAIVER'
  | 'REEXAMINATION'
  | 'ORGAN_NOTICE'
  | 'CORRECTION'
  | 'PLEDGE_CHECK'
  | 'OBJECTION'
  | 'VERIFICATION'
  | 'NEW_FACTS'
  | 'HELD'
  | 'OWN_STATEMENT'
  | 'COMPLAINT'
  | 'LOCK'
  | 'RESTORATION';

export type Texts = Readonly<Record<string, string | null>>;

export interface WholeTexts {
  readonly subjectId: string;
  readonly place: Place;
  readonly id: string;
  readonly texts: Texts;
}

/** Stores texts, those of before replaced. */
export async function storeTexts(em: EntityManager, secrets: Secrets, rows: readonly WholeTexts[]): Promise<void> {
  if (rows.length === 0) return;
  const sealed = rows.map(({ subjectId, place, id, texts }) => {
    const { sealed: bytes, keyId } = secrets.seal(texts, id);
    return { subjectId, place, id, sealed: bytes.toString('hex'), keyId };
  });
  await sql`insert into public_credit.text_whole (subject_id, place, id, sealed, key_id)
    select t."subjectId", t.place, t.id, decode(t.sealed, 'hex'), t."keyId"
    from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) as t ("subjectId" uuid, place text, id uuid, sealed text, "keyId" text)
    on conflict (subject_id, place, id) do update set sealed = excluded.sealed, key_id = excluded.key_id`.execute(
    em.getKysely(),
  );
}

const TABLE = 'public_credit.text_whole';

/** `sealed` and `key_id` of a row of `public_credit.text_whole`; no texts where it has none. For what changes them: throws where they cannot be opened. */
export const openTexts = (secrets: Secrets, id: string, sealed: Buffer | null, keyId: string | null): Texts =>
  sealed === null ? {} : (secrets.unsealToChange({ sealed, keyId: keyId ?? '' }, id, { place: TABLE, id }) as Texts);

/** The same for readers: undefined where they cannot be opened. */
export const textsToRead = (
  secrets: Secrets,
  id: string,
  sealed: Buffer | null,
  keyId: string | null,
): Texts | undefined =>
  sealed === null
    ? {}
    : (secrets.unsealToRead({ sealed, keyId: keyId ?? '' }, id, { place: TABLE, id }) as Texts | undefined);

/** Texts that are stored already, for a command that adds to them. */
export async function readTexts(
  em: EntityManager,
  secrets: Secrets,
  { subjectId, place, id }: Omit<WholeTexts, 'texts'>,
): Promise<Texts> {
  const { rows } = await sql<{
    sealed: Buffer;
    keyId: string;
  }>`select sealed, key_id as "keyId" from public_credit.text_whole
    where subject_id = ${subjectId}::uuid and place = ${place} and id = ${id}::uuid`.execute(em.getKysely());
  return openTexts(secrets, id, rows[0]?.sealed ?? null, rows[0]?.keyId ?? null);
}
