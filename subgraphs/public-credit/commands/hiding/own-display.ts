/** What a subject lets be displayed of information on its trustworthiness (Article 37 §1). The row policies let nothing else be changed. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, forbidden, notFound } from '../../../../schema/errors.ts';
import { hidingMessages } from '../../../../schema/messages/acts/rights/hiding.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { HeldIn } from '../../../rights/falls.ts';

export interface OwnDisplay {
  readonly id: string;
  readonly displayed: boolean;
}

interface Held {
  readonly heldIn: HeldIn;
  readonly nature: 'TRUSTWORTHY' | 'UNTRUSTWORTHY' | 'NEUTRAL';
  readonly display: string;
  readonly ended: boolean;
}

async function readOwn(em: EntityManager, subject: string, id: string, today: string): Promise<Held | undefined> {
  const own = sql`subject_id = ${subject}::uuid and id = ${id}::uuid`;
  const ended = sql`coalesce(display = 'ARCHIVED' or displayed_until < ${today}::date, false) as ended`;
  const { rows } =
    await sql<Held>`select 'public_credit.record' as "heldIn", nature, display, ${ended} from public_credit.record where ${own} and current
    union all select 'non_public_credit.record', coalesce(rights.nature_of(item), 'NEUTRAL'), display, ${ended}
      from non_public_credit.record where ${own} and current
    union all select 'sanctions.designation', 'UNTRUSTWORTHY', display, ${ended} from sanctions.designation where ${own}
    union all select 'sanctions.incentive', 'TRUSTWORTHY', display, ${ended} from sanctions.incentive where ${own}`.execute(
      em.getKysely(),
    );
  return rows[0];
}

/**
 * Hides, or shows again. Told a second time it changes nothing. Throws NOT_FOUND for what is not its own, BAD_USER_INPUT for what does not speak for the
 * subject, CONFLICT for what has ended.
 */
export async function displayOwn(context: Context, id: string, to: 'DISPLAYED' | 'HIDDEN'): Promise<OwnDisplay> {
  const { request, platform, caller } = context;
  const self = caller.subject?.id;
  if (self === undefined) throw forbidden('ROLE', '37');
  if (!isId(id)) throw notFound('record');
  await request.write('rights', async (em) => {
    const db = em.getKysely();
    for (;;) {
      const held = await readOwn(em, self, id, request.today);
      if (held === undefined) throw notFound('record');
      if (held.nature === 'UNTRUSTWORTHY') throw badInput('UNTRUSTWORTHY', hidingMessages.untrustworthy, '37');
      if (held.nature === 'NEUTRAL') throw badInput('NEUTRAL', hidingMessages.neutral, '37');
      if (held.ended) throw conflict('ENDED', hidingMessages.ended);
      if (held.display === to) return;
      const hasVersions = held.heldIn !== 'sanctions.incentive';
      const { rows } = await sql`update ${sql.table(held.heldIn)} set display = ${to}
        where subject_id = ${self}::uuid and id = ${id}::uuid and display <> ${to} ${sql.raw(hasVersions ? 'and current' : '')} returning id`.execute(
        db,
      );
      // A correction, or the same asked a second time, committed meanwhile: what is held now is looked at.
      if (rows.length === 0) continue;
      if (held.heldIn === 'public_credit.record')
        await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
          values (${randomUUID()}::uuid, ${self}::uuid, ${id}::uuid, ${platform.now().toISOString()}::timestamptz, ${to}, ${to})`.execute(
          db,
        );
      return;
    }
  });
  context.snapshot = await request.snapshot();
  return { id, displayed: to === 'DISPLAYED' };
}
