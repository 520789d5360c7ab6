/** Queries for agreements: those who maintain the control plane read all, a party its own. */
import DataLoader from 'dataloader';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { listPage, pagedList } from '../../request/keyset.ts';
import type { Page } from '../../request/paging.ts';
import type { AgreementRow } from '../rows.ts';
import type { QueryAgreementsArgs, Resolvers } from '../types.generated.ts';

/** The same as `statusOf`. A test compares the two. */
const STATUS = `case when state <> 'IN_FORCE' then state when $5::date < valid_from then 'CONCLUDED'
  when $5::date > valid_until then 'EXPIRED' else 'IN_FORCE' end`;

/** The row policies let a party read its own agreements only. */
const LIST = pagedList({
  name: 'agreements',
  rows: `select id, party, items, purposes, valid_from as "validFrom", valid_until as "validUntil", daily_quota as "dailyQuota",
      concluded_at as "concludedAt", ended_at as "endedAt", state from control.agreement
    where ($1::text is null or party = $1) and ($2::text is null or ${STATUS} = $2) and ($3::text is null or $3 = any (items))
      and ($4::text is null or $4 = any (purposes)) and $5::date is not null`,
  parameters: 5,
  order: {
    on: { column: 'concludedAt', type: 'timestamptz', descending: true },
    id: { column: 'id', type: 'uuid', descending: true },
  },
});

const HISTORY: Statement = {
  name: 'agreement-history',
  text: `select agreement_id as "agreementId", at, from_state as "from", to_state as "to", reason from control.agreement_event
    where agreement_id = any ($1::uuid[]) order by at, id`,
};

function agreementPage(
  context: Context,
  { party: wanted, status, item, purpose, ...args }: Partial<QueryAgreementsArgs>,
): Promise<Page<AgreementRow>> {
  const { caller } = context;
  const party = caller.role === 'PARTY' ? caller.unit : (wanted ?? null);
  const filters = [party, status ?? null, item ?? null, purpose ?? null];
  const query = `agreements\n${JSON.stringify(filters)}`;
  return listPage(context, LIST, { query, parameters: [...filters, context.request.today], args });
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

export const agreementPolicy: Pick<
  Policy<Resolvers>,
  'Agreement' | 'AgreementConnection' | 'AgreementEdge' | 'AgreementEvent'
> = {
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
  AgreementConnection: openConnection,
  AgreementEdge: openEdge,
  AgreementEvent: { at: open, from: open, to: open, reason: open },
};
