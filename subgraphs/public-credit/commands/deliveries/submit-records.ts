/** A providing unit submits records of one of its items (Articles 18 to 21). */

import { badInput, forbidden } from '../../../../schema/errors.ts';
import { BATCH_SIZES } from '../../../../schema/law/asking/batch-sizes.ts';
import { sizeMessages } from '../../../../schema/messages/acts/inputs.ts';
import type { Context } from '../../../request/context.ts';
import type { RecordInput } from '../../intake/check.ts';
import { checkedNewFacts, type NewFacts } from '../fallen/new-facts.ts';
import { type ToldSubmission, takeIn, toldIn } from './submission.ts';

const RECORDS_MAX = BATCH_SIZES.records;

/** The mutation: submits records of the calling unit. */
export async function submitRecords(
  context: Context,
  input: {
    readonly item: string;
    readonly records: readonly RecordInput[];
    readonly newFacts?: NewFacts | null | undefined;
  },
): Promise<ToldSubmission> {
  if (input.records.length > RECORDS_MAX)
    throw badInput('BATCH_SIZE', sizeMessages.records(input.records.length, RECORDS_MAX));
  const unit = context.caller.unit;
  if (unit === null) throw forbidden('ROLE', '21');
  const newFacts = input.newFacts == null ? undefined : checkedNewFacts(input.newFacts);
  const result = await takeIn(context.request, unit, input.item, input.records, { newFacts });
  context.snapshot = await context.request.snapshot();
  return toldIn(result, context.caller);
}
