/** A unit's webhook: where it is called when its feed has something new (Article 39). */
import { sql } from 'kysely';
import { conflict } from '../../../schema/errors.ts';
import { type Guard, open, type Policy, roles } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import { freshWebhookSecret } from '../../feed/webhook-delivery.ts';
import { checkWebhookUrl } from '../../feed/webhook-url.ts';
import type { Context } from '../../request/context.ts';
import type { Resolvers, Webhook } from '../types.generated.ts';

const OWN: Statement = {
  name: 'webhook',
  text: `select w.url, w.registered_at as "registeredAt",
      (select count(*)::int from ledger.delivery d where d.unit = w.unit and d.state = 'PENDING') as pending,
      (select count(*)::int from ledger.delivery d where d.unit = w.unit and d.state = 'DEAD') as dead,
      (select d.last_error from ledger.delivery d where d.unit = w.unit and d.last_error is not null
        order by d.created_at desc limit 1) as "lastError",
      (select max(d.finished_at) from ledger.delivery d where d.unit = w.unit and d.state = 'DELIVERED') as "lastDeliveredAt"
    from ledger.webhook w where w.unit = $1 and w.ended_at is null`,
};

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

async function ownWebhook(context: Context): Promise<Webhook | null> {
  const [row] = await context.query<Webhook>(OWN, [context.caller.unit]);
  if (row === undefined) return null;
  return { ...row, registeredAt: instant(row.registeredAt) ?? '', lastDeliveredAt: instant(row.lastDeliveredAt) };
}

/** Registers, or moves it and gives a new secret. What waited is called there. */
async function registerWebhook(context: Context, text: string): Promise<{ url: string; secret: string }> {
  const unit = context.caller.unit ?? '';
  const url = checkWebhookUrl(text, context.platform.webhooks === 'LOOPBACK_TOO' ? 'allow' : 'refuse');
  const secret = freshWebhookSecret();
  const { sealed, keyId } = context.platform.secrets.seal(secret, `webhook ${unit}`);
  const at = context.platform.now().toISOString();
  await context.request.write('control', async (em) => {
    await sql`insert into ledger.webhook (unit, url, sealed, key_id, registered_at)
      values (${unit}, ${url}, ${sealed}, ${keyId}, ${at}::timestamptz)
      on conflict (unit) do update set url = excluded.url, sealed = excluded.sealed, key_id = excluded.key_id,
        registered_at = excluded.registered_at, ended_at = null`.execute(em.getKysely());
  });
  context.snapshot = await context.request.snapshot();
  return { url, secret };
}

async function endWebhook(context: Context): Promise<{ ended: boolean }> {
  const at = context.platform.now().toISOString();
  const ended = await context.request.write('control', async (em) => {
    const { rows } = await sql`update ledger.webhook set ended_at = ${at}::timestamptz
      where unit = ${context.caller.unit} and ended_at is null returning unit`.execute(em.getKysely());
    return rows.length > 0;
  });
  context.snapshot = await context.request.snapshot();
  return { ended };
}

/** A dead delivery says no more than the next one would: the newest is tried again. */
async function retryDeadDeliveries(context: Context): Promise<{ retried: number }> {
  const at = context.platform.now().toISOString();
  const unit = context.caller.unit;
  const retried = await context.request.write('control', async (em) => {
    const db = em.getKysely();
    const waiting = await sql`select 1 from ledger.delivery where unit = ${unit} and state = 'PENDING'`.execute(db);
    if (waiting.rows.length > 0)
      throw conflict(
        'PENDING',
        'A delivery is on its way already.',
        'Wait for it; the query webhook says how it stands.',
      );
    const { rows } =
      await sql`update ledger.delivery set state = 'PENDING', attempts = 0, next_at = ${at}::timestamptz, finished_at = null
      where id = (select id from ledger.delivery where unit = ${unit} and state = 'DEAD' order by created_at desc limit 1)
      returning id`.execute(db);
    return rows.length;
  });
  context.snapshot = await context.request.snapshot();
  return { retried };
}

type Mutations = 'registerWebhook' | 'endWebhook' | 'retryDeadDeliveries';

export const webhookQueries: Pick<NonNullable<Resolvers['Query']>, 'webhook'> = {
  webhook: (_root, _args, context) => ownWebhook(context),
};

export const webhookMutations: Pick<NonNullable<Resolvers['Mutation']>, Mutations> = {
  registerWebhook: (_root, { url }, context) => registerWebhook(context, url),
  endWebhook: (_root, _args, context) => endWebhook(context),
  retryDeadDeliveries: (_root, _args, context) => retryDeadDeliveries(context),
};

const recipients = roles('39', 'PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR', 'AUTHORITY');

export const webhookQueryPolicy: Record<'webhook', Guard> = { webhook: recipients };

export const webhookMutationPolicy: Record<Mutations, Guard> = {
  registerWebhook: recipients,
  endWebhook: recipients,
  retryDeadDeliveries: recipients,
};

export const webhookPolicy: Pick<
  Policy<Resolvers>,
  'Webhook' | 'WebhookRegistration' | 'EndWebhookResult' | 'RetryResult'
> = {
  Webhook: { url: open, registeredAt: open, pending: open, dead: open, lastError: open, lastDeliveredAt: open },
  WebhookRegistration: { url: open, secret: open },
  EndWebhookResult: { ended: open },
  RetryResult: { retried: open },
};
