/** The control plane: what exists, who provides it, who may see it. */
import type { WallsDown } from '../authorization/guard.ts';
import { defineSubgraph, type Subgraph } from '../subgraph.ts';
import { policy } from './policy.ts';
import { resolvers } from './resolvers.ts';

export const catalog = (down?: WallsDown): Subgraph => defineSubgraph({ name: 'catalog', resolvers, policy }, down);
