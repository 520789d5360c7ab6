/** Which unit decides an objection (Article 39): the one that answers for what is in question. */
import type { ObjectionSubject } from './objections.ts';

export interface Answerable {
  readonly about: ObjectionSubject;
  /** The unit that provided, designated, assessed or collected what is in question; of an omission the one that the catalog names. */
  readonly source: string;
  /** Of an omission: every unit that the catalog lets provide the item. */
  readonly providers: readonly string[];
  /** Who runs the platform and its display. */
  readonly operator: string;
}

/**
 * The units that it may be lodged with, the one that is named to the subject first. A display beyond its time is the operator's, who runs the display, and so
 * is what a unit answered for that has ended.
 */
export function competentUnits(
  { about, source, providers, operator }: Answerable,
  hasEnded: (unit: string) => boolean,
): readonly string[] {
  if (about === 'DISPLAY') return [operator];
  const answering = about === 'OMISSION' ? [source, ...providers] : [source];
  const standing = [...new Set(answering)].filter((unit) => !hasEnded(unit));
  return standing.length === 0 ? [operator] : standing;
}
