/** Queries for statutory deadlines: the overseers read all, a unit its own. */

import { aboutNobody, type IdTable, textWithIdOf } from '../../authorization/ids.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Thing } from '../../keys/recipient-ids.ts';
import type { Context } from '../../request/context.ts';
import { listPage, pagedList } from '../../request/keyset.ts';
import type { DeadlinePage, DeadlineRow } from '../rows.ts';
import type { QueryDeadlinesArgs, Resolvers, ResolversParentTypes } from '../types.generated.ts';

/** The same states as `stateOf` in schema/law/clocks/clocks.ts. A test compares the two. */
const STATE = `case when k.met_on is not null then case when k.met_on <= k.due_on then 'MET' else 'LATE' end
  when k.due_on < $1::date and not exists (select from jsonb_array_elements(k.pauses) p where p->>'until' is null) then 'OVERDUE'
  else 'OPEN' end`;

/** The row policies let a unit read its own clocks only. */
const LIST = pagedList({
  name: 'deadlines',
  rows: `select * from (select k.id, k.obligation, k.kind, k.unit, k.subject_id, k.reference, k.started_on as "startedOn", k.due_on as "dueOn",
        k.provisional, k.earliest, k.latest, k.met_on as "metOn", ${STATE} as status from control.clock k
        where $2::text is null or k.unit = $2) clock where $3::text is null or status = $3`,
  parameters: 3,
  order: { on: { column: 'dueOn', type: 'date' }, id: { column: 'id', type: 'uuid' } },
  columns: 'seen.*, seen.subject_id is not null and public_credit.about_person(seen.subject_id) as personal',
});

const OVERSEERS: ReadonlySet<string> = new Set(['OPERATOR', 'AUTHORITY']);

function deadlinePage(context: Context, { status, ...args }: Partial<QueryDeadlinesArgs>): Promise<DeadlinePage> {
  const { caller, request } = context;
  const unit = OVERSEERS.has(caller.role) ? null : (caller.unit ?? '');
  return listPage(context, LIST, {
    query: `deadlines\n${status ?? ''}`,
    parameters: [request.today, unit, status ?? null],
    args,
  });
}

export const deadlineQueries: Pick<NonNullable<Resolvers['Query']>, 'deadlines'> = {
  deadlines: (_root, args, context) => deadlinePage(context, args),
};

export const deadlineResolvers: Pick<Resolvers, 'Deadline'> = { Deadline: { unit: (row) => ({ code: row.unit }) } };

const REFERRED: Readonly<Partial<Record<string, Thing>>> = {
  'reexamination.decide': 'REEXAMINATION',
  'organ.correct': 'NOTICE',
  'objection.label': 'OBJECTION',
  'objection.decide': 'OBJECTION',
  'objection.decide-with-help': 'OBJECTION',
  'objection.help': 'VERIFICATION',
};

/** What a clock refers to; a record where it is not listed, with its version behind it or without. */
const referred = ({ kind }: DeadlineRow): Thing => REFERRED[kind] ?? 'RECORD';

export const deadlineIds: IdTable<ResolversParentTypes>['fields'] = {
  Deadline: { id: aboutNobody, reference: textWithIdOf(referred, ({ personal }: DeadlineRow) => ({ personal })) },
};

export const deadlineQueryPolicy: Record<'deadlines', Guard> = {
  deadlines: roles('38', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'PARTY', 'DEPARTMENT', 'COLLECTOR'),
};

export const deadlinePolicy: Pick<Policy<Resolvers>, 'Deadline' | 'DeadlineConnection' | 'DeadlineEdge'> = {
  DeadlineConnection: openConnection,
  DeadlineEdge: openEdge,
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
