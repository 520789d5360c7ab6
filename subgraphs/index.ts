/** The four subgraphs, in reading order. */

import type { WallsDown } from './authorization/guard.ts';
import { catalog } from './catalog/index.ts';
import type { SubgraphName } from './names.ts';
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

/** Builds all four subgraphs. Throws where a policy does not fit its schema. */
export const openSubgraphs = (down?: WallsDown): Readonly<Record<SubgraphName, Subgraph>> => ({
  catalog: catalog(down),
  'public-credit': publicCredit(down),
  'non-public-credit': nonPublicCredit(down),
  sanctions: sanctions(down),
});
