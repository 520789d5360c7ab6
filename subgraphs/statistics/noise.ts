/**
 * Noise with a proof: the discrete Laplace distribution (two-sided geometric), P(x) = (1 - a) / (1 + a) · a^|x| with a = e^(-1/scale), for a whole
 * scale. It is drawn by algorithms 1 and 2 of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), from uniform whole
 * numbers alone. A logarithm of a random floating-point number would leave gaps that give the true figure away (Mironov, 2012).
 */
import {
  GREATEST_CONTRIBUTION,
  STATISTICS_BASE,
  STATISTICS_THRESHOLD,
} from '../../schema/law/statistics/statistics.ts';

/** A uniform whole number from 0 up to, and without, `below`. */
export type Source = (below: number) => number;

/** True with probability e^(-numerator/denominator), for a fraction of at most one. */
function happens(numerator: number, denominator: number, source: Source): boolean {
  let turn = 1;
  while (source(denominator * turn) < numerator) turn += 1;
  return turn % 2 === 1;
}

/** One draw. */
export function noise(scale: number, source: Source): number {
  for (;;) {
    const part = source(scale);
    if (!happens(part, scale, source)) continue;
    let whole = 0;
    while (happens(1, 1, source)) whole += 1;
    const size = part + scale * whole;
    const negative = source(2) === 1;
    // Zero has one sign, else it would be drawn twice as often.
    if (!(negative && size === 0)) return negative ? -size : size;
  }
}

/** Probability that the noise is at least `size`, which is at least 1. The other side has the same. */
export const probabilityOfAtLeast = (scale: number, size: number): number =>
  Math.exp(-size / scale) / (1 + Math.exp(-1 / scale));

/** The smallest size that the noise reaches with at most this probability, on one side. */
function reachedWith(scale: number, probability: number): number {
  let size = Math.max(1, Math.floor(-scale * Math.log(probability * (1 + Math.exp(-1 / scale)))));
  while (probabilityOfAtLeast(scale, size) > probability) size += 1;
  return size;
}

/** Of how many hundreds of figures the truth lies within the width of the error. */
export const CONFIDENCE = 0.95;

/** Half the width of the shortest interval around a noisy figure that holds the true one with CONFIDENCE. */
export const halfWidth = (scale: number): number => reachedWith(scale, (1 - CONFIDENCE) / 2) - 1;

/** The most with which a group below the threshold is told nevertheless, by the chance of its noise. */
export const TOLD_BY_CHANCE = 1e-6;

/**
 * The least noisy figure that is told. The true size of a group decides nothing; but the figure is so high that a group of fewer subjects than the
 * threshold, each with as many entries as count, reaches it with a probability of at most TOLD_BY_CHANCE.
 */
export const toldFrom = (scale: number): number =>
  Math.ceil(
    ((STATISTICS_THRESHOLD - 1) * GREATEST_CONTRIBUTION + reachedWith(scale, TOLD_BY_CHANCE)) / STATISTICS_BASE,
  ) * STATISTICS_BASE;
