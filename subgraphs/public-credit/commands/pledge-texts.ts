/** Texts of a pledge under verification: the unit reads them redacted, the subject whole (Articles 23 and 46). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Secrets } from '../../keys/secrets.ts';
import { narrowForms } from '../../redaction/forms.ts';
import { knownIn, readKnown, storeKnown } from '../../redaction/known-values.ts';
import { openPledge, type PledgeTexts } from '../../redaction/side-texts.ts';
import { openTexts, storeTexts } from '../../redaction/whole-texts.ts';

/** Seals them; returns what the unit reads. What they tell of a person stands in no other text of the subject from then on. */
export async function storePledgeTexts(
  em: EntityManager,
  secrets: Secrets,
  subjectId: string,
  id: string,
  texts: PledgeTexts,
): Promise<ReturnType<typeof openPledge>> {
  const known = await readKnown(em, secrets, [subjectId]);
  const { redact } = knownIn(known, subjectId);
  openPledge(texts, redact);
  const open = openPledge(texts, redact);
  await storeTexts(em, secrets, [{ subjectId, place: 'PLEDGE_CHECK', id, texts }]);
  await storeKnown(em, secrets, known);
  await narrowForms(em, secrets, known);
  return open;
}

/** As they were written. A row of before says them itself. */
export async function wholePledgeTexts(
  em: EntityManager,
  secrets: Secrets,
  subjectId: string,
  id: string,
): Promise<PledgeTexts> {
  const { rows } = await sql<{
    matter: string;
    permitDocument: string | null;
    sealed: Buffer | null;
    keyId: string | null;
  }>`select c.matter, c.permit_document as "permitDocument", t.sealed, t.key_id as "keyId" from public_credit.pledge_check c
      left join public_credit.text_whole t on t.subject_id = c.subject_id and t.place = 'PLEDGE_CHECK' and t.id = c.record_id
    where c.subject_id = ${subjectId}::uuid and c.record_id = ${id}::uuid`.execute(em.getKysely());
  const { matter = '', permitDocument = null, sealed = null, keyId = null } = rows[0] ?? {};
  return { reasons: null, document: null, matter, permitDocument, ...openTexts(secrets, id, sealed, keyId) };
}
