/** Chance that tests choose: what is drawn is known beforehand. */
import type { Source } from '../../subgraphs/statistics/noise.ts';

/** Uniform numbers that a seed repeats. */
export function seeded(seed: number): Source {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return (below) => {
    for (;;) {
      const number = next();
      if (number < 2 ** 32 - (2 ** 32 % below)) return number % below;
    }
  };
}

/** Makes every noise zero. Of the algorithm's draws, those below two are first the end of its whole part and then the sign. */
export function still(): Source {
  let isSign = true;
  return (below) => {
    if (below !== 2) return 0;
    isSign = !isSign;
    return isSign ? 0 : 1;
  };
}
