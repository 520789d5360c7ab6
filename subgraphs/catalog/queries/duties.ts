/** Registered duties: those who keep the control plane read all, a department its own (Article 22). */
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Context } from '../../request/context.ts';
import { listPage, pagedList } from '../../request/keyset.ts';
import type { DutyPage } from '../rows.ts';
import type { QueryDutiesArgs, Resolvers } from '../types.generated.ts';

/** The row policies let a department read its own duties only. */
const LIST = pagedList({
  name: 'duties',
  rows: `select id, department, matter, activity, items, identified, registered_at as "registeredAt", ended_at as "endedAt",
      end_reason as "endReason" from control.duty
    where ($1::text is null or department = $1) and ($2::boolean is null or (ended_at is not null) = $2)`,
  parameters: 2,
  order: {
    on: { column: 'registeredAt', type: 'timestamptz', descending: true },
    id: { column: 'id', type: 'uuid', descending: true },
  },
});

function dutyPage(
  context: Context,
  { department: wanted, ended: sent, ...args }: Partial<QueryDutiesArgs>,
): Promise<DutyPage> {
  const { caller } = context;
  const department = caller.role === 'DEPARTMENT' ? caller.unit : (wanted ?? null);
  const ended = sent ?? null;
  const query = `duties\n${JSON.stringify([department, ended])}`;
  return listPage(context, LIST, { query, parameters: [department, ended], args });
}

export const dutyQueries: Pick<NonNullable<Resolvers['Query']>, 'duties'> = {
  duties: (_root, args, context) => dutyPage(context, args),
};

export const dutyResolvers: Pick<Resolvers, 'Duty'> = {
  Duty: {
    registeredAt: (row) => new Date(row.registeredAt).toISOString(),
    endedAt: (row) => (row.endedAt === null ? null : new Date(row.endedAt).toISOString()),
    department: (row) => ({ code: row.department }),
  },
};

const keepers = roles('22', 'OPERATOR', 'AUTHORITY');

export const dutyQueryPolicy: Record<'duties', Guard> = { duties: roles('22', 'OPERATOR', 'AUTHORITY', 'DEPARTMENT') };

export const dutyMutationPolicy: Record<'registerDuty' | 'endDuty', Guard> = {
  registerDuty: keepers,
  endDuty: keepers,
};

export const dutyPolicy: Pick<Policy<Resolvers>, 'Duty' | 'DutyConnection' | 'DutyEdge'> = {
  Duty: {
    id: open,
    department: open,
    matter: open,
    activity: open,
    items: open,
    identified: open,
    registeredAt: open,
    endedAt: open,
    endReason: open,
  },
  DutyConnection: openConnection,
  DutyEdge: openEdge,
};
