/** The operator decides whether what another unit delivered of what fell is shown (Articles 37 to 40). */
import { sql } from 'kysely';
import { badInput, notFoundAs } from '../../../../schema/errors.ts';
import { heldMessages } from '../../../../schema/messages/acts/rights/fallen.ts';
import { heldDecided } from '../../../clocks/kinds/held.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import type { DecidedHeld } from '../../rows.ts';

export interface HeldDecision {
  readonly id: string;
  readonly show: boolean;
  readonly reasons: string;
}

const REASONS_MAX = 500;

interface Decided {
  readonly subject_id: string;
  readonly held_in: 'public_credit.record' | 'sanctions.designation';
  readonly personal: boolean;
  readonly unit: string;
  readonly item: string;
}

/** The mutation: shown, it is displayed and its subject is told; not shown, it fell, and its unit is told so when it delivers it again. */
export async function decideHeldRecord(context: Context, { id, show, reasons }: HeldDecision): Promise<DecidedHeld> {
  const text = reasons.normalize('NFC').trim();
  if (text === '' || text.length > REASONS_MAX || text.includes('\0') || !text.isWellFormed())
    throw badInput('REASON', heldMessages.reasons(REASONS_MAX), '39');
  if (!isId(id)) throw notFoundAs(heldMessages.none);
  const { today, platform } = { today: context.request.today, platform: context.platform };
  const personal = await context.request.write('amend', async (em) => {
    const { rows } = await sql<Decided>`select * from rights.decide_held(${id}::uuid, ${show})`.execute(em.getKysely());
    const [held] = rows;
    if (held === undefined) throw notFoundAs(heldMessages.none);
    await heldDecided(em, today, id);
    await storeTexts(em, platform.secrets, [
      { subjectId: held.subject_id, place: 'HELD', id, texts: { reasons: text } },
    ]);
    // Of a designation a trigger tells.
    if (show && held.held_in === 'public_credit.record')
      await tellSubjects(em, [
        {
          kind: 'ADDED',
          subject: held.subject_id,
          record: id,
          said: { unit: held.unit, item: held.item },
        },
      ]);
    return held.personal;
  });
  context.snapshot = await context.request.snapshot();
  return { id, personal, displayed: show };
}
