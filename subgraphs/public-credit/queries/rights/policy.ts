/** Who may ask for the rights of subjects (Articles 35 to 41), and under which ids: everything of this folder in one place. */
import { roles } from '../../../authorization/policy.ts';
import { complaintPolicy } from './complaints.ts';
import { objectionArguments, objectionGuards, objectionIds, objectionMutations } from './guards.ts';
import { endingArguments, endingGuards, endingIds, endingMutations } from './lock.ts';
import {
  restorationArguments,
  restorationGuards,
  restorationIds,
  restorationMutations,
  restorationQueries,
} from './restoration-guards.ts';

export const rightsPolicy = {
  Query: {
    objection: roles('39', 'SUBJECT', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'DEPARTMENT', 'COLLECTOR'),
    objections: roles('39', 'OPERATOR', 'AUTHORITY', 'PROVIDER', 'DEPARTMENT', 'COLLECTOR'),
    ...complaintPolicy.Query,
    ...restorationQueries,
  },
  Mutation: { ...objectionMutations, ...complaintPolicy.Mutation, ...restorationMutations, ...endingMutations },
  types: { ...objectionGuards, ...complaintPolicy.types, ...restorationGuards, ...endingGuards },
  ids: { ...objectionIds, ...complaintPolicy.ids, ...restorationIds, ...endingIds },
  arguments: { ...objectionArguments, ...complaintPolicy.arguments, ...restorationArguments, ...endingArguments },
} as const;
