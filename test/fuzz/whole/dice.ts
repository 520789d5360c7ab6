/** Random choices of the generator, from fast-check's own source, so that a seed gives the same operations again. */
import type fc from 'fast-check';

export interface Dice {
  /** From 0 to n - 1. */
  below(n: number): number;
  /** True so many times of a hundred. */
  chance(percent: number): boolean;
  one<Value>(values: readonly Value[]): Value;
  /** Each value so many times of a hundred, in their order. */
  some<Value>(values: readonly Value[], percent: number): Value[];
}

export function diceOf(random: fc.Random): Dice {
  const below = (n: number): number => random.nextInt(0, n - 1);
  const chance = (percent: number): boolean => below(100) < percent;
  return {
    below,
    chance,
    one: (values) => {
      if (values.length === 0) throw new Error('There is nothing to choose from.');
      return values[below(values.length)] as (typeof values)[number];
    },
    some: (values, percent) => values.filter(() => chance(percent)),
  };
}
