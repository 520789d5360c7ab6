/** The four subgraphs, in reading order. */

import type { WallsDown } from './authorization/guard.ts';
import { catalog } from './catalog/index.ts';
import type { SubgraphName } from './names.ts';
import { nonPublicCredit } from './non-public-credit/index.ts';
import { publicCredit } from './public-credit/index.ts';
import { sanctions } from './sanctions/index.ts';
import type { Subgraph } from './subgraph.ts';

export { joinSubjects } from './public-credit/intake/subjects/join-subjects.ts';
export { markBefore } from './rights/fallen/mark-before.ts';
export { readRegistrationsBefore } from './rights/mandates/registrations-before.ts';
export { sealPlainTexts } from './sanctions/plain-texts.ts';

/** Builds all four subgraphs. Throws where a policy does not fit its schema. */
export const openSubgraphs = (down?: WallsDown): Readonly<Record<SubgraphName, Subgraph>> => ({
  catalog: catalog(down),
  'public-credit': publicCredit(down),
  'non-public-credit': nonPublicCredit(down),
  sanctions: sanctions(down),
});
