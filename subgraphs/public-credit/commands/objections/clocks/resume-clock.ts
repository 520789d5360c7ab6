/** From a day on time counts again (Article 39 §3), with the document that shows it. */
import { sql } from 'kysely';
import { badInput } from '../../../../../schema/errors.ts';
import type { PauseCause } from '../../../../../schema/law/matter/objections.ts';
import { decidingMessages } from '../../../../../schema/messages/acts/rights/deciding.ts';
import { resumeClocks } from '../../../../clocks/clocks.ts';
import type { Context } from '../../../../request/context.ts';
import type { ObjectionRow } from '../../../../rights/claims/objection-rows.ts';
import { pausing } from './pausing.ts';

export interface ResumeInput {
  readonly deadline: string;
  readonly cause?: PauseCause | null | undefined;
  readonly document: string;
  readonly on: string;
}

export const resumeClock = (context: Context, input: ResumeInput): Promise<ObjectionRow> =>
  pausing(context, input, async (em, { clock, name, document }) => {
    const { today } = context.request;
    await resumeClocks(em, context.snapshot.directory.calendar, today, name, input.on);
    const { rows } = await sql<{
      cause: PauseCause;
    }>`update rights.pause set until_on = ${input.on}::date, until_document = ${document}
      where clock_id = ${clock}::uuid and until_on is null returning cause`.execute(em.getKysely());
    if (input.cause != null && rows[0]?.cause !== input.cause)
      throw badInput('CAUSE', decidingMessages.otherCause, '39');
  });
