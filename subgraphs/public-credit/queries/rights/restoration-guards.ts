/** Guards, ids and resolvers of the types of restoration (Article 40). Rows of them come only from fields whose guard says who may ask. */
import { idOf } from '../../../authorization/ids.ts';
import { open, openConnection, openEdge, published, roles } from '../../../authorization/policy.ts';
import { BY_RESTORATION } from '../../../request/shown/basis.ts';
import { rowInQuestion } from '../../../rights/in-question.ts';
import type { Resolvers } from '../../types.generated.ts';
import { restoredFrom } from './restorations.ts';

/** Who may ask. */
const restorationQuestions = {
  restorationConditions: roles('40', 'SUBJECT'),
  restorations: roles('40', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'DEPARTMENT'),
  restorationExclusions: open,
};

/** Who applies, decides and publishes. */
const restorationActs = {
  applyForRestoration: roles('40', 'SUBJECT'),
  withdrawRestoration: roles('40', 'SUBJECT'),
  decideRestoration: roles('40', 'OPERATOR'),
  publishRestorationExclusion: roles('40', 'AUTHORITY'),
};

const restorationGuards = {
  Restoration: published(
    ...([
      'id',
      'status',
      'recordId',
      'item',
      'sourceUnit',
      'competentUnit',
      'appliedOn',
      'decideBy',
      'provisional',
    ] as const),
    ...([
      'unmetConditions',
      'corrected',
      'dutiesPerformed',
      'pledge',
      'decidedOn',
      'decidedBy',
      'late',
      'reasons',
    ] as const),
    ...(['againFrom', 'decision', 'inQuestion'] as const),
  ),
  RestoredDecision: published('on', 'document', 'list', 'listName', 'listNameEn', 'subjectName'),
  RestorationConnection: openConnection,
  RestorationEdge: openEdge,
  RestorationConditions: published(
    ...([
      'earliest',
      'unmetConditions',
      'article',
      'minimumMonths',
      'displayedUntil',
      'excludedBy',
      'competentUnit',
    ] as const),
  ),
  RestorationExclusion: published('item', 'list', 'ground', 'citation', 'effectiveFrom', 'until', 'publishedOn'),
};

const restorationIds = {
  Restoration: { id: idOf('RESTORATION'), recordId: idOf('RECORD') },
};

/** Ids that queries and mutations of restoration take. */
const restorationArguments = {
  'Query.restorationConditions': { record: 'RECORD', designation: 'RECORD' },
  ApplyForRestorationInput: { record: 'RECORD', designation: 'RECORD' },
  'Mutation.withdrawRestoration': { id: 'RESTORATION' },
  DecideRestorationInput: { id: 'RESTORATION' },
} as const;

/** What the policy of the subgraph says of restoration. */
export const restorationPolicy = {
  Query: restorationQuestions,
  Mutation: restorationActs,
  types: restorationGuards,
  ids: restorationIds,
  arguments: restorationArguments,
};

export const restorationResolvers: Pick<Resolvers, 'Restoration' | 'RestoredDecision' | 'RestorationConditions'> = {
  Restoration: {
    item: ({ itemCode }) => ({ code: itemCode }),
    sourceUnit: ({ source }) => ({ code: source }),
    competentUnit: ({ unit }) => ({ code: unit }),
    unmetConditions: ({ unmet }) => [...unmet],
    decidedBy: ({ decider }) => (decider === null ? null : { code: decider }),
    late: ({ decidedOn, decideBy }) => decidedOn !== null && decideBy !== null && decidedOn > decideBy,
    decision: async (row, _args, context) => {
      const found =
        row.self === true && row.status === 'GRANTED' ? (await restoredFrom(context)).get(row.id) : undefined;
      return found === undefined ? null : { ...found, subjectName: row.subjectName ?? null };
    },
    // The row policies decide the same by themselves.
    inQuestion: (row, _args, context) =>
      row.status === 'PENDING' && context.caller.role === 'OPERATOR'
        ? rowInQuestion(context, row, BY_RESTORATION)
        : null,
  },
  RestoredDecision: { on: ({ occurredOn }) => occurredOn, document: ({ basisDocument }) => basisDocument },
  RestorationConditions: { competentUnit: ({ unit }) => ({ code: unit }) },
};
