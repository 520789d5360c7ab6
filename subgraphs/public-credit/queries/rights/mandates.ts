/** Guards, ids and resolvers of mandates (Article 35). Rows of them come only from fields whose guard says who may ask. */
import { ownId } from '../../../authorization/ids.ts';
import { published, roles } from '../../../authorization/policy.ts';
import type { Context } from '../../../request/context.ts';
import { type MandateRow, ownMandates } from '../../../rights/mandates/mandate-rows.ts';
import type { SubjectRow } from '../../rows.ts';
import type { Resolvers } from '../../types.generated.ts';

const parties = roles('35', 'SUBJECT', 'OPERATOR');

/** Who may ask what, and what ids are of. */
export const mandatePolicy = {
  Mutation: { registerMandate: parties, endMandate: parties },
  types: {
    Mandate: published(
      ...(['id', 'kind', 'scope', 'validFrom', 'validUntil', 'actingFor', 'principal', 'agent', 'lacks'] as const),
      ...(['firstUsedAt', 'endedOn'] as const),
    ),
    MandateParty: published('type', 'number'),
  },
  // Both sides and who oversees know one by one id: an agent sends it.
  ids: { Mandate: { id: ownId('MANDATE') } },
  arguments: { 'Mutation.endMandate': { id: 'MANDATE' }, MandateInput: { evidence: null } },
} as const;

/** `me { mandates }`; under a mandate those of the principal. */
export const mandatesOf = (context: Context, { id }: SubjectRow): Promise<MandateRow[]> | null =>
  id === context.snapshot.scope.self ? ownMandates(context, id) : null;

export const mandateResolvers: Pick<Resolvers, 'Mandate'> = {
  Mandate: {
    actingFor: ({ agentId }, _args, { caller }) => agentId === caller.subject?.id,
    principal: ({ principalType: type, principalNumber: number }) => ({ type, number }),
    agent: ({ agentType: type, agentNumber: number }) => ({ type, number }),
    firstUsedAt: ({ firstUsedAt }) => (firstUsedAt === null ? null : new Date(firstUsedAt).toISOString()),
  },
};
