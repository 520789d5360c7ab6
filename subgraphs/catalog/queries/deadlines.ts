/** Queries for statutory deadlines: the overseers read all, a unit its own. */

import { aboutNobody, type IdTable, textWithIdOf } from '../../authorization/ids.ts';
import { type Guard, open, type Policy, roles } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { cursorAfter, pageSize, positionOf } from '../../request/paging.ts';
import type { DeadlinePage, DeadlineRow } from '../rows.ts';
import type { Resolvers, ResolversParentTypes } from '../types.generated.ts';

/** The same states as `stateOf` in schema/law/clocks/clocks.ts. A test compares the two. */
const STATE = `case when k.met_on is not null then case when k.met_on <= k.due_on then 'MET' else 'LATE' end
  when k.due_on < $1::date and not exists (select from jsonb_array_elements(k.pauses) p where p->>'until' is null) then 'OVERDUE'
  else 'OPEN' end`;

/** The row policies let a unit read its own clocks only. */
const PAGE: Statement = {
  name: 'deadlines',
  text: `with seen as (select k.id, k.obligation, k.kind, k.unit, k.subject_id, k.reference, k.started_on as "startedOn", k.due_on as "dueOn",
        k.provisional, k.earliest, k.latest, k.met_on as "metOn", ${STATE} as status from control.clock k
        where $2::text is null or k.unit = $2),
      picked as (select * from seen where $3::text is null or status = $3),
      total as (select count(*)::int as total from picked)
    select total.total, page.*, page.subject_id is not null and public_credit.about_person(page.subject_id) as personal from total left join lateral (select * from picked
      where $5::date is null or ("dueOn", id) > ($5::date, $6::uuid) order by "dueOn", id limit $4) page on true`,
};

interface Arguments {
  readonly status?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

const OVERSEERS: ReadonlySet<string> = new Set(['OPERATOR', 'AUTHORITY']);

async function deadlinePage(context: Context, args: Arguments): Promise<DeadlinePage> {
  const { caller } = context;
  const unit = OVERSEERS.has(caller.role) ? null : (caller.unit ?? '');
  const size = pageSize(args.first);
  const query = `deadlines\n${args.status ?? ''}`;
  const after = positionOf(context, query, args.after);
  const found = await context.query<(DeadlineRow | { id: null }) & { total: number }>(PAGE, [
    context.request.today,
    unit,
    args.status ?? null,
    size + 1,
    after?.on ?? null,
    after?.id ?? null,
  ]);
  const rows = found.filter((row): row is DeadlineRow & { total: number } => row.id !== null);
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return {
    totalCount: found[0]?.total ?? 0,
    pageInfo: {
      hasNextPage: rows.length > size,
      endCursor: last === undefined ? null : cursorAfter(context, query, { on: last.dueOn, id: last.id }),
    },
    nodes,
  };
}

export const deadlineQueries: Pick<NonNullable<Resolvers['Query']>, 'deadlines'> = {
  deadlines: (_root, args, context) => deadlinePage(context, args),
};

export const deadlineResolvers: Pick<Resolvers, 'Deadline'> = { Deadline: { unit: (row) => ({ code: row.unit }) } };

/** What a clock refers to: a re-examination, a notice about an organ, else a record, with its version behind it or without. */
const referred = ({ kind }: DeadlineRow) =>
  kind === 'reexamination.decide' ? 'REEXAMINATION' : kind === 'organ.correct' ? 'NOTICE' : 'RECORD';

export const deadlineIds: IdTable<ResolversParentTypes>['fields'] = {
  Deadline: { id: aboutNobody, reference: textWithIdOf(referred, ({ personal }: DeadlineRow) => ({ personal })) },
};

export const deadlineQueryPolicy: Record<'deadlines', Guard> = {
  deadlines: roles('38', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'PARTY', 'DEPARTMENT', 'COLLECTOR'),
};

export const deadlinePolicy: Pick<Policy<Resolvers>, 'Deadline' | 'DeadlineConnection'> = {
  DeadlineConnection: { totalCount: open, pageInfo: open, nodes: open },
  Deadline: {
    id: open,
    obligation: open,
    kind: open,
    unit: open,
    reference: open,
    startedOn: open,
    dueOn: open,
    provisional: open,
    earliest: open,
    latest: open,
    metOn: open,
    status: open,
  },
};
