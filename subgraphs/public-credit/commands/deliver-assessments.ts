/** Assessments of enterprises (Articles 47 and 48). The operator delivers results of the published method. Natural persons are never assessed. */
import { badInput, forbidden, repeated } from '../../../schema/errors.ts';
import { mayBeAssessed, methodOn } from '../../../schema/law/matter/assessments.ts';
import type { Context } from '../../request/context.ts';
import { identify } from '../../request/subjects/identify.ts';
import type { RecordInput, Rejection } from '../intake/check.ts';
import { assessmentMethods } from '../queries/assessment-methods.ts';
import { type ResultInput, recordOf } from './assessments.ts';
import { type Submission, takeIn } from './submission.ts';

export interface AssessmentInput {
  readonly item: string;
  readonly edition: string;
  readonly results: readonly ResultInput[];
}

/** What became of the results. */
type Assessed = Omit<Submission, 'rejected'> & { readonly rejected: readonly Omit<Rejection, 'faults'>[] };

const RESULTS_MAX = 1_000;

/** The mutation: stores results row by row. Rejected rows come back with their reason. */
export async function deliverAssessments(context: Context, input: AssessmentInput): Promise<Assessed> {
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
      `Edition ${repeated(input.edition)} is not the published method in force.`,
      method === undefined
        ? 'Have the method published with publishAssessmentMethod.'
        : `Deliver what edition ${repeated(method.edition)} finds.`,
      '47',
    );
  const classes = new Map(method.classes.map(({ level, supervision }) => [level, supervision]));
  const rejected: Omit<Rejection, 'faults'>[] = [];
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
      refuse(
        'LEVEL',
        `The method has no level ${repeated(level)}; it has ${[...classes.keys()].map(repeated).join(', ')}.`,
      );
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
  const renumbered = taken.rejected.map((rejection) => ({
    ...rejection,
    row: kept[rejection.row]?.row ?? rejection.row,
  }));
  return { ...taken, rejected: [...rejected, ...renumbered].sort((left, right) => left.row - right.row) };
}
