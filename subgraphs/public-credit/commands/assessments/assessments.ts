/** Stores assessments of enterprises (Articles 47 and 48): the method, and each result as a record. */
import { sql } from 'kysely';
import type { SupervisionClass } from '../../../../schema/law/matter/matter.ts';
import type { ClientRequest } from '../../../request/context.ts';
import type { RecordInput } from '../../intake/check.ts';
import type { MethodRow } from '../../rows.ts';

/** Stores a method. False where the edition is published already. */
export async function storeMethod(request: ClientRequest, row: MethodRow): Promise<boolean> {
  const { rows } = await request.write('intake', (em) =>
    sql`insert into control.assessment_method (edition, basis, classes, publication_reference, published_on, effective_from)
      values (${row.edition}, ${row.basis}, ${JSON.stringify(row.classes)}::jsonb, ${row.publicationReference}, ${row.publishedOn}::date,
        ${row.effectiveFrom}::date) on conflict do nothing returning edition`.execute(em.getKysely()),
  );
  return rows.length > 0;
}

export interface ResultInput {
  readonly uscc: string;
  readonly subjectName: string;
  readonly level: string;
  readonly assessedOn: string;
}

/** An assessment result as a record of the enterprise. */
export const recordOf = (result: ResultInput, edition: string, supervision: SupervisionClass): RecordInput => ({
  subject: { type: 'USCC', value: result.uscc },
  subjectName: result.subjectName,
  occurredOn: result.assessedOn,
  content: { level: result.level, assessmentEdition: edition, supervisionClass: supervision },
});
