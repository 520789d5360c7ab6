/**
 * An attacker who knows the whole mechanism and has asked everything that can be asked. What it can tell of a group is reckoned
 * exactly where few figures are put together, and by least squares where all are.
 */

/** Mean size of the noise, as published; figures are multiples of five and none is below ten. */
const NOISE = 4;
const ALPHA = Math.exp(-1 / NOISE);

/** Probability that so many entries are told as this figure. */
export function likelihood(entries: number, figure: number): number {
  const noise = (z: number): number => ((1 - ALPHA) / (1 + ALPHA)) * ALPHA ** Math.abs(z);
  const width = figure === 10 ? 200 : 2;
  let sum = 0;
  for (let value = figure - width; value <= figure + 2; value += 1) sum += noise(value - entries);
  return sum;
}

/** What a figure says of the number behind it, if every number was equally likely before: from `low` on, index by number. */
function behind(figure: number, low: number): number[] {
  const weights = Array.from({ length: figure + 120 }, (_none, entries) =>
    entries < low ? 0 : likelihood(entries, figure),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const convolved = (left: readonly number[], right: readonly number[]): number[] => {
  const sums = new Array<number>(left.length + right.length - 1).fill(0);
  for (const [i, a] of left.entries())
    if (a > 0) for (const [j, b] of right.entries()) sums[i + j] = (sums[i + j] ?? 0) + a * b;
  return sums;
};

/**
 * What the figures of a group and of disjoint parts of it say of the rest: probability of each size, from 0. Parts that are told hold at
 * least ten.
 */
export function restOf(whole: number, parts: readonly number[]): number[] {
  const sum = parts.map((part) => behind(part, 10)).reduce(convolved, [1]);
  const rest = Array.from({ length: 150 }, (_none, size) =>
    sum.reduce(
      (all, probability, index) => (probability === 0 ? all : all + probability * likelihood(index + size, whole)),
      0,
    ),
  );
  const total = rest.reduce((all, one) => all + one, 0);
  return rest.map((one) => one / total);
}

/** How many sizes must be reckoned with for the true one to be among them with 95 of 100. */
export function plausible(probabilities: readonly number[]): number {
  let sum = 0;
  let sizes = 0;
  for (const probability of [...probabilities].sort((left, right) => right - left)) {
    if (sum >= 0.95) return sizes;
    sum += probability;
    sizes += 1;
  }
  return sizes;
}

/** A linear view of the smallest boxes: which of them a told cell sums up. */
export type Sum = ReadonlySet<number>;

/** Variance of one figure: of a two-sided geometric noise, and of rounding to five. */
const VARIANCE = (2 * ALPHA) / (1 - ALPHA) ** 2 + 25 / 12;

const common = (left: Sum, right: Sum): number => {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  let number = 0;
  for (const box of small) if (large.has(box)) number += 1;
  return number;
};

/** The lower factor of a positive definite matrix (Cholesky). */
function factor(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= (lower[i]?.[k] ?? 0) * (lower[j]?.[k] ?? 0);
      (lower[i] as number[])[j] = i === j ? Math.sqrt(sum) : sum / (lower[j]?.[j] ?? 1);
    }
  return lower;
}

/**
 * The standard error with which least squares over every told cell knows each hidden group. `prior` is how far the size of one box is
 * unknown beforehand; the attacker knows which boxes hold anybody, which is more than it can know.
 */
export function standardErrors(told: readonly Sum[], hidden: readonly Sum[], prior: number): number[] {
  const p = prior ** 2;
  const lower = factor(
    told.map((row, i) => told.map((column, j) => p * common(row, column) + (i === j ? VARIANCE : 0))),
  );
  return hidden.map((group) => {
    const solved: number[] = [];
    let explained = 0;
    told.forEach((row, i) => {
      let value = p * common(row, group);
      const own = lower[i] ?? [];
      for (let k = 0; k < i; k += 1) value -= (own[k] ?? 0) * (solved[k] ?? 0);
      solved[i] = value / (own[i] ?? 1);
      explained += (solved[i] ?? 0) ** 2;
    });
    return Math.sqrt(Math.max(0, p * group.size - explained));
  });
}
