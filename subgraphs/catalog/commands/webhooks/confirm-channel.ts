/** A subject confirms its channel by the code that was sent there (Article 35). */
import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { badInput, conflict, notFoundAs } from '../../../../schema/errors.ts';
import { channelMessages } from '../../../../schema/messages/acts/rights/told.ts';
import type { Context } from '../../../request/context.ts';
import {
  CHANNEL_COLUMNS,
  type ChannelRow,
  placeOf,
  sealPlace,
  stateOf,
  TRIES_MAX,
} from '../../../rights/told/channel.ts';
import type { ChannelRow as ShownChannel } from '../../rows.ts';
import { callingSubject } from '../authorizations/calling-subject.ts';

const isSame = (sent: string, code: string): boolean => {
  const [one, other] = [Buffer.from(sent), Buffer.from(code)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** How the code was taken. A wrong one counts: it is stored before the caller is told. */
type Taken = { readonly channel: ShownChannel } | { readonly left: number } | 'OVER';

export async function confirmChannel(context: Context, sent: string): Promise<ShownChannel> {
  const subject = callingSubject(context);
  const { platform } = context;
  const now = platform.now();
  const taken = await context.request.write('rights', async (em): Promise<Taken> => {
    const db = em.getKysely();
    const read = () =>
      sql<ChannelRow>`select ${sql.raw(CHANNEL_COLUMNS)} from rights.channel c where c.subject_id = ${subject}::uuid for update`.execute(
        db,
      );
    const row = (await read()).rows[0];
    if (row === undefined || row.endedAt !== null || row.confirmedAt !== null) throw notFoundAs(channelMessages.none);
    const place = placeOf(platform.secrets, row);
    if (place?.code == null || row.tries >= TRIES_MAX || row.codeUntil === null || new Date(row.codeUntil) < now)
      return 'OVER';
    if (!isSame(sent.trim(), place.code)) {
      await sql`update rights.channel set tries = tries + 1 where id = ${row.id}::uuid`.execute(db);
      return { left: TRIES_MAX - row.tries - 1 };
    }
    const { sealed, keyId } = sealPlace(platform.secrets, row.id, { ...place, code: null });
    await sql`update rights.channel set confirmed_at = ${now.toISOString()}::timestamptz, sealed = ${sealed}, key_id = ${keyId}, next_at = null,
      attempts = 0 where id = ${row.id}::uuid`.execute(db);
    return { channel: stateOf(platform.secrets, (await read()).rows[0] ?? row) };
  });
  context.snapshot = await context.request.snapshot();
  if (taken === 'OVER') throw conflict('CODE_OVER', channelMessages.over);
  if ('left' in taken) throw badInput('CODE', channelMessages.wrong(taken.left), '35');
  return taken.channel;
}
