/** From a day on time does not count (Article 39 §3): for examination, testing, quarantine, evaluation or appraisal, with its document. */
import { sql } from 'kysely';
import type { PauseCause } from '../../../../../schema/law/matter/objections.ts';
import { pauseClocks } from '../../../../clocks/clocks.ts';
import type { Context } from '../../../../request/context.ts';
import { newId } from '../../../../request/request.ts';
import type { ObjectionRow } from '../../../../rights/claims/objection-rows.ts';
import { pausing } from './pausing.ts';

export interface PauseInput {
  readonly deadline: string;
  readonly cause: PauseCause;
  readonly document: string;
  readonly on: string;
}

export const pauseClock = (context: Context, input: PauseInput): Promise<ObjectionRow> =>
  pausing(context, input, async (em, { clock, name, document }) => {
    const { today } = context.request;
    await pauseClocks(em, context.snapshot.directory.calendar, today, name, { from: input.on, reason: input.cause });
    await sql`insert into rights.pause (id, clock_id, unit, cause, document, from_on)
      values (${newId()}::uuid, ${clock}::uuid, ${context.caller.unit}, ${input.cause}, ${document}, ${input.on}::date)`.execute(
      em.getKysely(),
    );
  });
