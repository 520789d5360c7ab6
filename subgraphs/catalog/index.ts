/** The control plane: catalog, units, agreements, authorizations, duties, and the ledger's queries. */
import type { WallsDown } from '../authorization/guard.ts';
import { defineSubgraph, type Subgraph } from '../subgraph.ts';
import { ids, policy } from './policy.ts';
import { resolvers } from './resolvers.ts';

export const catalog = (down?: WallsDown): Subgraph =>
  defineSubgraph({ name: 'catalog', resolvers, policy, ids }, down);
