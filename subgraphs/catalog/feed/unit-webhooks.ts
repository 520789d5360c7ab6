/** The webhooks of all units and how their deliveries stand, for who runs the platform and who oversees it (Articles 17 and 39). */
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Context } from '../../request/context.ts';
import { listPage, pagedList } from '../../request/keyset.ts';
import type { Page } from '../../request/paging.ts';
import type { UnitWebhookRow } from '../rows.ts';
import type { QueryWebhooksArgs, Resolvers } from '../types.generated.ts';

const LIST = pagedList({
  name: 'unit-webhooks',
  with: `hook as (select w.unit, w.url, w.registered_at as "registeredAt",
      count(d.id) filter (where d.state = 'PENDING')::int as pending, count(d.id) filter (where d.state = 'DEAD')::int as dead,
      (array_agg(d.last_error order by d.created_at desc) filter (where d.last_error is not null))[1] as "lastError",
      max(d.finished_at) filter (where d.state = 'DELIVERED') as "lastDeliveredAt"
    from ledger.webhook w left join ledger.delivery d on d.unit = w.unit
    where w.ended_at is null and ($1::text is null or w.unit = $1) group by w.unit, w.url, w.registered_at),`,
  rows: `select * from hook where $2::boolean is null or (dead > 0) = $2`,
  parameters: 2,
  order: { id: { column: 'unit', type: 'text' } },
});

const instant = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString());

const webhookPage = (
  context: Context,
  { unit, dead, ...args }: Partial<QueryWebhooksArgs>,
): Promise<Page<UnitWebhookRow>> =>
  listPage(context, LIST, {
    query: `webhooks\n${unit ?? ''}\n${dead ?? ''}`,
    parameters: [unit ?? null, dead ?? null],
    args,
  });

export const unitWebhookQueries: Pick<NonNullable<Resolvers['Query']>, 'webhooks'> = {
  webhooks: (_root, args, context) => webhookPage(context, args),
};

export const unitWebhookResolvers: Pick<Resolvers, 'UnitWebhook'> = {
  UnitWebhook: {
    unit: (row) => ({ code: row.unit }),
    registeredAt: (row) => instant(row.registeredAt) ?? '',
    lastDeliveredAt: (row) => instant(row.lastDeliveredAt),
  },
};

export const unitWebhookQueryPolicy: Record<'webhooks', Guard> = { webhooks: roles('17', 'OPERATOR', 'AUTHORITY') };

export const unitWebhookPolicy: Pick<Policy<Resolvers>, 'UnitWebhook' | 'UnitWebhookConnection' | 'UnitWebhookEdge'> = {
  UnitWebhookConnection: openConnection,
  UnitWebhookEdge: openEdge,
  UnitWebhook: {
    unit: open,
    url: open,
    registeredAt: open,
    pending: open,
    dead: open,
    lastError: open,
    lastDeliveredAt: open,
  },
};
