import { designationLoader, incentiveLoader } from './loaders.ts';
import { shownDesignations } from './shown.ts';
import type { Resolvers } from './types.generated.ts';

export const resolvers: Resolvers = {
  Disclosure: {
    __resolveReference: ({ id }) => ({ id: String(id) }),
    shownDesignations: (row, _args, context) => shownDesignations(context, row),
  },
  CreditSubject: {
    __resolveReference: ({ id }, context) => ({ id: String(id), self: context.reading.scope.self === String(id) }),
    designations: (row, _args, context) => designationLoader(context).load(row.id),
    incentives: (row, _args, context) => incentiveLoader(context).load(row.id),
  },
  Designation: {
    designatingUnit: (row) => ({ code: row.designatingUnit }),
    item: (row) => ({ code: row.item }),
  },
  Incentive: { designatingUnit: (row) => ({ code: row.designatingUnit }) },
  SanctionList: {
    publication: (row) => ({ reference: row.publicationReference, publishedOn: row.publishedOn }),
  },
};
