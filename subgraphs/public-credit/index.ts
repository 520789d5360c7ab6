/** Public credit information: subjects and the records about them. */

import type { WallsDown } from '../authorization/guard.ts';
import { defineSubgraph, type Subgraph } from '../subgraph.ts';
import { ids, policy } from './policy.ts';
import { resolvers } from './resolvers.ts';

export const publicCredit = (down?: WallsDown): Subgraph =>
  defineSubgraph({ name: 'public-credit', resolvers, policy, ids }, down);
