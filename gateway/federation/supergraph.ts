/**
 * Composes the four subgraphs into the supergraph. `npm run generate` writes it to schema/supergraph.graphql, which is committed so that
 * changes are reviewed. The server does not read that file: it composes again at start.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';

const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);

/** SDL of one subgraph, from schema/. */
export const sdlOf = (name: SubgraphName): string =>
  readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8');

let composed: string | undefined;

/** Composes once a process. Throws one error with every composition error, each named with its subgraph. */
export function composeSupergraph(): string {
  composed ??= compose();
  return composed;
}

function compose(): string {
  const services = SUBGRAPH_NAMES.map((name) => ({ name, url: `local://${name}`, typeDefs: parse(sdlOf(name)) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl) return supergraphSdl;
  throw new Error(`The subgraphs do not compose:\n${(errors ?? []).map((error) => `- ${error.message}`).join('\n')}`);
}

if (import.meta.main) writeFileSync(SUPERGRAPH, `${composeSupergraph()}\n`);
