/** Non-public credit information, open by agreement and authorization only. */
import type { WallsDown } from '../authorization/guard.ts';
import { defineSubgraph, type Subgraph } from '../subgraph.ts';
import { ids, policy } from './policy.ts';
import { resolvers } from './resolvers.ts';

export const nonPublicCredit = (down?: WallsDown): Subgraph =>
  defineSubgraph({ name: 'non-public-credit', resolvers, policy, ids }, down);
