/** Resolvers and guards for a unit's webhook, which is called when its feed has something new (Article 39). */
import { type Guard, open, type Policy } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import { waitingDeliveries } from '../../feed/news-of-unit.ts';
import type { Context } from '../../request/context.ts';
import type { Resolvers, Webhook } from '../types.generated.ts';
import { recipients } from './recipients.ts';

const OWN: Statement = {
  name: 'webhook',
  text: `select w.url, w.registered_at as "registeredAt",
      (select d.last_error from ledger.delivery d where d.unit = w.unit and d.last_error is not null
        order by d.created_at desc limit 1) as "lastError",
      (select max(d.finished_at) from ledger.delivery d where d.unit = w.unit and d.state = 'DELIVERED') as "lastDeliveredAt"
    from ledger.webhook w where w.unit = $1 and w.ended_at is null`,
};

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

async function ownWebhook(context: Context): Promise<Webhook | null> {
  const [row] = await context.query<Omit<Webhook, 'pending' | 'dead'>>(OWN, [context.caller.unit]);
  if (row === undefined) return null;
  const waiting = await waitingDeliveries(context);
  const count = (state: string): number => waiting.filter((one) => one.state === state).length;
  return {
    ...row,
    pending: count('PENDING'),
    dead: count('DEAD'),
    registeredAt: instant(row.registeredAt) ?? '',
    lastDeliveredAt: instant(row.lastDeliveredAt),
  };
}

type Mutations = 'registerWebhook' | 'endWebhook' | 'retryDeadDeliveries';

export const webhookQueries: Pick<NonNullable<Resolvers['Query']>, 'webhook'> = {
  webhook: (_root, _args, context) => ownWebhook(context),
};

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
