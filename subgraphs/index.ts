/** The four subgraphs, in reading order. */

import type { WallsDown } from './authorization/guard.ts';
import { catalog } from './catalog/index.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from './names.ts';
import { nonPublicCredit } from './non-public-credit/index.ts';
import { publicCredit } from './public-credit/index.ts';
import { joinSubjects } from './public-credit/intake/subjects/join-subjects.ts';
import type { RequestAs } from './request/internal-request.ts';
import { markBefore } from './rights/fallen/mark-before.ts';
import { readRegistrationsBefore } from './rights/mandates/registrations-before.ts';
import { sanctions } from './sanctions/index.ts';
import { sealPlainTexts } from './sanctions/plain-texts.ts';
import type { Subgraph } from './subgraph.ts';

/**
 * Brings rows of before up to this release, each once: texts are stored sealed, subjects under numbers that are refused now are joined, what is held gets the marks
 * by which it is known when it falls, and registrations are read for who represents the organization.
 */
export async function bringRowsUp(requestAs: RequestAs): Promise<void> {
  await sealPlainTexts(requestAs);
  await joinSubjects(requestAs);
  await markBefore(requestAs);
  await readRegistrationsBefore(requestAs);
}

export { joinSubjects, markBefore, readRegistrationsBefore, sealPlainTexts };

const BUILDERS: Readonly<Record<SubgraphName, (down?: WallsDown) => Subgraph>> = {
  catalog,
  'public-credit': publicCredit,
  'non-public-credit': nonPublicCredit,
  sanctions,
};

/** Built once a process: a subgraph holds nothing of who asks or of where the data are. */
const built = new Map<SubgraphName, Subgraph>();

/** One subgraph. Throws where its policy does not fit its schema. */
export function openSubgraph(name: SubgraphName): Subgraph {
  const opened = built.get(name) ?? BUILDERS[name]();
  built.set(name, opened);
  return opened;
}

/** All four. With walls taken down, for tests, they are built anew. */
export function openSubgraphs(down?: WallsDown): Readonly<Record<SubgraphName, Subgraph>> {
  const all = SUBGRAPH_NAMES.map((name) => [name, down === undefined ? openSubgraph(name) : BUILDERS[name](down)]);
  return Object.fromEntries(all);
}
