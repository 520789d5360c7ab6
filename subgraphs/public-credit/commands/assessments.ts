/** Assessments of enterprises (Articles 47 and 48): the method is published, the operator delivers what it finds, nobody's person is assessed. */
import { sql } from 'kysely';
import { badInput, conflict, forbidden } from '../../../schema/errors.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { type AssessmentLevel, mayBeAssessed, methodFault, methodOn } from '../../../schema/law/matter/assessments.ts';
import type { SupervisionClass } from '../../../schema/law/matter/matter.ts';
import type { ClientRequest, Context } from '../../request/context.ts';
import { identify } from '../../request/identify.ts';
import type { RecordInput, Rejection } from '../intake/check.ts';
import { assessmentMethods } from '../queries/assessment-methods.ts';
import type { MethodRow } from '../rows.ts';
import { type Submission, takeIn } from './submit-records.ts';

export interface MethodInput {
  readonly edition: string;
  readonly basis: string;
  readonly levels: readonly AssessmentLevel[];
  readonly effectiveFrom: string;
  readonly publication: { readonly reference: string; readonly publishedOn: string };
}

const FAULTS = {
  NO_LEVEL: 'A method has levels, and each has a name.',
  LEVEL_TWICE: 'A level is named twice.',
  ORDER: 'A better level brings a stricter class than a worse one.',
} as const;

/** False where the edition is published already. */
export async function storeMethod(request: ClientRequest, row: MethodRow): Promise<boolean> {
  const { rows } = await request.write('intake', (em) =>
    sql`insert into control.assessment_method (edition, basis, classes, publication_reference, published_on, effective_from)
      values (${row.edition}, ${row.basis}, ${JSON.stringify(row.classes)}::jsonb, ${row.publicationReference}, ${row.publishedOn}::date,
        ${row.effectiveFrom}::date) on conflict do nothing returning edition`.execute(em.getKysely()),
  );
  return rows.length > 0;
}

/** The mutation: a method takes effect with its publication, and never changes (Articles 7 and 48). */
export async function publishAssessmentMethod(context: Context, input: MethodInput): Promise<MethodRow> {
  const { today } = context.request;
  const { publication, effectiveFrom, levels } = input;
  for (const [name, text] of Object.entries({ edition: input.edition, basis: input.basis }))
    if (text.trim() === '' || text.length > 1_000)
      throw badInput('PART_MISSING', `${name} is empty or too long.`, `Send ${name}.`, '47');
  if (!isDate(publication.publishedOn) || !isDate(effectiveFrom))
    throw badInput('DATE', 'A date is not of the form YYYY-MM-DD.', 'Send calendar dates.');
  if (publication.reference.trim() === '' || publication.publishedOn > today)
    throw badInput(
      'NOT_PUBLISHED',
      'It has not been published: a reference and a date up to today are needed.',
      'Publish it first; nothing unpublished takes effect.',
      '7',
    );
  if (effectiveFrom < publication.publishedOn)
    throw badInput('RETROACTIVE', 'It would hold before it was published.', 'Send a later effectiveFrom.', '7');
  const fault = methodFault(levels);
  if (fault !== null) throw badInput('LEVELS', FAULTS[fault], 'Send levels from the best to the worst.', '48');
  const row: MethodRow = {
    edition: input.edition.trim(),
    basis: input.basis.trim(),
    classes: levels.map(({ level, supervision }) => ({ level: level.trim(), supervision })),
    publicationReference: publication.reference.trim(),
    publishedOn: publication.publishedOn,
    effectiveFrom,
  };
  const written = await storeMethod(context.request, row);
  context.snapshot = await context.request.snapshot();
  if (!written)
    throw conflict('EDITION_PUBLISHED', 'This edition is published and never changes.', 'Publish the next edition.');
  return row;
}

export interface AssessmentInput {
  readonly item: string;
  readonly edition: string;
  readonly results: readonly ResultInput[];
}

export interface ResultInput {
  readonly uscc: string;
  readonly subjectName: string;
  readonly level: string;
  readonly assessedOn: string;
}

/** A result as a record of the enterprise. */
export const recordOf = (result: ResultInput, edition: string, supervision: SupervisionClass): RecordInput => ({
  subject: { type: 'USCC', value: result.uscc },
  subjectName: result.subjectName,
  occurredOn: result.assessedOn,
  content: { level: result.level, assessmentEdition: edition, supervisionClass: supervision },
});

const RESULTS_MAX = 1_000;

/** The mutation: results row by row; what cannot be taken comes back with its row and reason. */
export async function deliverAssessments(context: Context, input: AssessmentInput): Promise<Submission> {
  const { caller, platform, request } = context;
  if (input.results.length > RESULTS_MAX)
    throw badInput(
      'BATCH_SIZE',
      `${input.results.length} results were sent; a delivery holds ${RESULTS_MAX}.`,
      'Send several.',
    );
  const unit = caller.unit;
  if (unit === null) throw forbidden('ROLE', '47');
  const method = methodOn(await assessmentMethods(context), request.today);
  if (method === undefined || method.edition !== input.edition)
    throw badInput(
      'METHOD',
      `Edition ${input.edition.slice(0, 60)} is not the published method in force.`,
      method === undefined
        ? 'Have the method published with publishAssessmentMethod.'
        : `Deliver what edition ${method.edition} finds.`,
      '47',
    );
  const classes = new Map(method.classes.map(({ level, supervision }) => [level, supervision]));
  const rejected: Rejection[] = [];
  const kept: { row: number; record: RecordInput }[] = [];
  input.results.forEach(({ uscc, subjectName, level, assessedOn }, row) => {
    const refuse = (code: string, message: string) => rejected.push({ row, code, message });
    let about: ReturnType<typeof identify>;
    try {
      about = identify(platform, { type: 'USCC', value: uscc });
    } catch {
      refuse('IDENTIFIER', 'uscc is no valid uniform social credit code (GB 32100; Article 19).');
      return;
    }
    const supervision = classes.get(level);
    if (!mayBeAssessed(about))
      refuse('NOT_ASSESSED', 'A natural person or sole trader is not assessed: nobody is scored (Articles 47 and 48).');
    else if (supervision === undefined)
      refuse('LEVEL', `The method has no level ${level.slice(0, 20)}; it has ${[...classes.keys()].join(', ')}.`);
    else kept.push({ row, record: recordOf({ uscc, subjectName, level, assessedOn }, method.edition, supervision) });
  });
  const taken = await takeIn(
    request,
    unit,
    input.item,
    kept.map(({ record }) => record),
    { way: 'ASSESSMENTS' },
  );
  context.snapshot = await request.snapshot();
  const told = taken.rejected.map((rejection) => ({ ...rejection, row: kept[rejection.row]?.row ?? rejection.row }));
  return { ...taken, rejected: [...rejected, ...told].sort((left, right) => left.row - right.row) };
}
