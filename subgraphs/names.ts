/** Names of the four subgraphs, in reading order. */
export const SUBGRAPH_NAMES = ['catalog', 'public-credit', 'non-public-credit', 'sanctions'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];
