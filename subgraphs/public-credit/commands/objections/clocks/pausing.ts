/** Time that does not count for the decision of an objection (Article 39 §3): which clock, which document, which day. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFoundAs } from '../../../../../schema/errors.ts';
import type { TermKey } from '../../../../../schema/law/articles/terms.ts';
import { isDate } from '../../../../../schema/law/clocks/calendar.ts';
import { NOTHING_SAID } from '../../../../../schema/law/redact/facts.ts';
import { clockMessages } from '../../../../../schema/messages/acts/authorizations.ts';
import { decidingMessages } from '../../../../../schema/messages/acts/rights/deciding.ts';
import type { ClockName } from '../../../../clocks/clocks.ts';
import type { Statement } from '../../../../database/database.ts';
import { knownIn } from '../../../../redaction/known-values.ts';
import { withKnown } from '../../../../redaction/with-known.ts';
import type { Context } from '../../../../request/context.ts';
import { isId } from '../../../../request/subjects/representations.ts';
import type { ObjectionRow } from '../../../../rights/claims/objection-rows.ts';
import { after, holdOpen } from '../in-hand.ts';

interface PausingInput {
  readonly deadline: string;
  readonly document: string;
  readonly on: string;
}

interface Running {
  readonly kind: TermKey;
  readonly reference: string;
  readonly subjectId: string | null;
  readonly metOn: string | null;
}

export interface Pausing {
  /** The clock's id, and its name among the clocks. */
  readonly clock: string;
  readonly name: ClockName;
  /** The document as it may be read. */
  readonly document: string;
}

const DOCUMENT_MAX = 300;

const DECIDING: ReadonlySet<string> = new Set<TermKey>(['objection.decide', 'objection.decide-with-help']);

const OWN: Statement = {
  name: 'own-clock',
  text: `select kind, reference, subject_id as "subjectId", met_on as "metOn" from control.clock where id = $1::uuid and unit = $2`,
};

/**
 * Changes the pauses of a clock in one transaction, and returns its objection with the date that follows. Throws NOT_FOUND for the clock of another unit,
 * BAD_USER_INPUT for one of another kind, without a document or with a day that is none.
 */
export async function pausing(
  context: Context,
  { deadline, on, ...input }: PausingInput,
  change: (em: EntityManager, pausing: Pausing) => Promise<unknown>,
): Promise<ObjectionRow> {
  const { request } = context;
  const [running] = isId(deadline) ? await context.query<Running>(OWN, [deadline, context.caller.unit]) : [];
  if (running === undefined) throw notFoundAs(clockMessages.none);
  const { kind, reference, subjectId, metOn } = running;
  if (!DECIDING.has(kind) || subjectId === null) throw badInput('CLOCK', decidingMessages.otherClock, '39');
  if (metOn !== null) throw conflict('OBJECTION_CLOSED', decidingMessages.closed);
  const said = input.document.normalize('NFC').trim();
  if (said === '' || said.length > DOCUMENT_MAX)
    throw badInput('DOCUMENT', decidingMessages.document(DOCUMENT_MAX), '39');
  if (!isDate(on) || on > request.today) throw badInput('DATE', decidingMessages.day, '39');
  await request.write('rights', async (em) => {
    await holdOpen(em, reference);
    const document = await withKnown(
      em,
      context.platform.secrets,
      [{ subjectId, known: NOTHING_SAID }],
      async (known) => knownIn(known, subjectId).redact(said, 'NUMBER').text,
    );
    // It may have become the longer one meanwhile.
    const { rows } = await sql<{ kind: TermKey }>`select kind from control.clock where id = ${deadline}::uuid`.execute(
      em.getKysely(),
    );
    await change(em, { clock: deadline, name: { kind: rows[0]?.kind ?? kind, reference }, document });
  });
  return after(context, reference);
}
