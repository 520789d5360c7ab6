/** Queries for statutory deadlines: the overseers read all, a unit its own. */

import { badInput, forbidden, repeated } from '../../../../schema/errors.ts';
import { OBLIGATIONS } from '../../../../schema/law/articles/obligations.ts';
import { oversees } from '../../../../schema/law/asking/unit-roles.ts';
import { workingDaysLate } from '../../../../schema/law/clocks/clocks.ts';
import { deadlineMessages } from '../../../../schema/messages/acts/deadlines.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { aboutNobody, type IdTable, textWithIdOf } from '../../../authorization/ids.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../../authorization/policy.ts';
import { referredBy } from '../../../clocks/kinds/referred.ts';
import type { Context } from '../../../request/context.ts';
import { listPage, type PagedList, pagedList } from '../../../request/keyset.ts';
import type { DeadlinePage, DeadlineRow } from '../../rows.ts';
import type { QueryDeadlinesArgs, Resolvers, ResolversParentTypes } from '../../types.generated.ts';
import { pauseLoader } from './pauses.ts';

/** A pause that lasts: such a clock is never overdue. */
const PAUSED = `exists (select from jsonb_array_elements(k.pauses) p where p->>'until' is null)`;

/** The same states as `stateOf` in schema/law/clocks/clocks.ts. A test compares the two. */
const STATE = `case when k.met_on is not null then case when k.met_on <= k.due_on then 'MET' else 'LATE' end
  when k.due_on < $1::date and not ${PAUSED} then 'OVERDUE' else 'OPEN' end`;

/** The conditions of each state one by one, so that what runs is found among what was met by an index. */
const STANDS: Readonly<Record<DeadlineRow['status'], string>> = {
  MET: 'k.met_on <= k.due_on',
  LATE: 'k.met_on > k.due_on',
  OVERDUE: `k.met_on is null and k.due_on < $1::date and not ${PAUSED}`,
  OPEN: `k.met_on is null and (k.due_on >= $1::date or ${PAUSED})`,
};

interface Filters {
  readonly unit: string | null;
  readonly obligation: string | null;
  readonly status: DeadlineRow['status'] | null;
}

/** One list for each set of filters: a condition that may be absent is one that no index serves. */
const LISTS = new Map<string, PagedList>();

/** The row policies let a unit read its own clocks, and those of decisions that it verifies for; the unit of the filter leaves its own. */
function listOf({ unit, obligation, status }: Filters): PagedList {
  const name = ['deadlines', unit && 'unit', obligation && 'obligation', status]
    .filter(Boolean)
    .join('-')
    .toLowerCase();
  const list =
    LISTS.get(name) ??
    pagedList({
      name,
      rows: `select k.id, k.obligation, k.kind, k.unit, k.subject_id, k.reference, k.started_on as "startedOn", k.due_on as "dueOn",
          k.provisional, k.earliest, k.latest, k.met_on as "metOn", ${STATE} as status from control.clock k
        where ${unit === null ? '$2::text is null' : 'k.unit = $2'} and ${obligation === null ? '$3::text is null' : 'k.obligation = $3'}
          ${status === null ? '' : `and ${STANDS[status]}`}`,
      parameters: 3,
      order: { on: { column: 'dueOn', type: 'date' }, id: { column: 'id', type: 'uuid' } },
      columns: 'seen.*, seen.subject_id is not null and public_credit.about_person(seen.subject_id) as personal',
    });
  LISTS.set(name, list);
  return list;
}

const KNOWN: ReadonlySet<string> = new Set(OBLIGATIONS.map(({ id }) => id));

/** Whose clocks are read; null for those of all units. Throws for another unit's, and for a unit that nobody knows. */
function unitOf(context: Context, wanted: string | null): string | null {
  const { caller, snapshot } = context;
  if (!oversees(caller.role)) {
    if (wanted !== null && wanted !== caller.unit) throw forbidden('ROLE', '38', deadlineMessages.another);
    return caller.unit ?? '';
  }
  if (wanted !== null && !snapshot.directory.units.has(wanted))
    throw badInput('UNIT_UNKNOWN', inputMessages.unitUnknown(repeated(wanted)), '38');
  return wanted;
}

function deadlinePage(context: Context, args: Partial<QueryDeadlinesArgs>): Promise<DeadlinePage> {
  const { status = null, unit: wanted = null, obligation = null, ...page } = args;
  const unit = unitOf(context, wanted);
  if (obligation !== null && !KNOWN.has(obligation))
    throw badInput('OBLIGATION', deadlineMessages.obligation(repeated(obligation)), '38');
  return listPage(context, listOf({ unit, obligation, status }), {
    query: `deadlines\n${JSON.stringify([status, wanted, obligation])}`,
    parameters: [context.request.today, unit, obligation],
    args: page,
  });
}

export const deadlineQueries: Pick<NonNullable<Resolvers['Query']>, 'deadlines'> = {
  deadlines: (_root, args, context) => deadlinePage(context, args),
};

export const deadlineResolvers: Pick<Resolvers, 'Deadline'> = {
  Deadline: {
    unit: (row) => ({ code: row.unit }),
    pauses: (row, _args, context) => pauseLoader(context).load(row.id),
    lateByWorkingDays: (row, _args, { request, snapshot }) =>
      workingDaysLate(row, request.today, snapshot.directory.calendar),
  },
};

export const deadlineIds: IdTable<ResolversParentTypes>['fields'] = {
  Deadline: {
    id: aboutNobody,
    reference: (context, text, row: DeadlineRow) => {
      const thing = referredBy(row.kind);
      if (thing === undefined) return text;
      return textWithIdOf(
        () => thing,
        ({ personal }: DeadlineRow) => ({ personal }),
      )(context, text, row);
    },
  },
};

export const deadlineQueryPolicy: Record<'deadlines', Guard> = {
  deadlines: roles('38', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'PARTY', 'DEPARTMENT', 'COLLECTOR'),
};

export const deadlinePolicy: Pick<
  Policy<Resolvers>,
  'Deadline' | 'DeadlineConnection' | 'DeadlineEdge' | 'DeadlinePause'
> = {
  DeadlineConnection: openConnection,
  DeadlineEdge: openEdge,
  DeadlinePause: { cause: open, document: open, from: open, until: open },
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
    pauses: open,
    lateByWorkingDays: open,
  },
};
