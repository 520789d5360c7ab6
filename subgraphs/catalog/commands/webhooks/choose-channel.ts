/** A subject chooses where it is told that there is something new about it (Article 35). A code goes there first, so that nobody chooses another's address. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { channelMessages } from '../../../../schema/messages/acts/rights/told.ts';
import { freshWebhookSecret } from '../../../feed/webhook-delivery.ts';
import { checkWebhookUrl } from '../../../feed/webhook-url.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { MESSAGE_KINDS } from '../../../rights/tell-subjects.ts';
import {
  ADDRESS_CODES_MAX,
  addressMark,
  CHANNEL_COLUMNS,
  type ChannelRow,
  CODE_HOURS,
  CODES_MAX,
  freshCode,
  placeOf,
  type SendingKind,
  sealPlace,
  stateOf,
} from '../../../rights/told/channel.ts';
import { mailAddress } from '../../../rights/told/mail-address.ts';
import type { ChannelRow as ShownChannel } from '../../rows.ts';
import type { ChannelInput } from '../../types.generated.ts';
import { callingSubject } from '../authorizations/calling-subject.ts';

interface Wanted {
  readonly kind: SendingKind;
  readonly to: string;
}

/** What was asked for; undefined for none. Throws BAD_USER_INPUT. */
function wantedOf({ platform }: Context, { kind, url, address }: ChannelInput): Wanted | undefined {
  const given = { url: url ?? undefined, address: address ?? undefined };
  const place = (field: 'url' | 'address'): string => {
    const { [field]: value, ...others } = given;
    if (value === undefined || Object.values(others).some((other) => other !== undefined))
      throw badInput('CHANNEL', channelMessages.place(field), '35');
    return value;
  };
  if (kind === 'NONE') return undefined;
  if (kind === 'WEBHOOK')
    return { kind, to: checkWebhookUrl(place('url'), platform.webhooks === 'LOOPBACK_TOO' ? 'allow' : 'refuse') };
  if (!platform.sendsMail) throw conflict('NO_MAIL', channelMessages.noMail);
  const to = mailAddress(place('address'));
  if (to === undefined) throw badInput('ADDRESS', channelMessages.address, '35');
  return { kind, to };
}

const OWN = (subject: string) => sql<ChannelRow>`select ${sql.raw(CHANNEL_COLUMNS)} from rights.channel c
  where c.subject_id = ${subject}::uuid for update`;

/**
 * Whether another code may go to the address today, which is counted. One more is sent to nobody, and the caller is told nothing of it: else it would learn that
 * others chose the address.
 */
async function mayBeSent({ platform, request }: Context, em: EntityManager, { kind, to }: Wanted): Promise<boolean> {
  const db = em.getKysely();
  await sql`delete from rights.codes_sent where sent_on < ${request.today}::date`.execute(db);
  const { rows } = await sql<{
    codes: number;
  }>`insert into rights.codes_sent as s (mark, sent_on, codes) values (${addressMark(platform.secrets, kind, to)}, ${request.today}::date, 1)
    on conflict (mark) do update set codes = s.codes + 1 returning codes`.execute(db);
  return (rows[0]?.codes ?? 1) <= ADDRESS_CODES_MAX;
}

interface Chosen {
  readonly channel: ShownChannel | null;
  readonly secret: string | null;
}

async function store(
  { platform, request }: Context,
  em: EntityManager,
  subject: string,
  wanted: Wanted,
  { kinds, language }: { readonly kinds: readonly string[]; readonly language: string },
): Promise<Chosen> {
  const db = em.getKysely();
  const { secrets } = platform;
  const now = platform.now();
  const row = (await OWN(subject).execute(db)).rows[0];
  const held = row === undefined || row.endedAt !== null ? null : placeOf(secrets, row);
  const secret = wanted.kind === 'WEBHOOK' ? freshWebhookSecret() : null;
  // Where it was confirmed it stays so: other kinds or another language send no code.
  if (row !== undefined && row.kind === wanted.kind && row.confirmedAt !== null && held?.to === wanted.to)
    await sql`update rights.channel set kinds = ${kinds}::text[], language = ${language} where id = ${row.id}::uuid`.execute(
      db,
    );
  else {
    const codes = row?.codesOn === request.today ? row.codes + 1 : 1;
    if (codes > CODES_MAX) throw conflict('CODES', channelMessages.codes(CODES_MAX));
    const id = row?.id ?? newId();
    const { sealed, keyId } = sealPlace(secrets, id, { to: wanted.to, secret, code: freshCode() });
    const until = new Date(now.getTime() + CODE_HOURS * 3_600_000).toISOString();
    const at = now.toISOString();
    const nextAt = (await mayBeSent({ platform, request } as Context, em, wanted)) ? at : null;
    await sql`insert into rights.channel (id, subject_id, kind, sealed, key_id, kinds, language, chosen_at, codes, codes_on, tries, code_until,
        next_at, attempts)
      values (${id}::uuid, ${subject}::uuid, ${wanted.kind}, ${sealed}, ${keyId}, ${kinds}::text[], ${language}, ${at}::timestamptz, ${codes},
        ${request.today}::date, 0, ${until}::timestamptz, ${nextAt}::timestamptz, 0)
      on conflict (id) do update set kind = excluded.kind, sealed = excluded.sealed, key_id = excluded.key_id, kinds = excluded.kinds,
        language = excluded.language, chosen_at = excluded.chosen_at, codes = excluded.codes, codes_on = excluded.codes_on, tries = 0,
        code_until = excluded.code_until, next_at = excluded.next_at, attempts = 0, confirmed_at = null, ended_at = null, ended_by = null,
        newest = null, newest_at = null`.execute(db);
    const { rows } = await OWN(subject).execute(db);
    return { channel: rows[0] === undefined ? null : stateOf(secrets, rows[0]), secret };
  }
  const { rows } = await OWN(subject).execute(db);
  return { channel: rows[0] === undefined ? null : stateOf(secrets, rows[0]), secret: null };
}

/** Nothing of an address is kept that is not used any more. */
async function end({ platform }: Context, em: EntityManager, subject: string): Promise<Chosen> {
  const db = em.getKysely();
  const row = (await OWN(subject).execute(db)).rows[0];
  if (row !== undefined && row.endedBy !== 'CHOSEN') {
    const { sealed, keyId } = sealPlace(platform.secrets, row.id, null);
    await sql`update rights.channel set ended_at = coalesce(ended_at, ${platform.now().toISOString()}::timestamptz), ended_by = 'CHOSEN', next_at = null,
      sealed = ${sealed}, key_id = ${keyId} where id = ${row.id}::uuid`.execute(db);
  }
  return { channel: null, secret: null };
}

export async function chooseChannel(context: Context, input: ChannelInput): Promise<Chosen> {
  const subject = callingSubject(context);
  const wanted = wantedOf(context, input);
  const kinds = [...new Set(input.kinds ?? MESSAGE_KINDS)];
  if (kinds.length === 0) throw badInput('KINDS', channelMessages.kinds, '35');
  const language = input.language?.toLowerCase() ?? context.caller.language ?? 'en';
  const chosen = await context.request.write('rights', async (em) => {
    // Two choices at once: one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`credit-gateway channel ${subject}`}, 0))`.execute(
      em.getKysely(),
    );
    return wanted === undefined ? end(context, em, subject) : store(context, em, subject, wanted, { kinds, language });
  });
  context.snapshot = await context.request.snapshot();
  return chosen;
}
