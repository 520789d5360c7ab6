/** Lists of the seriously untrustworthy and of targets for incentives. */
import type { WallsDown } from '../authorization/guard.ts';
import { defineSubgraph, type Subgraph } from '../subgraph.ts';
import { ids, policy } from './policy.ts';
import { resolvers } from './resolvers.ts';

export const sanctions = (down?: WallsDown): Subgraph =>
  defineSubgraph({ name: 'sanctions', resolvers, policy, ids }, down);
