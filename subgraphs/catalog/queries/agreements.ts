/** Queries for agreements: those who maintain the control plane read all, a party its own. */
import DataLoader from 'dataloader';
import { type Guard, open, type Policy, roles } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { cursorAfter, pageSize, positionOf } from '../../request/paging.ts';
import type { AgreementPage, AgreementRow } from '../rows.ts';
import type { Resolvers } from '../types.generated.ts';

/** The row policies let a party read its own agreements only. */
const PAGE: Statement = {
  name: 'agreements',
  text: `with seen as (select * from control.agreement a where $1::text is null or a.party = $1),
      total as (select count(*)::int as total from seen)
    select total.total, page.* from total left join lateral (
      select id, party, items, purposes, valid_from as "validFrom", valid_until as "validUntil", daily_quota as "dailyQuota",
        concluded_at as "concludedAt", ended_at as "endedAt", state from seen
      where $3::timestamptz is null or (concluded_at, id) < ($3::timestamptz, $4::uuid)
      order by concluded_at desc, id desc limit $2) page on true`,
};

const HISTORY: Statement = {
  name: 'agreement-history',
  text: `select agreement_id as "agreementId", at, from_state as "from", to_state as "to", reason from control.agreement_event
    where agreement_id = any ($1::uuid[]) order by at, id`,
};

interface Arguments {
  readonly party?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

async function agreementPage(context: Context, args: Arguments): Promise<AgreementPage> {
  const { caller } = context;
  const party = caller.role === 'PARTY' ? caller.unit : (args.party ?? null);
  const size = pageSize(args.first);
  const query = `agreements\n${party ?? ''}`;
  const after = positionOf(context, query, args.after);
  const found = await context.query<
    (AgreementRow & { concludedAt: string; total: number }) | { id: null; total: number }
  >(PAGE, [party, size + 1, after?.on ?? null, after?.id ?? null]);
  const rows = found.filter((row): row is AgreementRow & { concludedAt: string; total: number } => row.id !== null);
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return {
    totalCount: found[0]?.total ?? 0,
    pageInfo: {
      hasNextPage: rows.length > size,
      endCursor: last === undefined ? null : cursorAfter(context, query, { on: last.concludedAt, id: last.id }),
    },
    nodes,
  };
}

interface EventRow {
  readonly agreementId: string;
  readonly at: string;
  readonly from: string | null;
  readonly to: string;
  readonly reason: string;
}

const historyLoader = (context: Context): DataLoader<string, EventRow[]> =>
  context.once(
    'agreement-history',
    () =>
      new DataLoader<string, EventRow[]>(async (ids) => {
        const events = Map.groupBy(await context.query<EventRow>(HISTORY, [ids]), (event) => event.agreementId);
        return ids.map((id) => events.get(id) ?? []);
      }),
  );

/** Status on a day: the stored state, and whether the term has begun or is over. */
export function statusOf(row: AgreementRow, today: string) {
  if (row.state !== 'IN_FORCE') return row.state;
  if (today < row.validFrom) return 'CONCLUDED' as const;
  return today > row.validUntil ? ('EXPIRED' as const) : ('IN_FORCE' as const);
}

type Mutations =
  | 'draftAgreement'
  | 'concludeAgreement'
  | 'activateAgreement'
  | 'suspendAgreement'
  | 'resumeAgreement'
  | 'endAgreement';

export const agreementQueries: Pick<NonNullable<Resolvers['Query']>, 'agreements'> = {
  agreements: (_root, args, context) => agreementPage(context, args),
};

export const agreementResolvers: Pick<Resolvers, 'Agreement'> = {
  Agreement: {
    party: (row) => ({ code: row.party }),
    status: (row, _args, context) => statusOf(row, context.request.today),
    history: async (row, _args, context) =>
      (await historyLoader(context).load(row.id)).map((event) => ({
        at: new Date(event.at).toISOString(),
        from: event.from as AgreementRow['state'] | null,
        to: event.to as AgreementRow['state'],
        reason: event.reason,
      })),
  },
};

/** Roles that maintain the control plane: the department in charge and the public credit work body (Articles 6 and 7). */
const keepers = roles('23', 'OPERATOR', 'AUTHORITY');

export const agreementQueryPolicy: Record<'agreements', Guard> = {
  agreements: roles('23', 'OPERATOR', 'AUTHORITY', 'PARTY'),
};

export const agreementMutationPolicy: Record<Mutations, Guard> = {
  draftAgreement: keepers,
  concludeAgreement: keepers,
  activateAgreement: keepers,
  suspendAgreement: keepers,
  resumeAgreement: keepers,
  endAgreement: keepers,
};

export const agreementPolicy: Pick<Policy<Resolvers>, 'Agreement' | 'AgreementConnection' | 'AgreementEvent'> = {
  Agreement: {
    id: open,
    party: open,
    items: open,
    purposes: open,
    validFrom: open,
    validUntil: open,
    dailyQuota: open,
    status: open,
    history: open,
  },
  AgreementConnection: { totalCount: open, pageInfo: open, nodes: open },
  AgreementEvent: { at: open, from: open, to: open, reason: open },
};
