/** Authorizations of parties in numbers, by purpose (Articles 24 and 36): whose they are is for the subject alone. */
import { NOTICE_DAYS } from '../../../schema/law/asking/access-notices.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { type Page, pageOfRows } from '../../request/paging.ts';
import type { AuthorizationNumbersRow } from '../rows.ts';
import type { QueryAuthorizationsArgs, Resolvers } from '../types.generated.ts';

const NUMBERS: Statement = {
  name: 'authorization-numbers',
  text: `select n.party, n.purpose, n.in_force as "inForce", n.ending, n.first_end as "firstEnd", n.over
    from control.authorization_numbers($1, $2::int) n where $3::text is null or n.purpose = $3 order by n.party collate "C", n.purpose collate "C"`,
};

/** How many a party has by purpose; of every party where none is named. The database lets a party count its own alone. */
export const numbersOf = (
  context: Context,
  party: string | null,
  purpose: string | null,
): Promise<AuthorizationNumbersRow[]> => context.query<AuthorizationNumbersRow>(NUMBERS, [party, NOTICE_DAYS, purpose]);

const keyOf = ({ party, purpose }: AuthorizationNumbersRow): string => `${party}\n${purpose}`;

/** One row for a party and purpose: there are few, so that all are read and one page of them is told. */
async function numbersPage(
  context: Context,
  { party: wanted, purpose, ...args }: Partial<QueryAuthorizationsArgs>,
): Promise<Page<AuthorizationNumbersRow>> {
  const { caller } = context;
  const party = caller.role === 'PARTY' ? caller.unit : (wanted ?? null);
  const rows = await numbersOf(context, party, purpose ?? null);
  return pageOfRows(context, `authorizations\n${party ?? ''}\n${purpose ?? ''}`, args, rows, keyOf);
}

export const numbersQueries: Pick<NonNullable<Resolvers['Query']>, 'authorizations'> = {
  authorizations: (_root, args, context) => numbersPage(context, args),
};

export const numbersResolvers: Pick<Resolvers, 'AuthorizationNumbers'> = {
  AuthorizationNumbers: { party: (row) => ({ code: row.party }), endingWithin30Days: (row) => row.ending },
};

export const numbersQueryPolicy: Record<'authorizations', Guard> = {
  authorizations: roles('24', 'OPERATOR', 'AUTHORITY', 'PARTY'),
};

export const numbersPolicy: Pick<
  Policy<Resolvers>,
  'AuthorizationNumbers' | 'AuthorizationNumbersConnection' | 'AuthorizationNumbersEdge'
> = {
  AuthorizationNumbersConnection: openConnection,
  AuthorizationNumbersEdge: openEdge,
  AuthorizationNumbers: { party: open, purpose: open, inForce: open, endingWithin30Days: open, over: open },
};
