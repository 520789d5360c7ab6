/**
 * Waives restraints and punishments for minor or incidental conduct that was promptly corrected and did no harm: a warning at most (Article 30 §2).
 */
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { desensitizeText } from '../../../../schema/law/desensitize.ts';
import { unmetForWaiver } from '../../../../schema/law/measures/designations.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { identify } from '../../../request/subjects/identify.ts';
import type { WaiverRow } from '../../rows.ts';
import { isTwice, named, said } from '../checks.ts';

export interface WaiveConductInput {
  readonly subject: Parameters<typeof identify>[1];
  readonly basisDocument: string;
  readonly conduct: string;
  readonly minor: boolean;
  readonly corrected: boolean;
  readonly harmless: boolean;
  readonly warning?: string | null | undefined;
}

const LISTED = `select from sanctions.designation where display = 'DISPLAYED'`;

export async function waiveConduct(context: Context, input: WaiveConductInput): Promise<WaiverRow> {
  const unmet = unmetForWaiver(input);
  if (unmet.length > 0)
    throw badInput(
      'NOT_SPARED',
      `Conduct is spared where it is minor, corrected and harmless; not met: ${unmet.join(', ')}.`,
      'Decide on the conduct under the published standard instead.',
      '30',
    );
  const subject = named(context, input);
  const row: WaiverRow = {
    id: newId(),
    personal: subject.personal,
    basisDocument: desensitizeText(said('basisDocument', input.basisDocument, '30')),
    conduct: said('conduct', input.conduct, '30'),
    warning: input.warning == null ? null : said('warning', input.warning, '30'),
    waivedOn: context.request.today,
    unit: context.caller.unit ?? '',
  };
  try {
    await context.request.write('designate', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql`${sql.raw(LISTED)} and subject_id = ${subject.id}::uuid
        and basis_document = ${row.basisDocument} and designating_unit = ${row.unit}`.execute(db);
      if (rows.length > 0)
        throw conflict(
          'LISTED_ALREADY',
          'The subject is on a list for this document.',
          'Take it off the list first, with removeDesignation.',
        );
      await sql`insert into sanctions.waiver (subject_id, id, unit, basis_document, conduct, warning, waived_on)
        values (${subject.id}::uuid, ${row.id}::uuid, ${row.unit}, ${row.basisDocument}, ${row.conduct}, ${row.warning},
          ${row.waivedOn}::date)`.execute(db);
    });
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw conflict('WAIVED', 'This conduct was spared already.', 'Nothing is left to do.');
  }
  context.snapshot = await context.request.snapshot();
  return row;
}
