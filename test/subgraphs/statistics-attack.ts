/**
 * An attacker who knows the mechanism and everything but whether one subject is held. What it can tell is reckoned exactly from the distribution of the
 * noise, without the code that draws it.
 */

/** Weight of evidence is counted in 144ths: every scale divides it. */
export const UNIT = 144;

/**
 * Logarithm, in 144ths, of how much likelier a noisy figure is where the subject is held, with `entries` in the group, than where it is not. `figure` is
 * the noisy one less what the group holds without it.
 */
export const evidence = (figure: number, entries: number, scale: number): number =>
  (Math.abs(figure) - Math.abs(figure - entries)) * (UNIT / scale);

const probability = (scale: number, x: number): number => Math.tanh(1 / (2 * scale)) * Math.exp(-Math.abs(x) / scale);

/** Distribution of evidence, by its weight. */
export type Evidence = ReadonlyMap<number, number>;

/** What one figure of a group in which the subject would have so many entries is as evidence, where the subject is held or is not. */
function evidenceOfOne(entries: number, scale: number, held: boolean): Evidence {
  const found = new Map<number, number>();
  for (let noise = -40 * scale; noise <= 40 * scale; noise += 1) {
    const weight = evidence(noise + (held ? entries : 0), entries, scale);
    found.set(weight, (found.get(weight) ?? 0) + probability(scale, noise));
  }
  return found;
}

function convolved(left: Evidence, right: Evidence): Evidence {
  const sums = new Map<number, number>();
  for (const [one, p] of left)
    for (const [other, q] of right) sums.set(one + other, (sums.get(one + other) ?? 0) + p * q);
  return sums;
}

/** What all figures of a year are together. `groups`: of every group that the subject would be in, its entries there and the scale. */
export function evidenceOfYear(
  groups: readonly { readonly entries: number; readonly scale: number }[],
  releases: number,
  held: boolean,
): Evidence {
  let year: Evidence = new Map([[0, 1]]);
  for (let release = 0; release < releases; release += 1)
    for (const { entries, scale } of groups) year = convolved(year, evidenceOfOne(entries, scale, held));
  return year;
}

/** The best guess there is: how much more often it says "held" of who is held than of who is not. */
export const advantage = (held: Evidence, not: Evidence): number => {
  let sum = 0;
  for (const [weight, p] of held) sum += Math.max(0, p - (not.get(weight) ?? 0));
  return sum;
};

/** The greatest difference of how often two lots of numbers reach a threshold, whatever the threshold: what a guesser gains who knows the best one. */
export function separation(held: readonly number[], not: readonly number[]): number {
  const all = [
    ...held.map((x) => [x, 1 / held.length] as const),
    ...not.map((x) => [x, -1 / not.length] as const),
  ].sort(([left], [right]) => right - left);
  let sum = 0;
  let most = 0;
  for (const [index, [x, step]] of all.entries()) {
    sum += step;
    if (all[index + 1]?.[0] !== x) most = Math.max(most, Math.abs(sum));
  }
  return most;
}
