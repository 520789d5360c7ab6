/** Runs of province files, for who runs the platform and who oversees it: which file, who ran it where, who signed it, what it changed (Article 7). */
import { aboutNobody, type IdTable } from '../../authorization/ids.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Context } from '../../request/context.ts';
import { listPage, pagedList } from '../../request/keyset.ts';
import type { Page } from '../../request/paging.ts';
import type { ProvinceRunRow } from '../rows.ts';
import type { QueryProvinceRunsArgs, Resolvers, ResolversParentTypes } from '../types.generated.ts';

const LIST = pagedList({
  name: 'province-runs',
  rows: `select id, at, file_hash as "fileHash", ran_by as "ranBy", host, signed_by as "signedBy", changes from control.province_run`,
  parameters: 0,
  order: {
    on: { column: 'at', type: 'timestamptz', descending: true },
    id: { column: 'id', type: 'uuid', descending: true },
  },
});

const runPage = (context: Context, args: Partial<QueryProvinceRunsArgs>): Promise<Page<ProvinceRunRow>> =>
  listPage(context, LIST, { query: 'province-runs', parameters: [], args });

export const provinceQueries: Pick<NonNullable<Resolvers['Query']>, 'provinceRuns'> = {
  provinceRuns: (_root, args, context) => runPage(context, args),
};

export const provinceResolvers: Pick<Resolvers, 'ProvinceRun'> = {
  ProvinceRun: {
    at: (row) => new Date(row.at).toISOString(),
    signedBy: (row) => (row.signedBy === null ? null : { code: row.signedBy }),
  },
};

export const provinceIds: IdTable<ResolversParentTypes>['fields'] = { ProvinceRun: { id: aboutNobody } };

export const provinceQueryPolicy: Record<'provinceRuns', Guard> = {
  provinceRuns: roles('7', 'OPERATOR', 'AUTHORITY'),
};

export const provincePolicy: Pick<
  Policy<Resolvers>,
  'ProvinceRun' | 'ProvinceRunConnection' | 'ProvinceRunEdge' | 'ProvinceChange'
> = {
  ProvinceRunConnection: openConnection,
  ProvinceRunEdge: openEdge,
  ProvinceRun: { id: open, at: open, fileHash: open, ranBy: open, host: open, signedBy: open, changes: open },
  ProvinceChange: { section: open, act: open, what: open },
};
