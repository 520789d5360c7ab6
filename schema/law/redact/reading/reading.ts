/** What a text is, whatever is known beside it. It is read several times, each time with more that is known: what was read of the last texts is remembered. */
import { type Bare, bareOf, type Folded, fold } from '../fold.ts';
import { closedIn } from '../names/organizations.ts';
import { Words } from '../names/tagged-words.ts';
import { type Cluster, clustersOf } from '../numbers/clusters.ts';
import { type DateFound, datesOf } from '../numbers/dates.ts';
import { explainedIn } from '../numbers/explained.ts';
import type { Tagger } from './tagger.ts';

interface Reading {
  readonly folded: Folded;
  readonly words: Words;
  readonly bare: Bare;
  readonly dates: readonly DateFound[];
  readonly clusters: readonly Cluster[];
  /** Units of numbers that name nobody. */
  readonly explained: Uint8Array;
  /** Units in which no name is looked for. */
  readonly closed: Uint8Array;
}

function read(tagger: Tagger, original: string): Reading {
  const folded = fold(original);
  const words = new Words(folded.text, tagger.tag(folded.text));
  const dates = datesOf(folded);
  const clusters = clustersOf(folded.text, folded.digits);
  return {
    folded,
    words,
    bare: bareOf(folded.text),
    dates,
    clusters,
    explained: explainedIn(folded, dates, clusters),
    closed: closedIn(folded, words),
  };
}

/** The texts of some records. */
const MOST_TEXTS = 8;
/** Longer ones would hold much memory. */
const LONGEST = 2_000;
const remembered = new WeakMap<Tagger, Map<string, Reading>>();

export function readBy(tagger: Tagger, original: string): Reading {
  let readings = remembered.get(tagger);
  if (readings === undefined) {
    readings = new Map();
    remembered.set(tagger, readings);
  }
  const known = readings.get(original);
  if (known !== undefined) return known;
  if (readings.size >= MOST_TEXTS) readings.clear();
  const reading = read(tagger, original);
  if (original.length <= LONGEST) readings.set(original, reading);
  return reading;
}
