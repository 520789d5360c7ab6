/** Texts of a pledge under verification: the unit reads them redacted, the subject whole (Articles 23 and 46). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import type { Secrets } from '../../../keys/secrets.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import type { Redact } from '../../../redaction/open-form.ts';
import { openTexts, storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';

export interface PledgeTexts extends Record<string, string | null> {
  readonly matter: string;
  readonly permitDocument: string | null;
  readonly reasons: string | null;
  /** The document that its failure rests on: nobody reads it, so that it is kept whole alone. */
  readonly basisDocument: string | null;
}

type OpenPledge = Pick<PledgeTexts, 'matter' | 'permitDocument' | 'reasons'>;

/** What the unit reads of a pledge. */
const openPledge = ({ matter, permitDocument, reasons }: PledgeTexts, redact: Redact): OpenPledge => ({
  matter: redact(matter).text,
  permitDocument: permitDocument && redact(permitDocument, 'NUMBER').text,
  reasons: reasons && redact(reasons).text,
});

/** Seals them; returns what the unit reads. What they tell of a person stands in no other text of the subject from then on. */
export function storePledgeTexts(
  em: EntityManager,
  secrets: Secrets,
  subjectId: string,
  id: string,
  texts: PledgeTexts,
): Promise<OpenPledge> {
  return withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
    const one = knownIn(known, subjectId);
    one.settle(() => openPledge(texts, one.redact));
    await storeTexts(em, secrets, [{ subjectId, place: 'PLEDGE_CHECK', id, texts }]);
    return openPledge(texts, one.redact);
  });
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
  return { reasons: null, basisDocument: null, matter, permitDocument, ...openTexts(secrets, id, sealed, keyId) };
}
