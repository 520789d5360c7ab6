/** Resolvers of the non-public credit subgraph. */
import { disclosureKey, subjectKey } from '../request/subjects/representations.ts';
import { labelOf, labelResolvers } from '../rights/claims/label.ts';
import { ownStatementLoader } from '../rights/statements/own-statements.ts';
import { nonPublicPage } from './loaders.ts';
import { shownNonPublicRecords } from './queries/as-disclosed.ts';
import type { Resolvers } from './types.generated.ts';

export const resolvers: Resolvers = {
  Disclosure: {
    __resolveReference: disclosureKey,
    shownNonPublicRecords: (row, _args, context) => shownNonPublicRecords(context, row),
  },
  CreditSubject: {
    __resolveReference: subjectKey,
    nonPublicRecords: (row, args, context) => nonPublicPage(context, row, args),
  },
  NonPublicRecord: {
    collector: (row) => ({ code: row.collector }),
    item: (row) => ({ code: row.item }),
    objection: labelOf,
    ownStatement: (row, _args, context) => ownStatementLoader(context).load(row.id),
  },
  ObjectionLabel: labelResolvers,
};
