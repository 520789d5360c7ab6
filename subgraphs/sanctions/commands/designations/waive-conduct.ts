/**
 * Waives restraints and punishments for minor or incidental conduct that was promptly corrected and did no harm: a warning at most (Article 30 §2).
 */
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { unmetForWaiver } from '../../../../schema/law/measures/designations.ts';
import { designationMessages } from '../../../../schema/messages/acts/designations.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { identify } from '../../../request/subjects/identify.ts';
import type { WaiverRow } from '../../rows.ts';
import { isTwice, named, said } from '../checks.ts';
import { basisOf, knownOfEach } from '../said-of.ts';

export interface WaiveConductInput {
  readonly subject: Parameters<typeof identify>[1];
  readonly basisDocument: string;
  readonly conduct: string;
  readonly minor: boolean;
  readonly corrected: boolean;
  readonly harmless: boolean;
  readonly warning?: string | null | undefined;
}

export async function waiveConduct(context: Context, input: WaiveConductInput): Promise<WaiverRow> {
  const unmet = unmetForWaiver(input);
  if (unmet.length > 0) throw badInput('NOT_SPARED', designationMessages.notSpared(unmet), '30');
  const subject = named(context, input);
  const { secrets } = context.platform;
  const texts = {
    basisDocument: said('basisDocument', input.basisDocument, '30'),
    conduct: said('conduct', input.conduct, '30'),
    warning: input.warning == null ? null : said('warning', input.warning, '30'),
  };
  const id = newId();
  const { today } = context.request;
  const unit = context.caller.unit ?? '';
  const { mark, before } = basisOf(secrets, texts.basisDocument);
  const marks = sql.join([mark, ...before]);
  const spared = () => conflict('WAIVED', designationMessages.sparedAlready);
  let row: WaiverRow;
  try {
    row = await context.request.write('designate', (em) =>
      withKnown(em, secrets, knownOfEach([subject]), async (known) => {
        const db = em.getKysely();
        const { rows } =
          await sql`select from sanctions.designation where display = 'DISPLAYED' and subject_id = ${subject.id}::uuid
          and coalesce(encode(basis_mark, 'hex'), basis_document) in (${marks}) and designating_unit = ${unit}`.execute(
            db,
          );
        if (rows.length > 0) throw conflict('LISTED_ALREADY', designationMessages.listedForDocument);
        const held = await sql`select from sanctions.waiver where subject_id = ${subject.id}::uuid and unit = ${unit}
          and coalesce(encode(basis_mark, 'hex'), basis_document) in (${marks})`.execute(db);
        if (held.rows.length > 0) throw spared();
        await sql`insert into sanctions.waiver (subject_id, id, unit, basis_mark, waived_on)
          values (${subject.id}::uuid, ${id}::uuid, ${unit}, decode(${mark}, 'hex'), ${today}::date)`.execute(db);
        await storeTexts(em, secrets, [{ subjectId: subject.id, place: 'WAIVER', id, texts }]);
        const one = knownIn(known, subject.id);
        one.learn(texts);
        return {
          id,
          personal: subject.personal,
          basisDocument: one.redact(texts.basisDocument, 'NUMBER').text,
          conduct: one.redact(texts.conduct).text,
          warning: texts.warning === null ? null : one.redact(texts.warning).text,
          waivedOn: today,
          unit,
        };
      }),
    );
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw spared();
  }
  context.snapshot = await context.request.snapshot();
  return row;
}
