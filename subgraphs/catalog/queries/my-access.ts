/** What a party may do, and how long (Article 23 (2)): its agreements with what is left of the day's quota, authorizations in numbers, notices. */
import {
  type AccessNotice,
  accessNotices,
  type Ending,
  NOTICE_DAYS,
} from '../../../schema/law/asking/access-notices.ts';
import { addDays, todayIn } from '../../../schema/law/clocks/calendar.ts';
import { aboutNobody, type IdTable } from '../../authorization/ids.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { editionOn } from '../../request/directory.ts';
import { type Page, type PageArguments, pageOfRows } from '../../request/paging.ts';
import type { Access, HeldAgreement } from '../rows.ts';
import type { AgreedAccess, Resolvers, ResolversParentTypes } from '../types.generated.ts';
import { numbersOf } from './authorization-numbers.ts';

const HELD: Statement = {
  name: 'my-agreements',
  text: `select a.id, a.items, a.purposes, a.valid_from as "validFrom", a.valid_until as "validUntil", a.daily_quota as "dailyQuota", a.state,
      a.concluded_at as "concludedAt", coalesce(a.ended_at, (select max(e.at) from control.agreement_event e where e.agreement_id = a.id)) as "changedAt",
      coalesce((select q.used from ledger.quota q where q.agreement_id = a.id and q.day = $2::date), 0) as "usedToday"
    from control.agreement a where a.party = $1 and a.state <> 'DRAFT' and a.valid_until >= $2::date - ${NOTICE_DAYS + 1}
    order by a.valid_until, a.id`,
};

const heldAgreements = ({ caller, request, query }: Context): Promise<HeldAgreement[]> =>
  query<HeldAgreement>(HELD, [caller.unit, request.today]);

/** The same authorization may name several purposes: these are counted once. */
const ENDING: Statement = {
  name: 'authorizations-ending',
  text: `select count(*)::int as count, count(*) filter (where l.valid_until <= control.today() + $1::int)::int as "within30Days"
    from control.authorization_ends() l`,
};

const instant = (at: string): string => new Date(at).toISOString();

const earlier = (...dates: [string, string]): string => [...dates].sort()[0] ?? '';

/** The newest first: keys that sort the other way round. */
const orderOf = ({ at, kind, item, purposes, from }: AccessNotice): string =>
  [String(Number.MAX_SAFE_INTEGER - Date.parse(at)), kind, item, purposes.join(), from].join('\n');

/** Each with a key of its own: of two agreements that end on one day both notices may say the same. */
function inOrder(notices: readonly AccessNotice[]): { readonly notice: AccessNotice; readonly key: string }[] {
  const alike = [...Map.groupBy(notices, orderOf)].sort(([left], [right]) => (left < right ? -1 : 1));
  return alike.flatMap(([key, same]) => same.map((notice, place) => ({ notice, key: `${key}\n${place}` })));
}

async function noticePage(
  context: Context,
  held: readonly HeldAgreement[],
  args: PageArguments,
): Promise<Page<AccessNotice>> {
  const { directory } = context.snapshot;
  const { today } = context.request;
  const numbers = await numbersOf(context, context.caller.unit, null);
  const notices = accessNotices({
    today,
    agreements: held.map(({ state, changedAt, concludedAt, validUntil, ...agreement }) => {
      const stoppedAt = state === 'IN_FORCE' || changedAt === null ? null : instant(changedAt);
      const dayBefore = stoppedAt === null ? validUntil : addDays(todayIn(new Date(stoppedAt)), -1);
      return {
        ...agreement,
        concludedAt: instant(concludedAt),
        stoppedAt,
        lastDay: earlier(dayBefore, validUntil),
      };
    }),
    editions: directory.editions,
    inForce: (code, date) => editionOn(directory.editions, code, date),
    endings: numbers.flatMap(({ purpose, firstEnd }): Ending[] =>
      firstEnd === null ? [] : [{ purpose, from: addDays(firstEnd, 1) }],
    ),
  });
  const sorted = inOrder(notices);
  const keys = new Map(sorted.map(({ notice, key }) => [notice, key]));
  return pageOfRows(
    context,
    'access-notices',
    args,
    sorted.map(({ notice }) => notice),
    (notice) => keys.get(notice) ?? '',
  );
}

export const accessQueries: Pick<NonNullable<Resolvers['Query']>, 'myAccess'> = {
  myAccess: async (_root, _args, context): Promise<Access> => ({ held: await heldAgreements(context) }),
};

const inForceToday = ({ state, validFrom, validUntil }: HeldAgreement, today: string): boolean =>
  state === 'IN_FORCE' && validFrom <= today && today <= validUntil;

export const accessResolvers: Pick<Resolvers, 'MyAccess'> = {
  MyAccess: {
    unit: (_row, _args, { caller }) => ({ code: caller.unit ?? '' }),
    agreements: ({ held }, _args, { request: { today } }): AgreedAccess[] =>
      held
        .filter((one) => inForceToday(one, today))
        .map(({ id, items, purposes, validUntil, dailyQuota, usedToday }) => ({
          id,
          items,
          purposes,
          validUntil,
          dailyQuota,
          usedToday,
          left: Math.max(0, dailyQuota - usedToday),
        })),
    authorizationsEnding: async (_row, _args, context) => {
      const [row] = await context.query<{ count: number; within30Days: number }>(ENDING, [NOTICE_DAYS]);
      return { count: row?.count ?? 0, within30Days: row?.within30Days ?? 0 };
    },
    notices: ({ held }, args, context) => noticePage(context, held, args),
    tokenExpiresAt: (_row, _args, { caller }) => caller.tokenExpiresAt ?? null,
  },
};

export const accessIds: IdTable<ResolversParentTypes>['fields'] = { AgreedAccess: { id: aboutNobody } };

const PARTY = roles('23', 'PARTY');

export const accessQueryPolicy: Record<'myAccess', Guard> = { myAccess: PARTY };

export const accessPolicy: Pick<
  Policy<Resolvers>,
  'MyAccess' | 'AgreedAccess' | 'AuthorizationsEnding' | 'AccessNotice' | 'AccessNoticeConnection' | 'AccessNoticeEdge'
> = {
  MyAccess: { unit: open, agreements: open, authorizationsEnding: open, notices: open, tokenExpiresAt: open },
  AgreedAccess: {
    id: open,
    items: open,
    purposes: open,
    validUntil: open,
    dailyQuota: open,
    usedToday: open,
    left: open,
  },
  AuthorizationsEnding: { count: open, within30Days: open },
  AccessNotice: { at: open, kind: open, from: open, item: open, purposes: open },
  AccessNoticeConnection: openConnection,
  AccessNoticeEdge: openEdge,
};
