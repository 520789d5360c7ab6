/** Who may ask for the rights of subjects (Articles 35 to 41), and under which ids: everything of this folder in one place. */
import { roles } from '../../../authorization/policy.ts';
import { archiveArguments, archiveGuards, archiveIds } from './archive.ts';
import { complaintPolicy } from './complaints.ts';
import { objectionPolicy } from './guards.ts';
import { endingArguments, endingGuards, endingIds, endingMutations } from './lock.ts';
import { mandateArguments, mandateGuards, mandateIds, mandateMutations } from './mandates.ts';
import { restorationPolicy } from './restoration-guards.ts';

export const rightsPolicy = {
  Query: {
    archive: roles('37', 'OPERATOR'),
    ...objectionPolicy.questions,
    ...complaintPolicy.Query,
    ...restorationPolicy.questions,
  },
  Mutation: {
    ...objectionPolicy.acts,
    ...complaintPolicy.Mutation,
    ...restorationPolicy.acts,
    ...endingMutations,
    ...mandateMutations,
  },
  types: {
    ...archiveGuards,
    ...objectionPolicy.guards,
    ...complaintPolicy.types,
    ...restorationPolicy.guards,
    ...endingGuards,
    ...mandateGuards,
  },
  ids: {
    ...archiveIds,
    ...objectionPolicy.ids,
    ...complaintPolicy.ids,
    ...restorationPolicy.ids,
    ...endingIds,
    ...mandateIds,
  },
  arguments: {
    ...archiveArguments,
    ...objectionPolicy.args,
    ...complaintPolicy.arguments,
    ...restorationPolicy.args,
    ...endingArguments,
    ...mandateArguments,
  },
} as const;
