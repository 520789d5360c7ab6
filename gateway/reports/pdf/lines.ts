/** Breaks runs into lines of a width, where Unicode lets a line be broken (Annex 14): no comma begins a line. */
import LineBreaker from 'linebreak';
import type { Run } from './spans.ts';

/** A run as it stands in a line. */
export interface Fragment extends Run {
  /** In points. */
  readonly width: number;
}

export type Line = readonly Fragment[];

/** Width of a text in one font, in points. */
export type Measure = (text: string, face: number) => number;

/** Pieces of runs between two places of a text. It is asked from the beginning to the end, so that each run is looked at once. */
function cutter(runs: readonly Run[]): (until: number) => Run[] {
  let run = 0;
  let begin = 0;
  let from = 0;
  return (until) => {
    const pieces: Run[] = [];
    while (from < until) {
      const current = runs[run];
      if (current === undefined) break;
      const end = Math.min(until, begin + current.text.length);
      pieces.push({ ...current, text: current.text.slice(from - begin, end - begin) });
      from = end;
      if (end === begin + current.text.length) {
        begin = end;
        run += 1;
      }
    }
    return pieces;
  };
}

/** Adds a fragment to a line, to the last one where font and language are the same. */
function addTo(line: Fragment[], fragment: Fragment): void {
  const last = line.at(-1);
  if (last === undefined || last.face !== fragment.face || last.language !== fragment.language) line.push(fragment);
  else line[line.length - 1] = { ...last, text: last.text + fragment.text, width: last.width + fragment.width };
}

export function linesOf(runs: readonly Run[], width: number, measure: Measure): Line[] {
  const lines: Fragment[][] = [[]];
  let left = width;
  const append = (fragments: readonly Fragment[], length: number): void => {
    const line = lines.at(-1) ?? [];
    for (const fragment of fragments) addTo(line, fragment);
    left -= length;
  };
  const turn = (): void => {
    lines.push([]);
    left = width;
  };
  const cut = cutter(runs);
  const breaker = new LineBreaker(runs.map(({ text }) => text).join(''));
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const pieces = cut(next.position).map((piece) => ({ ...piece, width: measure(piece.text, piece.face) }));
    const length = pieces.reduce((sum, piece) => sum + piece.width, 0);
    const last = pieces.at(-1);
    // A blank at the end of a line takes no room.
    const blank = last === undefined ? 0 : last.width - measure(last.text.trimEnd(), last.face);
    if (length - blank > left && left < width) turn();
    if (length - blank <= left) append(pieces, length);
    else
      for (const { text, ...piece } of pieces)
        for (const character of text) {
          const size = measure(character, piece.face);
          if (size > left && left < width) turn();
          append([{ ...piece, text: character, width: size }], size);
        }
  }
  return lines.filter((line, place) => line.length > 0 || place === 0);
}
