/** Step 5. What is left is looked at again: digits that nothing explains, and a word for a document or telephone with something behind it. */
import type { Cluster } from './clusters.ts';
import type { Folded } from './fold.ts';
import { labelBefore } from './labels.ts';
import type { Masks } from './masks.ts';

const LEAST = 5;
/** Shorter rows of digits are told by a word or are nobody's: readings, counts, marks. */
const LEAST_UNTOLD = 5;

function leftOf(cluster: Cluster, explained: Uint8Array, masks: Masks): number {
  return cluster.at.filter(
    (unit, index) => cluster.digits.charAt(index) !== '*' && explained[unit] !== 1 && !masks.covers(unit, unit + 1),
  ).length;
}

/** Whether something is left that could be of a person. */
export function isDoubtful(folded: Folded, clusters: readonly Cluster[], explained: Uint8Array, masks: Masks): boolean {
  for (const cluster of clusters) {
    if (cluster.weak) continue;
    const left = leftOf(cluster, explained, masks);
    if (left < 4 || masks.isOpen(cluster.start, cluster.end)) continue;
    if (left >= LEAST_UNTOLD) return true;
    if (labelBefore(folded.text, cluster.start)?.label === 'DOCUMENT' && left >= LEAST) return true;
  }
  return false;
}
