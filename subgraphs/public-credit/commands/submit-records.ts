/** A providing unit submits records of one of its items (Articles 18 to 21). */
import { badInput, forbidden } from '../../../schema/errors.ts';
import type { Context } from '../../request/context.ts';
import type { RecordInput } from '../intake/check.ts';
import { type Submission, takeIn } from './submission.ts';

const RECORDS_MAX = 1_000;

/** The mutation: submits records of the calling unit. */
export async function submitRecords(
  context: Context,
  input: { readonly item: string; readonly records: readonly RecordInput[] },
): Promise<Submission> {
  if (input.records.length > RECORDS_MAX)
    throw badInput(
      'BATCH_SIZE',
      `${input.records.length} records were sent; a submission holds ${RECORDS_MAX}.`,
      'Send several submissions.',
    );
  const unit = context.caller.unit;
  if (unit === null) throw forbidden('ROLE', '21');
  const result = await takeIn(context.request, unit, input.item, input.records);
  context.snapshot = await context.request.snapshot();
  return result;
}
