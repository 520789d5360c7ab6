/** Assessments of enterprises (Articles 47 and 48). The operator delivers results of the published method. Natural persons are never assessed. */

import { badInput, forbidden, repeated } from '../../../../schema/errors.ts';
import { BATCH_SIZES } from '../../../../schema/law/asking/batch-sizes.ts';
import { mayBeAssessed, methodOn } from '../../../../schema/law/matter/assessments.ts';
import type { Localized } from '../../../../schema/localized.ts';
import { sizeMessages } from '../../../../schema/messages/acts/inputs.ts';
import { assessmentMessages, resultMessages } from '../../../../schema/messages/acts/public-credit.ts';
import type { Context } from '../../../request/context.ts';
import { identify } from '../../../request/subjects/identify.ts';
import type { RecordInput, Rejection } from '../../intake/check.ts';
import { assessmentMethods } from '../../queries/assessment-methods.ts';
import { type ToldSubmission, takeIn, toldIn } from '../deliveries/submission.ts';
import { type ResultInput, recordOf } from './assessments.ts';

export interface AssessmentInput {
  readonly item: string;
  readonly edition: string;
  readonly results: readonly ResultInput[];
}

const RESULTS_MAX = BATCH_SIZES.assessments;

/** The mutation: stores results row by row. Rejected rows come back with their reason. */
export async function deliverAssessments(context: Context, input: AssessmentInput): Promise<ToldSubmission> {
  const { caller, platform, request } = context;
  if (input.results.length > RESULTS_MAX)
    throw badInput('BATCH_SIZE', sizeMessages.results(input.results.length, RESULTS_MAX));
  const unit = caller.unit;
  if (unit === null) throw forbidden('ROLE', '47');
  const method = methodOn(await assessmentMethods(context), request.today);
  if (method === undefined || method.edition !== input.edition)
    throw badInput(
      'METHOD',
      method === undefined
        ? assessmentMessages.notInForce(repeated(input.edition))
        : assessmentMessages.otherInForce(repeated(input.edition), repeated(method.edition)),
      '47',
    );
  const classes = new Map(method.classes.map(({ level, supervision }) => [level, supervision]));
  const rejected: Rejection[] = [];
  const kept: { row: number; record: RecordInput }[] = [];
  input.results.forEach(({ uscc, subjectName, level, assessedOn }, row) => {
    const refuse = (code: string, message: Localized) =>
      rejected.push({ row, code, message: message.en, faults: [{ code, message }] });
    let about: ReturnType<typeof identify>;
    try {
      about = identify(platform, { type: 'USCC', value: uscc });
    } catch {
      refuse('IDENTIFIER', resultMessages.identifier);
      return;
    }
    const supervision = classes.get(level);
    if (!mayBeAssessed(about)) refuse('NOT_ASSESSED', resultMessages.notAssessed);
    else if (supervision === undefined)
      refuse('LEVEL', resultMessages.level(repeated(level), [...classes.keys()].map(repeated)));
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
  const all = [...rejected, ...renumbered].sort((left, right) => left.row - right.row);
  return toldIn({ ...taken, rejected: all }, caller);
}
