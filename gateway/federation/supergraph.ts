/**
 * The supergraph of the four subgraphs. `npm run generate` composes it and writes it to schema/supergraph.graphql with the checksum of what it was composed
 * of. A server reads that file where the checksum fits the SDL beside it, and composes where it does not: while somebody writes on the SDL.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';

const SUPERGRAPH = new URL('../../schema/supergraph.graphql', import.meta.url);

/** SDL of one subgraph, from schema/. */
export const sdlOf = (name: SubgraphName): string =>
  readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8');

/** The first line of the file. */
const markOf = (sdls: readonly string[]): string =>
  `# Composed of subgraphs with the SHA-256 ${createHash('sha256').update(sdls.join('\0')).digest('hex')}\n`;

/** Composes. Throws one error with every composition error, each named with its subgraph. */
export function composeSupergraph(sdls: readonly string[] = SUBGRAPH_NAMES.map(sdlOf)): string {
  const services = SUBGRAPH_NAMES.map((name, at) => ({
    name,
    url: `local://${name}`,
    typeDefs: parse(sdls[at] ?? ''),
  }));
  const { supergraphSdl: composed, errors } = composeServices(services);
  if (composed) return `${markOf(sdls)}${composed}\n`;
  throw new Error(`The subgraphs do not compose:\n${(errors ?? []).map((error) => `- ${error.message}`).join('\n')}`);
}

/** `written` where it was composed of these, else composed. Undefined: there is no file. */
export const supergraphOf = (sdls: readonly string[], written: string | undefined): string =>
  written?.startsWith(markOf(sdls)) === true ? written : composeSupergraph(sdls);

function writtenOne(): string | undefined {
  try {
    return readFileSync(SUPERGRAPH, 'utf8');
  } catch {
    return undefined;
  }
}

let known: string | undefined;

/** Of this code; read or composed once a process. */
export function supergraphSdl(): string {
  known ??= supergraphOf(SUBGRAPH_NAMES.map(sdlOf), writtenOne());
  return known;
}

if (import.meta.main) writeFileSync(SUPERGRAPH, composeSupergraph());
