/** Guards, ids and resolvers of the types of objections. Rows of them come only from fields whose guard says who may ask. */
import { aboutNobody, idOf } from '../../../authorization/ids.ts';
import { openConnection, openEdge, published } from '../../../authorization/policy.ts';
import type { Context } from '../../../request/context.ts';
import type { ObjectionRow } from '../../../rights/objection-rows.ts';
import type { Resolvers } from '../../types.generated.ts';
import { pauseLoader, verificationLoader } from './beside.ts';

export const objectionGuards = {
  Objection: published(
    ...(['id', 'about', 'status', 'recordId', 'item', 'statement', 'competentUnit', 'raisedOn', 'labelBy'] as const),
    ...(['labelledOn', 'decideBy', 'provisional', 'deadline', 'reasons', 'application', 'decision'] as const),
    ...(['decidedOn', 'late', 'nextRemedy', 'recipientsToNotify', 'verifications', 'pauses'] as const),
  ),
  ObjectionConnection: openConnection,
  ObjectionEdge: openEdge,
  Verification: published(
    ...(['id', 'objection', 'of', 'question', 'askedOn', 'answerBy', 'decideBy', 'provisional'] as const),
    ...(['answeredOn', 'confirms', 'answer'] as const),
  ),
  ObjectionPause: published('cause', 'document', 'from', 'until'),
};

export const objectionIds = {
  Objection: { id: idOf('OBJECTION'), recordId: idOf('RECORD'), deadline: aboutNobody },
  Verification: { id: idOf('VERIFICATION'), objection: idOf('OBJECTION') },
};

/** Ids that the mutations of objections take. */
export const objectionArguments = {
  'Mutation.withdrawObjection': { id: 'OBJECTION' },
  RaiseObjectionInput: { record: 'RECORD', designation: 'RECORD', statement: 'RECORD' },
} as const;

/** Who was shown what was wrong is its subject's to know and the operator's to tell, and no unit's (Article 23). */
const recipientsSeen = ({ caller }: Context, { recipients }: ObjectionRow): number | null =>
  recipients === null || caller.role === 'OPERATOR' ? recipients : 0;

export const objectionResolvers: Pick<Resolvers, 'Objection' | 'Verification'> = {
  Objection: {
    item: ({ itemCode }) => (itemCode === null ? null : { code: itemCode }),
    competentUnit: ({ unit }) => ({ code: unit }),
    reasons: ({ application, decision }) => decision ?? application,
    late: ({ decidedOn, decideBy }) => decidedOn !== null && decidedOn > decideBy,
    recipientsToNotify: (row, _args, context) => recipientsSeen(context, row),
    verifications: ({ id }, _args, context) => verificationLoader(context).load(id),
    pauses: ({ deadline }, _args, context) => pauseLoader(context).load(deadline),
  },
  Verification: { of: ({ unit }) => ({ code: unit }) },
};
