import { nonPublicPage } from './loaders.ts';
import { shownNonPublicRecords } from './shown.ts';
import type { Resolvers } from './types.generated.ts';

export const resolvers: Resolvers = {
  Disclosure: {
    __resolveReference: ({ id }) => ({ id: String(id) }),
    shownNonPublicRecords: (row, _args, context) => shownNonPublicRecords(context, row),
  },
  CreditSubject: {
    __resolveReference: ({ id }, context) => ({ id: String(id), self: context.reading.scope.self === String(id) }),
    nonPublicRecords: (row, args, context) => nonPublicPage(context, row, args),
  },
  NonPublicRecord: {
    collector: (row) => ({ code: row.collector }),
    item: (row) => ({ code: row.item }),
  },
};
