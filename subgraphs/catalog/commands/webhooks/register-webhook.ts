/** A unit registers the URL that is called when its feed has something new (Article 39). */
import { sql } from 'kysely';
import { freshWebhookSecret } from '../../../feed/webhook-delivery.ts';
import { checkWebhookUrl } from '../../../feed/webhook-url.ts';
import type { Context } from '../../../request/context.ts';

/** Registers a webhook, or moves it to another URL and gives it a new secret. Pending deliveries go to the new URL. */
export async function registerWebhook(context: Context, text: string): Promise<{ url: string; secret: string }> {
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
