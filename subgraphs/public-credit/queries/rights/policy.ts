/** Who may ask for the rights of subjects (Articles 35 to 41), and under which ids: everything of this folder in one place. */
import { archivePolicy } from './archive.ts';
import { complaintPolicy } from './complaints.ts';
import { objectionPolicy } from './guards.ts';
import { endingPolicy } from './lock.ts';
import { mandatePolicy } from './mandates.ts';
import { restorationPolicy } from './restoration-guards.ts';

export const rightsPolicy = {
  Query: {
    ...archivePolicy.Query,
    ...objectionPolicy.Query,
    ...complaintPolicy.Query,
    ...restorationPolicy.Query,
  },
  Mutation: {
    ...objectionPolicy.Mutation,
    ...complaintPolicy.Mutation,
    ...restorationPolicy.Mutation,
    ...endingPolicy.Mutation,
    ...mandatePolicy.Mutation,
  },
  types: {
    ...archivePolicy.types,
    ...objectionPolicy.types,
    ...complaintPolicy.types,
    ...restorationPolicy.types,
    ...endingPolicy.types,
    ...mandatePolicy.types,
  },
  ids: {
    ...archivePolicy.ids,
    ...objectionPolicy.ids,
    ...complaintPolicy.ids,
    ...restorationPolicy.ids,
    ...endingPolicy.ids,
    ...mandatePolicy.ids,
  },
  arguments: {
    ...archivePolicy.arguments,
    ...objectionPolicy.arguments,
    ...complaintPolicy.arguments,
    ...restorationPolicy.arguments,
    ...endingPolicy.arguments,
    ...mandatePolicy.arguments,
  },
} as const;
