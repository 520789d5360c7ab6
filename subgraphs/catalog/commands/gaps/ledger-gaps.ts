/** Gaps of the ledger, for whoever holds the platform to a checkpoint that he kept (Article 17). */
import { aboutNobody, type IdTable } from '../../../authorization/ids.ts';
import { type Guard, open, type Policy, roles } from '../../../authorization/policy.ts';
import { askOf } from '../../../ledger/tree.ts';
import { signedOf } from '../../../recovery/gap.ts';
import { readGaps } from '../../../recovery/known-gaps.ts';
import type { Resolvers, ResolversParentTypes } from '../../types.generated.ts';
import { acknowledgeGap } from './acknowledge-gap.ts';

const instant = (text: string): string => new Date(text).toISOString();
const instantOrNull = (text: string | null): string | null => (text === null ? null : instant(text));

export const gapQueries: Pick<NonNullable<Resolvers['Query']>, 'ledgerGaps'> = {
  ledgerGaps: (_root, _args, context) => readGaps(askOf(context)),
};

export const gapMutations: Pick<NonNullable<Resolvers['Mutation']>, 'acknowledgeGap'> = {
  acknowledgeGap: async (_root, { input }, context) => {
    const id = await acknowledgeGap(context, input);
    return (await readGaps(askOf(context))).find((gap) => gap.id === id) ?? null;
  },
};

export const gapResolvers: Pick<Resolvers, 'LedgerGap'> = {
  LedgerGap: {
    fromAt: (row) => instantOrNull(row.fromAt),
    toAt: (row) => instant(row.toAt),
    kept: (row) => (row.kept === null ? null : signedOf(row.kept)),
    foundAt: (row) => instant(row.foundAt),
    acknowledgedAt: (row) => instantOrNull(row.acknowledgedAt),
    acknowledgedBy: (row) => (row.acknowledgedBy === null ? null : { code: row.acknowledgedBy }),
  },
};

export const gapIds: IdTable<ResolversParentTypes>['fields'] = { LedgerGap: { id: aboutNobody } };

export const gapQueryPolicy: Record<'ledgerGaps', Guard> = { ledgerGaps: open };
export const gapMutationPolicy: Record<'acknowledgeGap', Guard> = { acknowledgeGap: roles('17', 'OPERATOR') };

export const gapPolicy: Pick<Policy<Resolvers>, 'LedgerGap'> = {
  LedgerGap: {
    id: open,
    fromSize: open,
    fromAt: open,
    toSize: open,
    toAt: open,
    kept: open,
    foundAt: open,
    acknowledgedAt: open,
    acknowledgedBy: open,
    reason: open,
  },
};
